// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/caretcontext.h"
#include "core/language/symbol.h"
#include "core/terraform/providerschema.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace drydock::language {

class Shapes;

/// "resource/lifecycle": blocks inside each other, outermost first, as languageblocks.h names them.
[[nodiscard]] std::string placeOf(std::span<const OpenBlock> blocks);

/// The kind of a `resource`, `data`, `ephemeral` or `provider` block.
[[nodiscard]] SymbolKind kindOfBlock(std::span<const OpenBlock> blocks);

/// Types of the blocks inside the outermost one; `dynamic "x" { content {` counts as `x`.
[[nodiscard]] std::vector<std::string> nestedTypes(std::span<const OpenBlock> blocks);

/// The schema of the innermost body; `body` is null when none was imported. `held` keeps it alive.
struct BodySchema
{
    std::shared_ptr<const terraform::ObjectSchema> held;
    const terraform::BlockSchema *body = nullptr;
};
[[nodiscard]] BodySchema bodySchemaOf(const Shapes &shapes, std::span<const OpenBlock> blocks);

} // namespace drydock::language
