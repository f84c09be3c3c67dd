// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/highlighter.h"

#include "views/controls/syntax.h"
#include "views/controls/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/FoldingRegion>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>
#include <QElapsedTimer>
#include <QTextDocument>

#include <algorithm>
#include <memory>

namespace drydock::controls {

namespace {

/// A key press may wait this long for colours, a pause between events that long. Milliseconds.
constexpr int typingBudget = 3;
constexpr int sliceBudget = 6;
/// Longer lines stay plain: a minified file on one line would stop typing.
constexpr qsizetype longestLine = 20'000;

TokenClass tokenClassOf(const KSyntaxHighlighting::Format &format)
{
    using Style = KSyntaxHighlighting::Theme;
    switch (format.textStyle()) {
    case Style::Comment:
    case Style::Documentation:
    case Style::CommentVar:
        return TokenClass::Comment;
    case Style::String:
    case Style::Char:
    case Style::SpecialChar:
    case Style::VerbatimString:
        return TokenClass::String;
    default:
        return TokenClass::Code;
    }
}

bool isBracket(QChar letter)
{
    switch (letter.unicode()) {
    case u'(':
    case u')':
    case u'[':
    case u']':
    case u'{':
    case u'}':
        return true;
    default:
        return false;
    }
}

// While an input method composes, its own formats lie in the layout and the line is longer than the block's text.
void mergePreedit(const QTextLayout &layout, QList<QTextLayout::FormatRange> &formats)
{
    const int start = layout.preeditAreaPosition();
    const int length = static_cast<int>(layout.preeditAreaText().size());
    if (start < 0 || length == 0)
        return;
    for (QTextLayout::FormatRange &range : formats) {
        if (range.start >= start)
            range.start += length;
        else if (range.start + range.length > start)
            range.length += length;
    }
    for (const QTextLayout::FormatRange &range : layout.formats()) {
        if (range.start >= start && range.start + range.length <= start + length)
            formats << range;
    }
}

} // namespace

TokenClass tokenClassAt(const QTextBlock &block, int column)
{
    const BlockData *data = blockData(block);
    if (!data)
        return TokenClass::Code;
    const QString text = block.text();
    for (const TokenRun &run : data->runs) {
        if (run.start >= column)
            break;
        if (column < run.end())
            return run.kind;
        if (column != run.end() || column != text.size())
            continue;
        if (run.kind == TokenClass::Comment)
            return text.endsWith(QLatin1String("*/")) ? TokenClass::Code : run.kind;
        const bool closed = text.endsWith(u'"') && run.length > 1;
        return closed ? TokenClass::Code : run.kind;
    }
    return TokenClass::Code;
}

Highlighter::Highlighter(QTextDocument &document, const Theme &theme, const Syntax &syntax)
    : QObject(&document)
    , m_document(document)
    , m_syntax(syntax)
    , m_blockCount(document.blockCount())
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, [this] { work(sliceBudget); });
    connect(&m_document, &QTextDocument::contentsChange, this, &Highlighter::documentChanged);
    connect(&theme, &Theme::changed, this, &Highlighter::retheme);
}

Highlighter::~Highlighter() = default;

void Highlighter::setFileName(const QString &fileName)
{
    const KSyntaxHighlighting::Definition wanted = m_syntax.definition(fileName);
    if (wanted == definition() && theme().isValid())
        return;
    setDefinition(wanted);
    setTheme(m_syntax.colours());
    m_styles.clear();
    restart();
}

void Highlighter::finish()
{
    while (!m_spans.isEmpty())
        work(1000);
}

QString Highlighter::lineComment() const
{
    return definition().singleLineCommentMarker();
}

bool Highlighter::foldsByIndentation() const
{
    return definition().indentationBasedFoldingEnabled();
}

void Highlighter::restart()
{
    clear();
    m_spans.clear();
    m_blockCount = m_document.blockCount();
    if (!definition().isValid())
        return;
    insertSpan(0, m_blockCount - 1);
    work(typingBudget);
}

void Highlighter::retheme()
{
    if (!definition().isValid())
        return;
    setTheme(m_syntax.colours());
    m_styles.clear();
    m_spans.clear();
    insertSpan(0, m_document.blockCount() - 1);
    // Half the lines in the colours of the scheme before would flash; a screenful is done at once.
    work(typingBudget * 8);
}

void Highlighter::clear()
{
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        if (BlockData *data = blockData(block)) {
            const bool folded = data->folded;
            auto kept = std::make_unique<BlockData>();
            kept->folded = folded;
            block.setUserData(kept.release());
        }
        if (!block.layout()->formats().isEmpty()) {
            block.layout()->clearFormats();
            block.clearLayout();
        }
    }
    Q_EMIT highlighted(0, m_document.blockCount() - 1);
}

void Highlighter::documentChanged(int position, int removed, int added)
{
    static_cast<void>(removed);
    const int delta = m_document.blockCount() - m_blockCount;
    m_blockCount = m_document.blockCount();
    const QTextBlock first = m_document.findBlock(position);
    const int from = first.isValid() ? first.blockNumber() : 0;
    shiftSpans(from, delta);
    if (!definition().isValid())
        return;
    const QTextBlock last = m_document.findBlock(position + added);
    insertSpan(from, last.isValid() ? last.blockNumber() : m_blockCount - 1);
    work(typingBudget);
}

