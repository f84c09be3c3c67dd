// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/evaluationoptions.h"

#include <string>

namespace drydock::cli {

/// `drydockctl eval`: the value of one expression.
class EvalCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "eval"; }
    [[nodiscard]] std::string summary() const override { return "Evaluate an expression in a configuration"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] int printRaw(Console &console, const hcl::Value &value) const;

    EvaluationOptions m_options;
    std::string m_expression;
    std::string m_format = "text";
    bool m_raw = false;
};

} // namespace drydock::cli
