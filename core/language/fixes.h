// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/textedit.h"
#include "core/hcl/tree.h"
#include "core/hcl/type.h"
#include "core/language/quickfix.h"
#include "core/language/snapshotdata.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::language {

/// Edits that quick fixes are made of. Each is one edit of one file.
struct FixEdit
{
    std::filesystem::path file;
    hcl::TextEdit edit;
    std::uint32_t caret = 0; ///< in the changed text, where the edit is the file's only one
};

/// Takes an item out together with its line and one of the empty lines around it.
[[nodiscard]] hcl::TextEdit removal(std::string_view text, hcl::ByteRange item);

/// A block at the end of the file of that name in the module, else of `otherwise`; `¦` is where the caret goes.
[[nodiscard]] FixEdit appendBlock(const SnapshotData &data, const std::filesystem::path &module, std::string_view name,
                                  const std::filesystem::path &otherwise, std::string block);

/// `name = value` as the last argument of a block; `¦` is where the caret goes.
[[nodiscard]] FixEdit appendArgument(const FileEntry &file, const hcl::Block &block, const std::string &argument);

/// A local value in the file's `locals` block, or in a new one at its end.
[[nodiscard]] FixEdit appendLocal(const FileEntry &file, const std::string &argument);

/// The empty value of a type: `""`, `0`, `[]`, `{}`, `null`.
[[nodiscard]] std::string emptyValue(const hcl::Type &type);

/// The quick fix of one edit, with its caret.
[[nodiscard]] QuickFix makeFix(std::string title, FixEdit edit, std::string code, bool isPreferred = false);

} // namespace drydock::language
