// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/generator/generatordata.h"

#include <filesystem>
#include <memory>

namespace drydock::generator {

/// Reads generator.yaml. Private to this folder.
struct GeneratorReader
{
    /// Strict: unknown keys, wrong types, conditions and templates that do not parse are errors with file:line.
    [[nodiscard]] static Result<Generator> read(const std::filesystem::path &folder);
};

} // namespace drydock::generator
