// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::server {

/// Text to paste where a client is to use this station. `url` is Server::url().
struct TrustInstructions
{
    std::string system;   ///< "Linux, this shell", "Debian, Ubuntu", "Fedora, RHEL", "macOS", "Windows"
    std::string commands; ///< shell lines
};

/// A CLI configuration with the network mirror for public providers; other providers come directly.
[[nodiscard]] std::string mirrorConfiguration(std::string_view url);

/// A `host` block that gives modules and providers of `host` (for example registry.terraform.io) from this station.
[[nodiscard]] std::string hostConfiguration(std::string_view url, std::string_view host);

/// A `module` block for a published version.
[[nodiscard]] std::string moduleUse(std::string_view url, std::string_view address, std::string_view version);

/// A `required_providers` entry for a provider published on this station.
[[nodiscard]] std::string providerUse(std::string_view url, std::string_view address, std::string_view version);

/// How to trust the station's authority, one entry a system.
[[nodiscard]] std::vector<TrustInstructions> trustInstructions(const std::filesystem::path &authorityFile);

} // namespace drydock::server
