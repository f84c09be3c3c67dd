// SPDX-License-Identifier: MIT
// What the tokens before the caret amount to.
#include "core/hcl/characters.h"
#include "core/hcl/names.h"
#include "core/language/caretreader.h"

#include <algorithm>

namespace drydock::language {

using hcl::Token;
using hcl::TokenKind;
using Where = CaretContext::Where;

static bool endsOperand(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Identifier:
    case TokenKind::Number:
    case TokenKind::CloseParen:
    case TokenKind::CloseBracket:
    case TokenKind::CloseBrace:
    case TokenKind::CloseQuote:
    case TokenKind::CloseHeredoc:
        return true;
    default:
        return false;
    }
}

// Whether a value may begin here: not right behind another one.
bool CaretReader::expectsOperand() const
{
    if (m_tokens.empty() || m_tokens.back().start < m_frames.back().start)
        return true;
    const Token &last = m_tokens.back();
    if (last.start == m_frames.back().start || !endsOperand(last.kind))
        return true;
    // In an object's or tuple's frame the element before may have ended with its line.
    const std::string_view between = m_text.substr(last.end, m_wordStart - last.end);
    if (m_frames.back().kind == FrameKind::Tuple && between.find('\n') != std::string_view::npos)
        return false;
    const std::string_view word = textOf(last);
    return last.kind == TokenKind::Identifier && (word == "in" || word == "if");
}

void CaretReader::finish(CaretContext &context)
{
    hcl::ByteRange word{m_wordStart, m_offset};
    context.typed = m_text.substr(m_wordStart, m_offset - m_wordStart);
    const bool isBehindDot = !m_tokens.empty() && m_tokens.back().kind == TokenKind::Dot && !isInText();
    if (!context.typed.empty() || isBehindDot)
        word.end = std::max(m_offset, hcl::nameFrom(m_text, m_offset).end);
    context.word = word;
    finishFrames(context);
    const Frame &top = m_frames.back();
    if (m_isInComment || top.kind == FrameKind::Heredoc) {
        context.where = Where::Nothing;
    } else if (top.kind == FrameKind::Quotes) {
        finishText(context);
    } else if (top.kind == FrameKind::Body && top.state == State::Start) {
        context.where = Where::BodyItem;
    } else if (top.kind == FrameKind::Body && top.state == State::Header) {
        const bool isName =
            m_tokens.back().kind == TokenKind::Identifier || m_tokens.back().kind == TokenKind::CloseQuote;
        context.where = isName ? Where::Label : Where::Nothing;
        context.blockType = top.header.type;
        context.labels = top.header.labels;
        context.header = top.header.header;
    } else if (top.kind == FrameKind::Body && top.attribute.empty()) {
        context.where = Where::Nothing;
    } else if (top.kind == FrameKind::Object && top.state == State::Start) {
        const bool isAfterKey =
            !m_tokens.empty() && m_tokens.back().start > top.start &&
            (m_tokens.back().kind == TokenKind::Identifier || m_tokens.back().kind == TokenKind::CloseQuote) &&
            m_text.substr(m_tokens.back().end, m_wordStart - m_tokens.back().end).find('\n') == std::string_view::npos;
        context.where = isAfterKey ? Where::Nothing : Where::ObjectKey;
        context.writtenKeys = top.keys;
        if (isBehindDot) {
            context.where = Where::Value;
            finishSteps(context);
        }
    } else {
        context.where = Where::Value;
        finishSteps(context);
        context.isDirective =
            top.kind == FrameKind::Template && !m_tokens.empty() && m_tokens.back().kind == TokenKind::Control;
        const bool isNumber = !context.typed.empty() && hcl::characters::is(context.typed[0], hcl::characters::Digit);
        const bool namesFor = top.isReadingFor && !top.isBehindIn;
        if (isNumber || namesFor || (!context.isBehindDot && !expectsOperand()))
            context.where = Where::Nothing;
    }
}

