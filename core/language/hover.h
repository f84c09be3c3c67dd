// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/hcl/byterange.h"
#include "core/language/location.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace drydock::language {

class Snapshot;

enum class HoverValues : std::uint8_t {
    Evaluate, ///< also the value, which needs the configuration evaluated (once per snapshot)
    Skip,
};

/// What a person is told about the thing under the pointer. Parts that are not known are empty.
struct Hover
{
    hcl::ByteRange range;
    std::string title;         ///< HCL, one line: `variable "region"`, `cidrsubnet(prefix, newbits, netnum)`
    std::string type;          ///< "list(string)"
    std::string value;         ///< HCL, shortened; "(sensitive value)", "(known after apply)"
    std::string documentation; ///< Markdown
    std::string origin;        ///< "variables.tf:12", "registry.terraform.io/hashicorp/aws"
    Location definition;       ///< empty `file` where there is none

    /// All of it as Markdown, code fenced as `hcl`.
    [[nodiscard]] std::string markdown() const;
};

/// A sensitive value is never shown.
[[nodiscard]] std::optional<Hover> hover(const Snapshot &snapshot, const std::filesystem::path &file,
                                         std::uint32_t offset, const Task &task,
                                         HoverValues values = HoverValues::Evaluate);

} // namespace drydock::language
