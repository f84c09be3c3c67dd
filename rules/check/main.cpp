// SPDX-License-Identifier: MIT
// drydock_rulecheck: checks all rules and writes them as one pack. Run by the build; fails it when a rule is wrong.
#include "core/policy/rulechecker.h"
#include "core/policy/ruleset.h"

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

using drydock::Error;
namespace policy = drydock::policy;
namespace fs = std::filesystem;

static constexpr const char *usage =
    "usage: drydock_rulecheck RULES_FOLDER [--articles FOLDER] [--fixtures FOLDER] [--pack FILE]\n";

static int fail(const Error &error)
{
    const std::string place = error.place.empty() ? std::string() : error.place + ": ";
    std::cerr << place << "error: " << error.message << (error.hint.empty() ? "" : " " + error.hint) << '\n';
    return 1;
}

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty() || arguments.size() % 2 == 0) {
        std::cerr << usage;
        return 2;
    }
    policy::RuleCheckOptions options;
    fs::path pack;
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == "--articles")
            options.articles = arguments[i + 1];
        else if (arguments[i] == "--fixtures")
            options.fixtures = arguments[i + 1];
        else if (arguments[i] == "--pack")
            pack = arguments[i + 1];
        else {
            std::cerr << usage;
            return 2;
        }
    }
    auto rules = policy::RuleSet::loadFolder(arguments[0]);
    if (!rules)
        return fail(rules.error());
    int code = 0;
    for (const policy::Rule &rule : rules->rules())
        for (const Error &error : policy::checkRule(rule, options))
            code = fail(error);
    if (code == 0 && !pack.empty())
        if (auto written = rules->writePack(pack); !written)
            return fail(written.error());
    return code;
}
