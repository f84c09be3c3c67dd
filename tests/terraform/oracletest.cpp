// SPDX-License-Identifier: MIT
// What the real terraform computes for the same configuration.
#include "core/hcl/json.h"
#include "core/terraform/configuration.h"
#include "core/terraform/evaluation.h"
#include "tests/terraform/jsonwriter.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

struct Answer
{
    int status = -1;
    std::string text;
};

Answer run(const std::string &command)
{
    Answer answer;
    FILE *pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): the command is ours
    if (pipe == nullptr)
        return answer;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        answer.text.append(buffer.data(), size);
    answer.status = pclose(pipe);
    return answer;
}

/// A copy of a fixture in a folder of its own, removed at the end.
class ScratchCopy
{
public:
    explicit ScratchCopy(const std::string &name)
    {
        std::string pattern = (fs::temp_directory_path() / "drydock-oracle-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        fs::copy(fs::path(DRYDOCK_SOURCE_DIR) / "tests/fixtures/terraform/oracle" / name, m_folder,
                 fs::copy_options::recursive);
    }
    ScratchCopy(const ScratchCopy &) = delete;
    ScratchCopy &operator=(const ScratchCopy &) = delete;
    ~ScratchCopy()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    [[nodiscard]] const fs::path &folder() const { return m_folder; }

private:
    fs::path m_folder;
};

} // namespace

class Oracle : public testing::TestWithParam<const char *>
{
};

static void expectSameOutputs(const fs::path &folder)
{
    const std::string terraform =
        "cd '" + folder.string() + "' && TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 terraform ";
    const Answer made =
        run(terraform + "init -backend=false -no-color 2>&1 && TF_CLI_CONFIG_FILE=/dev/null terraform apply "
                        "-auto-approve -no-color 2>&1");
    ASSERT_EQ(made.status, 0) << made.text;
    const Result<hcl::Value> expected = hcl::fromJson(run(terraform + "output -json").text);
    ASSERT_TRUE(expected) << expected.error().text();

    const Result<Configuration> configuration = load(folder, {}, Task{});
    ASSERT_TRUE(configuration) << configuration.error().text();
    const Result<Evaluation> evaluation = evaluate(*configuration, Task{});
    ASSERT_TRUE(evaluation) << evaluation.error().text();
    for (const Diagnostic &diagnostic : evaluation->diagnostics())
        ADD_FAILURE() << diagnostic.code << ": " << diagnostic.summary << ": " << diagnostic.detail;
    ASSERT_FALSE(expected->fields().empty());
    for (const hcl::Field &field : expected->fields()) {
        const hcl::Value *ours = evaluation->root().output(field.name);
        ASSERT_NE(ours, nullptr) << field.name;
        const Result<std::string> text = hcl::toJson(*ours);
        ASSERT_TRUE(text) << field.name << ": " << text.error().text();
        EXPECT_EQ(*text, *hcl::toJson(*field.value.find("value"))) << field.name;
        EXPECT_EQ(ours->deepMarks().isSensitive(), field.value.find("sensitive")->asBool()) << field.name;
    }
}

TEST_P(Oracle, GivesTheSameOutputs)
{
    if (run("command -v terraform").status != 0)
        GTEST_SKIP() << "terraform is not on PATH";
    const ScratchCopy copy(GetParam());
    expectSameOutputs(copy.folder());
}

TEST_P(Oracle, GivesTheSameOutputsInJsonSyntax)
{
    if (run("command -v terraform").status != 0)
        GTEST_SKIP() << "terraform is not on PATH";
    const ScratchCopy copy(GetParam());
    test::convertFolder(copy.folder());
    expectSameOutputs(copy.folder());
}

INSTANTIATE_TEST_SUITE_P(Terraform, Oracle, testing::Values("values", "modules", "expansion", "files", "json"),
                         [](const auto &fixture) { return std::string(fixture.param); });

} // namespace drydock::terraform
