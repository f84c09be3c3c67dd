// SPDX-License-Identifier: MIT
#include "core/language/jsoncaret.h"

#include "core/hcl/names.h"
#include "core/language/jsoncaretreader.h"

#include <algorithm>
#include <charconv>

namespace drydock::language {

using hcl::BodyMember;
using hcl::JsonShape;
using hcl::StringMeaning;
using Where = CaretContext::Where;

JsonCaretReader::JsonCaretReader(std::string_view text, std::uint32_t offset)
    : m_text(text)
    , m_offset(std::min(offset, static_cast<std::uint32_t>(text.size())))
    , m_start(m_offset)
    , m_end(m_offset)
{
}

// Behind its last letter: at the closing quote, or where the line ends.
std::uint32_t JsonCaretReader::endOfString(std::uint32_t start) const
{
    std::uint32_t at = start;
    while (at < m_text.size() && m_text[at] != '"' && m_text[at] != '\n' && m_text[at] != '\r')
        at += m_text[at] == '\\' && at + 1 < m_text.size() ? 2 : 1;
    return std::min(at, static_cast<std::uint32_t>(m_text.size()));
}

std::uint32_t JsonCaretReader::behindBlanks(std::uint32_t at) const
{
    while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t' || m_text[at] == '\n' || m_text[at] == '\r'))
        ++at;
    return at;
}

void JsonCaretReader::close()
{
    if (!m_frames.empty())
        m_frames.pop_back();
    if (!m_frames.empty())
        m_frames.back().state = State::Done;
}

void JsonCaretReader::takeString(std::uint32_t &at)
{
    const std::uint32_t end = endOfString(at + 1);
    const bool isClosed = end < m_text.size() && m_text[end] == '"';
    if (m_offset <= end) {
        m_isInString = true;
        m_isClosed = isClosed;
        m_start = at + 1;
        m_end = isClosed ? end : std::max(m_offset, hcl::nameFrom(m_text, m_offset).end);
        at = m_offset;
        return;
    }
    if (!m_frames.empty()) {
        Frame &frame = m_frames.back();
        const bool isName = !frame.isArray && frame.state != State::Value;
        if (isName) {
            frame.name = m_text.substr(at + 1, end - at - 1);
            frame.names.push_back(frame.name);
        }
        frame.state = isName ? State::Colon : State::Done;
    }
    at = end + (isClosed ? 1 : 0);
}

void JsonCaretReader::take(std::uint32_t &at)
{
    const char c = m_text[at];
    if (c == '"') {
        takeString(at);
        return;
    }
    if (c == '{' || c == '[') {
        m_frames.push_back({c == '[', c == '[' ? State::Value : State::Name, {}, {}});
    } else if (c == '}' || c == ']') {
        close();
    } else if (c == ',' && !m_frames.empty()) {
        m_frames.back().state = m_frames.back().isArray ? State::Value : State::Name;
    } else if (c == ':' && !m_frames.empty()) {
        m_frames.back().state = State::Value;
    } else if (const hcl::ByteRange word = hcl::nameFrom(m_text, at); word.end > at) {
        if (word.end >= m_offset) {
            m_start = at;
            m_end = word.end;
            at = m_offset;
            return;
        }
        if (!m_frames.empty() && m_frames.back().state == State::Value)
            m_frames.back().state = State::Done;
        at = word.end;
        return;
    }
    ++at;
}

void JsonCaretReader::scan()
{
    for (std::uint32_t at = 0; at < m_offset;)
        take(at);
}

// The other properties of the object, so that none of them is proposed again.
void JsonCaretReader::collectNamesBehind(std::uint32_t at)
{
    std::size_t depth = 0;
    while (at < m_text.size()) {
        const char c = m_text[at];
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth-- == 0)
                return;
        } else if (c == '"') {
            const std::uint32_t end = endOfString(at + 1);
            const std::uint32_t next = behindBlanks(end + 1);
            if (depth == 0 && next < m_text.size() && m_text[next] == ':')
                m_frames.back().names.emplace_back(m_text.substr(at + 1, end - at - 1));
            at = end;
        }
        ++at;
    }
}

bool JsonCaretReader::isOnName() const
{
    return !m_frames.empty() && !m_frames.back().isArray &&
           (m_frames.back().state == State::Name || (m_frames.back().state == State::Done && m_isInString));
}

JsonCaretReader::Stage JsonCaretReader::follow(const hcl::BodySchema &schema, JsonCaret &caret) const
{
    CaretContext &context = caret.context;
    const hcl::BodySchema *body = &schema;
    std::shared_ptr<const hcl::BodySchema> held;
    OpenBlock header;
    Stage stage = Stage::Body;
    for (const Frame &frame : m_frames) {
        if (frame.isArray && stage == Stage::Value)
            context.keys.emplace_back();
        if (frame.isArray || (&frame == &m_frames.back() && isOnName()))
            continue;
        if (stage == Stage::Value) {
            context.keys.push_back(frame.name);
        } else if (stage == Stage::Body) {
            const bool isLast = &frame == &m_frames.back();
            const BodyMember member = body->member(frame.name, isLast ? JsonShape::Other : JsonShape::Object);
            header = OpenBlock{frame.name, {}, {}, 0};
            caret.labelsLeft = member.labels;
            caret.strings = member.strings;
            if (member.kind != BodyMember::Kind::Block) {
                context.attribute = frame.name;
                stage = Stage::Value;
                continue;
            }
            stage = Stage::Labels;
        } else {
            header.labels.push_back(frame.name);
            --caret.labelsLeft;
        }
        if (stage == Stage::Labels && caret.labelsLeft == 0) {
            held = body->inside(header.type, header.labels);
            body = held.get();
            context.blocks.push_back(header);
            stage = Stage::Body;
        }
    }
    context.blockType = header.type;
    context.labels = header.labels;
    return stage;
}

