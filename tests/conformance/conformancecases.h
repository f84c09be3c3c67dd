// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace drydock::hcl::test {

/// One input of a sentence of a specification, from cases/*.txt:
///
///     ## Section
///     - What the specification says, in our words.
///     expr: 1 + 1
///     => 2
///
/// Kinds of input: `expr`, `template` (bare), `body` (native), `body.json`, `json` (a value, strings are templates),
/// `verbatim` (a value, strings are literal). With a star behind the kind, \n \r \t \xHH in the input are that byte.
///
/// Expectations: `=> VALUE` as source on one line; `=~ TREE` as tests/hcl/treeprinter.h prints it; `=! TEXT` an error
/// whose summary or detail has the text; `=@ LINE:COLUMN` of the first error.
struct ConformanceCase
{
    enum class Expectation { Value, Tree, Error, Place };
    std::string file; ///< without its ending
    int line = 0;
    std::string section;
    std::string sentence;
    std::string kind;
    std::string input;
    Expectation expectation = Expectation::Value;
    std::string expected;
};

/// For GoogleTest's messages.
void PrintTo(const ConformanceCase &given, std::ostream *out);

[[nodiscard]] std::vector<ConformanceCase> readCases(const std::string &file);

} // namespace drydock::hcl::test
