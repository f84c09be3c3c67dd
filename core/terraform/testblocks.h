// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/sourcereader.h"
#include "core/terraform/testfile.h"

#include <map>
#include <string>
#include <vector>

namespace drydock::terraform {

/// The parts of a test file, and what is wrong with them.

[[nodiscard]] TestRun readRun(const hcl::Block &block, std::vector<Diagnostic> &diagnostics);

/// Of one file or run: two may not have the same target.
class TestOverrides
{
public:
    /// Where they stand: in files beside each other Terraform says it in other words.
    enum class Scope { Here, AcrossFiles };

    explicit TestOverrides(std::vector<TestOverride> &list)
        : m_list(list)
    {
    }
    void add(TestOverride added, Scope scope, std::vector<Diagnostic> &diagnostics);

private:
    std::vector<TestOverride> &m_list;
    std::map<std::string, hcl::Block> m_targets;
};
[[nodiscard]] bool isOverrideBlock(const hcl::Block &block);
[[nodiscard]] TestOverride readOverride(const hcl::Block &block, std::vector<Diagnostic> &diagnostics);

/// A `mock_provider` block with the *.tfmock.hcl files of its `source`, which is relative to `directory`. Its overrides
/// go to `test`, what is read to `suite`.
void readMockProvider(const hcl::Block &block, const FileSource &files, const SourceReader &sources,
                      const std::filesystem::path &directory, TestFile &test, TestSuite &suite);

/// `variables`: arguments only.
void checkArgumentsOnly(const hcl::Block &block, std::vector<Diagnostic> &diagnostics);

/// "main.tftest.hcl:3"
[[nodiscard]] std::string placeOf(const hcl::Block &block);

} // namespace drydock::terraform
