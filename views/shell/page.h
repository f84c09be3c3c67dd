// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/link.h"

#include <QObject>
#include <QVariantMap>

class QAction;
class QWidget;

namespace drydock::shell {

/// One page of the workbench; all that the shell knows of it. Pages are QObjects made at start, cheap to construct;
/// the widget is built when the page is shown for the first time.
class Page : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    using QObject::QObject;

    [[nodiscard]] virtual QString id() const = 0;       ///< stable, as in links: "reviews"
    [[nodiscard]] virtual QString title() const = 0;    ///< as in the rail: tr("Reviews")
    [[nodiscard]] virtual QString iconName() const = 0; ///< of the icon theme

    /// Builds the widget on the first call. The shell becomes its parent.
    [[nodiscard]] virtual QWidget *widget() = 0;

    /// Actions that exist before the widget does; the palette lists them, the page bar shows those of `visibleActions`.
    /// The first is the primary one. Created in the constructor, owned by the page, each with a text and, where useful,
    /// icon, shortcut (context: widget with children) and an objectName that is its stable id ("reviews.run").
    [[nodiscard]] virtual QList<QAction *> actions() const { return {}; }
    [[nodiscard]] virtual QList<QAction *> visibleActions() const { return actions(); }

    /// What the breadcrumb shows after project and page title: {"Run 14"}.
    [[nodiscard]] virtual QStringList trail() const { return {}; }

    /// Shows the place a link names; called after widget() and whenever the user navigates here. `link.page` is id().
    virtual void open(const Link &link) = 0;
    /// Where the page is now, for history, session and "Copy link".
    [[nodiscard]] virtual Link location() const = 0;

    /// Esc: leaves the innermost state (filter, selection, detail) and returns true, or returns false when there is
    /// none.
    virtual bool backOut() { return false; }

    /// What to keep over a restart besides location(): splitters, columns, filters. Called only once the widget exists.
    [[nodiscard]] virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap &) {}

Q_SIGNALS:
    void changed(); ///< trail, location or visible actions
    void
    articleWanted(const QString &article); ///< the knowledge dock should follow: "policies/aws-s3-bucket-https-only"
};

} // namespace drydock::shell
