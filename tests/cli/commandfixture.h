// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace drydock::cli {

struct Outcome
{
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs drydockctl's commands against in-memory streams, on a workspace in a scratch folder.
class CommandFixture : public testing::Test
{
protected:
    /// `--workspace` is added at the end.
    [[nodiscard]] Outcome run(std::vector<std::string> arguments, const std::string &input = {}) const
    {
        arguments.insert(arguments.end(), {"--workspace", workspace().string()});
        return runPlain(arguments, input);
    }

    [[nodiscard]] static Outcome runPlain(const std::vector<std::string> &arguments, const std::string &input = {})
    {
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream err;
        Console console{in, out, err, false, {}};
        const int code = runCommandLine(arguments, console);
        return {code, out.str(), err.str()};
    }

    /// The JSON that a command prints; it must succeed.
    [[nodiscard]] nlohmann::json json(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--format", "json"});
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.code, Success) << outcome.err;
        return nlohmann::json::parse(outcome.out, nullptr, false);
    }

    [[nodiscard]] std::filesystem::path workspace() const { return m_scratch.path() / "workspace"; }

    ScratchFolder m_scratch;
};

} // namespace drydock::cli
