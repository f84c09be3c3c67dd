// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/hcl/jsonsyntax.h"
#include "core/language/caretcontext.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::language {

/// Where the caret is in a file of the JSON syntax, said in the words of the native one.
struct JsonCaret
{
    CaretContext context; ///< Label, BodyItem and ObjectKey: the caret is on the name of a property
    hcl::StringMeaning strings = hcl::StringMeaning::Template; ///< of the value around the caret
    std::uint32_t labelsLeft = 0;                              ///< Label: those that follow the one being written
    bool isInString = false;                                   ///< a quote is open
    bool isClosed = false;                                     ///< and its end is there as well
    bool hasColon = false;                                     ///< the value of the property stands there already
    bool needsComma = false;                                   ///< another property or value follows
};

/// Reads a text that is mostly broken. `schema` tells what is a block, what an argument.
[[nodiscard]] JsonCaret jsonCaret(std::string_view text, std::uint32_t offset, const hcl::BodySchema &schema);

} // namespace drydock::language
