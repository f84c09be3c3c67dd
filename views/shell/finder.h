// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/findermodel.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

/// The pop-up behind the command palette and "Go to anything": a field and a ranked list over the middle of the window.
class Finder final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Finder)

public:
    using Chosen = std::function<void(const models::FinderItem &)>;

    Finder(const controls::Theme &theme, QWidget *window);

    void open(const QString &placeholder, const QList<models::FinderItem> &items, Chosen chosen);
    /// More has been found out; the pattern and selection stay.
    void setItems(const QList<models::FinderItem> &items);
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void choose();
    void refreshEmpty();
    bool handleKey(int key);

    const controls::Theme &m_theme;
    models::FinderModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    Chosen m_chosen;
    QPointer<QWidget> m_focusBefore;
};

} // namespace drydock::shell
