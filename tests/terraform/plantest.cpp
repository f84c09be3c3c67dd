// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/base/program.h"
#include "core/terraform/memoryschemas.h"
#include "core/terraform/planfile.h"
#include "tests/terraform/sample.h"
#include "tests/terraform/schemasample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

using namespace drydock;
using namespace drydock::terraform;
using namespace drydock::terraform::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

std::string data(const std::string &name)
{
    return readFile(std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/" + name).value_or("");
}

Plan read(const std::string &name)
{
    const auto plan = readPlan(data(name), name);
    EXPECT_TRUE(plan) << plan.error().text();
    return plan.value_or(Plan{});
}

std::vector<std::string> texts(const std::vector<AttributePath> &paths)
{
    std::vector<std::string> all;
    for (const AttributePath &path : paths)
        all.push_back(path.text());
    return all;
}

const Change &changeOf(const Plan &plan, const std::string &address)
{
    static const Change none;
    const ResourceChange *found = plan.find(address);
    EXPECT_NE(found, nullptr) << address;
    return found == nullptr ? none : found->change;
}

/// A plan of one resource of the example provider.
std::string cloudPlan(const std::string &after, const std::string &constants)
{
    return R"({"format_version":"1.2","resource_changes":[{"address":"cloud_server.s","mode":"managed","type":"cloud_server",
        "name":"s","provider_name":"registry.terraform.io/acme/cloud","change":{"actions":["create"],"before":null,"after":)" +
           after +
           R"(,"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}}],"configuration":{"root_module":{
        "resources":[{"address":"cloud_server.s","mode":"managed","type":"cloud_server","name":"s",
        "provider_config_key":"cloud","expressions":)" +
           constants + "}]}}}";
}

} // namespace

TEST(PlanFile, ReadsWhatIsCreated)
{
    const Plan plan = read("plan-create.json");
    EXPECT_EQ(plan.formatVersion, "1.2");
    EXPECT_EQ(plan.terraformVersion, "1.11.4");
    EXPECT_TRUE(plan.isApplyable && plan.isComplete && !plan.isErrored);
    const Change &created = changeOf(plan, "terraform_data.a");
    EXPECT_EQ(created.action, PlannedAction::Create);
    EXPECT_TRUE(created.before.isNull());
    EXPECT_TRUE(created.after.attribute("id")->isUnknown());
    EXPECT_EQ(show(*created.after.attribute("input")->attribute("user")), "\"root\"");
    EXPECT_EQ(show(*created.after.attribute("input")->attribute("big")), "123456789012345678901234567890");
    EXPECT_TRUE(plan.prior.resources.empty());
    EXPECT_EQ(plan.planned.resources.size(), 6U);
    EXPECT_EQ(plan.variables.size(), 3U);
}

TEST(PlanFile, ReadsWhatChanges)
{
    const Plan plan = read("plan-change.json");
    const Change &replaced = changeOf(plan, "terraform_data.a");
    EXPECT_EQ(replaced.action, PlannedAction::DeleteThenCreate);
    EXPECT_TRUE(isReplacement(replaced.action));
    EXPECT_EQ(textOf(replaced.action), "delete, create");
    EXPECT_EQ(plan.find("terraform_data.a")->reason, "replace_because_cannot_update");
    EXPECT_THAT(texts(replaced.replacePaths), ElementsAre("triggers_replace"));
    EXPECT_EQ(plan.find("terraform_data.b[\"eu\"]")->reason, "replace_because_tainted");
    EXPECT_EQ(changeOf(plan, "terraform_data.b[\"us\"]").action, PlannedAction::Delete);
    EXPECT_TRUE(changeOf(plan, "terraform_data.b[\"us\"]").after.isNull());
    ASSERT_TRUE(plan.find("terraform_data.new")->previousAddress);
    EXPECT_EQ(plan.find("terraform_data.new")->previousAddress->text(), "terraform_data.old");
    EXPECT_EQ(changeOf(plan, "module.m.terraform_data.inner[0]").action, PlannedAction::NoOp);
    ASSERT_EQ(plan.checks.size(), 1U);
    EXPECT_EQ(plan.checks[0].status, CheckStatus::Pass);
    EXPECT_FALSE(plan.prior.resources.empty());
}

TEST(PlanFile, HidesSecretsAndSaysThatTheyChange)
{
    const Plan plan = read("plan-change.json");
    const Change &changed = changeOf(plan, "terraform_data.a");
    const hcl::Value input = *changed.after.attribute("input");
    EXPECT_TRUE(input.attribute("pass")->isUnknown());
    EXPECT_TRUE(input.attribute("pass")->marks().isSensitive());
    EXPECT_EQ(input.attribute("pass")->type(), hcl::Type::string());
    EXPECT_THAT(texts(changed.changedSecrets), testing::IsSupersetOf({"input.list[1].password", "input.pass"}));
    EXPECT_THAT(texts(changed.changedSecrets), Not(testing::Contains("input.n")));
    EXPECT_THAT(texts(changed.changedSecrets), Not(testing::Contains("input.list[0].password")));
    EXPECT_THAT(changeOf(plan, "module.m.terraform_data.inner[0]").changedSecrets, IsEmpty());
    const auto secret = std::find_if(plan.variables.begin(), plan.variables.end(),
                                     [](const PlanVariable &variable) { return variable.name == "secret"; });
    ASSERT_NE(secret, plan.variables.end());
    EXPECT_TRUE(secret->value.isUnknown());
    const auto pass = std::find_if(plan.outputs.begin(), plan.outputs.end(),
                                   [](const OutputChange &output) { return output.name == "pass"; });
    ASSERT_NE(pass, plan.outputs.end());
    EXPECT_EQ(pass->change.changedSecrets.size(), 1U);
}

TEST(PlanFile, MaskingKeepsAllButTheSecrets)
{
    for (const std::string name : {"plan-create.json", "plan-change.json"}) {
        const auto masked = maskedPlan(data(name), name);
        ASSERT_TRUE(masked) << masked.error().text();
        for (const char *secret : {"hunter2hunter2", "changed-secret-9", "inner-constant-token"})
            EXPECT_THAT(*masked, Not(HasSubstr(secret))) << name;
        for (const auto &change :
             nlohmann::json::diff(nlohmann::json::parse(data(name)), nlohmann::json::parse(*masked))) {
            EXPECT_EQ(change["op"], "replace") << change;
            EXPECT_EQ(change["value"], "(sensitive value)") << change;
        }
        const Plan again = readPlan(*masked, name).value();
        EXPECT_EQ(again.changes.size(), read(name).changes.size());
        EXPECT_EQ(maskedPlan(*masked, name).value(), *masked) << "masking twice changes nothing";
    }
}

TEST(PlanFile, SchemasTellOfConstantsThatAreSecret)
{
    const std::string plan = cloudPlan(R"({"name":"n","password":"short"})",
                                       R"({"name":{"constant_value":"n"},"password":{"constant_value":"short"}})");
    EXPECT_THAT(maskedPlan(plan, "p").value(), HasSubstr("short"));
    const auto schemas = exampleSchemas();
    const std::string masked = maskedPlan(plan, "p", {schemas.get()}).value();
    EXPECT_THAT(masked, Not(HasSubstr("short")));
    EXPECT_THAT(masked, HasSubstr(R"("name":{"constant_value":"n"})"));
    EXPECT_EQ(show(changeOf(readPlan(plan, "p", {schemas.get()}).value(), "cloud_server.s").after),
              "{ name = \"n\", password = (known after apply) }");
}

TEST(PlanFile, ReadsDriftImportsAndDeposedObjects)
{
    const std::string plan =
        R"({"format_version":"1.9","planned_values":{},"resource_drift":[{"address":"a.b","change":{"actions":["update"],
        "before":{"x":1},"after":{"x":2},"after_unknown":{}}}],"resource_changes":[{"address":"a.b","deposed":"00ff",
        "change":{"actions":["delete"],"before":{},"after":null}},{"address":"a.c[\"k\"]","change":{"actions":["no-op"],
        "before":{},"after":{},"importing":{"id":"i-1"},"generated_config":"resource \"a\" \"c\" {}"}},
        {"address":"a.d","change":{"actions":["teleport"],"before":null,"after":null}}],"future":{"x":[1]}})";
    const auto read = readPlan(plan, "p");
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->drift.size(), 1U);
    EXPECT_EQ(show(*read->drift[0].change.after.attribute("x")), "2");
    EXPECT_EQ(read->changes[0].deposedKey, "00ff");
    EXPECT_EQ(read->find("a.b"), nullptr) << "only its old object is deleted";
    EXPECT_EQ(read->find("a.c[\"k\"]")->change.importId, "i-1");
    EXPECT_THAT(read->changes[1].change.generatedConfiguration, HasSubstr("resource"));
    EXPECT_EQ(read->find("a.d")->change.action, PlannedAction::Other);
}

