// SPDX-License-Identifier: MIT
#include "tests/bench/corpus.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <utility>

namespace drydock::bench {

namespace fs = std::filesystem;

// Replaces @N@ by the number of the file, so that names are unique in their module.
static std::string numbered(std::string_view text, std::size_t number)
{
    std::string out;
    const std::string digits = std::to_string(number);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 3) == "@N@") {
            out += digits;
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

static constexpr std::string_view network = R"(# Network of area @N@
resource "aws_vpc" "area_@N@" {
  cidr_block           = cidrsubnet(var.cidr_block, 8, @N@ % 200)
  enable_dns_hostnames = true
  tags                 = merge(local.common_tags, { Name = "${local.prefix}-area-@N@" })
}

resource "aws_subnet" "area_@N@" {
  for_each = local.zones

  vpc_id                  = aws_vpc.area_@N@.id
  cidr_block              = cidrsubnet(aws_vpc.area_@N@.cidr_block, 4, each.value)
  availability_zone       = "${var.region}${each.key}"
  map_public_ip_on_launch = each.key == "a"
  tags                    = merge(local.common_tags, { Name = "${local.prefix}-@N@-${each.key}" })
}

resource "aws_security_group" "area_@N@" {
  name        = "${local.prefix}-area-@N@"
  description = "Traffic of area @N@"
  vpc_id      = aws_vpc.area_@N@.id

  dynamic "ingress" {
    for_each = local.rules
    content {
      description = ingress.key
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.cidrs
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
)";

static constexpr std::string_view storage = R"(# Data of service @N@
resource "aws_s3_bucket" "service_@N@" {
  bucket = lower("${local.prefix}-service-@N@-${var.region}")
  tags   = local.common_tags
}

resource "aws_s3_bucket_public_access_block" "service_@N@" {
  bucket                  = aws_s3_bucket.service_@N@.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = @N@ % 3 != 0
}

data "aws_iam_policy_document" "service_@N@" {
  statement {
    sid       = "HttpsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.service_@N@.arn, "${aws_s3_bucket.service_@N@.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "service_@N@" {
  bucket = aws_s3_bucket.service_@N@.id
  policy = data.aws_iam_policy_document.service_@N@.json
}

resource "aws_iam_role" "service_@N@" {
  name = "service-@N@"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}
)";

static constexpr std::string_view compute = R"(# Machines of group @N@
resource "aws_instance" "group_@N@" {
  count = var.instance_count

  ami                    = var.image
  instance_type          = var.environment == "prod" ? "m6i.large" : "t3.micro"
  vpc_security_group_ids = [module.shared.group_id]
  user_data              = <<-EOT
    #!/bin/sh
    echo "group @N@ member ${count.index}" > /etc/motd
    systemctl enable --now agent@${var.environment}
  EOT

  root_block_device {
    encrypted   = true
    volume_size = 20 + count.index
    kms_key_id  = module.shared.key_arn
  }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }

  lifecycle {
    ignore_changes = [ami, user_data]
  }

  tags = merge(local.common_tags, {
    Name  = format("%s-%03d", local.prefix, count.index)
    Group = "@N@"
  })
}

resource "azurerm_storage_account" "group_@N@" {
  name                     = substr(replace("${local.prefix}group@N@", "-", ""), 0, 24)
  resource_group_name      = "rg-@N@"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  min_tls_version          = "TLS1_2"

  network_rules {
    default_action = "Deny"
    ip_rules       = [for rule in values(local.rules) : rule.cidrs[0] if rule.port == 443]
  }
}
)";

static constexpr std::string_view workload = R"(# Workload @N@
resource "kubernetes_deployment_v1" "app_@N@" {
  metadata {
    name      = "app-@N@"
    namespace = "team-${@N@ % 7}"
    labels    = { app = "app-@N@" }
  }
  spec {
    replicas = 2
    selector {
      match_labels = { app = "app-@N@" }
    }
    template {
      metadata {
        labels = { app = "app-@N@" }
      }
      spec {
        container {
          name  = "main"
          image = "registry.example.com/app:${var.release}"
          resources {
            limits   = { cpu = "500m", memory = "256Mi" }
            requests = { cpu = "50m", memory = "64Mi" }
          }
          security_context {
            run_as_non_root            = true
            allow_privilege_escalation = false
          }
          dynamic "env" {
            for_each = local.common_tags
            content {
              name  = upper(env.key)
              value = env.value
            }
          }
        }
      }
    }
  }
}

output "app_@N@" {
  description = "Name of workload @N@"
  value       = kubernetes_deployment_v1.app_@N@.metadata[0].name
}
)";

static constexpr std::string_view rootCommon = R"(terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "environment" {
  type    = string
  default = "prod"
  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "Must be dev or prod."
  }
}

variable "cidr_block" {
  type    = string
  default = "10.0.0.0/8"
}

variable "instance_count" {
  type    = number
  default = 2
}

variable "image" {
  type = string
}

variable "release" {
  type    = string
  default = "1.4.2"
}

variable "extra_rules" {
  type    = map(object({ port = number, cidrs = list(string) }))
  default = {}
}

