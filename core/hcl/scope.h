// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::hcl {

/// A reference as written: `aws_s3_bucket.logs[0].id` has the root "aws_s3_bucket", the attributes {"logs"} that
/// directly follow the root, the key 0 and the attributes {"id"} behind it.
struct Reference
{
    std::string_view root;
    std::span<const std::string_view> attributes;
    const Value *key = nullptr; ///< a constant index (string or number) right behind `attributes`; else null
    std::span<const std::string_view> keyAttributes{}; ///< the attribute steps right behind `key`
};

/// What a reference's beginning stands for.
struct Resolution
{
    Value value;
    /// How many of Reference's steps (attributes, then the key, then keyAttributes) are part of the address; the rest
    /// are steps into value.
    std::size_t consumed = 0;
    std::string error; ///< not empty: the reference is wrong; the detail of the diagnostic ("No variable ...")
    std::string hint;  ///< with `error`: what to do, "Did you mean ...?"; may be empty
};

/// Where names come from. Implemented by configurations (var, local, resources), policies (self) and generators
/// (inputs). Called on the evaluating thread; may evaluate other expressions and should bound that depth.
class Scope
{
public:
    virtual ~Scope() = default;
    /// Nothing when the root name means nothing here: the evaluator then reports it with a "did you mean" over names().
    [[nodiscard]] virtual std::optional<Resolution> resolve(const Reference &reference) const = 0;
    [[nodiscard]] virtual std::vector<std::string> names() const = 0;
};

/// A scope made of fixed values, in front of another one.
class VariableScope final : public Scope
{
public:
    VariableScope() = default;
    explicit VariableScope(Fields variables, const Scope *parent = nullptr);

    void set(std::string name, Value value);
    [[nodiscard]] std::optional<Resolution> resolve(const Reference &reference) const override;
    [[nodiscard]] std::vector<std::string> names() const override;

private:
    Fields m_variables; ///< sorted by name
    const Scope *m_parent = nullptr;
};

} // namespace drydock::hcl
