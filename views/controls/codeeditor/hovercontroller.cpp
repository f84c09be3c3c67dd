// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/hovercontroller.h"

#include "views/controls/codeeditor/floatingframe.h"
#include "views/controls/markdownview.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

constexpr int cardWidth = 460;
constexpr int greatestHeight = 300;
/// The way from the text to the card may lead over other text. Milliseconds.
constexpr int leavePause = 300;

} // namespace

HoverController::HoverController(CodeArea &area, const Theme &theme, const Syntax &syntax)
    : QObject(&area)
    , m_area(area)
    , m_theme(theme)
    , m_syntax(syntax)
{
    m_leave.setSingleShot(true);
    m_leave.setInterval(leavePause);
    connect(&m_leave, &QTimer::timeout, this, [this] {
        if (m_card && !m_card->underMouse())
            close();
    });
    connect(&area, &CodeArea::pointerRested, this, &HoverController::showAt);
    connect(&area, &CodeArea::pointerMoved, this, &HoverController::pointerMoved);
    connect(&area, &CodeArea::edited, this, &HoverController::close);
    connect(&area, &CodeArea::viewMoved, this, &HoverController::close);
    connect(&area, &CodeArea::focusLost, this, &HoverController::close);
    connect(&theme, &Theme::changed, this, &HoverController::close);
}

HoverController::~HoverController()
{
    delete m_card;
}

void HoverController::setAssistance(Assistance *assistance)
{
    close();
    m_assistance = assistance;
}

bool HoverController::isOpen() const
{
    return m_card && m_card->isVisible();
}

void HoverController::close()
{
    ++m_question;
    m_leave.stop();
    if (m_card)
        m_card->hide();
}

void HoverController::showAt(int position)
{
    const int question = ++m_question;
    if (!m_assistance) {
        take(position, {});
        return;
    }
    const int revision = m_area.revision();
    m_assistance->hover({m_area.snapshot(), position, AskReason::Asked, {}},
                        [=, self = QPointer(this)](const HoverText &text) {
                            if (self && self->m_question == question && self->m_area.revision() == revision)
                                self->take(position, text);
                        });
}

void HoverController::take(int position, const HoverText &text)
{
    const QList<Diagnostic> problems = m_area.squiggles().touching(position, position);
    if (problems.isEmpty() && text.markdown.isEmpty())
        return;
    build();
    m_range = text.range;
    for (const Diagnostic &problem : problems)
        m_range = m_range.length() == 0 ? problem.range : m_range;
    if (m_range.length() == 0)
        m_range = wordAt(*m_area.document(), position);
    m_problems->setText(diagnosticsText(problems));
    m_problems->setVisible(!problems.isEmpty());
    m_text->setVisible(!text.markdown.isEmpty());
    m_line->setVisible(!problems.isEmpty() && !text.markdown.isEmpty());
    if (!text.markdown.isEmpty())
        m_text->setArticle(text.markdown);
    m_card->setAccessibleDescription(m_problems->text() + text.markdown);
    m_card->setWantedSize(wantedSize());
    m_card->showBeside(m_area.rectOf(m_range.start), *m_area.viewport(), FloatSide::Above);
}

void HoverController::build()
{
    if (m_card)
        return;
    m_card = new FloatingFrame(m_area);
    m_card->setAccessibleName(tr("What this is"));
    m_problems = new QLabel(m_card);
    m_problems->setTextFormat(Qt::RichText);
    m_problems->setWordWrap(true);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // As far in as the text below: its margin and the view's padding.
    m_problems->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(16), m_theme.px(8));
    m_line = new QFrame(m_card);
    m_line->setProperty("kind", QStringLiteral("line"));
    m_line->setFixedHeight(1);
    m_text = new MarkdownView(m_theme, m_syntax, m_card);
    m_text->setProperty("frameless", true);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_text->document()->setDocumentMargin(m_theme.px(8));
    auto *rows = new QVBoxLayout(m_card);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    rows->addWidget(m_problems);
    rows->addWidget(m_line);
    rows->addWidget(m_text, 1);
}

QString HoverController::diagnosticsText(const QList<Diagnostic> &diagnostics) const
{
    QString text;
    for (const Diagnostic &diagnostic : diagnostics) {
        const QString colour = m_theme.color(severityLevel(diagnostic.severity)).name();
        const QString muted = m_theme.color(ColorRole::Muted).name();
        QString sign;
        switch (diagnostic.severity) {
        case DiagnosticSeverity::Error:
            sign = tr("Error");
            break;
        case DiagnosticSeverity::Warning:
            sign = tr("Warning");
            break;
        case DiagnosticSeverity::Information:
            sign = tr("Note");
            break;
        case DiagnosticSeverity::Hint:
            sign = tr("Hint");
            break;
        }
        text += u"<p style='margin:0 0 4px 0'><b style='color:%1'>%2</b>&nbsp; %3"_s.arg(
            colour, sign, diagnostic.message.toHtmlEscaped());
        if (!diagnostic.code.isEmpty())
            text += u" <span style='color:%1'>%2</span>"_s.arg(muted, diagnostic.code.toHtmlEscaped());
        if (!diagnostic.hint.isEmpty())
            text += u"<br><span style='color:%1'>%2</span>"_s.arg(muted, diagnostic.hint.toHtmlEscaped());
        text += u"</p>"_s;
    }
    return text;
}

QSize HoverController::wantedSize() const
{
    const int width = std::min(m_theme.px(cardWidth), std::max(m_theme.px(160), m_area.window()->width() - 16));
    int height = 4;
    if (m_problems->isVisibleTo(m_card))
        height += m_problems->heightForWidth(width - 2);
    if (m_text->isVisibleTo(m_card)) {
        const std::unique_ptr<QTextDocument> copy(m_text->document()->clone());
        copy->setTextWidth(width - 2);
        height += static_cast<int>(copy->size().height()) + m_theme.px(4);
    }
    return {width, std::min(height, m_theme.px(greatestHeight))};
}

void HoverController::pointerMoved(const QPoint &point)
{
    if (!isOpen())
        return;
    const int position = m_area.positionAt(point);
    if (position >= m_range.start && position <= m_range.end)
        m_leave.stop();
    else if (!m_leave.isActive())
        m_leave.start();
}

bool HoverController::keyPressed(const QKeyEvent &event)
{
    if (!isOpen())
        return false;
    const bool modifier = event.key() == Qt::Key_Control || event.key() == Qt::Key_Shift;
    if (modifier)
        return false;
    close();
    return event.key() == Qt::Key_Escape;
}

} // namespace drydock::controls
