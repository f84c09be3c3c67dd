// SPDX-License-Identifier: MIT
#include "core/report/jsonwriter.h"

#include "core/report/plaintext.h"

#include <utility>

namespace drydock::report {

JsonWriter &JsonWriter::beginObject()
{
    open('{');
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    close('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    open('[');
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    close(']');
    return *this;
}

static void appendQuoted(std::string &text, std::string_view content)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    text += '"';
    for (const char c : validUtf8(content)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            text += {'\\', c};
        else if (c == '\n')
            text += "\\n";
        else if (c == '\t')
            text += "\\t";
        else if (c == '\r')
            text += "\\r";
        else if (byte < 0x20 || byte == 0x7F)
            text += {'\\', 'u', '0', '0', hex[byte >> 4U], hex[byte & 15U]};
        else
            text += c;
    }
    text += '"';
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    appendQuoted(m_text, name);
    m_text += ": ";
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::text(std::string_view content)
{
    separate();
    appendQuoted(m_text, content);
    return *this;
}

JsonWriter &JsonWriter::number(std::uint64_t content)
{
    separate();
    m_text += std::to_string(content);
    return *this;
}

JsonWriter &JsonWriter::flag(bool content)
{
    separate();
    m_text += content ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    m_text += "null";
    return *this;
}

std::string JsonWriter::finish()
{
    m_text += '\n';
    m_hasMembers.clear();
    return std::exchange(m_text, {});
}

void JsonWriter::separate()
{
    if (std::exchange(m_afterKey, false) || m_hasMembers.empty())
        return;
    if (m_hasMembers.back())
        m_text += ',';
    m_hasMembers.back() = true;
    m_text += '\n';
    m_text.append(2 * m_hasMembers.size(), ' ');
}

void JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_hasMembers.push_back(false);
}

void JsonWriter::close(char bracket)
{
    const bool hadMembers = m_hasMembers.back();
    m_hasMembers.pop_back();
    if (hadMembers) {
        m_text += '\n';
        m_text.append(2 * m_hasMembers.size(), ' ');
    }
    m_text += bracket;
}

} // namespace drydock::report
