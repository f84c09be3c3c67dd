// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/dependencygraph.h"

#include <map>
#include <memory>
#include <string>

namespace drydock::graph::test {

/// The graph of files that a test writes down itself.
class Sample
{
public:
    explicit Sample(const std::map<std::string, std::string> &texts, terraform::GraphOptions options = {})
    {
        std::map<std::filesystem::path, std::string> files;
        for (const auto &[name, text] : texts)
            files.emplace("/work/" + name, text);
        m_files = std::make_unique<terraform::MemoryFiles>(std::move(files));
        terraform::LoadOptions load;
        load.files = m_files.get();
        m_graph = std::make_unique<terraform::DependencyGraph>(
            terraform::DependencyGraph::of(terraform::load("/work", load, {}).value(), options));
    }
    [[nodiscard]] const terraform::DependencyGraph &graph() const { return *m_graph; }

private:
    std::unique_ptr<terraform::MemoryFiles> m_files;
    std::unique_ptr<terraform::DependencyGraph> m_graph;
};

inline std::map<std::string, std::string> network()
{
    return {{"main.tf", R"(variable "region" {}
module "net" {
  source = "./net"
  name   = var.region
}
resource "aws_instance" "web" {
  subnet_id = module.net.subnet
  ami       = data.aws_ami.base.id
}
data "aws_ami" "base" {}
output "id" { value = aws_instance.web.id }
)"},
            {"net/main.tf", R"(variable "name" {}
resource "aws_vpc" "main" {}
resource "aws_subnet" "a" { vpc_id = aws_vpc.main.id }
output "subnet" { value = aws_subnet.a.id }
)"}};
}

inline std::map<std::string, std::string> circle()
{
    return {{"main.tf", R"(resource "terraform_data" "a" { input = terraform_data.b.output }
resource "terraform_data" "b" { input = terraform_data.a.output }
resource "terraform_data" "c" { input = terraform_data.a.output }
)"}};
}

} // namespace drydock::graph::test
