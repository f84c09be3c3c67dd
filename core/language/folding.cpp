// SPDX-License-Identifier: MIT
#include "core/language/folding.h"

#include "core/hcl/lexer.h"
#include "core/hcl/parser.h"

#include <algorithm>

namespace drydock::language {

using hcl::ByteRange;
using hcl::NodeId;
using hcl::NodeKind;
using hcl::Token;
using hcl::TokenKind;

static void addFold(const hcl::SourceFile &source, ByteRange range, FoldKind kind, std::vector<FoldingRange> &folds)
{
    const std::uint32_t first = source.position(range.start).line;
    const std::uint32_t last = source.position(range.end > range.start ? range.end - 1 : range.end).line;
    if (last > first)
        folds.push_back({first, last, kind});
}

static std::optional<FoldKind> foldKind(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Block:
        return FoldKind::Block;
    case NodeKind::Heredoc:
        return FoldKind::Heredoc;
    case NodeKind::Tuple:
    case NodeKind::Object:
    case NodeKind::ForTuple:
    case NodeKind::ForObject:
    case NodeKind::ForObjectGrouped:
    case NodeKind::Call:
    case NodeKind::CallExpanded:
    case NodeKind::Parentheses:
        return FoldKind::Collection;
    default:
        return std::nullopt;
    }
}

// Comments on lines that follow each other, and long ones.
static void addComments(const hcl::ParsedFile &file, std::vector<FoldingRange> &folds)
{
    const hcl::SourceFile &source = file.source();
    ByteRange run;
    std::uint32_t lastLine = 0;
    const auto finish = [&] {
        if (!run.empty())
            addFold(source, run, FoldKind::Comment, folds);
    };
    for (const ByteRange comment : file.tree->comments()) {
        const std::uint32_t line = source.position(comment.start).line;
        const ByteRange before{source.lineRange(line).start, comment.start};
        const bool isAlone = source.text(before).find_first_not_of(" \t\xEF\xBB\xBF") == std::string_view::npos;
        if (!isAlone)
            continue;
        if (!run.empty() && line == lastLine + 1) {
            run.end = comment.end;
        } else {
            finish();
            run = comment;
        }
        lastLine = source.position(comment.end > comment.start ? comment.end - 1 : comment.end).line;
    }
    finish();
}

std::vector<FoldingRange> foldingRanges(const hcl::ParsedFile &file)
{
    std::vector<FoldingRange> folds;
    const hcl::Tree &tree = *file.tree;
    for (NodeId id = 1; id <= tree.nodeCount(); ++id) {
        if (const auto kind = foldKind(tree.kind(id)))
            addFold(file.source(), {tree.node(id).start, tree.node(id).end}, *kind, folds);
    }
    addComments(file, folds);
    // Of several that begin on a line (`merge({`), the longest stays.
    std::sort(folds.begin(), folds.end(), [](const FoldingRange &a, const FoldingRange &b) {
        return a.firstLine != b.firstLine ? a.firstLine < b.firstLine : a.lastLine > b.lastLine;
    });
    const auto last = std::unique(folds.begin(), folds.end(), [](const FoldingRange &a, const FoldingRange &b) {
        return a.firstLine == b.firstLine;
    });
    folds.erase(last, folds.end());
    return folds;
}

static bool opens(TokenKind kind)
{
    return kind == TokenKind::OpenBrace || kind == TokenKind::OpenBracket || kind == TokenKind::OpenParen ||
           kind == TokenKind::Interpolation || kind == TokenKind::Control || kind == TokenKind::OpenQuote ||
           kind == TokenKind::OpenHeredoc;
}

static bool closes(TokenKind open, TokenKind kind)
{
    switch (open) {
    case TokenKind::OpenBrace:
        return kind == TokenKind::CloseBrace;
    case TokenKind::OpenBracket:
        return kind == TokenKind::CloseBracket;
    case TokenKind::OpenParen:
        return kind == TokenKind::CloseParen;
    case TokenKind::OpenQuote:
        return kind == TokenKind::CloseQuote;
    case TokenKind::OpenHeredoc:
        return kind == TokenKind::CloseHeredoc;
    default:
        return kind == TokenKind::SequenceEnd;
    }
}

static bool isCloser(TokenKind kind)
{
    return kind == TokenKind::CloseBrace || kind == TokenKind::CloseBracket || kind == TokenKind::CloseParen ||
           kind == TokenKind::CloseQuote || kind == TokenKind::SequenceEnd || kind == TokenKind::CloseHeredoc;
}

std::optional<BracketPair> matchingBrackets(std::string_view text, std::uint32_t offset)
{
    hcl::Lexer lexer(text);
    std::vector<Token> open;
    const auto touches = [&](ByteRange range) { return offset >= range.start && offset <= range.end; };
    std::optional<BracketPair> best;
    for (Token token = lexer.next(); token.kind != TokenKind::EndOfFile; token = lexer.next()) {
        if (token.kind == TokenKind::Invalid && lexer.depth() > 0 &&
            (text[token.start] == '\n' || text[token.start] == '\r')) {
            lexer.restart(token.start); // a quote without end
            while (!open.empty() && open.back().kind != TokenKind::OpenBrace)
                open.pop_back();
            continue;
        }
        if (opens(token.kind)) {
            open.push_back(token);
            continue;
        }
        if (!isCloser(token.kind))
            continue;
        // What does not fit was left open by mistake.
        const auto fits = std::find_if(open.rbegin(), open.rend(),
                                       [&](const Token &opener) { return closes(opener.kind, token.kind); });
        if (fits == open.rend())
            continue;
        const Token opener = *fits;
        open.erase(fits.base() - 1, open.end());
        if (touches(opener.range()) || touches(token.range())) {
            best = BracketPair{opener.range(), token.range()};
            // The one behind the caret wins over the one before it.
            if (opener.start == offset || token.start == offset)
                return best;
        }
        if (token.start > offset && open.empty())
            break;
    }
    return best;
}

std::vector<ByteRange> selectionRanges(const hcl::ParsedFile &file, ByteRange selection)
{
    std::vector<ByteRange> ranges{{0, file.source().size()}};
    const hcl::Tree &tree = *file.tree;
    for (NodeId id = tree.root(); id != 0;) {
        const hcl::Node &node = tree.node(id);
        if (selection.start < node.start || selection.end > node.end) {
            id = tree.nextSibling(id);
            continue;
        }
        const ByteRange range{node.start, node.end};
        if (range != ranges.back() && range.size() > selection.size())
            ranges.push_back(range);
        id = node.first;
    }
    const std::string_view text = file.source().text();
    const auto isWord = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    ByteRange word = selection;
    while (word.start > 0 && isWord(text[word.start - 1]))
        --word.start;
    while (word.end < text.size() && isWord(text[word.end]))
        ++word.end;
    if (word != selection && word.size() < ranges.back().size())
        ranges.push_back(word);
    std::reverse(ranges.begin(), ranges.end());
    return ranges;
}

} // namespace drydock::language
