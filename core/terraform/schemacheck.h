// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/source.h"

#include <vector>

namespace drydock::terraform {

class Configuration;
class Evaluation;
class Module;
class SchemaCatalogue;

/// What is wrong with resources, data sources, ephemeral resources and provider blocks by the schemas of their
/// providers. Providers that the catalogue does not know are passed over. The summary and detail are Terraform's.
///
/// Codes: `schema.unknown-type`, `schema.unknown-argument`, `schema.unknown-block`, `schema.missing-argument`,
/// `schema.computed-argument` (only the provider sets it), `schema.block-count`, `schema.block-labels`, `schema.type`,
/// `schema.deprecated` (a warning), `schema.unknown-attribute` (a reference to what the resource does not have).
///
/// For one module, by its text alone: names, counts, and the types of what needs no evaluation. Quick enough to run
/// while somebody types.
[[nodiscard]] std::vector<Diagnostic> checkAgainstSchema(const Module &module, const SchemaCatalogue &catalogue);

/// All modules of a configuration, each once.
[[nodiscard]] std::vector<Diagnostic> checkAgainstSchema(const Configuration &configuration,
                                                         const SchemaCatalogue &catalogue);

/// Likewise, with the types of all values that the evaluation knows.
[[nodiscard]] std::vector<Diagnostic> checkAgainstSchema(const Evaluation &evaluation,
                                                         const SchemaCatalogue &catalogue);

} // namespace drydock::terraform
