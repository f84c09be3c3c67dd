// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/diagnostic.h"
#include "core/hcl/source.h"
#include "core/hcl/tree.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock::hcl {

/// A text, its tree (complete also where there are errors: what could be read) and all its diagnostics in order of
/// place. Copies share the tree; views stay valid as long as one copy lives. Immutable, so safe from any thread.
struct ParsedFile
{
    std::shared_ptr<const Tree> tree; ///< never null
    std::vector<Diagnostic> diagnostics;

    [[nodiscard]] const SourceFile &source() const { return tree->source(); }
    [[nodiscard]] Body body() const { return tree->body(); }
    /// What parseExpression() read.
    [[nodiscard]] Expression expression() const { return tree->expression(); }
    /// What parseTemplate() read.
    [[nodiscard]] TemplateBody templateBody() const { return tree->templateBody(); }
    [[nodiscard]] bool ok() const { return !hasErrors(diagnostics); }
};

/// Reads HCL native syntax (https://github.com/hashicorp/hcl, hclsyntax/spec.md). Never fails: after an error it goes
/// on at the next attribute or block, so `diagnostics` has all errors of the file. Size and depth: core/hcl/limits.h.
[[nodiscard]] ParsedFile parse(SourceFile source);

/// Reads one expression, for example a rule's condition. Newlines count as spaces.
[[nodiscard]] ParsedFile parseExpression(SourceFile source);

/// Reads a template without quotes, for example a *.tftpl file: backslashes are literal, `$${` and `%%{` are escapes.
[[nodiscard]] ParsedFile parseTemplate(SourceFile source);

} // namespace drydock::hcl
