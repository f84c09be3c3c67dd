// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace drydock::cli {

using testing::HasSubstr;

namespace fs = std::filesystem;

namespace {

class RenameCommandTest : public CommandFixture
{
protected:
    void SetUp() override
    {
        write("live/main.tf", "module \"net\" {\n  source = \"../modules/net\"\n  cidr   = \"10.0.0.0/8\" # all\n}\n");
        write("modules/net/main.tf",
              "variable \"cidr\" {}\n\nresource \"terraform_data\" \"vpc\" {\n  input = var.cidr\n}\n");
    }

    void write(const std::string &name, const std::string &text) const
    {
        const fs::path file = folder() / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }

    [[nodiscard]] fs::path folder() const { return m_scratch.path() / "repository"; }
    [[nodiscard]] std::string text(const std::string &name) const { return readFile(folder() / name).value_or("-"); }
};

} // namespace

TEST_F(RenameCommandTest, ChangesNothingWithoutWrite)
{
    const std::string before = text("modules/net/main.tf");
    const Outcome outcome = runPlain({"rename", (folder() / "modules/net").string(), "var.cidr", "var.range",
                                      "--within", folder().string(), "--diff"});
    EXPECT_EQ(outcome.code, Success) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("+variable \"range\" {}"));
    EXPECT_THAT(outcome.out, HasSubstr("+  range  = \"10.0.0.0/8\" # all"));
    EXPECT_THAT(outcome.err, HasSubstr("nothing was changed"));
    EXPECT_EQ(text("modules/net/main.tf"), before);
}

TEST_F(RenameCommandTest, WritesCallersOfTheRepository)
{
    fs::create_directories(folder() / ".git");
    const Outcome outcome =
        runPlain({"rename", (folder() / "modules/net").string() + "/", "var.cidr", "var.range", "--write"});
    EXPECT_EQ(outcome.code, Success) << outcome.err;
    EXPECT_EQ(text("live/main.tf"),
              "module \"net\" {\n  source = \"../modules/net\"\n  range  = \"10.0.0.0/8\" # all\n}\n");
    EXPECT_THAT(text("modules/net/main.tf"), HasSubstr("input = var.range"));
}

TEST_F(RenameCommandTest, PrintsJson)
{
    const Outcome outcome = runPlain({"rename", (folder() / "modules/net").string(), "terraform_data.vpc",
                                      "terraform_data.main", "--write", "--format", "json"});
    EXPECT_EQ(outcome.code, Success) << outcome.err;
    const nlohmann::json json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json["to"], "terraform_data.main");
    EXPECT_EQ(json["moved"], true);
    EXPECT_EQ(json["files"], nlohmann::json::array({"main.tf"}));
    EXPECT_THAT(text("modules/net/main.tf"),
                HasSubstr("moved {\n  from = terraform_data.vpc\n  to   = terraform_data.main\n}\n"));
}

TEST_F(RenameCommandTest, SaysWhatIsWrong)
{
    const std::string net = (folder() / "modules/net").string();
    const Outcome unknown = runPlain({"rename", net, "var.none", "var.x"});
    EXPECT_EQ(unknown.code, Unusable);
    EXPECT_THAT(unknown.err, HasSubstr("There is no var.none"));
    EXPECT_EQ(runPlain({"rename", net, "var.cidr", "local.cidr"}).code, Unusable);
    EXPECT_EQ(runPlain({"rename", net + "/nowhere", "var.cidr", "var.x"}).code, Unusable);
    EXPECT_EQ(runPlain({"rename", net}).code, Unusable);
}

} // namespace drydock::cli
