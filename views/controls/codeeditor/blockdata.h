// SPDX-License-Identifier: MIT
#pragma once

#include <KSyntaxHighlighting/State>
#include <QList>
#include <QTextBlock>
#include <QTextBlockUserData>

namespace drydock::controls {

enum class TokenClass : quint8 { Code, Comment, String };

/// A stretch of a line that is no code.
struct TokenRun
{
    int start = 0;
    int length = 0;
    TokenClass kind = TokenClass::Code;

    [[nodiscard]] int end() const { return start + length; }
};

enum class FoldEdge : quint8 { Begin, End };

/// A place in a line where something that can be folded begins or ends; `id` tells kinds apart.
struct FoldMark
{
    int id = 0;
    FoldEdge edge = FoldEdge::Begin;
    bool operator==(const FoldMark &) const = default;
};

/// One of ()[]{} in code.
struct Bracket
{
    int column = 0;
    QChar letter;
    bool operator==(const Bracket &) const = default;
};

/// What highlighting found out about a line, and whether the user folded it.
class BlockData final : public QTextBlockUserData
{
public:
    KSyntaxHighlighting::State before; ///< the highlighter's state at the start of the line
    KSyntaxHighlighting::State after;
    QList<TokenRun> runs;
    QList<FoldMark> folds;
    QList<Bracket> brackets;
    bool folded = false;
};

/// None for a line that was not highlighted yet.
[[nodiscard]] inline BlockData *blockData(const QTextBlock &block)
{
    return static_cast<BlockData *>(block.userData());
}

/// What stands at `column`, between two letters: inside a comment or a string, or code. Right behind a string that
/// is closed is code; behind one that is not closed is still the string.
[[nodiscard]] TokenClass tokenClassAt(const QTextBlock &block, int column);

} // namespace drydock::controls
