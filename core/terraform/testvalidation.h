// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/terraform/validation.h"

#include <memory>
#include <vector>

namespace drydock::terraform {

/// What is wrong with the tests of a root module, and with the modules that only they run.
struct TestValidation
{
    std::shared_ptr<const TestSuite> suite;
    std::vector<Configuration> modules;
    std::vector<Diagnostic> diagnostics;
};

/// Codes of a failure: `task.cancelled`.
[[nodiscard]] Result<TestValidation> validateTests(const Configuration &configuration, const ValidationOptions &options,
                                                   const Task &task);

} // namespace drydock::terraform
