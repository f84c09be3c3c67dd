// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"

#include <QPointer>
#include <QTimer>

class QLabel;

namespace drydock::controls {

class FloatingFrame;

/// The parameters of the call at the cursor, the one being written strong; above the line, so that it never covers a
/// list of completions.
class SignatureController final : public QObject, public KeyFilter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignatureController)

public:
    SignatureController(CodeArea &area, const Theme &theme);
    ~SignatureController() override;

    void setAssistance(Assistance *assistance);
    void ask(AskReason reason, QChar typed = {});
    void close();
    [[nodiscard]] bool isOpen() const;

    bool keyPressed(const QKeyEvent &event) override;

private:
    void take(const SignatureHelp &help);
    void place();
    [[nodiscard]] QString richText(const SignatureHelp &help) const;

    CodeArea &m_area;
    const Theme &m_theme;
    Assistance *m_assistance = nullptr;
    QPointer<FloatingFrame> m_tip;
    QLabel *m_label = nullptr;
    QTimer m_pause;
    int m_question = 0;
};

} // namespace drydock::controls
