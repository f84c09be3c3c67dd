// SPDX-License-Identifier: MIT
#include "app/cli/outputformat.h"

#include "app/cli/command.h"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>

namespace drydock::cli {

void WorkspaceOptions::declare(CLI::App &app)
{
    workspace = defaultWorkspace();
    app.add_option("--workspace", workspace, "Folder that holds everything")->capture_default_str();
    app.add_option("--format", format, "text for people, json for programs")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
}

std::string readableSize(unsigned long long bytes)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    auto value = static_cast<double>(bytes);
    for (; value >= 1024 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f %s" : "%.1f %s", value, units.at(unit));
    return text.data();
}

} // namespace drydock::cli