locals {
  prefix      = "${var.environment}-${var.region}"
  zones       = { a = 0, b = 1, c = 2 }
  common_tags = { environment = var.environment, owner = "platform", cost_center = "4711" }
  rules = merge({
    https = { port = 443, cidrs = ["10.0.0.0/8"] }
    ssh   = { port = 22, cidrs = ["0.0.0.0/0"] }
  }, var.extra_rules)
}

provider "aws" {
  region = var.region
  default_tags {
    tags = local.common_tags
  }
}
)";

static constexpr std::string_view moduleMain = R"(resource "aws_kms_key" "this" {
  description         = "Key of ${var.name}"
  enable_key_rotation = var.rotate
}

resource "aws_security_group" "this" {
  name   = local.name
  vpc_id = var.vpc_id

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = var.cidrs
    }
  }
}

resource "aws_db_instance" "this" {
  for_each = var.databases

  identifier          = "${local.name}-${each.key}"
  engine              = each.value.engine
  instance_class      = each.value.size
  storage_encrypted   = each.value.encrypted
  kms_key_id          = aws_kms_key.this.arn
  publicly_accessible = false
  deletion_protection = true
  tags                = local.tags
}
)";

static constexpr std::string_view moduleVariables = R"(variable "name" {
  type = string
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "rotate" {
  type    = bool
  default = true
}

variable "ports" {
  type    = list(number)
  default = [443, 8443]
}

variable "cidrs" {
  type    = list(string)
  default = ["10.0.0.0/8"]
}

variable "databases" {
  type = map(object({
    engine    = optional(string, "postgres")
    size      = optional(string, "db.t4g.medium")
    encrypted = optional(bool, true)
  }))
  default = { main = {}, reports = { engine = "mysql" } }
}
)";

static constexpr std::string_view moduleOutputs = R"(output "group_id" {
  value = aws_security_group.this.id
}

output "key_arn" {
  value = aws_kms_key.this.arn
}

output "databases" {
  value = { for name, database in aws_db_instance.this : name => database.endpoint }
}
)";

static constexpr std::string_view moduleLocals = R"(locals {
  name = lower(replace(var.name, " ", "-"))
  tags = {
    module = "service-@N@"
    name   = local.name
  }
}
)";

static void addModules(Corpus &corpus, std::size_t modules)
{
    for (std::size_t at = 0; at < modules; ++at) {
        const fs::path directory = fs::path("modules") / ("service" + std::to_string(at));
        corpus.files[directory / "main.tf"] = numbered(moduleMain, at);
        corpus.files[directory / "variables.tf"] = moduleVariables;
        corpus.files[directory / "outputs.tf"] = moduleOutputs;
        corpus.files[directory / "locals.tf"] = numbered(moduleLocals, at);
    }
}

static std::string calls(std::size_t root, std::size_t modules, std::size_t perRoot)
{
    std::string text =
        "module \"shared\" {\n  source = \"../../modules/service0\"\n  name   = \"Shared of ${local.prefix}\"\n}\n";
    for (std::size_t at = 0; at < perRoot; ++at) {
        const std::string number = std::to_string((root * perRoot + at) % modules);
        text += "\nmodule \"service_" + std::to_string(at) + "\" {\n  source   = \"../../modules/service" + number +
                "\"\n  for_each = local.zones\n\n  name   = \"${local.prefix} service " + number +
                " ${each.key}\"\n  vpc_id = module.shared.group_id\n  cidrs  = local.rules.ssh.cidrs\n}\n";
    }
    return text;
}

Corpus makeCorpus(const CorpusShape &shape)
{
    static constexpr std::string_view kinds[] = {network, storage, compute, workload};
    Corpus corpus;
    const std::size_t modules = shape.modules != 0 ? shape.modules : std::max<std::size_t>(1, shape.files / 50);
    addModules(corpus, modules);
    for (std::size_t root = 0; corpus.files.size() < shape.files; ++root) {
        const fs::path directory = fs::path("live") / ("stack" + std::to_string(root));
        corpus.files[directory / "main.tf"] = rootCommon;
        corpus.files[directory / "services.tf"] =
            calls(root, modules, shape.filesPerRoot >= shape.files ? modules : std::min<std::size_t>(modules, 4));
        for (std::size_t at = 2; at < shape.filesPerRoot && corpus.files.size() < shape.files; ++at)
            corpus.files[directory / ("part" + std::to_string(at) + ".tf")] = numbered(kinds[at % 4], at);
    }
    for (const auto &[path, text] : corpus.files)
        corpus.bytes += text.size();
    return corpus;
}

static bool isWritten(const Corpus &corpus, const fs::path &directory)
{
    std::error_code error;
    return std::all_of(corpus.files.begin(), corpus.files.end(), [&](const auto &file) {
        return fs::file_size(directory / file.first, error) == file.second.size() && !error;
    });
}

void writeCorpus(const Corpus &corpus, const fs::path &directory)
{
    if (isWritten(corpus, directory))
        return;
    fs::remove_all(directory);
    for (const auto &[path, text] : corpus.files) {
        fs::create_directories((directory / path).parent_path());
        std::ofstream(directory / path, std::ios::binary) << text;
    }
}

} // namespace drydock::bench
