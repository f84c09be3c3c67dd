// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace drydock::controls {

/// Whether the desktop prefers dark, from the settings portal (GNOME, KDE, Xfce ...). Qt has this only from 6.5 on.
/// Asks in the background; without a portal it stays silent and the palette decides.
class SystemScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)

public:
    explicit SystemScheme(QObject *parent);

Q_SIGNALS:
    void darkChanged(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
};

} // namespace drydock::controls
