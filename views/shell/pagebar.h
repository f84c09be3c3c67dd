// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/link.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QAction;
class QHBoxLayout;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

struct Crumb
{
    QString text;
    Link link; ///< an empty page: not clickable
    [[nodiscard]] bool operator==(const Crumb &) const = default;
};

/// Breadcrumb at the left, actions of the page at the right: the primary one last and filled, the rest before it; what
/// does not fit, and actions with the property `menuOnly`, are in a menu.
class PageBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageBar)

public:
    explicit PageBar(const controls::Theme &theme, QWidget *parent = nullptr);
    void setCrumbs(const QList<Crumb> &crumbs);
    void setActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void wanted(const drydock::shell::Link &link);

private:
    const controls::Theme &m_theme;
    QHBoxLayout *m_crumbs;
    QHBoxLayout *m_actions;
    // A trail changes with every block that the cursor enters: what is there already is not built again.
    QList<Crumb> m_shownCrumbs;
    QList<QAction *> m_shownActions;
    QStringList m_shownTexts; ///< of the actions
};

} // namespace drydock::shell
