// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace drydock;
using namespace drydock::cli;
using testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

class FmtCommandTest : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_root / "sub"); }
    void TearDown() override { fs::remove_all(m_root); }

    int run(std::vector<std::string> arguments, const std::string &input = {})
    {
        arguments.insert(arguments.begin(), "fmt");
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream err;
        Console console{in, out, err, false, {}};
        const int code = runCommandLine(arguments, console);
        m_out = out.str();
        m_err = err.str();
        return code;
    }
    fs::path write(const std::string &name, const std::string &text)
    {
        std::ofstream(m_root / name, std::ios::binary) << text;
        return m_root / name;
    }
    std::string read(const std::string &name) { return readFile(m_root / name).value_or("missing"); }

    fs::path m_root = fs::temp_directory_path() / ("drydock-fmtcommand-" + randomHex(6));
    std::string m_out;
    std::string m_err;
};

} // namespace

TEST_F(FmtCommandTest, WritesAndListsWhatChanges)
{
    write("a.tf", "a=1\n");
    write("b.tfvars", "b = 1\n");
    write("notes.txt", "x=1\n");
    write(".hidden.tf", "x=1\n");
    write("sub/c.tf", "c=1\n");
    EXPECT_EQ(run({m_root.string()}), Success) << m_err;
    EXPECT_EQ(m_out, (m_root / "a.tf").string() + "\n");
    EXPECT_EQ(read("a.tf"), "a = 1\n");
    EXPECT_EQ(read("sub/c.tf"), "c=1\n");
    EXPECT_EQ(read(".hidden.tf"), "x=1\n");
    EXPECT_EQ(run({"--recursive", m_root.string()}), Success);
    EXPECT_EQ(read("sub/c.tf"), "c = 1\n");
    EXPECT_EQ(run({"--recursive", m_root.string()}), Success);
    EXPECT_EQ(m_out, "");
}

TEST_F(FmtCommandTest, CheckChangesNothing)
{
    write("a.tf", "a=1\n");
    EXPECT_EQ(run({"--check", m_root.string()}), GateFailed);
    EXPECT_THAT(m_out, HasSubstr("a.tf"));
    EXPECT_EQ(read("a.tf"), "a=1\n");
    EXPECT_EQ(run({"--check", "--diff", (m_root / "a.tf").string()}), GateFailed);
    EXPECT_THAT(m_out, HasSubstr("-a=1\n+a = 1\n"));
    write("a.tf", "a = 1\n");
    EXPECT_EQ(run({"--check", m_root.string()}), Success);
}

TEST_F(FmtCommandTest, AFileWithErrorsStaysAsItIsAndTheOthersAreFormatted)
{
    write("a.tf", "a   = \nb = [1\n");
    write("b.tf", "b=1\n");
    EXPECT_EQ(run({m_root.string()}), Unusable);
    EXPECT_THAT(m_err, HasSubstr("a.tf:1:6: Missing value"));
    EXPECT_THAT(m_err, HasSubstr("  1 | a   ="));
    EXPECT_THAT(m_err, HasSubstr("a.tf:2:5: Unclosed list"));
    EXPECT_EQ(read("a.tf"), "a   = \nb = [1\n");
    EXPECT_EQ(read("b.tf"), "b = 1\n");
}

TEST_F(FmtCommandTest, FormatsStandardInput)
{
    EXPECT_EQ(run({"-"}, "a=1\n"), Success);
    EXPECT_EQ(m_out, "a = 1\n");
    EXPECT_EQ(run({"--stdin"}, "a=1\n"), Success);
    EXPECT_EQ(m_out, "a = 1\n");
    EXPECT_EQ(run({"--check", "-"}, "a=1\n"), GateFailed);
    EXPECT_EQ(m_out, "");
    EXPECT_EQ(run({"-"}, "a=\n"), Unusable);
    EXPECT_THAT(m_err, HasSubstr("<stdin>:1:3"));
    EXPECT_EQ(run({"-", "x.tf"}, "a=1\n"), Unusable);
}

TEST_F(FmtCommandTest, NamesWhatIsMissingOrOfAnotherKind)
{
    EXPECT_EQ(run({(m_root / "no.tf").string()}), Unusable);
    EXPECT_THAT(m_err, HasSubstr("no.tf"));
    EXPECT_EQ(run({write("x.json", "{}").string()}), Unusable);
    EXPECT_THAT(m_err, HasSubstr("x.json"));
}

TEST_F(FmtCommandTest, KeepsPermissionsAndSymbolicLinks)
{
    const fs::path file = write("real.txt", "a=1\n");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    fs::create_symlink("real.txt", m_root / "link.tf");
    EXPECT_EQ(run({(m_root / "link.tf").string()}), Success) << m_err;
    EXPECT_EQ(read("real.txt"), "a = 1\n");
    EXPECT_TRUE(fs::is_symlink(m_root / "link.tf"));
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(FmtCommandTest, WritesJson)
{
    write("a.tf", "a=1\n");
    write("b.tf", "b=\n");
    EXPECT_EQ(run({"--format", "json", m_root.string()}), Unusable);
    EXPECT_THAT(m_out, HasSubstr("\"changed\": ["));
    EXPECT_THAT(m_out, HasSubstr("\"code\": \"fmt.syntax\""));
}
