// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"
#include "views/shell/link.h"

#include <QList>
#include <QMap>
#include <QObject>

namespace drydock::shell {

/// Something wrong in a file: a line of the Problems panel.
struct Problem
{
    controls::Level level = controls::Level::Critical;
    QString text;
    QString place; ///< "modules/net/main.tf:12"
    Link link;
};

/// The problems of the project in focus, by who found them ("configurations", "reviews").
class ProblemList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemList)

public:
    using QObject::QObject;

    enum class Announcement {
        Shown, ///< the panel opens when there are problems
        Quiet, ///< it only follows: the user is typing
    };

    void set(const QString &source, const QList<Problem> &problems, Announcement announcement = Announcement::Shown)
    {
        m_announcement = announcement;
        if (problems.isEmpty())
            m_problems.remove(source);
        else
            m_problems.insert(source, problems);
        Q_EMIT changed();
    }
    [[nodiscard]] QList<Problem> all() const
    {
        QList<Problem> result;
        for (const QList<Problem> &each : m_problems)
            result += each;
        return result;
    }

    /// Of the latest change.
    [[nodiscard]] Announcement announcement() const { return m_announcement; }

Q_SIGNALS:
    void changed();

private:
    Announcement m_announcement = Announcement::Shown;
    QMap<QString, QList<Problem>> m_problems;
};

} // namespace drydock::shell
