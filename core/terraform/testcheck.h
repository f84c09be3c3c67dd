// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/configuration.h"
#include "core/terraform/testfile.h"

#include <functional>
#include <vector>

namespace drydock::terraform {

/// What a run tests: the configuration itself or the module it names; null where that is not at hand.
using TestedConfiguration = std::function<const Configuration *(const TestRun &run)>;

/// Holds tests against what they test: the kinds of things that expect_failures names are errors, as `terraform
/// validate` has it. What only `terraform test` would refuse are warnings: names that nothing declares, in overrides,
/// assertions and values of variables. Codes: `test.expectation`, `test.target`, `test.reference`, `test.variable`.
void checkTests(const TestSuite &suite, const TestedConfiguration &tested, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
