// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace drydock::cli {

class CommandOptions;

/// `--workspace` of a command that also works without one: nothing is made where there is no workspace.
struct WorkspaceChoice
{
    std::string named; ///< empty: none was named

    /// Declares --workspace; `what` says what is taken from it. `this` must outlive the parsing.
    void declare(CommandOptions options, const std::string &what);
    /// The one named, else the usual one.
    [[nodiscard]] std::string folder() const;
};

} // namespace drydock::cli
