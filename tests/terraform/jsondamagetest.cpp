// SPDX-License-Identifier: MIT
// The files that the fuzz target begins with, damaged at random in ways that JSON breaks in.
#include "core/base/filereader.h"
#include "core/terraform/parsefile.h"
#include "tests/terraform/jsonchecks.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform::test {

namespace {

std::vector<std::string> corpus()
{
    std::vector<std::string> texts;
    const std::string folder = std::string(DRYDOCK_SOURCE_DIR) + "/tests/fuzz/corpus/hcljson";
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        texts.push_back(readFile(entry.path()).value());
    return texts;
}

std::string damaged(std::string text, std::mt19937 &random)
{
    static constexpr std::array<std::string_view, 22> Pieces{
        "{",  "}",   "[",  "]",  ",",    ":",   "\"",   "\\",   "\\u12", "\\ud83d", "${",
        "%{", "$${", "~}", "//", "null", "-1e", "\xff", "\xc3", "\n",    "é",       "\\\""};
    const auto below = [&random](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    for (std::size_t round = 1 + below(6); round > 0; --round) {
        const std::size_t at = below(text.size());
        const std::string_view piece = Pieces[below(Pieces.size())];
        switch (below(4)) {
        case 0:
            text.insert(at, piece);
            break;
        case 1:
            text.erase(at, 1 + below(12));
            break;
        case 2:
            text.replace(at, 1, piece);
            break;
        default:
            text.insert(at, text.substr(below(text.size()), below(40)));
        }
    }
    return text;
}

} // namespace

TEST(JsonDamage, NothingThatStandsInAFileBreaksTheReader)
{
    const std::vector<std::string> texts = corpus();
    ASSERT_GE(texts.size(), 5U);
    std::mt19937 random(20260711); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same files in every run
    for (int round = 0; round < 3000; ++round) {
        const std::string text = damaged(texts[random() % texts.size()], random);
        for (const char *name : {"a.tf.json", "a.tftest.json", "a.tfvars.json"}) {
            const hcl::ParsedFile file = parseFile(hcl::SourceFile(name, text));
            ASSERT_EQ(brokenPromise(file), "") << name << "\n" << text;
        }
    }
}

} // namespace drydock::terraform::test