TEST(PlanFile, SaysWhatIsWrongAndWhere)
{
    const auto error = [](const std::string &json) {
        const auto plan = readPlan(json, "plan.json");
        return plan ? Error{} : plan.error();
    };
    EXPECT_EQ(error(R"({"format_version":"2.0"})").code, "plan.version");
    EXPECT_EQ(error(R"({"format_version":"0.2"})").code, "plan.version");
    EXPECT_EQ(error(R"({"format_version":1})").code, "json.shape");
    EXPECT_THAT(
        error(R"({"format_version":"1.0","resource_changes":[{"address":"a.b","change":{"actions":"x"}}]})").message,
        HasSubstr("$.resource_changes[0].change.actions there must be an array"));
    EXPECT_THAT(error(R"({"format_version":"1.0","resource_changes":[{"address":"a","change":{}}]})").message,
                HasSubstr("the address of a resource"));
    EXPECT_THAT(error(R"({"format_version":"1.0","resource_changes":[{}]})").message,
                HasSubstr("\"address\" is missing"));
    EXPECT_EQ(error(R"({"format_version":"1.0","variables":{"n":{"value":1e99999999}}})").code, "json.syntax");
    EXPECT_EQ(error("PK\x03\x04").code, "json.syntax") << "the plan file itself is no JSON";
}