void CaretReader::finishFrames(CaretContext &context) const
{
    for (std::size_t at = 0; at < m_frames.size(); ++at) {
        const Frame &frame = m_frames[at];
        if (frame.kind == FrameKind::Body) {
            context.keys.clear();
            context.calls.clear();
            if (at > 0)
                context.blocks.push_back(frame.block);
            context.attribute = frame.state == State::Value ? frame.attribute : std::string();
            context.attributeStart = frame.attributeStart;
        } else if (frame.kind == FrameKind::Object) {
            if (frame.state == State::Value && !frame.keys.empty())
                context.keys.push_back(frame.keys.back());
        } else if (frame.kind == FrameKind::Tuple) {
            context.keys.emplace_back();
        } else if (frame.kind == FrameKind::Call) {
            context.calls.push_back({frame.function, frame.name, frame.arguments});
        } else if (frame.kind == FrameKind::Template) {
            context.isTemplate = true;
        }
        if (!frame.isReadingFor)
            context.forNames.insert(context.forNames.end(), frame.forNames.begin(), frame.forNames.end());
    }
}

// Between quotes: the whole text is the word.
void CaretReader::finishText(CaretContext &context)
{
    const Frame &quotes = m_frames.back();
    const Frame &outside = m_frames[m_frames.size() - 2];
    const std::uint32_t start = quotes.start + 1;
    std::uint32_t end = m_offset;
    while (end < m_text.size() && m_text[end] != '"' && m_text[end] != '\n' && m_text[end] != '\r')
        ++end;
    // Without a closing quote the rest of the line may belong to something else.
    if (end >= m_text.size() || m_text[end] != '"')
        end = std::max(m_offset, hcl::nameFrom(m_text, m_offset).end);
    context.word = {start, end};
    context.typed = m_text.substr(start, m_offset - start);
    context.isQuoted = true;
    context.where = Where::Text;
    const bool hasSequence = context.typed.find("${") != std::string::npos;
    if (outside.kind == FrameKind::Body && outside.state == State::Header) {
        context.where = Where::Label;
        context.blockType = outside.header.type;
        context.labels = outside.header.labels;
        context.header = outside.header.header;
    } else if (outside.kind == FrameKind::Object && outside.state == State::Start) {
        context.where = Where::ObjectKey;
        context.writtenKeys = outside.keys;
    } else if (hasSequence) {
        context.where = Where::Nothing;
    }
}

// The `[…]` that ends before `at`; returns where it begins.
std::size_t CaretReader::readIndex(std::size_t at, std::vector<WrittenStep> &steps) const
{
    std::size_t open = at - 1;
    for (std::size_t depth = 1; depth > 0 && open > 0;) {
        --open;
        depth += m_tokens[open].kind == TokenKind::CloseBracket ? 1 : 0;
        depth -= m_tokens[open].kind == TokenKind::OpenBracket ? 1 : 0;
    }
    std::string inside(m_text.substr(m_tokens[open].end, m_tokens[at - 1].start - m_tokens[open].end));
    const bool isSplat = inside == "*";
    steps.push_back({isSplat ? WrittenStep::Kind::Splat : WrittenStep::Kind::Index, std::move(inside)});
    return open;
}

// The traversal before the caret, read backwards.
void CaretReader::finishSteps(CaretContext &context) const
{
    if (m_tokens.empty() || m_tokens.back().kind != TokenKind::Dot)
        return;
    context.isBehindDot = true;
    std::vector<WrittenStep> steps;
    std::size_t at = m_tokens.size();
    while (at > 1 && m_tokens[at - 1].kind == TokenKind::Dot) {
        --at;
        const TokenKind before = m_tokens[at - 1].kind;
        if (before == TokenKind::Star || before == TokenKind::Number) {
            --at;
            steps.push_back({before == TokenKind::Star ? WrittenStep::Kind::Splat : WrittenStep::Kind::Index,
                             std::string(textOf(m_tokens[at]))});
            continue;
        }
        while (at > 0 && m_tokens[at - 1].kind == TokenKind::CloseBracket)
            at = readIndex(at, steps);
        const bool isName = at > 0 && m_tokens[at - 1].kind == TokenKind::Identifier;
        // Behind a call or parentheses nothing is known: the step has no name.
        steps.push_back({WrittenStep::Kind::Name, isName ? std::string(textOf(m_tokens[at - 1])) : std::string()});
        if (!isName)
            break;
        --at;
    }
    std::reverse(steps.begin(), steps.end());
    context.steps = std::move(steps);
}

} // namespace drydock::language
