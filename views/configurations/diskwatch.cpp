// SPDX-License-Identifier: MIT
#include "views/configurations/diskwatch.h"

#include <QSet>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace drydock::configurations {

namespace {

constexpr qsizetype mostWatched = 500; // the kernel gives each user some thousand
constexpr int delay = 200;             // milliseconds: a program that writes many files is heard once

} // namespace

DiskWatch::DiskWatch(QObject *parent)
    : QObject(parent)
    , m_delay(new QTimer(this))
{
    m_delay->setSingleShot(true);
    m_delay->setInterval(delay);
    connect(m_delay, &QTimer::timeout, this, &DiskWatch::changed);
    const auto soon = [this] { m_delay->start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
}

void DiskWatch::watch(const QString &root, const QStringList &files, const QStringList &open)
{
    QStringList wanted{root};
    QSet<QString> known{root};
    const auto add = [&](const QString &path) {
        if (wanted.size() < mostWatched && !known.contains(path)) {
            known.insert(path);
            wanted << path;
        }
    };
    const auto folderOf = [&root](const QString &file) {
        const qsizetype slash = file.lastIndexOf(u'/');
        return slash < 0 ? root : root + u'/' + file.left(slash);
    };
    for (const QString &file : open) {
        add(folderOf(file));
        add(root + u'/' + file);
    }
    for (const QString &file : files)
        add(folderOf(file));
    const QStringList now = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(now.begin(), now.end());
    QStringList gone;
    for (const QString &path : now) {
        if (!known.contains(path))
            gone << path;
    }
    wanted.removeIf([&watched](const QString &path) { return watched.contains(path); });
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void DiskWatch::stop()
{
    m_delay->stop();
    const QStringList all = m_watcher.files() + m_watcher.directories();
    if (!all.isEmpty())
        m_watcher.removePaths(all);
}

} // namespace drydock::configurations
