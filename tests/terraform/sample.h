// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/terraform/configuration.h"
#include "core/terraform/evaluation.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform::test {

using Files = std::map<std::string, std::string>; ///< name -> text

/// A configuration that a test writes down itself: file name -> text, below "/work".
class Sample
{
public:
    explicit Sample(const Files &files, LoadOptions options = {});
    /// One file main.tf.
    explicit Sample(const char *text);

    [[nodiscard]] const Configuration &configuration() const { return *m_configuration; }
    [[nodiscard]] const Evaluation &evaluation() const { return *m_evaluation; }
    /// An output of the root module as HCL source on one line.
    [[nodiscard]] std::string output(std::string_view name) const;
    /// The origins of an output, joined by a space.
    [[nodiscard]] std::string origins(std::string_view name) const;
    [[nodiscard]] const ResourceInstance &resource(std::string_view address) const;
    /// An attribute of a resource as HCL source; "-" where it is not there.
    [[nodiscard]] std::string attribute(std::string_view address, std::string_view name) const;
    [[nodiscard]] std::vector<std::string> addresses() const;
    /// "code@file:line" of each diagnostic.
    [[nodiscard]] std::vector<std::string> diagnostics() const;
    /// The diagnostic of a code; fails the test where there is none.
    [[nodiscard]] Diagnostic diagnostic(std::string_view code) const;

private:
    std::unique_ptr<MemoryFiles> m_files;
    std::unique_ptr<Configuration> m_configuration;
    std::unique_ptr<Evaluation> m_evaluation;
};

/// "main.tf:3: cidr = …": where a range is and its first line.
[[nodiscard]] std::string where(const SourceRange &range);
[[nodiscard]] std::string show(const hcl::Value &value);

} // namespace drydock::terraform::test
