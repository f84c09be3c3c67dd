// SPDX-License-Identifier: MIT
#include "core/language/caretreader.h"

#include "core/hcl/characters.h"
#include "core/hcl/lexer.h"
#include "core/hcl/names.h"
#include "core/hcl/template.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drydock::language {

using hcl::Token;
using hcl::TokenKind;

CaretReader::CaretReader(std::string_view text, std::uint32_t offset)
    : m_text(text)
    , m_offset(std::min(offset, static_cast<std::uint32_t>(text.size())))
    , m_wordStart(hcl::nameBefore(text, m_offset).start)
{
    m_frames.emplace_back();
}

std::string_view CaretReader::textOf(const Token &token) const
{
    return m_text.substr(token.start, token.end - token.start);
}

bool CaretReader::isInText() const
{
    const FrameKind kind = m_frames.back().kind;
    return kind == FrameKind::Quotes || kind == FrameKind::Heredoc;
}

CaretContext CaretReader::read()
{
    const std::string_view before = m_text.substr(0, m_wordStart);
    hcl::Lexer lexer(before);
    for (Token token = lexer.next(); token.kind != TokenKind::EndOfFile; token = lexer.next()) {
        const bool isBrokenString = token.kind == TokenKind::Invalid && isInText() &&
                                    (before[token.start] == '\n' || before[token.start] == '\r');
        if (isBrokenString) {
            lexer.restart(token.start);
            endString(token.start);
            continue;
        }
        take(token);
    }
    CaretContext context;
    finish(context);
    return context;
}

// A quote without end: its line is over, and so is all that was open inside it.
void CaretReader::endString(std::uint32_t)
{
    const auto text = std::find_if(m_frames.begin(), m_frames.end(),
                                   [](const Frame &frame) { return frame.kind == FrameKind::Quotes; });
    m_frames.erase(text, m_frames.end());
    m_frames.back().state = State::Value;
}

// `resource "x" "y"` at the begin of a line ends all that was left open above.
void CaretReader::resetAtBlock(const Token &token)
{
    static constexpr std::array<std::string_view, 14> TopLevel{"resource", "data",   "ephemeral", "variable",  "output",
                                                               "locals",   "module", "provider",  "terraform", "moved",
                                                               "removed",  "import", "check",     "run"};
    const bool isColumnZero = token.start == 0 || m_text[token.start - 1] == '\n';
    std::size_t next = token.end;
    while (next < m_text.size() && (m_text[next] == ' ' || m_text[next] == '\t'))
        ++next;
    const char after = next < m_text.size() ? m_text[next] : '\0';
    if (isColumnZero && m_frames.size() > 1 && (after == '{' || (after == '"' && next > token.end)) &&
        std::find(TopLevel.begin(), TopLevel.end(), textOf(token)) != TopLevel.end()) {
        m_frames.resize(1);
        m_frames.back() = Frame{};
        m_tokens.clear();
        return;
    }
    const char second = next + 1 < m_text.size() ? m_text[next + 1] : '\0';
    const bool isArgument = after == '=' && second != '=' && second != '>';
    const bool isBlock = after == '{' || (after == '"' && next > token.end);
    const Frame &top = m_frames.back();
    const bool isList = top.kind == FrameKind::Tuple || top.kind == FrameKind::Call ||
                        top.kind == FrameKind::Parentheses || top.kind == FrameKind::Index;
    const bool isKey = top.kind == FrameKind::Object && top.state == State::Start;
    if ((isList && (isArgument || isBlock)) || (isKey && isBlock)) {
        while (m_frames.back().kind != FrameKind::Body)
            m_frames.pop_back();
        m_frames.back().state = State::Start;
        m_tokens.clear();
    }
}

void CaretReader::take(const Token &token)
{
    m_isInComment = (token.kind == TokenKind::Comment && token.end == m_wordStart && m_text[token.start] == '#') ||
                    (token.kind == TokenKind::Comment && token.end == m_wordStart && textOf(token).starts_with("//")) ||
                    (token.kind == TokenKind::Invalid && textOf(token).starts_with("/*"));
    if (token.kind == TokenKind::Comment)
        return;
    Frame &top = m_frames.back();
    if (token.kind == TokenKind::Newline) {
        m_isLineStart = true;
        if (top.kind == FrameKind::Body) {
            top.state = State::Start;
            m_tokens.clear();
        } else if (top.kind == FrameKind::Object && top.state == State::Value && !top.isReadingFor &&
                   top.forNames.empty()) {
            top.state = State::Start;
        }
        return;
    }
    if (std::exchange(m_isLineStart, false) && token.kind == TokenKind::Identifier)
        resetAtBlock(token);
    if (m_frames.back().isReadingFor)
        takeFor(token);
    else if (m_frames.back().kind == FrameKind::Body)
        takeInBody(token);
    else if (m_frames.back().kind == FrameKind::Object)
        takeInObject(token);
    else
        takeOperand(token);
    m_tokens.push_back(token);
    m_last = token;
}

