// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace drydock::controls {

enum class FloatSide { Below, Above };

/// A card over the text that never takes the focus: the list of completions, a hover, a signature. It lies in the
/// editor's window, so that it is part of it for the window system, and gets smaller rather than leaving it.
class FloatingFrame : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FloatingFrame)

public:
    explicit FloatingFrame(QWidget &owner);

    /// Shows it beside `anchor`, a rectangle of `of`; on the other side where there is more room.
    void showBeside(const QRect &anchor, const QWidget &of, FloatSide side);
    /// What it would like to have; it gets less where the window is small.
    void setWantedSize(const QSize &size) { m_wanted = size; }

private:
    QWidget &m_owner;
    QSize m_wanted;
};

} // namespace drydock::controls
