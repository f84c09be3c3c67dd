// SPDX-License-Identifier: MIT
// `eval` and `console`, compared with the real `terraform console` where that is on PATH.
#include "app/cli/consolecommand.h"
#include "core/base/program.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <utility>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using namespace drydock::cli;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
namespace fs = std::filesystem;

namespace {

constexpr const char *configuration = R"(
variable "name" {
  type = string
}
variable "secret" {
  type      = string
  default   = "swordfish"
  sensitive = true
}
variable "tags" {
  type    = map(string)
  default = { team = "core", "a b" = "c" }
}
variable "ports" {
  type    = set(number)
  default = [443, 80]
}
locals {
  upper = upper(var.name)
  mixed = [1, "a", true, null]
  text  = "one\ntwo"
  later = { id = terraform_data.one.id, secret = var.secret }
}
resource "terraform_data" "one" {
  input = "in"
}
resource "terraform_data" "many" {
  count = 2
}
module "child" {
  source = "./child"
  x      = 5
}
)";

class ExpressionCommand : public CommandFixture
{
protected:
    void SetUp() override
    {
        write("main.tf", configuration);
        write("child/main.tf", "variable \"x\" {}\n"
                               "output \"y\" {\n  value = var.x + 1\n}\n"
                               "output \"s\" {\n  value     = \"hidden\"\n  sensitive = true\n}\n");
    }

    void write(const std::string &name, const std::string &text) const
    {
        fs::create_directories((directory() / name).parent_path());
        std::ofstream(directory() / name, std::ios::binary) << text;
    }
    /// Makes a module of one file and publishes it in the workspace.
    void publish(const std::string &version, const std::string &text) const
    {
        const fs::path module = m_scratch.path() / ("published-" + version);
        fs::create_directories(module);
        std::ofstream(module / "main.tf", std::ios::binary) << text;
        const Outcome outcome =
            run({"publish", "module", module.string(), "--address", "acme/network/aws", "--version", version});
        EXPECT_EQ(outcome.code, Success) << outcome.err;
    }
    [[nodiscard]] fs::path directory() const { return m_scratch.path() / "configuration"; }

    [[nodiscard]] Outcome eval(const std::string &expression, std::vector<std::string> more = {}) const
    {
        more.insert(more.begin(), {"eval", expression, "--dir", directory().string(), "--var", "name=bob"});
        return runPlain(more);
    }
    [[nodiscard]] Outcome console(const std::string &input, std::vector<std::string> more = {}) const
    {
        more.insert(more.begin(), {"console", "--dir", directory().string(), "--var", "name=bob"});
        return runPlain(more, input);
    }
    [[nodiscard]] nlohmann::json document(const std::string &expression) const
    {
        const Outcome outcome = eval(expression, {"--format", "json"});
        EXPECT_EQ(outcome.code, Success) << outcome.err;
        return nlohmann::json::parse(outcome.out, nullptr, false);
    }
};

} // namespace

TEST_F(ExpressionCommand, EvalPrintsAsTerraformConsoleDoes)
{
    EXPECT_EQ(eval("1 + 2").out, "3\n");
    EXPECT_EQ(eval("local.upper").out, "\"BOB\"\n");
    EXPECT_EQ(eval("local.mixed").out, "[\n  1,\n  \"a\",\n  true,\n  null,\n]\n");
    EXPECT_EQ(eval("local.text").out, "<<EOT\none\ntwo\nEOT\n");
    EXPECT_EQ(eval("var.secret").out, "(sensitive value)\n");
    EXPECT_EQ(eval("[var.secret]").out, "[\n  (sensitive value),\n]\n");
    EXPECT_EQ(eval("terraform_data.one.id").out, "(known after apply)\n");
    EXPECT_EQ(eval("module.child.y").out, "6\n");
    EXPECT_EQ(eval("type(var.ports)").out, "set(number)\n");
    EXPECT_EQ(eval("type({ a = [1], b = tomap({ c = \"d\" }) })").out,
              "object({\n    a: tuple([\n        number,\n    ]),\n    b: map(string),\n})\n");
}

