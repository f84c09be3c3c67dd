// SPDX-License-Identifier: MIT
// Our table of functions against what the real `terraform metadata functions -json` lists.
#include "core/hcl/function.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

using namespace drydock::hcl;
using nlohmann::json;

namespace {

/// What the program lists; nothing where it is not on PATH.
json signaturesOf(const std::string &program)
{
    const std::string command =
        "TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 " + program + " metadata functions -json 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE *)> pipe(popen(command.c_str(), "r"), pclose);
    std::string text;
    std::array<char, 65536> buffer{};
    for (std::size_t got = 0; pipe && (got = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
        text.append(buffer.data(), got);
    const json document = json::parse(text, nullptr, false);
    return document.is_object() ? document.at("function_signatures") : json();
}

/// A type as Terraform writes it in JSON: "string", ["list", "string"], ["map", ["list", "string"]].
json typeJson(const Type &type)
{
    static constexpr std::array names{"dynamic", "bool", "number", "string", "list", "set", "map", "tuple", "object"};
    const char *name = names.at(static_cast<std::size_t>(type.kind()));
    return type.isCollection() ? json::array({name, typeJson(type.element())}) : json(name);
}

json parameterJson(const Parameter &parameter)
{
    json text{{"name", parameter.name}, {"type", typeJson(parameter.type)}};
    if (accepts(parameter.accepts, Accepts::Null))
        text["is_nullable"] = true;
    return text;
}

json withoutDescription(json parameter)
{
    parameter.erase("description");
    return parameter;
}

class FunctionMetadata : public testing::Test
{
protected:
    void SetUp() override
    {
        m_theirs = signaturesOf("terraform");
        if (!m_theirs.is_object())
            GTEST_SKIP() << "terraform is not on PATH";
    }
    json m_theirs;
};

} // namespace

TEST_F(FunctionMetadata, EveryFunctionOfTerraformIsThere)
{
    for (const auto &[name, signature] : m_theirs.items())
        EXPECT_NE(FunctionTable::standard().find(name), nullptr) << name;
}

TEST_F(FunctionMetadata, NoOtherFunctionIsThere)
{
    for (const std::string &name : FunctionTable::standard().names()) {
        // Known to Terraform only to say what to write instead.
        const bool obsolete = name == "list" || name == "map";
        EXPECT_TRUE(obsolete || m_theirs.contains(name)) << name;
    }
}

TEST_F(FunctionMetadata, ParametersHaveTheirNamesAndTypes)
{
    for (const auto &[name, signature] : m_theirs.items()) {
        const Function *ours = FunctionTable::standard().find(name);
        ASSERT_NE(ours, nullptr) << name;
        json expected = json::array();
        for (const json &parameter : signature.value("parameters", json::array()))
            expected.push_back(withoutDescription(parameter));
        json actual = json::array();
        for (const Parameter &parameter : ours->parameters)
            actual.push_back(parameterJson(parameter));
        // These two take any expression, so theirs are not listed as nullable.
        if (ours->lazy)
            for (json &parameter : actual)
                parameter.erase("is_nullable");
        EXPECT_EQ(actual, expected) << name;
        EXPECT_EQ(ours->variadic.has_value(), signature.contains("variadic_parameter")) << name;
        if (!ours->variadic || !signature.contains("variadic_parameter"))
            continue;
        json variadic = parameterJson(*ours->variadic);
        if (ours->lazy)
            variadic.erase("is_nullable");
        EXPECT_EQ(variadic, withoutDescription(signature.at("variadic_parameter"))) << name;
    }
}

TEST_F(FunctionMetadata, ResultsHaveTheirTypeOrAPreciserOne)
{
    for (const auto &[name, signature] : m_theirs.items()) {
        const Function *ours = FunctionTable::standard().find(name);
        ASSERT_NE(ours, nullptr) << name;
        const json expected = signature.at("return_type");
        EXPECT_TRUE(expected == "dynamic" || typeJson(ours->returns) == expected) << name;
    }
}

TEST(FunctionTexts, EveryFunctionAndParameterIsExplained)
{
    for (const FunctionTable *table : {&FunctionTable::standard(), &FunctionTable::openTofu()}) {
        for (const std::string &name : table->names()) {
            const Function *function = table->find(name);
            ASSERT_NE(function, nullptr) << name;
            if (name == "list" || name == "map")
                continue;
            EXPECT_FALSE(function->description.empty()) << name;
            for (const Parameter &parameter : function->parameters)
                EXPECT_FALSE(parameter.description.empty()) << name << ' ' << parameter.name;
            EXPECT_FALSE(function->variadic && function->variadic->description.empty()) << name;
        }
    }
}
