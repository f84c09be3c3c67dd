// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generator.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/parser.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::generator {

/// A condition of generator.yaml, parsed once.
struct Condition
{
    hcl::ParsedFile parsed;
    int line = 0; ///< of generator.yaml
};

/// A rule over several inputs.
struct CrossRule
{
    Condition require;
    std::string message;
    std::string input; ///< where a form shows the message; may be empty
};

struct FileSpecification
{
    std::string path;         ///< may itself be a template
    std::string templateName; ///< relative to the generator's folder
    std::string templateText;
    std::optional<Condition> when;
    int line = 0;
};

/// Everything of a generator. Private to this folder.
struct Generator::Data
{
    std::filesystem::path folder;
    GeneratorInfo info;
    std::vector<Step> steps;
    std::map<std::string, Condition, std::less<>> conditions; ///< `when` by input
    std::vector<CrossRule> rules;
    std::vector<FileSpecification> files;
    hcl::FunctionTable functions;
};

/// The functions of templates and conditions: Terraform's, and hcl(value), which writes a value as HCL source, so that
/// no text a person typed can become code.
[[nodiscard]] hcl::FunctionTable generatorFunctions();

/// What is wrong with one value; an empty text when nothing is. `value` is of the input's type already.
[[nodiscard]] std::string problemOf(const Input &input, const hcl::Value &value);

/// Whether nothing was given: null, an empty text, list or map.
[[nodiscard]] bool isEmpty(const hcl::Value &value);

} // namespace drydock::generator