// The whole way with the program itself.
TEST(PlanFile, ReadsWhatTheRealTerraformPlans)
{
    if (!isOnPath("terraform"))
        GTEST_SKIP() << "terraform is not installed";
    const auto folder = std::filesystem::temp_directory_path() / ("drydock-plan-" + randomHex(6));
    ASSERT_TRUE(writeFileAtomically(folder / "cli.tfrc", ""));
    ASSERT_TRUE(writeFileAtomically(folder / "main.tf",
                                    "variable \"token\" {\n  sensitive = true\n  default   = \"very-secret-token\"\n}\n"
                                    "resource \"terraform_data\" \"d\" {\n  count = 2\n"
                                    "  input = { token = var.token, index = count.index }\n}\n"));
    const auto terraform = [&folder](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "terraform");
        const auto done = runProgram(
            {.arguments = arguments,
             .environment = {{"TF_CLI_CONFIG_FILE", (folder / "cli.tfrc").string()}, {"CHECKPOINT_DISABLE", "1"}},
             .directory = folder,
             .errors = ProgramCall::Errors::Apart},
            {});
        EXPECT_TRUE(done && done->code == 0) << (done ? done->errors : done.error().text());
        return done ? done->output : std::string();
    };
    terraform({"init", "-no-color"});
    terraform({"plan", "-no-color", "-out=p"});
    const std::string json = terraform({"show", "-json", "p"});
    std::filesystem::remove_all(folder);
    EXPECT_THAT(json, HasSubstr("very-secret-token"));
    const auto plan = readPlan(json, "p");
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_EQ(changeOf(*plan, "terraform_data.d[1]").action, PlannedAction::Create);
    EXPECT_EQ(show(*changeOf(*plan, "terraform_data.d[1]").after.attribute("input")),
              "{ index = 1, token = (known after apply) }");
    EXPECT_THAT(maskedPlan(json, "p").value(), Not(HasSubstr("very-secret-token")));
}
