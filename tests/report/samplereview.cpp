// SPDX-License-Identifier: MIT
#include "tests/report/samplereview.h"

#include <algorithm>
#include <map>

namespace drydock::report {

using namespace policy;

static std::uint32_t columnAt(const std::string &text, std::size_t byte)
{
    const std::size_t lineStart = text.rfind('\n', byte == 0 ? 0 : byte - 1);
    const std::size_t start = lineStart == std::string::npos || lineStart >= byte ? 0 : lineStart + 1;
    std::uint32_t column = 1;
    for (std::size_t i = start; i < byte; ++i)
        column += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
    return column;
}

SourceRange rangeIn(const std::string &file, const std::string &text, const std::string &part)
{
    const std::size_t start = text.find(part);
    const std::size_t end = start + part.size();
    const auto lineOf = [&text](std::size_t byte) {
        return static_cast<std::uint32_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n')) +
               1;
    };
    return {file,
            static_cast<std::uint32_t>(start),
            static_cast<std::uint32_t>(end),
            lineOf(start),
            columnAt(text, start),
            lineOf(end),
            columnAt(text, end)};
}

SampleReview sampleReview()
{
    const std::string mainTf = "# Größe des Lagers\n"
                               "resource \"aws_s3_bucket\" \"logs\" {\n"
                               "  bucket = \"äöü-logs\"\n"
                               "  acl    = \"public-read\"\n"
                               "}\n"
                               "\n"
                               "resource \"aws_security_group\" \"web\" {\n"
                               "  ingress {\n"
                               "    cidr_blocks = [\"0.0.0.0/0\"]\n"
                               "  }\n"
                               "}\n";
    const std::string network = "resource \"aws_vpc\" \"main\" {\n  cidr_block = local.cidr\n}\n";
    SampleReview sample;
    sample.mainTf = mainTf;
    const std::map<std::string, std::string> files{{"main.tf", mainTf}, {"modules/net work/vpc.tf", network}};
    sample.source = [files](const std::string &file) -> Result<std::string> {
        const auto found = files.find(file);
        if (found == files.end())
            return failure("system.not-found", "There is no such file.", file);
        return found->second;
    };

    ReviewResult &review = sample.review;
    review.root = "infra/landing-zone";
    review.started = parseTimestamp("2026-11-20T21:26:00.123Z").value();
    review.duration = std::chrono::milliseconds(340);
    Finding bucket{"aws-s3-bucket-acl-public",
                   "S3 bucket is public through its ACL",
                   Severity::Critical,
                   FindingStatus::Open,
                   "aws_s3_bucket.logs",
                   {"aws_s3_bucket.logs"},
                   rangeIn("main.tf", mainTf, "acl    = \"public-read\""),
                   "The ACL \"public-read\" lets everyone on the internet list and read the bucket.",
                   "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                   "policies/aws-s3-bucket-acl-public",
                   {{"acl is \"public-read\"", rangeIn("main.tf", mainTf, "\"public-read\"")},
                    {"no aws_s3_bucket_public_access_block names this bucket", std::nullopt}},
                   std::nullopt,
                   ""};
    const SourceRange value = rangeIn("main.tf", mainTf, "\"public-read\"");
    bucket.fix = Fix{"Make the bucket private", {{"main.tf", value.startByte, value.endByte, "\"private\""}}};
    Finding group{"aws-security-group-open-ingress",
                  "Security group is open to the internet",
                  Severity::High,
                  FindingStatus::Waived,
                  "aws_security_group.web",
                  {"aws_security_group.web[0]", "aws_security_group.web[1]"},
                  rangeIn("main.tf", mainTf, "cidr_blocks = [\"0.0.0.0/0\"]"),
                  "Everyone can reach every port.",
                  "11111111111111111111111111111111",
                  "policies/aws-security-group-open-ingress",
                  {},
                  std::nullopt,
                  "public load balancer (core-team)"};
    Finding vpc{"aws-vpc-flow-logs",
                "VPC has no flow log",
                Severity::Medium,
                FindingStatus::Open,
                "module.net.aws_vpc.main",
                {"module.net.aws_vpc.main"},
                rangeIn("modules/net work/vpc.tf", network, "resource \"aws_vpc\" \"main\""),
                "No aws_flow_log names this VPC.",
                "22222222222222222222222222222222",
                "policies/aws-vpc-flow-logs",
                {},
                std::nullopt,
                ""};
    review.findings = {bucket, group, vpc};
    review.undecided = {{"aws-s3-bucket-kms", Severity::Medium, "aws_s3_bucket.logs",
                         rangeIn("main.tf", mainTf, "resource \"aws_s3_bucket\" \"logs\""),
                         "var.kms_key_id has no value"}};
    review.diagnostics = {{DiagnosticSeverity::Error,
                           "The file does not parse.",
                           "Expected \"=\" after an attribute name.",
                           {"broken.tf", 4, 5, 1, 5, 1, 6}},
                          {DiagnosticSeverity::Warning, "A waiver is out of date.", "", {}}};
    review.gate = {false, Severity::High, "1 open critical finding; 1 file could not be read."};
    review.open = {1, 0, 1, 0};
    review.waived = 1;
    review.files = 3;
    review.unreadable = 1;
    review.modules = 2;
    review.resources = 4;
    review.rules = 41;
    return sample;
}

} // namespace drydock::report
