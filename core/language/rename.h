// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/byterange.h"
#include "core/language/location.h"
#include "core/language/symbol.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

class Snapshot;

enum class MovedBlock : std::uint8_t {
    Add,  ///< where state would otherwise be destroyed and made anew: resources and module calls
    Omit, ///< for what was never applied
};

struct Renaming
{
    Symbol from;
    Symbol to;
    std::vector<FileEdit> edits; ///< sorted by file
    std::size_t occurrences = 0; ///< names replaced
    bool addsMoved = false;
    std::vector<std::string> notes; ///< what a person should look at: "module.net is used as a whole at main.tf:12"
};

/// What can be renamed at the offset: the range of the name to type over. Fails where there is nothing
/// (`rename.nothing`) or it is not ours to rename (`rename.fixed`: path.module, an installed module's output).
struct RenameTarget
{
    Symbol symbol;
    hcl::ByteRange range;
    std::string name; ///< the part that changes: "logs" of aws_s3_bucket.logs
};
[[nodiscard]] Result<RenameTarget> renameTarget(const Snapshot &snapshot, const std::filesystem::path &file,
                                                std::uint32_t offset);

/// Renames in all files: declarations (overrides too), references, arguments of callers, reads of outputs by parents,
/// import and removed targets, test and variable files; every other byte stays, except that a file which was formatted
/// stays formatted. Existing `moved` blocks keep telling
/// their history: the new one continues the chain, one that would close a circle is taken out.
/// Codes: `rename.name` (not an identifier), `rename.exists`, `rename.unknown`, `rename.fixed`.
[[nodiscard]] Result<Renaming> rename(const Snapshot &snapshot, const Symbol &symbol, std::string_view newName,
                                      MovedBlock moved = MovedBlock::Add);

/// By addresses: "aws_s3_bucket.logs" to "aws_s3_bucket.archive", "module.net" to "module.network", "var.a" to "var.b".
/// `module` is the directory that declares it. Also codes `rename.address`, `rename.kind` (another kind or type).
[[nodiscard]] Result<Renaming> rename(const Snapshot &snapshot, const std::filesystem::path &module,
                                      std::string_view oldAddress, std::string_view newAddress,
                                      MovedBlock moved = MovedBlock::Add);

} // namespace drydock::language
