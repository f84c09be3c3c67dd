// SPDX-License-Identifier: MIT
#include "core/hcl/source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace drydock::hcl {

static constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";

static bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

SourceFile::SourceFile(std::string name, std::string text)
    : m_name(std::move(name))
    , m_text(std::move(text))
    , m_size(static_cast<std::uint32_t>(m_text.size()))
{
    const char *const begin = m_text.data();
    const char *const end = begin + m_text.size();
    const auto lines = static_cast<std::size_t>(std::count(begin, end, '\n'));
    m_lineStarts.reserve(lines + 1);
    for (const char *at = begin; at < end;) {
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (newline == nullptr)
            break;
        at = newline + 1;
        m_lineStarts.push_back(static_cast<std::uint32_t>(at - begin));
    }
}

std::string_view SourceFile::text(ByteRange range) const
{
    const auto all = static_cast<std::uint32_t>(m_text.size());
    const std::uint32_t start = std::min(range.start, all);
    const std::uint32_t end = std::clamp(range.end, start, all);
    return std::string_view(m_text).substr(start, end - start);
}

void SourceFile::addDecoded(std::string_view decoded, std::vector<DecodedPiece> pieces)
{
    m_text += decoded;
    m_pieces = std::move(pieces);
}

std::uint32_t SourceFile::writtenOf(std::uint32_t offset) const
{
    const auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), offset,
                                        [](std::uint32_t at, const DecodedPiece &piece) { return at < piece.decoded; });
    if (after == m_pieces.begin())
        return std::min(offset, m_size);
    const DecodedPiece &piece = *(after - 1);
    const std::uint32_t most = after == m_pieces.end() ? piece.written : after->written;
    return std::clamp(piece.written + (offset - piece.decoded), piece.written, std::max(most, piece.written));
}

Position SourceFile::position(std::uint32_t offset) const
{
    offset = std::min(written(offset), size());
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - m_lineStarts.begin());
    std::uint32_t start = m_lineStarts[line - 1];
    if (start == 0 && std::string_view(m_text).starts_with(ByteOrderMark))
        start = std::min<std::uint32_t>(3, offset);
    const auto column =
        std::count_if(m_text.begin() + start, m_text.begin() + offset, [](char c) { return !isContinuation(c); });
    return {line, static_cast<std::uint32_t>(column) + 1};
}

std::uint32_t SourceFile::offset(Position position) const
{
    const ByteRange range = lineRange(position.line);
    std::uint32_t at = range.start;
    if (at == 0 && std::string_view(m_text).starts_with(ByteOrderMark))
        at = 3;
    for (std::uint32_t column = 1; column < position.column && at < range.end; ++column) {
        ++at;
        while (at < range.end && isContinuation(m_text[at]))
            ++at;
    }
    return at;
}

ByteRange SourceFile::lineRange(std::uint32_t line) const
{
    line = std::clamp<std::uint32_t>(line, 1, lineCount());
    const std::uint32_t start = m_lineStarts[line - 1];
    std::uint32_t end = line < lineCount() ? m_lineStarts[line] - 1 : size();
    if (end > start && line < lineCount() && m_text[end - 1] == '\r')
        --end;
    return {start, end};
}

} // namespace drydock::hcl
