// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/blockdata.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <QHash>
#include <QObject>
#include <QTextLayout>
#include <QTimer>

class QElapsedTimer;
class QTextDocument;

namespace drydock::controls {

class Syntax;
class Theme;

/// Keeps a document highlighted without ever holding up typing: the lines of an edit are coloured before the edit is
/// painted, and what follows from them (an opened comment recolours the whole file) in slices between events.
///
/// Only formats of layouts are set; the document itself is not touched, so nothing else is told of a change.
class Highlighter final : public QObject, private KSyntaxHighlighting::AbstractHighlighter
{
    Q_OBJECT
    Q_INTERFACES(KSyntaxHighlighting::AbstractHighlighter)
    Q_DISABLE_COPY_MOVE(Highlighter)

public:
    Highlighter(QTextDocument &document, const Theme &theme, const Syntax &syntax);
    ~Highlighter() override;

    /// Chooses the language; an unknown one removes all colours.
    void setFileName(const QString &fileName);
    [[nodiscard]] bool isIdle() const { return m_spans.isEmpty(); }
    /// Colours all that is left, however long it takes.
    void finish();

    /// "#" for HCL; empty for a language without.
    [[nodiscard]] QString lineComment() const;
    [[nodiscard]] bool foldsByIndentation() const;

Q_SIGNALS:
    /// Blocks `first` to `last` got other colours, brackets or folds than before.
    void highlighted(int first, int last);

private:
    /// Lines next..last must be coloured, and further ones as long as the state flows into them differently.
    struct Span
    {
        int next = 0;
        int last = 0;
    };

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    void applyFolding(int offset, int length, KSyntaxHighlighting::FoldingRegion region) override;

    void documentChanged(int position, int removed, int added);
    void restart();
    void retheme();
    void insertSpan(int first, int last);
    void shiftSpans(int first, int delta);
    void work(int milliseconds);
    void workOnFirstSpan(const QElapsedTimer &clock, int milliseconds);
    bool colour(const QTextBlock &block);
    void findBrackets(const QTextBlock &block, BlockData &data) const;
    void setFormats(const QTextBlock &block);
    void clear();

    QTextDocument &m_document;
    const Syntax &m_syntax;
    QTimer m_slice;
    QList<Span> m_spans;
    int m_blockCount = 1;
    QHash<quint16, QTextCharFormat> m_styles;
    QList<QTextLayout::FormatRange> m_formats;
    BlockData m_found;
};

} // namespace drydock::controls
