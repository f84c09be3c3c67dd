// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/completion.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::language {

class Snapshot;
class FileEntry;

/// complete() for a file in JSON syntax.
[[nodiscard]] Completions completeJson(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset);

/// What a native snippet of one argument or block is in JSON: `variable "${1:name}" {\n  type = ${2:string}\n}` becomes
/// `"variable": {\n  "${1:name}": {\n    "type": "${2:string}"\n  }\n}`. It is valid JSON whatever the stops hold that
/// stand between quotes.
[[nodiscard]] std::string jsonSnippet(std::string_view native);

} // namespace drydock::language
