// SPDX-License-Identifier: MIT
#include "tests/conformance/conformancecases.h"

#include <fstream>
#include <stdexcept>
#include <string_view>

namespace drydock::hcl::test {

static std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t which = text[at] == '\\' && at + 1 < text.size() ? std::string_view("nrtx").find(text[at + 1])
                                                                           : std::string_view::npos;
        if (which == std::string_view::npos) {
            // A pair of backslashes stands for one.
            at += text.substr(at, 2) == "\\\\" ? 1 : 0;
            out += text[at];
        } else if (which == 3) {
            out += static_cast<char>(std::stoi(std::string(text.substr(at + 2, 2)), nullptr, 16));
            at += 3;
        } else {
            out += "\n\r\t"[which];
            ++at;
        }
    }
    return out;
}

static ConformanceCase::Expectation expectationOf(char sign)
{
    switch (sign) {
    case '>':
        return ConformanceCase::Expectation::Value;
    case '~':
        return ConformanceCase::Expectation::Tree;
    case '!':
        return ConformanceCase::Expectation::Error;
    case '@':
        return ConformanceCase::Expectation::Place;
    default:
        throw std::invalid_argument("an expectation begins with =>, =~, =! or =@");
    }
}

void PrintTo(const ConformanceCase &given, std::ostream *out)
{
    *out << given.file << ".txt:" << given.line << ": " << given.sentence;
}

std::vector<ConformanceCase> readCases(const std::string &file)
{
    std::vector<ConformanceCase> cases;
    std::ifstream stream(std::string(DRYDOCK_SOURCE_DIR) + "/tests/conformance/cases/" + file + ".txt");
    ConformanceCase next;
    next.file = file;
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        const auto rest = [&line](std::size_t from) { return line.size() > from ? line.substr(from) : std::string(); };
        if (line.starts_with("## ")) {
            next.section = rest(3);
        } else if (line.starts_with("- ")) {
            next.sentence = rest(2);
        } else if (line.starts_with('=') && line.size() >= 2) {
            next.expectation = expectationOf(line[1]);
            next.expected = rest(3);
            cases.push_back(next);
        } else if (!line.empty()) {
            const std::size_t colon = line.find(':');
            next.kind = line.substr(0, colon);
            next.input = rest(colon + 2);
            next.line = number;
            if (next.kind.ends_with('*')) {
                next.kind.pop_back();
                next.input = unescaped(next.input);
            }
        }
    }
    return cases;
}

} // namespace drydock::hcl::test
