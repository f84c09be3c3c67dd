// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "tests/cli/commandfixture.h"

using namespace drydock;
using namespace drydock::cli;
namespace fs = std::filesystem;

namespace {

class ProjectCommandTest : public CommandFixture
{
};

} // namespace

TEST_F(ProjectCommandTest, CreateListShowRenameArchiveDelete)
{
    const auto made = json({"project", "create", "Landing zone", "--tag", "aws", "--description", "Networks"});
    EXPECT_EQ(made["slug"], "landing-zone");
    EXPECT_EQ(made["tags"], nlohmann::json({"aws"}));
    EXPECT_TRUE(fs::is_directory(made["root"].get<std::string>()));
    EXPECT_NE(run({"project", "list"}).out.find("landing-zone  Landing zone  no runs"), std::string::npos);
    EXPECT_EQ(json({"project", "rename", "landing-zone", "Zone"})["name"], "Zone");
    EXPECT_EQ(json({"project", "show", "landing-zone"})["configurations"], 0);
    EXPECT_EQ(json({"project", "archive", "landing-zone"})["state"], "archived");
    EXPECT_EQ(json({"project", "list"}).size(), 0U);
    EXPECT_EQ(json({"project", "list", "--all"}).size(), 1U);
    EXPECT_EQ(json({"project", "unarchive", "landing-zone"})["state"], "active");
    EXPECT_EQ(run({"project", "delete", "landing-zone"}, "landing\n").code, Unusable) << "not what was asked for";
    EXPECT_EQ(run({"project", "delete", "landing-zone"}, "landing-zone\n").code, Success);
    EXPECT_EQ(json({"project", "list", "--all"}).size(), 0U);
}

TEST_F(ProjectCommandTest, EmptyListSaysWhatToDo)
{
    const Outcome outcome = run({"project", "list"});
    EXPECT_EQ(outcome.code, Success);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find("project create"), std::string::npos);
}

TEST_F(ProjectCommandTest, OpensAFolderInPlace)
{
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "infra/main.tf", "locals {}\n"));
    const auto opened = json({"project", "open", (m_scratch.path() / "infra").string(), "--name", "Infra"});
    EXPECT_EQ(opened["origin"], "external");
    EXPECT_EQ(json({"project", "show", "infra"})["configurations"], 1);
    const Outcome again = run({"project", "open", (m_scratch.path() / "infra").string()});
    EXPECT_EQ(again.code, Unusable);
    EXPECT_NE(again.err.find("\"infra\""), std::string::npos) << again.err;
    EXPECT_EQ(run({"project", "open", workspace().string()}).code, Unusable);
}

TEST_F(ProjectCommandTest, ReviewIsKeptAndItsGateIsTheExitCode)
{
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "infra/main.tf",
                                    "resource \"aws_db_instance\" \"d\" {\n  publicly_accessible = true\n}\n"));
    ASSERT_EQ(run({"project", "open", (m_scratch.path() / "infra").string()}).code, Success);
    const Outcome reviewed = run({"project", "review", "infra"});
    EXPECT_EQ(reviewed.code, GateFailed) << reviewed.err;
    EXPECT_NE(reviewed.out.find("main.tf:"), std::string::npos);
    const auto runs = json({"project", "runs", "infra"});
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0]["state"], "succeeded");
    EXPECT_EQ(json({"project", "artifacts", "infra"}).size(), 2U);
    EXPECT_EQ(run({"project", "review", "infra", "--folder", "../.."}).code, Unusable);
}

TEST_F(ProjectCommandTest, ReviewReadsJsonBySchemasAndSeesPublishedModules)
{
    const std::filesystem::path module = m_scratch.path() / "module";
    ASSERT_TRUE(writeFileAtomically(module / "main.tf", "variable \"public\" {}\nresource \"aws_db_instance\" \"d\" {\n"
                                                        "  publicly_accessible = var.public\n}\n"));
    ASSERT_EQ(run({"publish", "module", module.string(), "--address", "acme/db/aws", "--version", "1.0.0"}).code,
              Success);
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "infra/main.tf.json",
                                    R"({"terraform": {"required_providers": {"cloud": {"source": "acme/cloud"}}},
 "module": {"db": {"source": "acme/db/aws", "version": "1.0.0", "public": true}},
 "resource": {"cloud_server": {"web": {"network": "10.0.0.0/8"}}}})"));
    ASSERT_EQ(run({"project", "open", (m_scratch.path() / "infra").string()}).code, Success);
    const auto review = [this] { return run({"project", "review", "infra"}); };
    EXPECT_NE(review().out.find("aws_db_instance.d"), std::string::npos);
    EXPECT_EQ(json({"project", "runs", "infra"})[0]["review"]["diagnostics"], 0);
    // Now it is known that a server's network is a block.
    const std::string schemas = std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/example-schema.json";
    ASSERT_EQ(run({"schema", "import", schemas}).code, Success);
    EXPECT_NE(review().out.find("aws_db_instance.d"), std::string::npos);
    EXPECT_EQ(json({"project", "runs", "infra"})[0]["review"]["diagnostics"], 1);
}

TEST_F(ProjectCommandTest, UploadKeepsAFile)
{
    ASSERT_EQ(run({"project", "create", "P"}).code, Success);
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "plan.json", "{}"));
    const auto artifact = json({"project", "upload", "p", (m_scratch.path() / "plan.json").string()});
    EXPECT_EQ(artifact["media_type"], "application/json");
    EXPECT_EQ(json({"project", "artifacts", "p"}).size(), 1U);
    EXPECT_EQ(json({"project", "runs", "p"}).size(), 0U);
}

TEST_F(ProjectCommandTest, WrongUseIsToldAndChangesNothing)
{
    EXPECT_EQ(runPlain({"project"}).code, Unusable);
    EXPECT_EQ(run({"project", "fly"}).code, Unusable);
    const Outcome missing = run({"project", "show", "nowhere"});
    EXPECT_EQ(missing.code, Unusable);
    EXPECT_NE(missing.err.find("There is no project \"nowhere\""), std::string::npos);
    EXPECT_NE(run({"project", "create", "x", "--slug", "../../x"}).err.find("lower-case letters"), std::string::npos);
    EXPECT_EQ(runPlain({"project", "list", "--help"}).code, Success);
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "file", "x"));
    EXPECT_NE(
        runPlain({"project", "list", "--workspace", (m_scratch.path() / "file").string()}).err.find("not a folder"),
        std::string::npos);
}

TEST_F(ProjectCommandTest, DamagedDatabaseIsNamedWithWhatToDo)
{
    ASSERT_TRUE(writeFileAtomically(workspace() / "drydock.db", std::string(8192, 'x')));
    const Outcome outcome = run({"project", "list"});
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_NE(outcome.err.find("drydock.db"), std::string::npos);
    EXPECT_NE(outcome.err.find("backup"), std::string::npos);
}
