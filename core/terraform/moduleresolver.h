// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace drydock::terraform {

/// A module that a call names by another address than a path of this file system.
struct ModuleRequest
{
    std::string source;  ///< as written: `acme/network/aws//modules/subnet`, `drydock.local/acme/network/aws`
    std::string version; ///< the constraint as written; empty allows every release
};

/// Where its files are.
struct ResolvedModule
{
    std::filesystem::path directory; ///< on the disk; stays as it is while the program runs
    std::string version;             ///< the one that was taken
};

/// Finds modules that `terraform init` has not put beside the configuration, for example those that the workspace's own
/// registry publishes. Safe to call from any thread.
class ModuleResolver
{
public:
    virtual ~ModuleResolver() = default;
    /// Nothing: this resolver knows no such module. An error: it does, but cannot give it (no version fits, the package
    /// is damaged); the message is shown at the call.
    [[nodiscard]] virtual Result<std::optional<ResolvedModule>> resolve(const ModuleRequest &request) const = 0;
};

} // namespace drydock::terraform
