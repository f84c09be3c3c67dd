// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "tests/cli/commandfixture.h"

using namespace drydock;
using namespace drydock::cli;

namespace {

class LibraryCommandTest : public CommandFixture
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(run({"project", "create", "P"}).code, Success);
        write("main.tf", "resource \"a\" \"b\" {}\n");
        write("README.md", "# Module\n");
        write(".terraform/secret", "not kept");
        ASSERT_EQ(save("first").code, Success);
    }

    void write(const std::string &name, const std::string &text) const
    {
        ASSERT_TRUE(writeFileAtomically(source() / name, text));
    }

    [[nodiscard]] std::filesystem::path source() const { return m_scratch.path() / "module"; }

    [[nodiscard]] Outcome save(const std::string &note) const
    {
        return run({"library", "save", "p", "network", source().string(), "--note", note});
    }
};

} // namespace

TEST_F(LibraryCommandTest, SavesVersionsAndListsThem)
{
    EXPECT_NE(save("again").out.find("Unchanged"), std::string::npos);
    write("main.tf", "resource \"a\" \"c\" {}\n");
    EXPECT_NE(save("second").out.find("network v2, 2 files"), std::string::npos);
    const auto list = json({"library", "list", "--project", "p"});
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0]["latest"], 2);
    EXPECT_EQ(json({"library", "list", "--type", "policy"}).size(), 0U);
    const auto versions = json({"library", "versions", "p", "network"});
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0]["note"], "second");
    EXPECT_EQ(versions[1]["files"][0]["path"], "README.md");
    EXPECT_EQ(json({"library", "show", "p", "network", "--version", "1"})["number"], 1);
    EXPECT_NE(run({"library", "show", "p", "network"}).out.find("text/x-terraform"), std::string::npos);
}

TEST_F(LibraryCommandTest, ComparesVersions)
{
    write("main.tf", "resource \"a\" \"c\" {}\n");
    write("new.tf", "locals {}\n");
    ASSERT_EQ(save("second").code, Success);
    const Outcome text = run({"library", "diff", "p", "network"});
    EXPECT_NE(text.out.find("-resource \"a\" \"b\" {}\n+resource \"a\" \"c\" {}\n"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("added  new.tf"), std::string::npos) << text.out;
    const auto document = json({"library", "diff", "p", "network", "--from", "2", "--to", "1"});
    EXPECT_EQ(document["unchanged"], 1);
    EXPECT_EQ(document["files"][1]["status"], "removed");
    EXPECT_EQ(run({"library", "diff", "p", "network", "--from", "1", "--to", "9"}).code, Unusable);
}

TEST_F(LibraryCommandTest, ExportsAndDoesNotOverwriteUnasked)
{
    const std::string out = (m_scratch.path() / "out").string();
    ASSERT_EQ(run({"library", "export", "p", "network", "--output", out}).code, Success);
    EXPECT_EQ(readFile(out + "/README.md").value(), "# Module\n");
    const Outcome again = run({"library", "export", "p", "network", "--output", out});
    EXPECT_EQ(again.code, Unusable);
    EXPECT_NE(again.err.find("README.md"), std::string::npos);
    EXPECT_EQ(run({"library", "export", "p", "network", "--output", out, "--force"}).code, Success);
}

TEST_F(LibraryCommandTest, WhatIsNotThereIsNamed)
{
    EXPECT_NE(run({"library", "show", "p", "nothing"}).err.find("\"nothing\""), std::string::npos);
    EXPECT_NE(run({"library", "show", "q", "network"}).err.find("\"q\""), std::string::npos);
    EXPECT_EQ(run({"library", "diff", "p", "network"}).code, Unusable) << "there is only one version";
    EXPECT_EQ(run({"library", "save", "p", "x", (m_scratch.path() / "none").string()}).code, Unusable);
}