TEST_F(ExpressionCommand, EvalPrintsWhatTheRealConsolePrints)
{
    if (!isOnPath("terraform"))
        GTEST_SKIP() << "terraform is not on PATH";
    const auto terraform = [&](const std::vector<std::string> &arguments, const std::string &input) {
        ProgramCall call;
        call.arguments = {"terraform"};
        call.arguments.insert(call.arguments.end(), arguments.begin(), arguments.end());
        call.environment = {{"TF_CLI_CONFIG_FILE", "/dev/null"}, {"CHECKPOINT_DISABLE", "1"}};
        call.directory = directory();
        call.input = input;
        const auto done = runProgram(call, {});
        return done ? done->output : done.error().text();
    };
    ASSERT_THAT(terraform({"init", "-no-color"}, ""), HasSubstr("successfully initialized"));
    for (const std::string expression : {"local.upper",
                                         "local.mixed",
                                         "local.text",
                                         "var.secret",
                                         "var.tags",
                                         "var.ports",
                                         "[var.secret]",
                                         "terraform_data.one",
                                         "terraform_data.one.id",
                                         "local.later",
                                         "module.child.y",
                                         "path.module",
                                         "path.root",
                                         "terraform.workspace",
                                         "type(local.mixed)",
                                         "type(var.tags)",
                                         "type([{ a = 1 }, { a = \"b\" }])",
                                         "type(null)",
                                         "type(tolist([{ a = [1] }]))",
                                         "type(tomap({ a = tomap({ b = { c = 1 } }) }))",
                                         "type(var.secret)",
                                         "type([])",
                                         "type({})",
                                         "sensitive({ a = 1 })",
                                         "tomap({ a = sensitive(\"x\") })",
                                         "fileset(path.module, \"**/*.tf\")",
                                         "{ for name, value in var.tags : upper(name) => length(value) }",
                                         "abspath(\"x\")"}) {
        EXPECT_EQ(eval(expression).out, terraform({"console", "-no-color", "-var", "name=bob"}, expression + "\n"))
            << expression;
    }
}

TEST_F(ExpressionCommand, EvalSaysWhatIsWrong)
{
    const Outcome unknown = eval("var.nme");
    EXPECT_EQ(unknown.code, Unusable);
    EXPECT_EQ(unknown.out, "");
    EXPECT_THAT(unknown.err, HasSubstr("<expression>:1:1: Reference to undeclared input variable"));
    EXPECT_THAT(unknown.err, HasSubstr("Did you mean"));
    EXPECT_THAT(eval("local.nope").err, HasSubstr("Reference to undeclared local value"));
    EXPECT_THAT(eval("terraform_data.nope.id").err, HasSubstr("Reference to undeclared resource"));
    EXPECT_THAT(eval("module.nope.id").err, HasSubstr("Reference to undeclared module"));
    EXPECT_THAT(eval("nonsense").err, HasSubstr("Invalid reference"));
    EXPECT_THAT(eval("1 +").err, HasSubstr("<expression>:1:4"));
    EXPECT_THAT(eval("[type(1)]").err, HasSubstr("console-only"));
    EXPECT_THAT(eval("parseint(var.secret, 10)").err, Not(HasSubstr("swordfish")));
    EXPECT_THAT(eval("1", {"--var", "oops"}).err, HasSubstr("no NAME=VALUE"));
    EXPECT_EQ(runPlain({"eval", "1", "--dir", (m_scratch.path() / "none").string()}).code, Unusable);
}

TEST_F(ExpressionCommand, EvalTakesValuesFromFilesAndOptions)
{
    write("extra.tfvars", "tags = { team = \"net\" }\nname = \"file\"\n");
    const std::string file = (directory() / "extra.tfvars").string();
    EXPECT_EQ(eval("\"${var.name} ${var.tags.team}\"", {"--var-file", file}).out, "\"bob net\"\n");
    EXPECT_EQ(runPlain({"eval", "var.name", "--dir", directory().string()}).out, "(known after apply)\n");
    EXPECT_EQ(runPlain({"eval", "-", "--dir", directory().string()}, "[\n  1,\n  2,\n]\n").out, "[\n  1,\n  2,\n]\n");
}

