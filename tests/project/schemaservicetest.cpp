// SPDX-License-Identifier: MIT
#include "core/project/schemaservice.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/project/storedschemas.h"
#include "core/terraform/memoryschemas.h"
#include "core/terraform/schemacodec.h"
#include "tests/project/workspacefixture.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace drydock;
using namespace drydock::project;
using terraform::SchemaKind;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const std::string cloud = "registry.terraform.io/acme/cloud";

std::string example()
{
    return readFile(std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/example-schema.json").value_or("");
}

class SchemaServiceTest : public WorkspaceFixture
{
protected:
    void SetUp() override { m_workspace = openWorkspace(); }

    std::unique_ptr<Workspace> m_workspace;
};

} // namespace

TEST_F(SchemaServiceTest, KeepsEverythingOfAFile)
{
    const auto stored = SchemaService(*m_workspace).import(example(), "example.json", {{cloud, "1.2.0"}}, Task{});
    ASSERT_TRUE(stored) << stored.error().text();
    ASSERT_EQ(stored->size(), 2U);
    EXPECT_EQ(stored->front().version, "1.2.0");
    m_workspace = openWorkspace();
    const SchemaService service(*m_workspace);
    const auto list = service.list().value();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].address, cloud);
    EXPECT_EQ(list[0].origin, "example.json");
    EXPECT_EQ(list[0].resources, 1U);
    EXPECT_EQ(list[0].dataSources, 1U);
    EXPECT_EQ(list[0].ephemeralResources, 1U);
    EXPECT_EQ(list[0].functions, 1U);
    EXPECT_GT(list[0].size, 100U);
    EXPECT_EQ(list[1].address, "registry.terraform.io/acme/empty");

    const auto whole = terraform::MemorySchemas::fromJson(example(), "example.json").value();
    const auto catalogue = service.catalogue().value();
    EXPECT_THAT(catalogue->providers(), ElementsAre(cloud, "registry.terraform.io/acme/empty"));
    EXPECT_THAT(catalogue->names(cloud, SchemaKind::Resource), ElementsAre("cloud_server"));
    EXPECT_THAT(catalogue->functions(cloud), ElementsAre("parse_id"));
    for (const auto kind : {SchemaKind::Provider, SchemaKind::Resource, SchemaKind::DataSource, SchemaKind::Ephemeral})
        for (const std::string &name : whole->names(cloud, kind)) {
            const auto kept = catalogue->find(cloud, kind, name);
            ASSERT_NE(kept, nullptr) << name;
            EXPECT_EQ(encode(*kept), encode(*whole->find(cloud, kind, name))) << name;
            EXPECT_EQ(catalogue->find(cloud, kind, name), kept) << "read once";
        }
    EXPECT_EQ(catalogue->function(cloud, "parse_id")->parameters.size(), 2U);
    EXPECT_EQ(catalogue->find(cloud, SchemaKind::Resource, "cloud_x"), nullptr);
    EXPECT_EQ(catalogue->find("none", SchemaKind::Resource, "cloud_server"), nullptr);
    EXPECT_TRUE(catalogue->names("none", SchemaKind::Resource)->empty());
    EXPECT_FALSE(catalogue->problem());
}

