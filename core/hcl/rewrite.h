// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/body.h"
#include "core/hcl/layout.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// The few places where `terraform fmt` changes tokens and not only the space between them: block labels get quotes, an
/// argument's `"${x}"` becomes `x`, and a variable's type loses its quotes or gains its element type.
///
/// It is told of each token as it passes and works on the end of the list that the caller collects.
class Rewriter
{
public:
    enum class Unwrap : std::uint8_t { All, Safe };
    /// With Unwrap::Safe, sequences stay wrapped whose content could end the line too early.
    explicit Rewriter(Body body, Unwrap which = Unwrap::All);

    /// Before the token at `start` is added to the list.
    void before(std::uint32_t start, const std::vector<LayoutToken> &tokens);
    /// After a token that ends at `end` was added to it.
    void after(std::uint32_t end, std::vector<LayoutToken> &tokens);
    /// Whether the list has to be kept because a place is not yet complete.
    [[nodiscard]] bool isInside() const { return m_inside; }
    /// Whether a line end lost the sequence around it, so that it may now end the argument too early.
    [[nodiscard]] bool isRisky() const { return m_risky; }

private:
    enum class Kind : std::uint8_t { Value, Type, Labels };
    struct Place
    {
        Kind kind;
        ByteRange range;
        Block block; ///< of Labels
    };

    void collect(Body body, std::uint32_t depth, bool variable);
    void collectLabels(Block block);
    void apply(const Place &place, std::vector<LayoutToken> &tokens);
    void unwrap(std::vector<LayoutToken> &tokens);
    void rewriteType(std::vector<LayoutToken> &tokens) const;
    void rewriteLabels(const Place &place, std::vector<LayoutToken> &tokens);

    std::vector<Place> m_places; ///< in the order of the text, not overlapping
    std::size_t m_next = 0;
    std::size_t m_begin = 0; ///< index in the list where the current place begins
    bool m_inside = false;
    bool m_risky = false;
    Unwrap m_which;
    std::deque<std::string> m_texts;
};

} // namespace drydock::hcl
