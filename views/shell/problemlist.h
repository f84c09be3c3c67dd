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

    void set(const QString &source, const QList<Problem> &problems)
    {
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

Q_SIGNALS:
    void changed();

private:
    QMap<QString, QList<Problem>> m_problems;
};

} // namespace drydock::shell
