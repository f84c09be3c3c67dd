// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <memory>
#include <variant>
#include <vector>

namespace drydock::hcl {

enum class State : std::uint8_t { Known, Null, Unknown };

/// Inside of a Value. Private to this folder.
struct ValueData : SharedData
{
    State state = State::Known;
    Kind kind = Kind::Dynamic;
    bool marksInside = false;   ///< something inside carries marks
    bool unknownInside = false; ///< something inside is unknown
    std::uint32_t weight = 1;   ///< see Value::weight(); stops at the largest number
    Type type;                  ///< of the element for collections; of the value itself for null and unknown
    std::variant<std::monostate, bool, Number, std::string, std::vector<Value>, Fields, Refinement> content;

    [[nodiscard]] static Value share(std::unique_ptr<ValueData> data, Marks marks = {});
};

} // namespace drydock::hcl
