// SPDX-License-Identifier: MIT
#include "views/models/textoffsets.h"

#include <algorithm>

namespace drydock::models {

namespace {

constexpr std::size_t markDistance = 1024;

/// What a byte adds to the count of UTF-16 units: the first byte of a letter counts for all of it.
int unitsOf(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x80)
        return 1;
    if (value < 0xC0)
        return 0;
    return value < 0xF0 ? 1 : 2;
}

} // namespace

TextOffsets::TextOffsets(std::string_view utf8)
    : m_text(utf8)
    , m_length(static_cast<int>(utf8.size()))
{
    const bool isAscii = std::all_of(utf8.begin(), utf8.end(), [](char byte) { return unitsOf(byte) == 1; }) &&
                         std::none_of(utf8.begin(), utf8.end(), [](char byte) { return byte < 0; });
    if (isAscii)
        return;
    int units = 0;
    m_marks.reserve(utf8.size() / markDistance + 1);
    for (std::size_t index = 0; index < utf8.size(); ++index) {
        if (index % markDistance == 0)
            m_marks.push_back(units);
        units += unitsOf(utf8[index]);
    }
    m_length = units;
}

int TextOffsets::toUtf16(std::uint32_t byte) const
{
    const std::size_t end = std::min<std::size_t>(byte, m_text.size());
    if (m_marks.empty())
        return static_cast<int>(end);
    if (end == m_text.size())
        return m_length;
    std::size_t at = end;
    // Inside a letter is before it.
    while (at > 0 && unitsOf(m_text[at]) == 0)
        --at;
    const std::size_t mark = at / markDistance;
    int units = m_marks[mark];
    for (std::size_t index = mark * markDistance; index < at; ++index)
        units += unitsOf(m_text[index]);
    return units;
}

std::uint32_t TextOffsets::toByte(int utf16) const
{
    if (utf16 <= 0)
        return 0;
    if (utf16 >= m_length)
        return static_cast<std::uint32_t>(m_text.size());
    if (m_marks.empty())
        return static_cast<std::uint32_t>(utf16);
    const auto next = std::upper_bound(m_marks.begin(), m_marks.end(), utf16);
    const auto mark = static_cast<std::size_t>(next - m_marks.begin() - 1);
    std::size_t index = mark * markDistance;
    int units = m_marks[mark];
    while (index < m_text.size()) {
        const int more = unitsOf(m_text[index]);
        if (more > 0 && units + more > utf16)
            break;
        units += more;
        ++index;
    }
    return static_cast<std::uint32_t>(index);
}

} // namespace drydock::models
