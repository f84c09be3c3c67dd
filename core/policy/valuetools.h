// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/operations.h"
#include "core/hcl/value.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Lenient reading of evaluated attributes, and the private marks of the engine. Besides the addresses that values
/// derive from, marks carry three things here: `=ADDRESS`, the resource that an object is; `@PATH`, the nested block
/// that an object is; `#ADDRESS`, a resource of which it is not known how many there are.
namespace drydock::policy {

/// As the expression `value.path` under lenient traversal: a step on null gives null, on an unknown value unknown; a
/// name on a list of exactly one steps into that; a number indexes. Marks of the way are on the result.
[[nodiscard]] hcl::Value valueAt(const hcl::Value &value, std::string_view path);

/// The elements of a list, set or tuple; a single other value is a list of one; null is none. Nothing when unknown.
[[nodiscard]] std::optional<std::vector<hcl::Value>> elementsOf(const hcl::Value &value);

/// Text of a known string, number or bool; nothing else.
[[nodiscard]] std::optional<std::string> textOf(const hcl::Value &value);

/// True and False for bools and for the texts "true" and "false"; null is False.
[[nodiscard]] hcl::Truth truthOf(const hcl::Value &value);
[[nodiscard]] hcl::Value truthValue(hcl::Truth truth, const hcl::Marks &marks = {});

[[nodiscard]] hcl::Marks identityMark(const std::string &address);
[[nodiscard]] hcl::Marks locationMark(const std::string &path);
[[nodiscard]] hcl::Marks countMark(const std::string &address);
[[nodiscard]] std::optional<std::string> identityOf(const hcl::Value &value);
/// The deepest `@PATH` of the value itself, else of what is in it when that is one place.
[[nodiscard]] std::optional<std::string> locationOf(const hcl::Value &value);
/// Addresses the value derives from, without the engine's own marks.
[[nodiscard]] std::vector<std::string> originsOf(const hcl::Marks &marks);
/// Whether an origin is a resource or data source (and not `var.x`, `module.x` or `module.x.var.y`).
[[nodiscard]] bool isResourceOrigin(std::string_view origin);

/// `attributes` with every object inside a list marked with its path: `@ingress[0]`, `@ingress[0].rule[1]`.
[[nodiscard]] hcl::Value withLocations(const hcl::Value &attributes);

/// The steps of `a.b[0]["c"]` as texts: a, b, 0, c.
[[nodiscard]] std::vector<std::string> pathSteps(std::string_view path);

} // namespace drydock::policy
