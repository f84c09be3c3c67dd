// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/terraform/configuration.h"
#include "core/terraform/source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace drydock::terraform {

class SchemaCatalogue;
struct TestSuite;

struct ValidationOptions
{
    LoadOptions load;
    /// Whose arguments and types are checked, besides those of the built-in provider. Null: no others.
    std::shared_ptr<const SchemaCatalogue> schemas;
    /// What is known of values.
    enum class Values : std::uint8_t {
        Unknown, ///< as `terraform validate`: variables of the root module, resources and outputs are not known
        Given,   ///< as a plan: defaults, variable files, arguments of resources; conditions that fail are errors
    };
    Values values = Values::Unknown;
    /// Whether *.tftest.hcl files are looked at, when a directory is validated.
    enum class Tests : std::uint8_t { Included, LeftOut };
    Tests tests = Tests::Included;
    std::filesystem::path testFolder = "tests"; ///< where they are besides the configuration's own directory
};

/// What is wrong with a configuration.
struct Validation
{
    Configuration configuration;            ///< keeps the places of the diagnostics alive
    std::shared_ptr<const TestSuite> tests; ///< likewise; may be null
    std::vector<Configuration> testModules; ///< likewise: what only tests run
    std::vector<Diagnostic> diagnostics;    ///< errors and warnings by file and place
    std::vector<Diagnostic> hints;          ///< what is not wrong but can go: declarations that nothing uses
    std::size_t errors = 0;
    std::size_t warnings = 0;

    [[nodiscard]] bool isValid() const { return errors == 0; }
};

/// Everything that can be said about a configuration without a provider: syntax, names, references, types, cycles,
/// arguments by the schemas that are known, and conditions on values that are known. What `terraform validate` calls an
/// error is an error here; what only a plan would refuse is a warning while values are unknown.
/// Codes: those of load(); a broken configuration is no failure.
[[nodiscard]] Result<Validation> validate(const std::filesystem::path &path, const ValidationOptions &options,
                                          const Task &task);

/// The same for a configuration that is loaded, without its tests; `options.load` is not looked at.
[[nodiscard]] Result<Validation> validate(const Configuration &configuration, const ValidationOptions &options,
                                          const Task &task);

/// Exactly what `terraform validate -json` prints (format_version 1.0,
/// https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format), with a line end.
[[nodiscard]] std::string validationJson(const Validation &validation);

/// A diagnostic for people: `error: main.tf:3:1: SUMMARY`, the source line with the place underlined, detail and hint.
[[nodiscard]] std::string render(const Diagnostic &diagnostic);

} // namespace drydock::terraform
