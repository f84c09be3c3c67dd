// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/generator/generator.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace drydock::generator {

/// All generators below a folder such as templates/: <provider>/<name>/generator.yaml. Immutable, cheap to copy.
class GeneratorCatalog
{
public:
    /// Sorted by provider, then title. The first broken generator is the error; check() tells all.
    [[nodiscard]] static Result<GeneratorCatalog> load(const std::filesystem::path &folder);
    /// Loads each generator and renders it with its defaults and with every switch turned over; everything that is
    /// wrong.
    [[nodiscard]] static std::vector<Error> check(const std::filesystem::path &folder);

    [[nodiscard]] const std::vector<Generator> &generators() const { return m_generators; }
    [[nodiscard]] const Generator *find(std::string_view slug) const;
    /// Like find(), but an unknown slug is an error (`generator.unknown`) that says which there are.
    [[nodiscard]] Result<Generator> require(std::string_view slug) const;

private:
    std::vector<Generator> m_generators;
};

/// The defaults, with placeholders for what has none: a set of values that can be rendered.
[[nodiscard]] hcl::Fields sampleValues(const Generator &generator);

/// sampleValues(), and variants that pass validation: each switch turned over, all of them, each choice.
[[nodiscard]] std::vector<hcl::Fields> sampleVariants(const Generator &generator);

} // namespace drydock::generator
