// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::knowledge {

/// Lower-case words as the index knows them: runs of letters and digits; every byte of a multi-byte character counts as
/// a letter.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

enum class Joining : std::uint8_t { All, Any };

/// The known words that begin like a word.
using Completion = std::function<std::vector<std::string>(const std::string &)>;

/// What a person typed as an FTS5 MATCH expression; everything is quoted, so no input is a syntax error. Empty where
/// nothing is asked for. `complete` is asked about the last word: stems alone do not find a word
/// that is half typed.
[[nodiscard]] std::string matchExpression(std::string_view typed, Joining joining, const Completion &complete);

} // namespace drydock::knowledge
