// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/blockshapes.h"
#include "core/terraform/module.h"

#include <string_view>
#include <vector>

namespace drydock::terraform {

/// What the blocks of *.tftest.hcl and *.tfmock.hcl may hold, as Terraform 1.11 has it.
namespace shapes {
[[nodiscard]] BodyShape testFile();
[[nodiscard]] BodyShape run();
[[nodiscard]] BodyShape planOptions();
[[nodiscard]] BodyShape testedModule();
[[nodiscard]] BodyShape mockProvider();
[[nodiscard]] BodyShape mockFile();
[[nodiscard]] BodyShape mockResource();
[[nodiscard]] BodyShape overrideValues();  ///< override_resource, override_data
[[nodiscard]] BodyShape overrideOutputs(); ///< override_module
} // namespace shapes

/// What the block says. What a later Terraform than 1.11 knows is left out, with a warning: which Terraform will run is
/// not known here.
[[nodiscard]] Content testContentOf(const hcl::Block &block, std::vector<Diagnostic> &diagnostics);
/// Likewise of a whole file.
[[nodiscard]] Content testContentOf(const hcl::Body &body, std::vector<Diagnostic> &diagnostics);

/// Those of the content's blocks whose labels are as the shape wants them: others were reported and go no further.
[[nodiscard]] std::vector<hcl::Block> soundBlocks(const Content &content, const BodyShape &shape);

/// Whether the attribute is one of two bare words (in JSON: a string); else a mistake is appended.
bool checkWord(const hcl::Attribute &attribute, std::string_view first, std::string_view second, SourceRange place,
               std::string_view summary, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
