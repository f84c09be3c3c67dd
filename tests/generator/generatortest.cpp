// SPDX-License-Identifier: MIT
// Generators written by the test: what generator.yaml may say, and how each mistake is reported.
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/generator/generatorcatalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

using namespace drydock;
using namespace drydock::generator;
using hcl::Value;
using testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

constexpr const char *head = R"(slug: demo
title: Demo
provider: test
service: Demo
summary: A demo.
version: 1.0.0
article: demo
)";

constexpr const char *body = R"(steps:
  - id: one
    title: One
    inputs:
      - {name: name, label: Name, help: A name., required: true, pattern: "[a-z]+", message: Lower-case letters only.}
      - {name: size, label: Size, help: How many., type: number, default: 3, min: 1, max: 9}
      - {name: zone, label: Zone, help: Where., type: choice, choices: [a, b], default: a}
      - {name: logs, label: Logs, help: Whether., type: bool, default: true}
      - {name: bucket, label: Bucket, help: Where to., when: logs, required: true, placeholder: log-bucket}
      - {name: network, label: Network, help: Which., type: cidr, default: 10.0.0.0/16}
      - {name: tags, label: Tags, help: Tags., type: tags}
validations:
  - {require: bucket != name, input: bucket, message: Name two buckets.}
files:
  - {path: main.tf, template: main.tf.tftpl}
  - {path: "${name}/logs.tf", template: logs.tf.tftpl, when: logs}
)";

class GeneratorFolder : public testing::Test
{
protected:
    void SetUp() override
    {
        write("main.tf.tftpl", "resource \"x\" \"y\" {\nname=${hcl(name)}\n\n\n\ntags = ${hcl(tags)}\n\n}\n");
        write("logs.tf.tftpl", "locals {\n%{ if zone == \"a\" ~}\nbucket = ${hcl(bucket)}\n%{ endif ~}\n}\n");
    }
    void TearDown() override { fs::remove_all(m_root); }
    void write(const std::string &name, const std::string &text)
    {
        ASSERT_TRUE(writeFileAtomically(m_folder / name, text).has_value());
    }
    Result<Generator> load(const std::string &yaml)
    {
        write("generator.yaml", yaml);
        return Generator::load(m_folder);
    }
    std::string loadError(const std::string &yaml)
    {
        const auto generator = load(yaml);
        return generator ? "no error" : generator.error().text();
    }
    static hcl::Fields with(const Generator &generator, std::initializer_list<hcl::Field> given)
    {
        hcl::Fields values = generator.defaults();
        for (const hcl::Field &field : given)
            std::ranges::find(values, field.name, &hcl::Field::name)->value = field.value;
        return values;
    }
    static std::string problems(const Generator &generator, std::initializer_list<hcl::Field> given)
    {
        std::string text;
        for (const InputProblem &problem : generator.validateInputs(with(generator, given)))
            text += problem.input + ": " + problem.message + "\n";
        return text;
    }

    fs::path m_root = fs::temp_directory_path() / ("drydock-generator-" + randomHex(6));
    fs::path m_folder = m_root / "test" / "demo";
};

const hcl::Field name{"name", Value::string("web")};
const hcl::Field bucket{"bucket", Value::string("logs")};

} // namespace

TEST_F(GeneratorFolder, RendersFormattedFiles)
{
    const auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator) << generator.error().text();
    const auto files = generator->render(with(*generator, {name, bucket}), Task());
    ASSERT_TRUE(files) << files.error().text();
    ASSERT_EQ(files->size(), 2U);
    EXPECT_EQ((*files)[0].text, "resource \"x\" \"y\" {\n  name = \"web\"\n\n  tags = null\n}\n");
    EXPECT_EQ((*files)[1].path, "web/logs.tf");
    EXPECT_EQ((*files)[1].text, "locals {\n  bucket = \"logs\"\n}\n");
}

TEST_F(GeneratorFolder, WhatAPersonTypesNeverBecomesCode)
{
    const auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator);
    const auto files =
        generator->render(with(*generator, {name, {"bucket", Value::string("${file(\"/etc/passwd\")}\"\n}")}}), Task());
    ASSERT_TRUE(files) << files.error().text();
    EXPECT_THAT((*files)[1].text, HasSubstr(R"(bucket = "$${file(\"/etc/passwd\")}\"\n}")"));
}

TEST_F(GeneratorFolder, SaysWhatIsWrongWithEachAnswer)
{
    const auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator);
    EXPECT_EQ(problems(*generator, {name, bucket}), "");
    EXPECT_EQ(problems(*generator, {}), "name: Name is required.\nbucket: Bucket is required.\n");
    EXPECT_EQ(problems(*generator, {{"name", Value::string("Web")}, bucket}), "name: Lower-case letters only.\n");
    EXPECT_EQ(problems(*generator, {name, bucket, {"size", Value::number(12)}}), "size: At most 9.\n");
    EXPECT_EQ(problems(*generator, {name, bucket, {"size", Value::string("x")}}),
              "size: A value of type number is needed: a number is required.\n");
    EXPECT_EQ(problems(*generator, {name, bucket, {"zone", Value::string("c")}}),
              "zone: \"c\" is not one of the choices: a, b.\n");
    EXPECT_EQ(problems(*generator, {name, bucket, {"network", Value::string("10.0.0.1/16")}}),
              "network: \"10.0.0.1/16\" has host bits set; the network is 10.0.0.0/16.\n");
    EXPECT_EQ(problems(*generator, {name, {"bucket", Value::string("web")}}), "bucket: Name two buckets.\n");
}

TEST_F(GeneratorFolder, HiddenInputsAreNotAskedFor)
{
    const auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator);
    const hcl::Field off{"logs", Value::boolean(false)};
    EXPECT_EQ(problems(*generator, {name, off}), "");
    EXPECT_FALSE(generator->applies(*generator->input("bucket"), with(*generator, {name, off})));
    EXPECT_EQ(generator->render(with(*generator, {name, off}), Task())->size(), 1U);
}

