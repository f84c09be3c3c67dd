// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <QPointer>

class QSettings;

namespace drydock::shell {

/// Every action of the window, each registered once; the palette and the shortcut sheet read it. An action's
/// objectName is its stable id.
class ActionRegistry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionRegistry)

public:
    struct Entry
    {
        QPointer<QAction> action;
        QString category;
    };

    explicit ActionRegistry(QSettings &settings, QObject *parent = nullptr);

    void add(QAction *action, const QString &category);
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] QAction *find(const QString &id) const;
    /// Ids, latest first; kept in the settings.
    [[nodiscard]] QStringList recent() const;

private:
    void remember(const QString &id);

    QSettings &m_settings;
    QList<Entry> m_entries;
};

} // namespace drydock::shell
