// SPDX-License-Identifier: MIT
#include "core/project/libraryservice.h"

#include <array>
#include <utility>

namespace drydock::project {

std::string mediaTypeFor(std::string_view path)
{
    // The longer ending first where one ends with another.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> types = {{
        {".tf.json", "application/json"},
        {".tfvars.json", "application/json"},
        {".json", "application/json"},
        {".sarif", "application/sarif+json"},
        {".tf", "text/x-terraform"},
        {".tofu", "text/x-terraform"},
        {".tfvars", "text/x-terraform"},
        {".hcl", "text/x-hcl"},
        {".tftpl", "text/x-terraform-template"},
        {".md", "text/markdown"},
        {".yaml", "application/yaml"},
        {".yml", "application/yaml"},
        {".html", "text/html"},
        {".xml", "application/xml"},
        {".txt", "text/plain"},
        {".patch", "text/x-diff"},
        {".sh", "text/x-shellscript"},
        {".csv", "text/csv"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".zip", "application/zip"},
    }};
    for (const auto &[ending, type] : types)
        if (path.ends_with(ending))
            return std::string(type);
    return "application/octet-stream";
}

} // namespace drydock::project
