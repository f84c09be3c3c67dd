// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drydock::hcl {

struct EvaluationContext;

/// What a parameter takes beyond known, unmarked, non-null values of its type; combine with `|`.
enum class Accepts : std::uint8_t {
    Known = 0,
    Null = 1,
    Unknown = 2, ///< else one unknown argument makes the result unknown without calling the function
    Inside = 4,  ///< a known collection that holds something unknown; else the result is unknown too
    Marked = 8,  ///< else marks are taken off the arguments and put on the result
    Everything = 15,
};
[[nodiscard]] constexpr Accepts operator|(Accepts a, Accepts b)
{
    return static_cast<Accepts>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool accepts(Accepts set, Accepts what)
{
    return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(what)) != 0;
}

struct Parameter
{
    std::string name;
    Type type; ///< arguments are converted to it; dynamic takes any
    Accepts accepts = Accepts::Known;
    std::string description = {}; ///< a few words for people; may be empty
};

/// Why a call failed: the text after "Invalid value for ... parameter" (with the argument's index) or after
/// "Call to function ... failed" (without).
struct CallError
{
    std::string message;
    std::optional<std::size_t> argument;
};

using CallResult = tl::expected<Value, CallError>;

/// `return callError("must be positive", 1);`
[[nodiscard]] inline tl::unexpected<CallError> callError(std::string message, std::optional<std::size_t> argument = {})
{
    return tl::unexpected<CallError>({std::move(message), argument});
}

/// A call whose arguments the function evaluates itself (try, can, and a policy's `related`).
class LazyCall
{
public:
    virtual ~LazyCall() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;
    /// Evaluates an argument; an error is its first diagnostic as text.
    [[nodiscard]] virtual tl::expected<Value, std::string> evaluate(std::size_t argument) = 0;
    [[nodiscard]] virtual std::string_view source(std::size_t argument) const = 0; ///< as written
    [[nodiscard]] virtual const EvaluationContext &context() const = 0;
};

/// The type of the result where an argument is unknown and the type depends on the arguments'.
using ResultType = std::function<Type(std::span<const Value> arguments)>;

/// A function of the language. Made once, shared by all evaluations, called from several threads at once.
struct Function
{
    using Eager = std::function<CallResult(std::span<const Value> arguments, const EvaluationContext &context)>;
    using Lazy = std::function<CallResult(LazyCall &call)>;

    std::string name;
    std::string description; ///< one sentence for people; may be empty
    std::vector<Parameter> parameters;
    std::optional<Parameter> variadic; ///< takes all further arguments
    Type returns;                      ///< type of the unknown result when an argument is unknown
    Eager eager;
    Lazy lazy;                  ///< instead of `eager`; parameters then only count
    ResultType resultType = {}; ///< instead of `returns`, where there is one
};

/// Functions by name. Copies are cheap enough to extend a table for one purpose.
class FunctionTable
{
public:
    FunctionTable() = default;
    /// Everything Terraform 1.11 has (`core::` prefix included). Built once, then shared.
    [[nodiscard]] static const FunctionTable &standard();
    /// Everything OpenTofu 1.10 has. Built once, then shared.
    [[nodiscard]] static const FunctionTable &openTofu();

    void add(Function function); ///< replaces one of the same name
    void remove(std::string_view name);
    [[nodiscard]] const Function *find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> names() const; ///< sorted

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::shared_ptr<const Function>, Hash, std::equal_to<>> m_functions;
};

/// Calls `function` with evaluated arguments as the evaluator does: counts, converts, handles null, unknown and marks.
[[nodiscard]] CallResult call(const Function &function, std::span<const Value> arguments,
                              const EvaluationContext &context);

} // namespace drydock::hcl
