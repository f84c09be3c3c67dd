// SPDX-License-Identifier: MIT
#include "views/shell/actionregistry.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

const QString recentKey = u"shell/recentActions"_s;
constexpr qsizetype keptRecent = 12;

} // namespace

ActionRegistry::ActionRegistry(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void ActionRegistry::add(QAction *action, const QString &category)
{
    Q_ASSERT(!action->objectName().isEmpty() && !find(action->objectName()));
    m_entries << Entry{action, category};
    connect(action, &QAction::triggered, this, [this, action] { remember(action->objectName()); });
}

QList<ActionRegistry::Entry> ActionRegistry::entries() const
{
    QList<Entry> result;
    for (const Entry &entry : m_entries) {
        if (entry.action)
            result << entry;
    }
    return result;
}

QAction *ActionRegistry::find(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.action && entry.action->objectName() == id)
            return entry.action;
    }
    return nullptr;
}

QStringList ActionRegistry::recent() const
{
    return m_settings.value(recentKey).toStringList();
}

void ActionRegistry::remember(const QString &id)
{
    QStringList ids = recent();
    ids.removeAll(id);
    ids.prepend(id);
    m_settings.setValue(recentKey, ids.mid(0, keptRecent));
}

} // namespace drydock::shell
