// SPDX-License-Identifier: MIT
#include "app/cli/outputformat.h"

#include "app/cli/command.h"
#include "app/cli/commandoptions.h"

#include <array>
#include <cstdio>

namespace drydock::cli {

void WorkspaceOptions::declare(CommandOptions options)
{
    workspace = defaultWorkspace();
    options.add("--workspace", workspace, "Folder that holds everything").showDefault();
    options.add("--format", format, "text for people, json for programs").choices({"text", "json"}).showDefault();
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
