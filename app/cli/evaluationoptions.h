// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/workspacechoice.h"
#include "core/base/result.h"
#include "core/terraform/configuration.h"
#include "core/terraform/expressionsession.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock::terraform {
class ModuleResolver;
class SchemaCatalogue;
} // namespace drydock::terraform

namespace drydock::cli {

class CommandOptions;
struct Console;

/// What `eval` and `console` have in common: the configuration that expressions are evaluated in.
struct EvaluationOptions
{
    std::string directory = ".";
    std::vector<std::string> variableFiles;
    std::vector<std::string> variables; ///< NAME=VALUE
    std::string language = "terraform"; ///< or opentofu: whose functions there are

    WorkspaceChoice workspace;

    /// Declares the options; `this` must outlive the parsing.
    void declare(CommandOptions options);
    /// Loads and evaluates the configuration. What is wrong with it is written to `console.err`: expressions that do
    /// not depend on it can be evaluated all the same. `this` must outlive the session.
    [[nodiscard]] Result<terraform::ExpressionSession> start(Console &console);

private:
    [[nodiscard]] Result<terraform::LoadOptions> loading();

    std::shared_ptr<const terraform::ModuleResolver> m_modules;
    std::shared_ptr<const terraform::SchemaCatalogue> m_schemas;
};

} // namespace drydock::cli