TEST_F(ExpressionCommand, EvalGivesJson)
{
    const auto whole = document("local.later");
    EXPECT_EQ(whole.at("value"), nlohmann::json::parse(R"({"id": null, "secret": null})"));
    EXPECT_EQ(whole.at("unknown"), nlohmann::json::parse(R"(["id"])"));
    EXPECT_EQ(whole.at("sensitive"), nlohmann::json::parse(R"(["secret"])"));
    EXPECT_THAT(whole.dump(), Not(HasSubstr("swordfish")));
    const auto list = document("{ \"a b\" = [var.secret, 1.5], c = timestamp() == null }");
    EXPECT_EQ(list.at("value"), nlohmann::json::parse(R"({"a b": [null, 1.5], "c": false})"));
    EXPECT_EQ(list.at("sensitive"), nlohmann::json::parse(R"(["[\"a b\"][0]"])"));
    EXPECT_EQ(document("var.ports").at("type"), "set(number)");
    EXPECT_THAT(eval("123456789012345678901234567890", {"--format", "json"}).out,
                HasSubstr("\"value\":123456789012345678901234567890"));
    const Outcome wrong = eval("1 + x", {"--format", "json"});
    EXPECT_EQ(wrong.code, Unusable);
    const auto errors = nlohmann::json::parse(wrong.out, nullptr, false);
    EXPECT_EQ(errors.at("diagnostics").at(0).at("column"), 5);
    EXPECT_FALSE(errors.contains("value"));
}

TEST_F(ExpressionCommand, EvalGivesRawText)
{
    EXPECT_EQ(eval("local.text", {"--raw"}).out, "one\ntwo");
    EXPECT_EQ(eval("1 + 1", {"--raw"}).out, "2");
    for (const char *hidden : {"var.secret", "terraform_data.one.id", "[1]", "null"}) {
        const Outcome outcome = eval(hidden, {"--raw"});
        EXPECT_EQ(outcome.code, Unusable) << hidden;
        EXPECT_EQ(outcome.out, "") << hidden;
    }
}

TEST_F(ExpressionCommand, LanguagesHaveTheirOwnFunctions)
{
    EXPECT_EQ(eval("cidrcontains(\"10.0.0.0/8\", \"10.1.0.0/16\")", {"--language", "opentofu"}).out, "true\n");
    EXPECT_THAT(eval("cidrcontains(\"10.0.0.0/8\", \"10.1.0.0/16\")").err, HasSubstr("no function named"));
}

TEST_F(ExpressionCommand, ABrokenConfigurationIsToldAndTheRestCanBeUsed)
{
    write("broken.tf", "locals {\n  wrong = var.missing\n  fine  = 1\n}\n");
    const Outcome outcome = eval("local.fine");
    EXPECT_EQ(outcome.code, Success);
    EXPECT_EQ(outcome.out, "1\n");
    EXPECT_THAT(outcome.err, HasSubstr("broken.tf:2:11: Reference to undeclared input variable"));
}

TEST_F(ExpressionCommand, SeesModulesThatTheWorkspacePublishes)
{
    publish("1.2.0", "variable \"cidr\" {}\noutput \"id\" {\n  value = \"net-${var.cidr}\"\n}\n");
    write("called.tf",
          "module \"net\" {\n  source  = \"acme/network/aws\"\n  version = \"~> 1.0\"\n  cidr    = 7\n}\n");
    const std::vector<std::string> here = {"--workspace", workspace().string()};
    const Outcome value = eval("module.net.id", here);
    EXPECT_EQ(value.out, "\"net-7\"\n");
    EXPECT_EQ(value.err, "");
    EXPECT_EQ(console("module.net.id\n", here).out, "\"net-7\"\n");
    const Outcome elsewhere = eval("module.net.id", {"--workspace", (m_scratch.path() / "none").string()});
    EXPECT_THAT(elsewhere.err, HasSubstr("Module is not available"));
    EXPECT_FALSE(fs::exists(m_scratch.path() / "none"));
}

TEST_F(ExpressionCommand, ConsoleAnswersEachLine)
{
    const Outcome outcome = console("1 + 1\n\n  local.upper  \n[\n  for x in [1, 2] :\n  x * 2\n]\nexit\n3\n");
    EXPECT_EQ(outcome.code, Success) << outcome.err;
    EXPECT_EQ(outcome.out, "2\n\"BOB\"\n[\n  2,\n  4,\n]\n");
    EXPECT_EQ(outcome.err, "");
}

TEST_F(ExpressionCommand, ConsoleTakesHeredocsAndWindowsLineEnds)
{
    EXPECT_EQ(console("<<EOT\nhello ${var.name}\nEOT\n").out, "<<EOT\nhello bob\n\nEOT\n");
    EXPECT_EQ(console("1 + 1\r\nvar.name\r\n").out, "2\n\"bob\"\n");
    EXPECT_EQ(console("2").out, "2\n") << "the last line may have no end";
    EXPECT_EQ(console("").code, Success);
}

TEST_F(ExpressionCommand, ConsoleStopsAtAnErrorInAPipe)
{
    const Outcome outcome = console("1\nnope\n2\n");
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_EQ(outcome.out, "1\n");
    EXPECT_THAT(outcome.err, HasSubstr("<console-input>:1:1: Invalid reference"));
    EXPECT_EQ(console("[1,\n").code, Unusable);
    EXPECT_EQ(console("\"open\n1\n").code, Unusable) << "a string ends in its line";
}

TEST_F(ExpressionCommand, ConsoleHelps)
{
    EXPECT_THAT(console("help\n").out, HasSubstr("type(EXPRESSION)"));
    const std::string function = console("help cidrsubnets\n").out;
    EXPECT_THAT(function, StartsWith("cidrsubnets(prefix string, ...newbits number) list(string)\n"));
    EXPECT_THAT(function, HasSubstr("newbits: "));
    EXPECT_THAT(console("help nope\n").out, HasSubstr("no function named \"nope\""));
}

namespace {

/// A console at a terminal of its own, in another process.
class TerminalConsole
{
public:
    explicit TerminalConsole(const fs::path &directory)
    {
        m_process = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_process != 0)
            return;
        Console console{std::cin, std::cout, std::cerr, false, {}, true};
        const int code = runCommandLine({"console", "--dir", directory.string()}, console);
        std::cout.flush();
        std::cerr.flush();
        ::_exit(code);
    }
    ~TerminalConsole()
    {
        ::close(m_terminal);
        if (m_process > 0)
            ::kill(m_process, SIGKILL);
    }
    TerminalConsole(const TerminalConsole &) = delete;
    TerminalConsole &operator=(const TerminalConsole &) = delete;

    /// Types when it asks: between two lines the terminal is as it was and would edit the keys itself.
    void type(const std::string &keys, const std::string &prompt = "> ") const
    {
        EXPECT_THAT(readTo("\r" + prompt + "\x1b[K"), EndsWith("\r" + prompt + "\x1b[K"));
        ASSERT_EQ(::write(m_terminal, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
    }
    /// What it writes up to and with `end`; all of it when that does not come.
    std::string readTo(const std::string &end) const
    {
        constexpr int patience = 20'000; // milliseconds, far more than any answer takes
        std::string text;
        char c = 0;
        pollfd ready{m_terminal, POLLIN, 0};
        while (!text.ends_with(end) && ::poll(&ready, 1, patience) > 0 && ::read(m_terminal, &c, 1) == 1)
            text += c;
        return text;
    }
    [[nodiscard]] int code()
    {
        int status = 0;
        ::waitpid(std::exchange(m_process, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    int m_terminal = -1;
    pid_t m_process = -1;
};

} // namespace

TEST_F(ExpressionCommand, ConsoleAtATerminalEditsLinesAndRemembersThem)
{
    TerminalConsole console(directory());
    console.type("1 + 2\r");
    EXPECT_THAT(console.readTo("\n3\r\n"), HasSubstr("1 + 2"));
    console.type("\x1b[A\x7f"
                 "5\r"); // the line before, its last character replaced
    EXPECT_THAT(console.readTo("\n6\r\n"), HasSubstr("1 + 5"));
    console.type("\x10\x10\x01"
                 "10 * (\x05)\r"); // two lines back, in brackets
    EXPECT_THAT(console.readTo("\n30\r\n"), HasSubstr("10 * (1 + 2)"));
    console.type("\u00e9\u00e9\x1b[D\x08\x01\"\x05\"\r"); // code points, not bytes
    EXPECT_THAT(console.readTo("\n\"\u00e9\"\r\n"), HasSubstr("\"\u00e9\""));
    console.type("[\r");
    console.type("1\r", ": ");
    console.type("]\r", ": ");
    EXPECT_THAT(console.readTo("\n  1,\r\n]\r\n"), HasSubstr(": ]"));
    console.type("nope\r");
    EXPECT_THAT(console.readTo("var.\".\r\n"), HasSubstr("<console-input>:1:1"));
    console.type("lost\x03\x04");
    EXPECT_THAT(console.readTo("the end"), HasSubstr("^C"));
    EXPECT_EQ(console.code(), Success) << "an error ends only a pipe";
}

TEST(ConsoleInput, KnowsWhetherAnExpressionGoesOn)
{
    for (const char *open :
         {"[", "<<EOT", "{ a = (", "upper(\n\"a\",", "<<EOT\na", "<<-EOT\n  a\n", "\"${", "\"${[", "[\"a\","})
        EXPECT_TRUE(isUnfinished(open)) << open;
    for (const char *whole :
         {"", "1", "[1]", "\"(\"", "\"open", "1 # (", "/* [ */ 1", ")", "\"${1}\"", "<<EOT\na\nEOT\n", "<<EOT\na\nEOT"})
        EXPECT_FALSE(isUnfinished(whole)) << whole;
}
