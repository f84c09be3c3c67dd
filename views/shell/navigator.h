// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/link.h"

#include <QList>
#include <QObject>

namespace drydock::shell {

/// Goes to places and remembers the way. Pages ask for a place by link and never know each other.
class Navigator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Navigator)

public:
    using QObject::QObject;

    /// Asks the window to show the place and adds it to the history.
    void open(const Link &link);
    /// The same for a text such as a link in an article; false when it is no Drydock link.
    bool open(const QString &text);
    /// The page moved by itself: replaces (same page) or adds the entry of the history without opening anything.
    void note(const Link &link);

    [[nodiscard]] bool canGoBack() const { return m_index > 0; }
    [[nodiscard]] bool canGoForward() const { return m_index + 1 < m_history.size(); }
    void back();
    void forward();
    [[nodiscard]] Link current() const { return m_history.value(m_index); }
    [[nodiscard]] const QList<Link> &history() const { return m_history; }

Q_SIGNALS:
    void wanted(const drydock::shell::Link &link);
    void historyChanged();

private:
    void push(const Link &link);

    QList<Link> m_history;
    qsizetype m_index = -1;
};

} // namespace drydock::shell
