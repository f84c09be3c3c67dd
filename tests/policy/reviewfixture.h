// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/policy/finding.h"
#include "core/policy/review.h"
#include "core/policy/ruleset.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace drydock::policy {

/// A clock that stands at 2026-11-20.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return *parseTimestamp("2026-11-20"); }
};

/// A folder with files, and reviews of it by rules written in the test.
class ReviewFixture : public testing::Test
{
protected:
    ReviewFixture();
    ~ReviewFixture() override;

    void write(const std::string &file, const std::string &text) const;
    [[nodiscard]] std::string read(const std::string &file) const;
    /// The rules of the text below `rules:`; fails the test when they are wrong.
    [[nodiscard]] static RuleSet rules(const std::string &yaml);
    /// One rule for aws_s3_bucket-like fixtures: its condition and further fields.
    [[nodiscard]] static RuleSet rule(const std::string &resource, const std::string &fields);
    [[nodiscard]] ReviewResult review(const RuleSet &rules) const;
    [[nodiscard]] ReviewResult review(const RuleSet &rules, ReviewRequest request) const;
    /// "file:line-end_line message" of each finding.
    [[nodiscard]] static std::string printed(const ReviewResult &result);

    std::filesystem::path m_root;
};

} // namespace drydock::policy
