// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"

namespace drydock::controls {

/// Underlines what leads somewhere while Ctrl is held over it.
class LinkController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkController)

public:
    explicit LinkController(CodeArea &area);

    void setAssistance(Assistance *assistance);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pointerMoved(const QPoint &point, Qt::KeyboardModifiers modifiers);
    void clear();

    CodeArea &m_area;
    Assistance *m_assistance = nullptr;
    TextRange m_link;
    int m_askedAt = -1;
    int m_question = 0;
};

} // namespace drydock::controls
