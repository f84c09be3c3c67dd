// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"
#include "views/shell/link.h"

#include <QMap>
#include <QObject>

namespace drydock::shell {

/// A state that the header always shows: "Serving :8443".
struct StatusItem
{
    controls::Level level = controls::Level::Neutral;
    QString text;
    QString toolTip;
    Link link;
};

/// States of the header by id; a page sets its own.
class StatusBoard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusBoard)

public:
    using QObject::QObject;

    void set(const QString &id, const StatusItem &item)
    {
        m_items.insert(id, item);
        Q_EMIT changed();
    }
    void remove(const QString &id)
    {
        m_items.remove(id);
        Q_EMIT changed();
    }
    [[nodiscard]] const QMap<QString, StatusItem> &items() const { return m_items; }

Q_SIGNALS:
    void changed();

private:
    QMap<QString, StatusItem> m_items;
};

} // namespace drydock::shell
