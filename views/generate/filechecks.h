// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/generator/generator.h"
#include "core/policy/finding.h"
#include "core/project/library.h"
#include "core/project/reviewservice.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace drydock::generate {

/// What checks are made with; given by the program, called on worker threads.
struct CheckTools
{
    project::ReviewTools review;
    /// Fills a folder with the packages of our own mirror, as a filesystem mirror of terraform; returns the sources of
    /// the providers, HOST/NAMESPACE/TYPE. May be empty.
    std::function<Result<std::vector<std::string>>(const std::filesystem::path &folder)> linkProviders;
};

/// What is checked before files are saved: that they parse, and the shipped policies.
struct FileChecks
{
    QStringList syntaxProblems;
    policy::ReviewResult review;

    [[nodiscard]] project::ValidationSummary summary() const;
};

/// Writes the files to a temporary folder and looks at them. Long: on a worker thread.
[[nodiscard]] Result<FileChecks> checkFiles(const std::vector<generator::RenderedFile> &files,
                                            const project::ReviewTools &tools, const Task &task);

/// What `terraform validate` said. Not run where there is no terraform or its providers cannot be had offline.
struct TerraformCheck
{
    enum class State { NotRun, Passed, Failed };
    State state = State::NotRun;
    QString text;
};

/// Runs `terraform init -backend=false` and `terraform validate` on the files, with the providers of our own mirror
/// before others. Takes seconds: on a worker thread.
[[nodiscard]] Result<TerraformCheck> validateWithTerraform(const std::vector<generator::RenderedFile> &files,
                                                           const CheckTools &tools, const Task &task);

} // namespace drydock::generate
