// SPDX-License-Identifier: MIT
#include "tests/bench/realistichcl.h"

#include <array>
#include <string_view>

namespace drydock {

// `@` stands for a number that makes names unique.
static constexpr std::array<std::string_view, 6> Parts{
    R"(# Object storage for the application's uploads.
resource "aws_s3_bucket" "uploads_@" {
  bucket        = "${var.name_prefix}-uploads-@"
  force_destroy = var.environment != "production"

  tags = merge(local.common_tags, {
    Name        = "uploads-@"
    Environment = var.environment
    CostCenter  = "cc-1042"
  })
}

)",
    R"(resource "aws_security_group" "web_@" {
  name        = "${local.name}-web-@"
  description = "Allows HTTPS from the load balancer"
  vpc_id      = module.network.vpc_id

  ingress {
    description     = "HTTPS"
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    cidr_blocks     = ["10.0.0.0/8", "192.168.0.0/16"]
    security_groups = [aws_security_group.alb_@.id]
  }

  dynamic "egress" {
    for_each = { for rule in var.egress_rules : rule.name => rule if rule.enabled }
    content {
      from_port   = egress.value.from_port
      to_port     = egress.value.to_port
      protocol    = "-1" # all protocols
      cidr_blocks = egress.value.cidr_blocks
    }
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [description]
  }
}

)",
    R"(variable "instance_type_@" {
  description = "Size of the machines in group @; see the runbook before changing it."
  type        = string
  default     = "m6i.large"

  validation {
    condition     = can(regex("^(m6i|c6i)\\.", var.instance_type_@))
    error_message = "Only m6i and c6i instance types are approved."
  }
}

)",
    R"(resource "aws_iam_policy" "reader_@" {
  name   = "reader-@"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:ListBucket"],
          "Resource": "${aws_s3_bucket.uploads_@.arn}/*"
        }
      ]
    }
  EOT
}

)",
    R"(module "service_@" {
  source  = "app.example.com/platform/service/aws"
  version = "~> 3.2"

  name               = "orders-@"
  subnet_ids         = module.network.private_subnet_ids[*]
  desired_count      = var.environment == "production" ? 6 : 2
  cpu                = 512 * local.scale
  memory             = max(1024, var.memory)
  environment = {
    LOG_LEVEL = "info"
    QUEUE_URL = aws_sqs_queue.orders_@.url
    // Set by the deployment pipeline.
    VERSION = coalesce(var.image_tag, "latest")
  }
  alarm_actions = concat([aws_sns_topic.alerts.arn], var.extra_alarm_actions)
}

)",
    R"(output "endpoint_@" {
  description = "Where clients connect"
  value       = try(aws_lb.main[0].dns_name, null)
  sensitive   = false
}

locals {
  azs_@     = slice(data.aws_availability_zones.available.names, 0, 3)
  subnets_@ = { for i, az in local.azs_@ : az => cidrsubnet(var.cidr, 4, i) }
}

)",
};

std::string realisticHcl(std::size_t bytes)
{
    std::string text;
    text.reserve(bytes + 2048);
    for (std::size_t i = 0; text.size() < bytes; ++i) {
        const std::string number = std::to_string(i);
        for (const char c : Parts[i % Parts.size()])
            c == '@' ? text += number : text += c;
    }
    return text;
}

} // namespace drydock
