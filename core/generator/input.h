// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::generator {

enum class InputType : std::uint8_t {
    String,
    Number,
    Boolean,
    Choice,     ///< a string out of `choices`
    StringList, ///< list(string)
    StringMap,  ///< map(string)
    Cidr,       ///< string: an IPv4 or IPv6 network such as 10.0.0.0/16
    CidrList,   ///< list of those
    Tags,       ///< map(string): tags or labels
};

[[nodiscard]] std::string_view
inputTypeName(InputType type); ///< as in generator.yaml: "string", "list(string)", "cidr"
[[nodiscard]] std::optional<InputType> inputTypeFromName(std::string_view name);
[[nodiscard]] hcl::Type valueType(InputType type);

struct Choice
{
    std::string value;
    std::string label; ///< the value itself when generator.yaml gives none
    std::string help;
};

enum class Need : std::uint8_t { Optional, Required };

/// One question of a wizard, one `--set NAME=VALUE` of the command line.
struct Input
{
    std::string name; ///< identifier, the same name as in conditions and templates
    std::string label;
    std::string help;
    InputType type = InputType::String;
    Need need = Need::Optional;  ///< Required: may not be null or empty while it applies
    hcl::Value initial;          ///< the default; null when there is none
    std::string placeholder;     ///< example shown in an empty field
    std::vector<Choice> choices; ///< of InputType::Choice
    std::string pattern;         ///< RE2 expression the whole text (each element of a list) must match; may be empty
    std::optional<hcl::Number> minimum; ///< of a number; of lists and maps their length; of strings their characters
    std::optional<hcl::Number> maximum;
    std::string message; ///< said instead of the general message when pattern, minimum or maximum are not met
    std::string when;    ///< HCL condition on other inputs; empty: always asked
    int line = 0;        ///< of generator.yaml
};

/// A page of the wizard.
struct Step
{
    std::string id;
    std::string title;
    std::string help;
    std::vector<Input> inputs;
};

/// Why a value cannot be used. `input` is empty for what concerns several inputs at once.
struct InputProblem
{
    std::string input;
    std::string message;
};

/// Reads what a person typed: `true`, `3`, `a,b,c` or `["a","b"]` for lists, `a=1,b=2` or `{a="1"}` for maps; an empty
/// text is null. Code `generator.value`; the message names the input and what it allows.
[[nodiscard]] Result<hcl::Value> parseInput(const Input &input, std::string_view text);

/// The value as text that parseInput() reads back.
[[nodiscard]] std::string inputText(const Input &input, const hcl::Value &value);

} // namespace drydock::generator
