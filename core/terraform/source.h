// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::hcl {
class SourceFile;
}

namespace drydock::terraform {

/// A place in a file of a configuration: bytes [start, end) of `file`, which the Configuration keeps alive. The file's
/// name is relative to LoadOptions::base, `/` between its parts. No file: there is no place.
struct SourceRange
{
    const hcl::SourceFile *file = nullptr;
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    [[nodiscard]] explicit operator bool() const { return file != nullptr; }
    [[nodiscard]] bool operator==(const SourceRange &other) const = default;
};

enum class DiagnosticSeverity : std::uint8_t { Error, Warning };

/// What is wrong with a configuration. The code is stable and dotted: `reference.undeclared`, `module.unavailable`.
struct Diagnostic
{
    DiagnosticSeverity severity = DiagnosticSeverity::Error;
    std::string code;
    std::string summary;
    std::string detail;
    std::string hint; ///< what to do next, "Did you mean var.region?"; may be empty
    SourceRange range;
    std::string fileName; ///< when there is no range: the file or directory it is about
};

/// The way to a value inside a resource: `ingress[0].cidr_blocks`, `metadata_options.http_tokens`, `tags["Name"]`.
/// A name on a list that holds blocks steps into its first one.
class AttributePath
{
public:
    using Step = std::variant<std::string, std::size_t>;

    AttributePath() = default;
    /// Lenient: what is malformed is cut off, for a path only says where to look.
    [[nodiscard]] static AttributePath parse(std::string_view text);

    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] AttributePath name(std::string name) const;
    [[nodiscard]] AttributePath index(std::size_t index) const;
    [[nodiscard]] std::string text() const;

private:
    std::vector<Step> m_steps;
};

/// One step of "how this value came to be", from a resource's argument to where the value was written.
struct DerivationStep
{
    enum class Kind : std::uint8_t {
        Argument,        ///< the argument of the resource itself
        Local,           ///< a local value
        ModuleArgument,  ///< the argument of the module call that gives the variable
        VariableDefault, ///< the default of the variable
        VariableValue,   ///< a line of a variable file, or a value given by the caller (then without a range)
        VariableUnset,   ///< a variable without any value
        ModuleOutput,    ///< the output of a called module
        Resource,        ///< another resource's argument, or the resource when the attribute is not written
        ForEach,         ///< the collection of the for_each that each.value or a dynamic block goes over
    };
    Kind kind = Kind::Argument;
    std::string text; ///< "local.cidr = \"0.0.0.0/0\""
    SourceRange range;
};

} // namespace drydock::terraform
