// SPDX-License-Identifier: MIT
#include "views/models/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace drydock::models {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

QDateTime dateTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::utc());
}

} // namespace

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString pathText(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

std::filesystem::path toPath(const QString &text)
{
    return {text.toStdString()};
}

QString countText(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 10240 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString relativeTime(Timestamp time, Timestamp now)
{
    if (time.time_since_epoch().count() == 0)
        return {};
    const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now - time).count();
    if (seconds < 60)
        return Texts::tr("just now");
    if (seconds < 3600)
        return Texts::tr("%n min ago", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 86400)
        return Texts::tr("%n h ago", nullptr, static_cast<int>(seconds / 3600));
    const int days = static_cast<int>(seconds / 86400);
    if (days == 1)
        return Texts::tr("yesterday");
    if (days < 30)
        return Texts::tr("%n days ago", nullptr, days);
    return QLocale().toString(dateTime(time).toLocalTime().date(), QLocale::ShortFormat);
}

QString relativeTime(Timestamp time)
{
    return relativeTime(time, SystemClock().now());
}

QString exactTime(Timestamp time)
{
    return dateTime(time).toString(u"yyyy-MM-dd HH:mm:ss"_s) + " UTC"_L1;
}

QString durationText(std::int64_t milliseconds)
{
    if (milliseconds < 1000)
        return Texts::tr("%1 ms").arg(milliseconds);
    if (milliseconds < 60000)
        return Texts::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    const std::int64_t seconds = milliseconds / 1000;
    return Texts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString linesText(const std::vector<std::string> &lines)
{
    QStringList texts;
    for (const std::string &line : lines)
        texts << toText(line);
    return texts.join(u'\n');
}

QString shortPath(const QString &path, qsizetype characters)
{
    if (path.size() <= characters || characters < 8)
        return path;
    const qsizetype tail = characters * 2 / 3;
    return path.left(characters - tail - 1) + u'…' + path.right(tail);
}

} // namespace drydock::models
