// SPDX-License-Identifier: MIT
#include "core/base/program.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

using namespace drydock;
using namespace drydock::cli;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

namespace {

class ValidateCommandTest : public CommandFixture
{
protected:
    fs::path write(const std::string &name, const std::string &text) const
    {
        const fs::path file = m_scratch.path() / "configuration" / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    [[nodiscard]] std::string folder() const { return (m_scratch.path() / "configuration").string(); }
};

} // namespace

TEST_F(ValidateCommandTest, TellsWhatIsWrongAndWhere)
{
    write("main.tf", "variable \"region\" {}\noutput \"o\" {\n  value = var.regoin\n}\n");
    const Outcome outcome = run({"validate", folder()});
    EXPECT_EQ(outcome.code, GateFailed);
    EXPECT_THAT(outcome.out, HasSubstr("error: main.tf:3:11: Reference to undeclared input variable"));
    EXPECT_THAT(outcome.out, HasSubstr("Did you mean var.region?"));
    EXPECT_THAT(outcome.out, HasSubstr("Unused variable"));
    EXPECT_THAT(outcome.err, HasSubstr("1 error"));
    EXPECT_THAT(run({"validate", folder(), "--no-hints"}).out, Not(HasSubstr("Unused variable")));
}

TEST_F(ValidateCommandTest, PrintsTerraformsDocument)
{
    write("main.tf", "output \"o\" {\n  value = 1\n}\n");
    const nlohmann::json document = json({"validate", folder()});
    EXPECT_EQ(document.dump(), R"({"diagnostics":[],"error_count":0,"format_version":"1.0","valid":true,)"
                               R"("warning_count":0})");
}

TEST_F(ValidateCommandTest, EvaluatesGivenValues)
{
    write("main.tf", R"(
variable "size" {
  type = number
  validation {
    condition     = var.size > 3
    error_message = "Too small: ${var.size}."
  }
}
output "size" { value = var.size }
)");
    const fs::path values = write("small.tfvars", "size = 2\n");
    EXPECT_EQ(run({"validate", folder()}).code, Success);
    const Outcome small = run({"validate", folder(), "--var-file", values.string()});
    EXPECT_EQ(small.code, GateFailed);
    EXPECT_THAT(small.out, HasSubstr("small.tfvars:1:"));
    EXPECT_THAT(small.out, HasSubstr("Too small: 2."));
    EXPECT_EQ(run({"validate", folder(), "--var", "size=5"}).code, Success);
    EXPECT_EQ(run({"validate", folder(), "--var", "size"}).code, Unusable);
}

TEST_F(ValidateCommandTest, SeesModulesThatTheWorkspacePublishes)
{
    const fs::path module = m_scratch.path() / "network";
    fs::create_directories(module / "sub");
    std::ofstream(module / "main.tf") << "variable \"cidr\" {}\noutput \"id\" {\n  value = var.cidr\n}\n";
    std::ofstream(module / "sub" / "main.tf") << "output \"name\" {\n  value = 1\n}\n";
    const Outcome published =
        run({"publish", "module", module.string(), "--address", "acme/network/aws", "--version", "1.2.0"});
    ASSERT_EQ(published.code, Success) << published.err;
    const auto call = [&](const std::string &source, const std::string &rest) {
        write("main.tf", "module \"n\" {\n  source = \"" + source + "\"\n" + rest + "}\n");
        return run({"validate", folder(), "--no-hints"});
    };
    EXPECT_THAT(call("acme/network/aws", "  cidr = 1\n").out, "");
    EXPECT_THAT(call("registry.example.com/acme/network/aws", "  version = \"~> 1.1\"\n  cidr = 1\n").out, "");
    EXPECT_THAT(call("acme/network/aws", "").out, HasSubstr("Missing required argument"));
    EXPECT_THAT(call("acme/network/aws//sub", "").out, "");
    EXPECT_THAT(call("acme/network/aws//gone", "").out, HasSubstr("has no folder \"gone\""));
    EXPECT_THAT(call("acme/network/aws", "  version = \"~> 2.0\"\n  cidr = 1\n").out,
                HasSubstr("No published version of acme/network/aws fits"));
    EXPECT_THAT(call("acme/other/aws", "").out, HasSubstr("Module is not available"));
}

TEST_F(ValidateCommandTest, ReadsJsonByTheSchemasOfTheWorkspace)
{
    write("main.tf.json", R"({"terraform": {"required_providers": {"cloud": {"source": "acme/cloud"}}},
 "resource": {"cloud_server": {"web": {"network": "10.0.0.0/8"}}}})");
    EXPECT_EQ(run({"validate", folder()}).code, Success);
    ASSERT_EQ(run({"schema", "import", DRYDOCK_SOURCE_DIR "/tests/terraform/data/example-schema.json"}).code, Success);
    const Outcome block = run({"validate", folder()});
    EXPECT_EQ(block.code, GateFailed);
    EXPECT_THAT(block.out, HasSubstr("main.tf.json:2:"));
    EXPECT_THAT(block.out, HasSubstr("for the contents of one or more \"network\" blocks"));
    write("main.tf.json", R"({"terraform": {"required_providers": {"cloud": {"source": "acme/cloud"}}},
 "resource": {"cloud_server": {"web": {"network": [{"cidr": "10.0.0.0/8"}], "sise": "small"}}}})");
    EXPECT_THAT(run({"validate", folder()}).out, HasSubstr("\"sise\""));
}

TEST_F(ValidateCommandTest, AddsWhatTerraformFindsBesides)
{
    if (!isOnPath("terraform"))
        GTEST_SKIP() << "terraform is not on PATH";
    ::setenv("TF_CLI_CONFIG_FILE", "/dev/null", 1);
    write("main.tf", "terraform {\n  required_version = \">= 99.0\"\n}\nmodule \"m\" {\n  source = \"./m\"\n}\n");
    write("m/main.tf", "output \"o\" {\n  value = 1\n}\n");
    EXPECT_EQ(run({"validate", folder()}).code, Success);
    const Outcome both = run({"validate", folder(), "--with-terraform"});
    EXPECT_EQ(both.code, GateFailed);
    EXPECT_THAT(both.out, HasSubstr("terraform: error: main.tf:2: Unsupported Terraform Core version"));
    EXPECT_FALSE(fs::exists(folder() + "/.terraform"));
}

TEST_F(ValidateCommandTest, SaysWhenThereIsNothing)
{
    const Outcome outcome = run({"validate", folder() + "/gone"});
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_THAT(outcome.err, HasSubstr("gone"));
}
