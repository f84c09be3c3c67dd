// SPDX-License-Identifier: MIT
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>

class QTimer;

namespace drydock::configurations {

/// Tells, a moment later, that something below a project's folder changed. Watches folders, not files: programs that
/// save put a new file in the place of the old one.
class DiskWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiskWatch)

public:
    explicit DiskWatch(QObject *parent = nullptr);

    /// The folders of `files` below `root`, at most some hundred of them; those of `open` files, and these themselves,
    /// come first.
    void watch(const QString &root, const QStringList &files, const QStringList &open);
    void stop();

Q_SIGNALS:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer *m_delay;
};

} // namespace drydock::configurations
