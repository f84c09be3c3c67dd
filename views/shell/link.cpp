// SPDX-License-Identifier: MIT
#include "views/shell/link.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

constexpr qsizetype longestLink = 4096;

QString encoded(const QString &part, const QByteArray &keep = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part, keep));
}

QString decoded(const QString &part)
{
    return QUrl::fromPercentEncoding(part.toUtf8());
}

} // namespace

QString Link::text() const
{
    QString result = u"drydock://"_s;
    if (!project.isEmpty())
        result += "project/"_L1 + encoded(project) + '/'_L1;
    result += encoded(page);
    if (!id.isEmpty())
        result += '/'_L1 + encoded(id, "/");
    QChar separator = u'?';
    for (auto parameter = parameters.cbegin(); parameter != parameters.cend(); ++parameter) {
        result += separator + encoded(parameter.key()) + '='_L1 + encoded(parameter.value());
        separator = u'&';
    }
    return result;
}

Result<Link> Link::parse(const QString &text)
{
    const QString scheme = u"drydock://"_s;
    const auto invalid = [&text] {
        return failure("link.invalid", "This is not a Drydock link.", text.left(longestLink).toStdString(),
                       "A link looks like drydock://project/<slug>/<page>/<id>.");
    };
    if (!text.startsWith(scheme) || text.size() > longestLink)
        return invalid();
    const qsizetype mark = text.indexOf(u'?');
    QStringList parts = text.mid(scheme.size(), mark < 0 ? -1 : mark - scheme.size()).split(u'/');
    Link link;
    if (parts.first() == "project"_L1) {
        if (parts.size() < 3)
            return invalid();
        link.project = decoded(parts.at(1));
        parts.remove(0, 2);
        if (link.project.isEmpty())
            return invalid();
    }
    link.page = decoded(parts.takeFirst());
    if (link.page.isEmpty())
        return invalid();
    link.id = decoded(parts.join(u'/'));
    if (mark >= 0) {
        const QUrlQuery query(text.mid(mark + 1));
        for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
            link.parameters.insert(key, value);
    }
    return link;
}

} // namespace drydock::shell
