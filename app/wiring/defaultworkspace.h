// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace drydock::wiring {

/// The workspace that all programs mean where none is named: DRYDOCK_WORKSPACE, else $XDG_DATA_HOME/drydock, else
/// ~/.local/share/drydock. What is empty counts as not set, so does an XDG_DATA_HOME that is no absolute path.
[[nodiscard]] std::filesystem::path defaultWorkspace();

} // namespace drydock::wiring