TEST_F(GeneratorFolder, UnknownInputIsReported)
{
    const auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator);
    hcl::Fields values = with(*generator, {name, bucket});
    values.push_back({"nmae", Value::string("x")});
    const auto found = generator->validateInputs(values);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message, "There is no input `nmae`. Did you mean \"name\"?");
}

TEST_F(GeneratorFolder, MistakesInTheYamlNameFileAndLine)
{
    const std::string good = std::string(head) + body;
    const auto changed = [&](const std::string &from, const std::string &to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        return loadError(text);
    };
    EXPECT_THAT(changed("title: Demo", "tilte: Demo"),
                HasSubstr("generator.yaml:2: `tilte` means nothing here.\nDid you mean \"title\"?"));
    EXPECT_THAT(changed("version: 1.0.0", "version: one"), HasSubstr("generator.yaml:6: `version`"));
    EXPECT_THAT(changed("type: number", "type: numbr"),
                HasSubstr("generator.yaml:13: `type`: `numbr` is no input type"));
    EXPECT_THAT(changed("default: 3", "default: x"), HasSubstr("generator.yaml:13: `default`: is no number"));
    EXPECT_THAT(changed("default: a", "default: z"), HasSubstr("\"z\" is not one of the choices"));
    EXPECT_THAT(changed("when: logs, req", "when: logs &&, req"), HasSubstr("generator.yaml:16: `when`"));
    EXPECT_THAT(changed("\"[a-z]+\"", "\"[a-z\""), HasSubstr("`pattern`: invalid regexp pattern"));
    EXPECT_THAT(changed("main.tf.tftpl", "none.tftpl"), HasSubstr("`template`"));
    EXPECT_THAT(changed("main.tf.tftpl", "../../x"), HasSubstr("`template`"));
    EXPECT_THAT(changed("steps:", "steps: 3\nx:"), HasSubstr("generator.yaml"));
    EXPECT_THAT(loadError("a: [b"), HasSubstr("The file is not YAML"));
    EXPECT_THAT(loadError(std::string("name: x\na\0: [1, t']\nb: |\n  x\n3]\n", 33)),
                HasSubstr("generator.yaml:2: The file is not YAML: control characters"));
}

TEST_F(GeneratorFolder, MistakesInTemplatesNameThePlace)
{
    write("main.tf.tftpl", "a = 1\nb = ${nam}\n");
    auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator);
    auto files = generator->render(with(*generator, {name, bucket}), Task());
    ASSERT_FALSE(files);
    EXPECT_THAT(files.error().place, HasSubstr("main.tf.tftpl:2:7"));
    EXPECT_EQ(files.error().hint, "Did you mean \"name\"?");

    write("main.tf.tftpl", "a = {\nb = ]\n");
    generator = load(std::string(head) + body);
    files = generator->render(with(*generator, {name, bucket}), Task());
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, "generator.output");
    EXPECT_THAT(files.error().message, HasSubstr("in line 1 of the output: `a = {`"));

    write("main.tf.tftpl", "a = ${");
    EXPECT_THAT(loadError(std::string(head) + body), HasSubstr("main.tf.tftpl:1:"));
    EXPECT_FALSE(GeneratorCatalog::check(m_root).empty());
}

TEST_F(GeneratorFolder, PathsStayInsideTheDestination)
{
    std::string yaml = std::string(head) + body;
    yaml.replace(yaml.find("path: main.tf"), 13, "path: \"../main.tf\"");
    const auto generator = load(yaml);
    ASSERT_TRUE(generator);
    const auto files = generator->render(with(*generator, {name, bucket}), Task());
    ASSERT_FALSE(files);
    EXPECT_THAT(files.error().message, HasSubstr("leaves the destination"));
}

TEST_F(GeneratorFolder, ExistingFilesAreOnlyReplacedWhenAskedTo)
{
    const fs::path target = m_root / "out";
    const std::vector<RenderedFile> files{{"a/main.tf", "x = 1\n"}, {"b.tf", "y = 1\n"}};
    ASSERT_TRUE(writeFiles(files, target, Overwrite::Refuse));
    EXPECT_TRUE(writeFiles(files, target, Overwrite::Refuse)) << "the same content is no conflict";
    ASSERT_TRUE(writeFileAtomically(target / "b.tf", "mine\n"));
    const std::vector<RenderedFile> newer{{"a/main.tf", "x = 2\n"}, {"b.tf", "y = 2\n"}};
    const auto refused = writeFiles(newer, target, Overwrite::Refuse);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "generator.exists");
    EXPECT_EQ(*readFile(target / "a/main.tf"), "x = 1\n") << "nothing is written when anything is refused";
    ASSERT_TRUE(writeFiles(newer, target, Overwrite::Replace));
    EXPECT_EQ(*readFile(target / "b.tf"), "y = 2\n");
    EXPECT_FALSE(writeFiles({{"../x", "x"}}, target, Overwrite::Replace));
}

TEST_F(GeneratorFolder, RenderingCanBeCancelled)
{
    const auto generator = load(std::string(head) + body);
    ASSERT_TRUE(generator);
    std::stop_source stop;
    stop.request_stop();
    const auto files = generator->render(with(*generator, {name, bucket}), Task{stop.get_token(), {}});
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, "task.cancelled");
}