void CaretReader::takeInBody(const Token &token)
{
    Frame &frame = m_frames.back();
    if (token.kind == TokenKind::CloseBrace) {
        close(token);
        return;
    }
    switch (frame.state) {
    case State::Start:
        if (token.kind == TokenKind::Identifier) {
            frame.header = OpenBlock{std::string(textOf(token)), {}, token.range(), 0};
            frame.state = State::Header;
        }
        break;
    case State::Header:
        takeHeader(token);
        break;
    case State::Value:
        takeOperand(token);
        break;
    }
}

void CaretReader::takeHeader(const Token &token)
{
    Frame &frame = m_frames.back();
    switch (token.kind) {
    case TokenKind::Assign:
        frame.attribute = frame.header.type;
        frame.attributeStart = frame.header.header.start;
        frame.state = State::Value;
        break;
    case TokenKind::Identifier:
        frame.header.labels.emplace_back(textOf(token));
        frame.header.header.end = token.end;
        break;
    case TokenKind::OpenBrace: {
        Frame inside;
        inside.start = token.start;
        inside.block = frame.header;
        inside.block.bodyStart = token.end;
        frame.state = State::Value; // behind the closing brace nothing may follow
        frame.attribute.clear();
        m_frames.push_back(std::move(inside));
        break;
    }
    case TokenKind::OpenQuote:
        open(token, FrameKind::Quotes);
        break;
    default:
        break;
    }
}

void CaretReader::takeInObject(const Token &token)
{
    Frame &frame = m_frames.back();
    if (token.kind == TokenKind::CloseBrace) {
        close(token);
        return;
    }
    if (frame.state == State::Value) {
        if (token.kind == TokenKind::Comma)
            frame.state = State::Start;
        else
            takeOperand(token);
        return;
    }
    switch (token.kind) {
    case TokenKind::Identifier:
        if (textOf(token) == "for" && frame.keys.empty()) {
            frame.isReadingFor = true;
            frame.state = State::Value;
        } else {
            frame.key = textOf(token);
        }
        break;
    case TokenKind::Assign:
    case TokenKind::Colon:
        frame.keys.push_back(frame.key);
        frame.state = State::Value;
        break;
    default:
        takeOperand(token);
    }
}

// Between `for` and `:`.
void CaretReader::takeFor(const Token &token)
{
    const bool isHere = !m_tokens.empty();
    Frame &frame = m_frames.back();
    if (token.kind == TokenKind::Identifier && !frame.isBehindIn) {
        if (textOf(token) == "in") {
            frame.isBehindIn = true;
            frame.collectionStart = token.end;
            if (frame.forNames.size() > 1)
                frame.forNames.front().isKey = true;
        } else {
            frame.forNames.push_back({std::string(textOf(token)), {}, false});
        }
        return;
    }
    const bool isEnd = isHere && (token.kind == TokenKind::Colon || token.kind == TokenKind::SequenceEnd);
    if (!isEnd) {
        if (frame.isBehindIn)
            takeOperand(token);
        return;
    }
    std::string_view collection = m_text.substr(frame.collectionStart, token.start - frame.collectionStart);
    while (!collection.empty() && (collection.front() == ' ' || collection.front() == '\t'))
        collection.remove_prefix(1);
    while (!collection.empty() && (collection.back() == ' ' || collection.back() == '\t'))
        collection.remove_suffix(1);
    for (CaretContext::ForName &name : frame.forNames)
        name.collection = collection;
    frame.isReadingFor = false;
    if (token.kind == TokenKind::SequenceEnd) {
        // `%{ for x in y }` binds in the text up to its endfor.
        std::vector<CaretContext::ForName> names = std::move(frame.forNames);
        close(token);
        auto &outside = m_frames.back().forNames;
        outside.insert(outside.end(), names.begin(), names.end());
    }
}

