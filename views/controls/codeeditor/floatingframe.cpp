// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/floatingframe.h"

#include <algorithm>

namespace drydock::controls {

FloatingFrame::FloatingFrame(QWidget &owner)
    : QFrame(&owner)
    , m_owner(owner)
{
    setProperty("kind", QStringLiteral("card"));
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    hide();
}

void FloatingFrame::showBeside(const QRect &anchor, const QWidget &of, FloatSide side)
{
    QWidget *window = m_owner.window();
    if (parentWidget() != window)
        setParent(window);
    constexpr int gap = 2;
    constexpr int margin = 4;
    const QRect around(of.mapTo(window, anchor.topLeft()), anchor.size());
    const int below = window->height() - around.bottom() - gap - margin;
    const int above = around.top() - gap - margin;
    bool isBelow = side == FloatSide::Below;
    if (isBelow ? below < m_wanted.height() && above > below : above < m_wanted.height() && below > above)
        isBelow = !isBelow;
    const int height = std::max(0, std::min(m_wanted.height(), isBelow ? below : above));
    const int width = std::min(m_wanted.width(), window->width() - 2 * margin);
    const int left = std::clamp(around.left(), margin, std::max(margin, window->width() - width - margin));
    setGeometry(left, isBelow ? around.bottom() + gap : around.top() - gap - height, width, height);
    show();
    raise();
}

} // namespace drydock::controls
