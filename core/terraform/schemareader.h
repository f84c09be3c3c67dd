// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/terraform/providerschema.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::terraform {

/// One schema of a provider, as it is read.
struct SchemaEntry
{
    std::string provider; ///< full address
    SchemaKind kind = SchemaKind::Provider;
    std::string name; ///< the type or function; empty for the provider's own configuration
    /// Nothing: the provider is there and has no configuration of its own (comes before its other entries).
    std::variant<std::monostate, ObjectSchema, FunctionSignature> content;
};

/// Reads `terraform providers schema -json` and hands over each schema in turn, so that only one is held beside the
/// text's index. Unknown keys and higher minor versions are accepted.
///
/// Codes: `json.syntax`, `json.shape` (something is not what it must be; the message has the JSON path), `json.limit`,
/// `schema.version` (another major format_version), `task.cancelled`, and what `entry` returns.
[[nodiscard]] Result<> readProviderSchemas(std::string_view json, const std::string &fileName,
                                           const std::function<Result<>(SchemaEntry)> &entry, const Task &task);

/// Reads `terraform metadata functions -json`, sorted by name. Codes likewise.
[[nodiscard]] Result<std::vector<FunctionSignature>> readFunctionSignatures(std::string_view json,
                                                                            const std::string &fileName);

} // namespace drydock::terraform