void CaretReader::takeOperand(const Token &token)
{
    Frame &frame = m_frames.back();
    switch (token.kind) {
    case TokenKind::OpenParen: {
        const bool isCall = m_last.kind == TokenKind::Identifier && m_last.end == token.start && !m_tokens.empty();
        open(token, isCall ? FrameKind::Call : FrameKind::Parentheses);
        break;
    }
    case TokenKind::OpenBracket: {
        const bool isIndex = m_last.end == token.start && !m_tokens.empty() &&
                             (m_last.kind == TokenKind::Identifier || m_last.kind == TokenKind::CloseBracket ||
                              m_last.kind == TokenKind::CloseParen || m_last.kind == TokenKind::Star);
        open(token, isIndex ? FrameKind::Index : FrameKind::Tuple);
        break;
    }
    case TokenKind::OpenBrace:
        open(token, FrameKind::Object);
        break;
    case TokenKind::OpenQuote:
        open(token, FrameKind::Quotes);
        break;
    case TokenKind::OpenHeredoc:
        open(token, FrameKind::Heredoc);
        break;
    case TokenKind::Interpolation:
    case TokenKind::Control:
        open(token, FrameKind::Template);
        break;
    case TokenKind::CloseParen:
    case TokenKind::CloseBracket:
    case TokenKind::CloseBrace:
    case TokenKind::CloseQuote:
    case TokenKind::CloseHeredoc:
    case TokenKind::SequenceEnd:
        close(token);
        break;
    case TokenKind::Comma:
        ++frame.arguments;
        break;
    case TokenKind::Identifier: {
        const bool isFirst = !m_tokens.empty() && m_tokens.back().start == frame.start;
        const std::string_view word = textOf(token);
        if (isFirst && word == "for" && (frame.kind == FrameKind::Tuple || frame.kind == FrameKind::Template))
            frame.isReadingFor = true;
        else if (isFirst && word == "endfor" && frame.kind == FrameKind::Template && m_frames.size() > 1)
            m_frames[m_frames.size() - 2].forNames.clear();
        break;
    }
    default:
        break;
    }
}

void CaretReader::open(const Token &token, FrameKind kind)
{
    Frame frame;
    frame.kind = kind;
    frame.start = token.start;
    if (kind == FrameKind::Call) {
        std::uint32_t start = m_last.start;
        for (auto it = m_tokens.rbegin(); it != m_tokens.rend(); ++it) {
            const bool isPart = it->kind == TokenKind::DoubleColon || it->kind == TokenKind::Identifier;
            if (!isPart || (it->end != start && it != m_tokens.rbegin()))
                break;
            start = it->start;
        }
        frame.name = {start, m_last.end};
        frame.function = m_text.substr(start, m_last.end - start);
    }
    m_frames.push_back(std::move(frame));
}

void CaretReader::close(const Token &token)
{
    const auto fits = [&](const Frame &frame) {
        switch (token.kind) {
        case TokenKind::CloseParen:
            return frame.kind == FrameKind::Parentheses || frame.kind == FrameKind::Call;
        case TokenKind::CloseBracket:
            return frame.kind == FrameKind::Tuple || frame.kind == FrameKind::Index;
        case TokenKind::CloseBrace:
            return frame.kind == FrameKind::Object || frame.kind == FrameKind::Body;
        case TokenKind::CloseQuote:
            return frame.kind == FrameKind::Quotes;
        case TokenKind::CloseHeredoc:
            return frame.kind == FrameKind::Heredoc;
        default:
            return frame.kind == FrameKind::Template;
        }
    };
    std::size_t at = m_frames.size() - 1;
    while (at > 0 && !fits(m_frames[at])) {
        if (m_frames[at].kind == FrameKind::Body && token.kind != TokenKind::CloseBrace)
            return; // an extra closing bracket
        --at;
    }
    if (at == 0)
        return;
    const Frame closed = m_frames[at];
    m_frames.resize(at);
    Frame &frame = m_frames.back();
    if (closed.kind != FrameKind::Quotes || frame.state == State::Value)
        return;
    const std::string text = hcl::decodeQuoted(m_text.substr(closed.start + 1, token.start - closed.start - 1));
    if (frame.kind == FrameKind::Body && frame.state == State::Header) {
        frame.header.labels.push_back(text);
        frame.header.header.end = token.end;
    } else if (frame.kind == FrameKind::Object) {
        frame.key = text;
    }
}

CaretContext caretContext(std::string_view text, std::uint32_t offset)
{
    return CaretReader(text, offset).read();
}

} // namespace drydock::language