TEST_F(SchemaServiceTest, KeepsVersionsApart)
{
    const SchemaService service(*m_workspace);
    const auto version = [](const std::string &resource) {
        return R"({"format_version":"1.0","provider_schemas":{"a/b/c":{"resource_schemas":{")" + resource +
               R"(":{"version":0,"block":{}}}}}})";
    };
    ASSERT_TRUE(service.import(version("c_nine"), "nine", {{"a/b/c", "1.9.0"}}, Task{}));
    ASSERT_TRUE(service.import(version("c_ten"), "ten", {{"a/b/c", "1.10.0"}}, Task{}));
    ASSERT_TRUE(service.import(version("c_unknown"), "unknown", {}, Task{}));
    EXPECT_EQ(service.list()->size(), 3U);
    EXPECT_EQ(service.find("a/b/c")->version, "1.10.0");
    EXPECT_EQ(service.find("a/b/c", "1.9.0")->origin, "nine");
    EXPECT_THAT(service.catalogue().value()->names("a/b/c", SchemaKind::Resource), ElementsAre("c_ten"));
    EXPECT_THAT(service.catalogue({{"a/b/c", "1.9.0"}}).value()->names("a/b/c", SchemaKind::Resource),
                ElementsAre("c_nine"));
    EXPECT_THAT(service.catalogue({{"a/b/c", "1.8.0"}}).value()->names("a/b/c", SchemaKind::Resource),
                ElementsAre("c_ten"));
    // The same version again takes the place of the first.
    ASSERT_TRUE(service.import(version("c_other"), "again", {{"a/b/c", "1.10.0"}}, Task{}));
    EXPECT_THAT(service.catalogue().value()->names("a/b/c", SchemaKind::Resource), ElementsAre("c_other"));
    EXPECT_EQ(service.remove("a/b/c", "1.9.0").value(), 1U);
    EXPECT_EQ(service.remove("a/b/c", "1.9.0").error().code, "schema.not-found");
    EXPECT_EQ(service.remove("a/b/c").value(), 2U);
    EXPECT_EQ(service.find("a/b/c").error().code, "schema.not-found");
    EXPECT_EQ(m_workspace->database().queryOne("SELECT count(*) FROM provider_schema_entries").value()->integer(0), 0);
}

TEST_F(SchemaServiceTest, ABadFileLeavesNothing)
{
    const SchemaService service(*m_workspace);
    std::string broken = example();
    broken.replace(broken.find("\"nesting_mode\": \"map\""), 21, "\"nesting_mode\": \"box\"");
    const auto refused = service.import(broken, "broken.json", {}, Task{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "json.shape");
    EXPECT_THAT(refused.error().message, HasSubstr("nesting_mode"));
    EXPECT_EQ(service.import(R"({"format_version":"1.0"})", "empty.json", {}, Task{}).error().code, "schema.empty");
    EXPECT_TRUE(service.list()->empty());
}

TEST_F(SchemaServiceTest, ADamagedEntryCountsAsMissingAndIsTold)
{
    const SchemaService service(*m_workspace);
    ASSERT_TRUE(service.import(example(), "example.json", {}, Task{}));
    ASSERT_TRUE(m_workspace->database().execute("UPDATE provider_schema_entries SET content = ? WHERE name = ?",
                                                {store::Blob{"\x07"}, "cloud_server"}));
    const auto catalogue = service.catalogue().value();
    EXPECT_EQ(catalogue->find(cloud, SchemaKind::Resource, "cloud_server"), nullptr);
    ASSERT_TRUE(catalogue->problem());
    EXPECT_EQ(catalogue->problem()->code, "schema.damaged");
}

TEST_F(SchemaServiceTest, ServesSeveralThreadsAndOutlivesTheWorkspace)
{
    ASSERT_TRUE(SchemaService(*m_workspace).import(example(), "example.json", {}, Task{}));
    const auto catalogue = SchemaService(*m_workspace).catalogue().value();
    m_workspace.reset();
    std::vector<std::thread> threads;
    std::atomic<int> found = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (const std::string &name : catalogue->names(cloud, SchemaKind::Resource))
                found += catalogue->find(cloud, SchemaKind::Resource, name) != nullptr ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(found, 4);
}

TEST_F(SchemaServiceTest, TheLockFileSaysWhichVersionsAFolderUses)
{
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "c/.terraform.lock.hcl",
                                    "provider \"registry.terraform.io/acme/cloud\" {\n  version = \"1.2.3\"\n}\n"));
    EXPECT_EQ(lockedVersions(m_scratch.path() / "c"), (ProviderVersions{{cloud, "1.2.3"}}));
    EXPECT_TRUE(lockedVersions(m_scratch.path()).empty());
}
