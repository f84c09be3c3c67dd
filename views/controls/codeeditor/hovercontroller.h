// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"

#include <QPointer>
#include <QTimer>

class QFrame;
class QLabel;

namespace drydock::controls {

class FloatingFrame;
class MarkdownView;

/// The card that says what is under the pointer or the cursor: diagnostics first, then what the Assistance knows. It
/// stays while the pointer is on what it speaks of or on the card itself, whose text can be selected.
class HoverController final : public QObject, public KeyFilter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HoverController)

public:
    HoverController(CodeArea &area, const Theme &theme, const Syntax &syntax);
    ~HoverController() override;

    void setAssistance(Assistance *assistance);
    void showAt(int position);
    void close();
    [[nodiscard]] bool isOpen() const;

    bool keyPressed(const QKeyEvent &event) override;

private:
    void take(int position, const HoverText &text);
    void build();
    void pointerMoved(const QPoint &point);
    [[nodiscard]] QString diagnosticsText(const QList<Diagnostic> &diagnostics) const;
    [[nodiscard]] QSize wantedSize() const;

    CodeArea &m_area;
    const Theme &m_theme;
    const Syntax &m_syntax;
    Assistance *m_assistance = nullptr;
    QPointer<FloatingFrame> m_card;
    QLabel *m_problems = nullptr;
    QFrame *m_line = nullptr;
    MarkdownView *m_text = nullptr;
    TextRange m_range;
    QTimer m_leave;
    int m_question = 0;
};

} // namespace drydock::controls
