// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace drydock::cli {

class CommandOptions;

/// The options that commands on a workspace share.
struct WorkspaceOptions
{
    std::string workspace;
    std::string format = "text"; ///< text or json

    /// Declares --workspace and --format; `this` must outlive the parsing.
    void declare(CommandOptions options);
    [[nodiscard]] bool json() const { return format == "json"; }
};

/// 1536 -> "1.5 KiB"
[[nodiscard]] std::string readableSize(unsigned long long bytes);

} // namespace drydock::cli
