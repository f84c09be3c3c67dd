// SPDX-License-Identifier: MIT
#include "core/policy/waiverwriter.h"

#include "core/policy/configfile.h"

#include <gtest/gtest.h>

#include <string>

using namespace drydock;
using namespace drydock::policy;

namespace {

Waiver sample()
{
    Waiver waiver;
    waiver.rule = "aws-alb-waf-association";
    waiver.resource = "aws_lb.public[0]";
    waiver.reason = "Attached elsewhere: see \"edge\" #12";
    waiver.owner = "platform@harbour.example";
    waiver.expires = parseTimestamp("2027-06-30").value();
    return waiver;
}

/// Adds the waiver, checks that the result can be read and that the last waiver is ours.
std::string added(const std::string &text)
{
    const auto result = withWaiver(text, sample());
    if (!result) {
        ADD_FAILURE() << result.error().text();
        return {};
    }
    const auto before = parseReviewConfig(text, "tfreview.yaml");
    const auto after = parseReviewConfig(*result, "tfreview.yaml");
    EXPECT_TRUE(after.has_value()) << *result << (after ? "" : after.error().text());
    if (before && after) {
        EXPECT_EQ(after->waivers.size(), before->waivers.size() + 1) << *result;
        EXPECT_EQ(after->waivers.back().resource, sample().resource);
        EXPECT_EQ(after->waivers.back().reason, sample().reason);
        EXPECT_EQ(after->waivers.back().owner, sample().owner);
        EXPECT_TRUE(after->waivers.back().expires.has_value());
    }
    return *result;
}

const std::string lines = "  - rule: aws-alb-waf-association\n"
                          "    resource: \"aws_lb.public[0]\"\n"
                          "    reason: \"Attached elsewhere: see \\\"edge\\\" #12\"\n"
                          "    owner: platform@harbour.example\n"
                          "    expires: 2027-06-30\n";

} // namespace

TEST(WaiverWriterTest, MakesAFileOfNothing)
{
    EXPECT_EQ(added(""), "waivers:\n" + lines);
}

TEST(WaiverWriterTest, KeepsCommentsAndOrder)
{
    const std::string head = "# Our rules\nfail_on: high # strict\n\nwaivers:\n  # agreed in May\n  - rule: x\n"
                             "    reason: because\n";
    const std::string tail = "\n# Tags\nrequired_tags:\n  - owner\n";
    EXPECT_EQ(added(head + tail), head + lines + tail);
}

TEST(WaiverWriterTest, FollowsTheIndentationOfTheList)
{
    const std::string text = "waivers:\n- rule: x\n  reason: because\nfail_on: low\n";
    const std::string result = added(text);
    EXPECT_NE(result.find("\n- rule: aws-alb-waf-association\n  resource:"), std::string::npos) << result;
    EXPECT_TRUE(result.ends_with("fail_on: low\n"));
}

TEST(WaiverWriterTest, FillsAnEmptyList)
{
    EXPECT_EQ(added("waivers: []\nfail_on: low\n"), "waivers:\n" + lines + "fail_on: low\n");
    EXPECT_EQ(added("waivers:\nfail_on: low\n"), "waivers:\n" + lines + "fail_on: low\n");
    EXPECT_EQ(added("fail_on: low"), "fail_on: low\n\nwaivers:\n" + lines);
}

TEST(WaiverWriterTest, WindowsLineEndsStay)
{
    const std::string result = added("fail_on: low\r\n");
    EXPECT_EQ(result.find("\r\n\r\nwaivers:\r\n"), 12U);
}

TEST(WaiverWriterTest, RefusesWhatItCannotAddTo)
{
    EXPECT_EQ(withWaiver("waivers: [{rule: x, reason: y}]\n", sample()).error().code, "waiver.layout");
    Waiver without = sample();
    without.reason = "  ";
    EXPECT_EQ(withWaiver("", without).error().code, "waiver.reason");
}
