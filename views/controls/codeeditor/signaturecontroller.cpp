// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/signaturecontroller.h"

#include "views/controls/codeeditor/floatingframe.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

SignatureController::SignatureController(CodeArea &area, const Theme &theme)
    : QObject(&area)
    , m_area(area)
    , m_theme(theme)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (isOpen())
            ask(AskReason::Typed);
    });
    connect(&area, &CodeArea::letterTyped, this, [this](QChar letter) {
        if (m_assistance && m_assistance->signatureTriggers().contains(letter))
            ask(AskReason::Typed, letter);
    });
    connect(&area, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isOpen())
            m_pause.start();
    });
    connect(&area, &CodeArea::viewMoved, this, &SignatureController::place);
    connect(&area, &CodeArea::focusLost, this, &SignatureController::close);
}

SignatureController::~SignatureController()
{
    delete m_tip;
}

void SignatureController::setAssistance(Assistance *assistance)
{
    close();
    m_assistance = assistance;
}

bool SignatureController::isOpen() const
{
    return m_tip && m_tip->isVisible();
}

void SignatureController::close()
{
    ++m_question;
    if (m_tip)
        m_tip->hide();
}

void SignatureController::ask(AskReason reason, QChar typed)
{
    if (!m_assistance)
        return;
    const int question = ++m_question;
    const AssistanceRequest request{m_area.snapshot(), m_area.textCursor().position(), reason, typed};
    m_assistance->signature(request, [question, self = QPointer(this)](const SignatureHelp &help) {
        if (self && self->m_question == question)
            self->take(help);
    });
}

void SignatureController::take(const SignatureHelp &help)
{
    if (help.label.isEmpty()) {
        close();
        return;
    }
    if (!m_tip) {
        m_tip = new FloatingFrame(m_area);
        m_tip->setAccessibleName(tr("Parameters"));
        m_label = new QLabel(m_tip);
        m_label->setTextFormat(Qt::RichText);
        m_label->setWordWrap(true);
        m_label->setContentsMargins(m_theme.px(8), m_theme.px(4), m_theme.px(8), m_theme.px(4));
        auto *row = new QVBoxLayout(m_tip);
        row->setContentsMargins(1, 1, 1, 1);
        row->addWidget(m_label);
    }
    m_label->setText(richText(help));
    m_tip->setAccessibleDescription(help.label + u". "_s + help.documentation);
    const QFontMetrics code(m_theme.codeFont());
    const QFontMetrics small(m_theme.textFont());
    const int wanted =
        std::max(code.horizontalAdvance(help.label), small.horizontalAdvance(help.documentation)) + m_theme.px(40);
    const int width = std::min({wanted, m_theme.px(560), m_area.window()->width() - 16});
    // The frame's border and the margin inside it.
    m_tip->setWantedSize({width, m_label->heightForWidth(width - 4) + 4});
    m_tip->show();
    place();
}

void SignatureController::place()
{
    if (!isOpen())
        return;
    const QRect anchor = m_area.cursorRect();
    if (m_area.viewport()->rect().intersects(anchor))
        m_tip->showBeside(anchor, *m_area.viewport(), FloatSide::Above);
    else
        close();
}

QString SignatureController::richText(const SignatureHelp &help) const
{
    const auto escaped = [&help](int from, int to) { return help.label.mid(from, to - from).toHtmlEscaped(); };
    QString label = help.label.toHtmlEscaped();
    if (help.active >= 0 && help.active < help.parameters.size()) {
        const TextRange active = help.parameters[help.active];
        label = escaped(0, active.start) + u"<b style='color:%1'>"_s.arg(m_theme.color(ColorRole::Accent).name()) +
                escaped(active.start, active.end) + u"</b>"_s +
                escaped(active.end, static_cast<int>(help.label.size()));
    }
    QString text = u"<span style='font-family:\"%1\"'>%2</span>"_s.arg(m_theme.codeFont().family(), label);
    if (!help.documentation.isEmpty())
        text += u"<br><span style='color:%1'>%2</span>"_s.arg(m_theme.color(ColorRole::Muted).name(),
                                                              help.documentation.toHtmlEscaped());
    return text;
}

bool SignatureController::keyPressed(const QKeyEvent &event)
{
    if (!isOpen() || event.key() != Qt::Key_Escape)
        return false;
    close();
    return true;
}

} // namespace drydock::controls
