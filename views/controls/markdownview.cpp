// SPDX-License-Identifier: MIT
#include "views/controls/markdownview.h"

#include "views/controls/syntax.h"
#include "views/controls/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextFrame>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

} // namespace

MarkdownView::MarkdownView(const Theme &theme, const Syntax &syntax, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
    , m_syntax(syntax)
{
    setProperty("frameless", true);
    setOpenLinks(false);
    setAccessibleName(tr("Article"));
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT linkActivated(url.toString()); });
    connect(&m_theme, &Theme::changed, this, &MarkdownView::render);
}

void MarkdownView::setArticle(const QString &markdown)
{
    m_markdown = markdown;
    m_words.clear();
    render();
    verticalScrollBar()->setValue(0);
}

void MarkdownView::setMarkedWords(const QStringList &words)
{
    m_words = words;
    mark();
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    limitLines();
    QTextBrowser::resizeEvent(event);
}

/// Longer lines are hard to follow back to the next one.
void MarkdownView::limitLines()
{
    const int widest = m_theme.px(880);
    if (viewport()->width() <= widest) {
        setLineWrapMode(WidgetWidth);
        return;
    }
    setLineWrapMode(FixedPixelWidth);
    setLineWrapColumnOrWidth(widest);
}

void MarkdownView::render()
{
    const int position = verticalScrollBar()->value();
    limitLines();
    document()->setDefaultFont(m_theme.textFont());
    document()->setDocumentMargin(m_theme.px(16));
    document()->setMarkdown(m_markdown, QTextDocument::MarkdownDialectGitHub);
    styleBlocks();
    highlightCode();
    mark();
    verticalScrollBar()->setValue(position);
}

void MarkdownView::styleBlocks()
{
    const QFont codeFont = m_theme.codeFont();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        // The font's own leading is close to 1.4 already; code has none between lines, so its background has no gaps.
        format.setLineHeight(isCode(block) ? 100 : 108, QTextBlockFormat::ProportionalHeight);
        if (const int level = format.headingLevel(); level > 0) {
            constexpr int sizes[] = {20, 16, 14, 13};
            QTextCharFormat heading;
            heading.setProperty(QTextFormat::FontPixelSize, m_theme.px(sizes[qMin(level, 4) - 1]));
            heading.clearProperty(QTextFormat::FontSizeAdjustment);
            heading.setFontWeight(QFont::DemiBold);
            format.setTopMargin(m_theme.px(level == 1 ? 0 : 16));
            format.setBottomMargin(m_theme.px(8));
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat whole = cursor.charFormat();
            whole.clearProperty(QTextFormat::FontSizeAdjustment);
            whole.merge(heading);
            cursor.setCharFormat(whole);
        } else if (isCode(block)) {
            format.setBackground(m_theme.color(ColorRole::Panel));
            format.setLeftMargin(m_theme.px(8));
            format.setTopMargin(isCode(block.previous()) ? 0 : m_theme.px(4));
            format.setBottomMargin(isCode(block.next()) ? 0 : m_theme.px(12));
            format.setNonBreakableLines(false);
            QTextCharFormat code;
            code.setFont(codeFont);
            cursor.select(QTextCursor::BlockUnderCursor);
            cursor.mergeCharFormat(code);
        } else {
            format.setTopMargin(0);
            format.setBottomMargin(m_theme.px(block.textList() ? 4 : 8));
        }
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            QTextCharFormat style;
            if (fragment.charFormat().isAnchor()) {
                style.setForeground(m_theme.color(ColorRole::Accent));
                style.setFontUnderline(true);
            } else if (fragment.charFormat().fontFixedPitch() && !isCode(block)) {
                style.setFontFamilies(codeFont.families());
                style.setBackground(m_theme.color(ColorRole::Panel));
            } else {
                continue;
            }
            QTextCursor range(document());
            range.setPosition(fragment.position());
            range.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            range.mergeCharFormat(style);
        }
    }
}

void MarkdownView::highlightCode()
{
    for (QTextBlock block = document()->begin(); block.isValid();) {
        if (!isCode(block)) {
            block = block.next();
            continue;
        }
        const QTextBlock first = block;
        const QString language = block.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage);
        QStringList lines;
        while (block.isValid() && isCode(block)) {
            lines << block.text();
            block = block.next();
        }
        for (const QTextLayout::FormatRange &range : m_syntax.formats(lines.join(u'\n'), language)) {
            QTextCursor cursor(document());
            cursor.setPosition(first.position() + range.start);
            cursor.setPosition(first.position() + range.start + range.length, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(range.format);
        }
    }
}

void MarkdownView::mark()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const QString &word : std::as_const(m_words)) {
        if (word.size() < 2)
            continue;
        QTextCursor cursor(document());
        while (!(cursor = document()->find(word, cursor)).isNull()) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = cursor;
            selection.format.setBackground(m_theme.color(ColorRole::Mark));
            selections << selection;
        }
    }
    setExtraSelections(selections);
}

} // namespace drydock::controls
