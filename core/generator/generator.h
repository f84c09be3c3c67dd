// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/generator/input.h"
#include "core/hcl/value.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::generator {

/// What generator.yaml says besides inputs and files.
struct GeneratorInfo
{
    std::string slug;     ///< "aws-s3-baseline"
    std::string title;    ///< "S3 bucket baseline"
    std::string provider; ///< "aws", "azure", "kubernetes"
    std::string service;  ///< "S3"
    std::string summary;  ///< one or two sentences
    std::string version;  ///< semantic version of the template
    std::vector<std::string> tags;
    std::string article; ///< slug of the knowledge article, resources/knowledge/generators/<article>.md
};

struct RenderedFile
{
    std::string path; ///< relative, `/` between its parts, stays inside the destination
    std::string text; ///< formatted; ends with a newline
};

/// One generator: questions in steps, and the files they become. Immutable and cheap to copy; usable from any thread.
class Generator
{
public:
    /// Reads a folder with a generator.yaml and checks all of it. Codes `generator.yaml`, `generator.template`;
    /// the place is file:line.
    [[nodiscard]] static Result<Generator> load(const std::filesystem::path &folder);

    [[nodiscard]] const GeneratorInfo &info() const;
    [[nodiscard]] const std::vector<Step> &steps() const;
    [[nodiscard]] const Input *input(std::string_view name) const;
    [[nodiscard]] const std::filesystem::path &folder() const;

    /// The values a wizard starts with: one field per input, null where there is no default.
    [[nodiscard]] hcl::Fields defaults() const;
    /// Whether the input's `when` holds for these values (missing ones count as their defaults).
    [[nodiscard]] bool applies(const Input &input, const hcl::Fields &values) const;
    /// Everything wrong with the values, in the order of the inputs, then the cross-field rules. Cheap: meant to be
    /// called while typing. Values that are no input of this generator are reported too.
    [[nodiscard]] std::vector<InputProblem> validateInputs(const hcl::Fields &values) const;

    /// The files for these values, in the order of generator.yaml: rendered, formatted, parse-checked.
    /// Codes `generator.input` (values), `generator.template` (place: template:line:column), `generator.output` (an
    /// output that does not parse, with the line of the output), `task.cancelled`.
    [[nodiscard]] Result<std::vector<RenderedFile>> render(const hcl::Fields &values, const Task &task) const;

    struct Data; ///< private to this folder

private:
    explicit Generator(std::shared_ptr<const Data> data);
    friend struct GeneratorReader;
    std::shared_ptr<const Data> m_data;
};

/// Writes files below `folder`, all or none: refuses, before writing anything, to replace an existing file of other
/// content unless `overwrite`. Code `generator.exists` (names the files).
enum class Overwrite : std::uint8_t { Refuse, Replace };
[[nodiscard]] Result<> writeFiles(const std::vector<RenderedFile> &files, const std::filesystem::path &folder,
                                  Overwrite overwrite);

} // namespace drydock::generator
