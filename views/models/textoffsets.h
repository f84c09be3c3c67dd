// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace drydock::models {

/// Places in a text counted in UTF-8 bytes, as core does, and in UTF-16 units, as Qt does. Does not keep the text
/// alive.
class TextOffsets final
{
public:
    explicit TextOffsets(std::string_view utf8);

    /// Offsets behind the end are the end; ones inside a letter are its start.
    [[nodiscard]] int toUtf16(std::uint32_t byte) const;
    [[nodiscard]] std::uint32_t toByte(int utf16) const;

private:
    std::string_view m_text;
    std::vector<int> m_marks; ///< UTF-16 units before every markDistance-th byte; empty for ASCII
    int m_length = 0;
};

} // namespace drydock::models
