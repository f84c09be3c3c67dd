// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/terraform/memoryschemas.h"
#include "core/terraform/statefile.h"
#include "tests/terraform/sample.h"
#include "tests/terraform/schemasample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace drydock;
using namespace drydock::terraform;
using namespace drydock::terraform::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string data(const std::string &name)
{
    return readFile(std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/" + name).value_or("");
}

State read(const std::string &name)
{
    const auto state = readState(data(name), name);
    EXPECT_TRUE(state) << state.error().text();
    return state.value_or(State{});
}

std::vector<std::string> addresses(const State &state)
{
    std::vector<std::string> texts;
    for (const StateResource &resource : state.values.resources)
        texts.push_back(resource.address.text());
    return texts;
}

std::string attribute(const State &state, const std::string &address, const std::string &name)
{
    const StateResource *resource = state.find(address);
    return resource == nullptr ? "-" : show(resource->values.attribute(name).value_or(hcl::Value()));
}

} // namespace

// The two files were written by Terraform 1.11 from one state.
TEST(State, TheRawAndTheShownFormSayTheSame)
{
    const State raw = read("state-raw.json");
    const State shown = read("state-show.json");
    EXPECT_EQ(raw.form, StateForm::Raw);
    EXPECT_EQ(shown.form, StateForm::Show);
    EXPECT_EQ(raw.terraformVersion, "1.11.4");
    EXPECT_EQ(raw.lineage.size(), 36U);
    EXPECT_GT(raw.serial, 0U);
    EXPECT_THAT(addresses(raw), testing::UnorderedElementsAreArray(addresses(shown)));
    ASSERT_NE(raw.find("module.m.terraform_data.inner[1]"), nullptr);
    EXPECT_EQ(raw.find("terraform_data.a")->provider, "terraform.io/builtin/terraform");
    for (const StateResource &resource : raw.values.resources) {
        const StateResource *other = shown.find(resource.address.text());
        ASSERT_NE(other, nullptr) << resource.address.text();
        EXPECT_EQ(show(resource.values), show(other->values)) << resource.address.text();
        EXPECT_EQ(resource.provider, other->provider);
        EXPECT_EQ(resource.isTainted, other->isTainted);
        EXPECT_EQ(resource.isTainted, resource.address.text() == "terraform_data.b[\"eu\"]");
    }
    ASSERT_EQ(raw.values.outputs.size(), 2U);
    EXPECT_TRUE(raw.values.outputs[0].isSensitive);
    EXPECT_EQ(show(raw.values.outputs[1].value), "\"root\"");
    ASSERT_EQ(raw.checks.size(), 1U);
    EXPECT_EQ(raw.checks[0].address, "check.c");
    EXPECT_EQ(raw.checks[0].status, CheckStatus::Fail);
    EXPECT_THAT(raw.checks[0].problems, ElementsAre("size must be two"));
    EXPECT_EQ(shown.checks.size(), 1U);
}

TEST(State, SensitiveValuesAreNotThere)
{
    const State state = read("state-raw.json");
    EXPECT_EQ(
        attribute(state, "terraform_data.a", "input"),
        "{ big = 123456789012345678901234567890, list = [{ name = \"a\", password = (known after apply) }, { name = "
        "\"b\", password = (known after apply) }], n = (known after apply), no = null, pass = (known after apply), "
        "user "
        "= \"root\" }");
    EXPECT_TRUE(state.find("terraform_data.a")->values.attribute("input")->attribute("n")->marks().isSensitive());
    // `output` repeats `input`, and Terraform marks nothing in it.
    EXPECT_THAT(attribute(state, "terraform_data.a", "output"), HasSubstr("pass = (known after apply)"));
    EXPECT_EQ(attribute(state, "module.m.terraform_data.inner[0]", "input"), "(known after apply)");
}

TEST(State, MaskingKeepsAllButTheSecrets)
{
    for (const std::string name : {"state-raw.json", "state-show.json"}) {
        const auto masked = maskedState(data(name), name);
        ASSERT_TRUE(masked) << masked.error().text();
        for (const char *secret : {"hunter2hunter2", "inner-constant-token"})
            EXPECT_THAT(*masked, Not(HasSubstr(secret))) << name;
        const auto before = nlohmann::json::parse(data(name));
        const auto after = nlohmann::json::parse(*masked);
        EXPECT_EQ(after["terraform_version"], before["terraform_version"]);
        EXPECT_THAT(*masked, HasSubstr("123456789012345678901234567890"));
        for (const auto &change : nlohmann::json::diff(before, after)) {
            EXPECT_EQ(change["op"], "replace");
            EXPECT_EQ(change["value"], "(sensitive value)");
        }
        const State again = readState(*masked, name).value();
        EXPECT_EQ(addresses(again), addresses(read(name)));
        EXPECT_EQ(maskedState(*masked, name).value(), *masked) << "masking twice changes nothing";
    }
}