void JsonCaretReader::finishName(JsonCaret &caret, Stage stage) const
{
    CaretContext &context = caret.context;
    context.where = stage == Stage::Body ? Where::BodyItem : stage == Stage::Labels ? Where::Label : Where::ObjectKey;
    if (stage == Stage::Labels)
        --caret.labelsLeft;
    context.writtenKeys = m_frames.back().names;
    const std::uint32_t next = behindBlanks(m_end + (m_isClosed ? 1 : 0));
    caret.hasColon = next < m_text.size() && m_text[next] == ':';
    caret.needsComma = next < m_text.size() && m_text[next] == '"';
}

// The text of the string before the caret; `places` says where each of its bytes is written, and the end.
std::string JsonCaretReader::decoded(std::vector<std::uint32_t> &places) const
{
    std::string text;
    for (std::uint32_t at = m_start; at < m_offset;) {
        const std::uint32_t from = at;
        char c = m_text[at++];
        if (c == '\\' && at < m_offset) {
            c = m_text[at++];
            if (c == 'u') {
                unsigned code = 0xFFFD;
                const std::uint32_t end = std::min(at + 4, m_offset);
                std::from_chars(m_text.data() + at, m_text.data() + end, code, 16);
                // Beyond ASCII no name that is proposed is written so: one letter stands for all of them.
                text += code < 0x80 ? std::string(1, static_cast<char>(code)) : std::string("\xEF\xBF\xBD");
                at = end;
                places.resize(text.size(), from);
                continue;
            }
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
        text += c;
        places.push_back(from);
    }
    places.push_back(m_offset);
    return text;
}

// In "${…}", and in strings that are an expression as a whole: as in the native syntax.
void JsonCaretReader::finishExpression(JsonCaret &caret) const
{
    CaretContext &context = caret.context;
    std::vector<std::uint32_t> places;
    const std::string text = decoded(places);
    const bool isWhole = caret.strings == StringMeaning::Expression;
    const std::string before = isWhole ? "_ = " : "_ = <<E\n";
    const std::string native = before + text;
    CaretContext inside = caretContext(native, static_cast<std::uint32_t>(native.size()));
    if (!isWhole && !inside.isTemplate) {
        context.where = text.find("${") == std::string::npos ? Where::Text : Where::Nothing;
        context.typed = text;
        context.word = {m_start, m_end};
        return;
    }
    const std::size_t start = std::max(std::size_t{inside.word.start}, before.size()) - before.size();
    inside.word.start = places[std::min(start, text.size())];
    inside.word.end = m_offset;
    if (inside.where != Where::Text)
        inside.word.end = std::max(m_offset, std::min(m_end, hcl::nameFrom(m_text, m_offset).end));
    inside.blocks = std::move(context.blocks);
    inside.attribute = std::move(context.attribute);
    inside.keys.insert(inside.keys.begin(), context.keys.begin(), context.keys.end());
    context = std::move(inside);
}

void JsonCaretReader::finishValue(JsonCaret &caret) const
{
    CaretContext &context = caret.context;
    const std::uint32_t next = behindBlanks(m_end + (m_isClosed ? 1 : 0));
    caret.needsComma = next < m_text.size() && m_text[next] == '"';
    context.isQuoted = m_isInString;
    if (!m_isInString) {
        context.where = Where::Value;
    } else if (caret.strings == StringMeaning::Verbatim) {
        context.where = Where::Text;
    } else {
        finishExpression(caret);
        context.isQuoted = true;
    }
}

JsonCaret JsonCaretReader::read(const hcl::BodySchema &schema)
{
    scan();
    JsonCaret caret;
    caret.context.where = Where::Nothing;
    caret.isInString = m_isInString;
    caret.isClosed = m_isClosed;
    caret.context.word = {m_start, m_end};
    caret.context.typed = m_text.substr(m_start, m_offset - m_start);
    caret.context.isQuoted = m_isInString;
    if (m_frames.empty())
        return caret;
    if (isOnName())
        collectNamesBehind(m_end + (m_isClosed ? 1 : 0));
    const Stage stage = follow(schema, caret);
    if (isOnName())
        finishName(caret, stage);
    else if (m_frames.back().state == State::Value && stage == Stage::Value)
        finishValue(caret);
    return caret;
}

JsonCaret jsonCaret(std::string_view text, std::uint32_t offset, const hcl::BodySchema &schema)
{
    return JsonCaretReader(text, offset).read(schema);
}

} // namespace drydock::language
