// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/hcl/tree.h"
#include "core/terraform/source.h"
#include "core/terraform/staticexpressions.h"
#include "core/terraform/targetaddress.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace drydock::terraform {

class FileSource;
class SchemaCatalogue;
struct Limits;

/// An `override_resource`, `override_data` or `override_module` block.
struct TestOverride
{
    hcl::Block block;
    hcl::Attribute target;
    std::optional<TargetAddress> address; ///< nothing where the block is wrong
};

/// A `run` block.
struct TestRun
{
    std::string name;
    hcl::Block block;
    hcl::Block module;  ///< what is tested instead of the configuration; mostly none
    std::string source; ///< of `module`
    std::vector<hcl::Block> variables;
    std::vector<hcl::Block> assertions;
    std::vector<WrittenReference> expectedFailures;
    std::vector<TestOverride> overrides;

    /// Whether `source` is a path of this file system.
    [[nodiscard]] bool isLocal() const { return source.starts_with("./") || source.starts_with("../"); }
};

/// What a file *.tftest.hcl says.
struct TestFile
{
    std::vector<hcl::Block> variables;
    std::vector<TestRun> runs;
    std::vector<TestOverride> overrides; ///< its own, and those of its mocked providers
};

/// The tests of a root module. Views into `files`.
struct TestSuite
{
    std::vector<hcl::ParsedFile> files; ///< of the tests, and of the mocks they use
    std::vector<TestFile> tests;
    std::vector<Diagnostic> diagnostics;
};

/// Reads the tests of the root module in `directory`: its own *.tftest.hcl and *.tftest.json and those in the folder
/// `folder` of it, but not deeper (https://developer.hashicorp.com/terraform/language/tests). `base`: canonical
/// directory that file names are relative to. `schemas`: see parseFile().
[[nodiscard]] TestSuite readTests(const FileSource &files, const Limits &limits, const std::filesystem::path &base,
                                  const std::filesystem::path &directory, const std::filesystem::path &folder,
                                  const SchemaCatalogue *schemas);

} // namespace drydock::terraform