TEST(State, SchemasTellOfMoreSecrets)
{
    const std::string raw =
        R"({"version":4,"outputs":{},"resources":[{"module":"module.a[\"x\"]","mode":"managed","type":"cloud_server",
        "name":"s","provider":"module.a.provider[\"registry.terraform.io/acme/cloud\"].west","instances":[
        {"index_key":0,"schema_version":3,"attributes":{"name":"n","password":"geheim!","password_wo":null,
        "value":{"value":"x","type":"kind"}},"private":"c2VjcmV0"},
        {"index_key":0,"deposed":"abcd1234","status":"tainted","attributes":{"password":null}}]}]})";
    const auto plain = readState(raw, "s").value();
    ASSERT_EQ(plain.values.resources.size(), 2U);
    EXPECT_EQ(plain.values.resources[0].address.text(), "module.a[\"x\"].cloud_server.s[0]");
    EXPECT_EQ(plain.values.resources[0].provider, cloud);
    EXPECT_EQ(plain.values.resources[1].deposedKey, "abcd1234");
    EXPECT_EQ(attribute(plain, "module.a[\"x\"].cloud_server.s[0]", "password"), "\"geheim!\"");
    const auto schemas = exampleSchemas();
    const auto known = readState(raw, "s", {schemas.get()}).value();
    EXPECT_EQ(attribute(known, "module.a[\"x\"].cloud_server.s[0]", "password"), "(known after apply)");
    EXPECT_EQ(attribute(known, "module.a[\"x\"].cloud_server.s[0]", "value"), "{ type = \"kind\", value = \"x\" }");
    const std::string masked = maskedState(raw, "s", {schemas.get()}).value();
    EXPECT_THAT(masked, Not(HasSubstr("geheim")));
    EXPECT_THAT(masked, Not(HasSubstr("c2VjcmV0"))) << "what a provider keeps for itself";
}

TEST(State, AMarkInsideASetHidesTheSet)
{
    const std::string raw =
        R"({"version":4,"resources":[{"mode":"managed","type":"t","name":"n","provider":"","instances":[{"attributes":
        {"tags":["one","two"],"map":{"a":"x","b":"y"}},"sensitive_attributes":[
        [{"type":"get_attr","value":"tags"},{"type":"index","value":{"value":"one","type":"string"}}],
        [{"type":"get_attr","value":"map"},{"type":"index","value":{"value":"b","type":"string"}}]]}]}]})";
    const auto state = readState(raw, "s");
    ASSERT_TRUE(state) << state.error().text();
    EXPECT_EQ(show(state->values.resources[0].values),
              "{ map = { a = \"x\", b = (known after apply) }, tags = (known after apply) }");
}

TEST(State, RefusesOtherVersionsAndForms)
{
    const auto code = [](const std::string &json) {
        const auto state = readState(json, "s");
        const auto masked = maskedState(json, "s");
        EXPECT_FALSE(masked);
        return state ? "" : state.error().code;
    };
    EXPECT_EQ(code(R"({"version":3})"), "state.version");
    EXPECT_EQ(code(R"({"version":5})"), "state.version");
    EXPECT_EQ(code(R"({"format_version":"2.0"})"), "state.version");
    EXPECT_EQ(code(R"({"serial":1,"lineage":"x","encrypted_data":"AAAA"})"), "state.encrypted");
    EXPECT_EQ(code("[]"), "json.shape");
    EXPECT_EQ(code("{}"), "json.shape");
    EXPECT_EQ(code("{"), "json.syntax");
    EXPECT_EQ(code(R"({"version":4,"resources":{}})"), "json.shape");
    const auto wrong =
        readState(R"({"version":4,"resources":[{"mode":"weird","type":"t","name":"n","instances":[]}]})", "s");
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().message, HasSubstr("$.resources[0].mode"));
    EXPECT_TRUE(readState(R"({"format_version":"1.9","new":[1]})", "s")) << "an empty state of a later Terraform";
}
