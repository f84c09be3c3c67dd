// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/parser.h"
#include "core/hcl/type.h"
#include "core/hcl/value.h"
#include "core/terraform/configuration.h"
#include "core/terraform/source.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {
class FunctionTable;
}

namespace drydock::terraform {

/// Expressions evaluated one after the other in the root module of a configuration, as `terraform console` does:
/// variables, locals, module outputs, `path.*`, and what is written of resources. The configuration is evaluated once,
/// when the session starts. For one thread at a time.
class ExpressionSession
{
public:
    struct Options
    {
        hcl::ImpureFunctions impureFunctions = hcl::ImpureFunctions::Called;
        const hcl::FunctionTable *functions = nullptr; ///< none: Terraform's. Must outlive the session.
    };

    struct Outcome
    {
        hcl::ParsedFile parsed; ///< the expression; the diagnostics' ranges are in it
        hcl::Value value;       ///< unknown where there are errors
        /// Of `type(EXPRESSION)`, which only a console has: the type asked for, instead of the value.
        std::optional<hcl::Type> type;
        std::vector<hcl::Diagnostic> diagnostics;

        [[nodiscard]] bool ok() const { return !hcl::hasErrors(diagnostics); }
        /// What `terraform console` prints.
        [[nodiscard]] std::string text() const;
    };

    /// Fails only when the task is cancelled.
    [[nodiscard]] static Result<ExpressionSession> start(const Configuration &configuration, Options options,
                                                         const Task &task);

    [[nodiscard]] Outcome evaluate(std::string expression, std::string name = "<console-input>");
    /// Of the configuration, found while loading and evaluating it.
    [[nodiscard]] const std::vector<Diagnostic> &diagnostics() const;
    [[nodiscard]] const hcl::FunctionTable &functions() const;

    ExpressionSession(ExpressionSession &&other) noexcept;
    ExpressionSession &operator=(ExpressionSession &&other) noexcept;
    ~ExpressionSession();

private:
    struct Data;
    explicit ExpressionSession(std::unique_ptr<Data> data);

    std::unique_ptr<Data> m_data;
};

} // namespace drydock::terraform