void Highlighter::shiftSpans(int first, int delta)
{
    if (delta == 0)
        return;
    for (Span &span : m_spans) {
        span.next = span.next > first ? std::max(first, span.next + delta) : span.next;
        span.last = span.last > first ? std::max(first, span.last + delta) : span.last;
        span.last = std::min(span.last, m_blockCount - 1);
    }
    erase_if(m_spans, [this](const Span &span) { return span.next >= m_blockCount; });
}

void Highlighter::insertSpan(int first, int last)
{
    m_spans << Span{first, std::max(first, last)};
    std::sort(m_spans.begin(), m_spans.end(), [](const Span &a, const Span &b) { return a.next < b.next; });
    QList<Span> merged;
    for (const Span &span : std::as_const(m_spans)) {
        if (!merged.isEmpty() && span.next <= merged.last().last + 1)
            merged.last().last = std::max(merged.last().last, span.last);
        else
            merged << span;
    }
    m_spans = merged;
}

void Highlighter::work(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (!m_spans.isEmpty() && clock.elapsed() < milliseconds)
        workOnFirstSpan(clock, milliseconds);
    if (m_spans.isEmpty())
        m_slice.stop();
    else
        m_slice.start();
}

void Highlighter::workOnFirstSpan(const QElapsedTimer &clock, int milliseconds)
{
    Span span = m_spans.takeFirst();
    const int first = span.next;
    int changed = -1;
    for (QTextBlock block = m_document.findBlockByNumber(span.next); block.isValid(); block = block.next()) {
        const QTextBlock previous = block.previous();
        const BlockData *before = blockData(previous);
        const BlockData *known = blockData(block);
        const bool flowed = !known || (before && known->before != before->after);
        if (span.next > span.last && !flowed)
            break;
        if (colour(block))
            changed = span.next;
        ++span.next;
        if (!m_spans.isEmpty() && span.next >= m_spans.first().next)
            span.last = std::max(span.last, m_spans.takeFirst().last);
        if (clock.elapsed() >= milliseconds) {
            if (span.next < m_blockCount)
                insertSpan(span.next, span.last);
            break;
        }
    }
    if (changed >= 0)
        Q_EMIT highlighted(first, changed);
}

bool Highlighter::colour(const QTextBlock &block)
{
    const BlockData *before = blockData(block.previous());
    BlockData *data = blockData(block);
    QTextBlock target = block;
    const bool isNew = !data;
    if (isNew) {
        data = new BlockData;
        target.setUserData(data);
    }
    data->before = before ? before->after : KSyntaxHighlighting::State();
    m_formats.clear();
    m_found.runs.clear();
    m_found.folds.clear();
    m_found.brackets.clear();
    const QString text = block.text();
    data->after = text.size() <= longestLine ? highlightLine(QStringView(text), data->before) : data->before;
    data->runs.swap(m_found.runs);
    findBrackets(block, *data);
    const bool sameFolds = data->folds == m_found.folds;
    data->folds.swap(m_found.folds);
    mergePreedit(*block.layout(), m_formats);
    if (!isNew && sameFolds && block.layout()->formats() == m_formats)
        return false;
    setFormats(block);
    return true;
}

void Highlighter::setFormats(const QTextBlock &block)
{
    block.layout()->setFormats(m_formats);
    QTextBlock(block).clearLayout();
}

void Highlighter::findBrackets(const QTextBlock &block, BlockData &data) const
{
    data.brackets.clear();
    const QString text = block.text();
    if (text.size() > longestLine)
        return;
    qsizetype run = 0;
    for (int column = 0; column < text.size(); ++column) {
        if (!isBracket(text[column]))
            continue;
        while (run < data.runs.size() && data.runs[run].end() <= column)
            ++run;
        if (run < data.runs.size() && data.runs[run].start <= column)
            continue;
        data.brackets << Bracket{column, text[column]};
    }
}

void Highlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (length <= 0)
        return;
    const TokenClass kind = tokenClassOf(format);
    if (kind != TokenClass::Code) {
        QList<TokenRun> &runs = m_found.runs;
        if (!runs.isEmpty() && runs.last().end() == offset && runs.last().kind == kind)
            runs.last().length += length;
        else
            runs << TokenRun{offset, length, kind};
    }
    const KSyntaxHighlighting::Theme colours = theme();
    if (format.isDefaultTextStyle(colours))
        return;
    auto style = m_styles.find(format.id());
    if (style == m_styles.end()) {
        QTextCharFormat made;
        made.setForeground(format.textColor(colours));
        if (format.isBold(colours))
            made.setFontWeight(QFont::Bold);
        if (format.isItalic(colours))
            made.setFontItalic(true);
        style = m_styles.insert(format.id(), made);
    }
    m_formats << QTextLayout::FormatRange{offset, length, *style};
}

void Highlighter::applyFolding(int offset, int length, KSyntaxHighlighting::FoldingRegion region)
{
    static_cast<void>(offset);
    static_cast<void>(length);
    const bool begins = region.type() == KSyntaxHighlighting::FoldingRegion::Begin;
    QList<FoldMark> &folds = m_found.folds;
    // What begins and ends in the same line is nothing to fold.
    if (!begins && !folds.isEmpty() && folds.last().id == region.id() && folds.last().edge == FoldEdge::Begin)
        folds.removeLast();
    else
        folds << FoldMark{region.id(), begins ? FoldEdge::Begin : FoldEdge::End};
}

} // namespace drydock::controls
