// SPDX-License-Identifier: MIT
#include "views/shell/navigator.h"

namespace drydock::shell {

namespace {

constexpr qsizetype longestHistory = 100;

} // namespace

void Navigator::open(const Link &link)
{
    push(link);
    Q_EMIT wanted(link);
}

bool Navigator::open(const QString &text)
{
    const Result<Link> link = Link::parse(text);
    if (link)
        open(*link);
    return link.has_value();
}

void Navigator::note(const Link &link)
{
    if (link == current())
        return;
    push(link);
}

void Navigator::back()
{
    if (!canGoBack())
        return;
    const Link link = m_history.at(--m_index);
    Q_EMIT historyChanged();
    Q_EMIT wanted(link);
}

void Navigator::forward()
{
    if (!canGoForward())
        return;
    const Link link = m_history.at(++m_index);
    Q_EMIT historyChanged();
    Q_EMIT wanted(link);
}

void Navigator::push(const Link &link)
{
    if (link == current())
        return;
    m_history.resize(m_index + 1);
    m_history << link;
    if (m_history.size() > longestHistory)
        m_history.removeFirst();
    m_index = m_history.size() - 1;
    Q_EMIT historyChanged();
}

} // namespace drydock::shell
