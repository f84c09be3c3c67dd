// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/evaluationoptions.h"

#include <string>
#include <string_view>

namespace drydock::cli {

/// `drydockctl console`: reads expressions, prints their values as `terraform console` does. Every result is printed
/// (with a pipe, `terraform console` prints the last one only), and an expression may go over several lines. With a
/// pipe the first error ends it.
class ConsoleCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "console"; }
    [[nodiscard]] std::string summary() const override { return "Try expressions in a configuration"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    enum class After : unsigned char { GoOn, Exit, Failed };
    [[nodiscard]] static After answer(Console &console, terraform::ExpressionSession &session, const std::string &text);

    EvaluationOptions m_options;
};

/// Whether an expression goes on behind `text`: a bracket, heredoc or template sequence is open.
[[nodiscard]] bool isUnfinished(std::string_view text);

} // namespace drydock::cli
