// SPDX-License-Identifier: MIT
#pragma once

#include <QTextDocument>

#include <optional>

namespace drydock::controls {

/// Two brackets that belong together; positions of the letters.
struct BracketPair
{
    int open = 0;
    int close = 0;
    bool operator==(const BracketPair &) const = default;
};

enum class BracketMatch { Found, Missing };

struct BracketAt
{
    int position = 0; ///< of the bracket at the cursor
    int partner = 0;  ///< only when found
    BracketMatch match = BracketMatch::Missing;
    bool operator==(const BracketAt &) const = default;
};

/// The bracket before the position, else the one behind it, with its partner. Brackets in comments and strings count
/// for nothing. None where no bracket is, or where the search would go through more than maximumBracketLines.
[[nodiscard]] std::optional<BracketAt> bracketAt(const QTextDocument &document, int position);
/// The innermost pair around the position.
[[nodiscard]] std::optional<BracketPair> bracketsAround(const QTextDocument &document, int position);

inline constexpr int maximumBracketLines = 20'000;

[[nodiscard]] QChar closingBracket(QChar open); ///< null for another letter
[[nodiscard]] QChar openingBracket(QChar close);

} // namespace drydock::controls
