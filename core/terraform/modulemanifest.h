// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/filesource.h"
#include "core/terraform/source.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

struct ModulePath;

/// What `terraform init` noted in `.terraform/modules/modules.json`: where each call's module was put. Format:
/// `{"Modules": [{"Key": "net.subnet", "Source": "…", "Version": "…", "Dir": ".terraform/modules/net.subnet"}]}`.
class ModuleManifest
{
public:
    /// Of a root module's directory; empty when there was no init. A file that makes no sense is a warning.
    [[nodiscard]] static ModuleManifest read(const FileSource &files, const std::filesystem::path &directory,
                                             std::vector<Diagnostic> &diagnostics);

    /// The directory of a call (keys ignored) when its source is still the one that was installed; else empty.
    [[nodiscard]] std::filesystem::path find(const ModulePath &path, std::string_view source) const;

private:
    struct Entry
    {
        std::string source;
        std::filesystem::path directory; ///< absolute
    };
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace drydock::terraform
