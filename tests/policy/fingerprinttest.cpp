// SPDX-License-Identifier: MIT
#include "core/policy/fingerprint.h"

#include <gtest/gtest.h>

using namespace drydock::policy;

TEST(FingerprintTest, LayoutAndCommentsDoNotCount)
{
    const std::string compact = "ingress{from_port=22 # ssh\ncidr_blocks=[\"0.0.0.0/0\"]}";
    const std::string formatted =
        "ingress {\n  from_port   = 22 // SSH\n  /* all */ cidr_blocks = [\n\"0.0.0.0/0\"\n]\n}";
    EXPECT_EQ(normalisedEvidence(compact), normalisedEvidence(formatted));
    EXPECT_NE(normalisedEvidence("a = \"x  y\""), normalisedEvidence("a = \"x y\""));
    EXPECT_NE(normalisedEvidence("a b"), normalisedEvidence("ab"));
    EXPECT_EQ(normalisedEvidence("a = \"# no comment \\\" // \""), "a=\"# no comment \\\" // \"");
    EXPECT_EQ(normalisedEvidence("\"open"), "\"open");
}

TEST(FingerprintTest, EveryPartCounts)
{
    Fingerprints all;
    const std::string first = all.next({"rule", "net", "aws_vpc.main", "x = 1"});
    EXPECT_EQ(first.size(), 32U);
    EXPECT_NE(first, Fingerprints().next({"other", "net", "aws_vpc.main", "x = 1"}));
    EXPECT_NE(first, Fingerprints().next({"rule", "", "aws_vpc.main", "x = 1"}));
    EXPECT_NE(first, Fingerprints().next({"rule", "net", "aws_vpc.other", "x = 1"}));
    EXPECT_NE(first, Fingerprints().next({"rule", "net", "aws_vpc.main", "x = 2"}));
    EXPECT_NE(Fingerprints().next({"rul", "enet", "a", "b"}), Fingerprints().next({"rule", "net", "a", "b"}));
    EXPECT_EQ(first, Fingerprints().next({"rule", "net", "aws_vpc.main", "x=1"}));
}

TEST(FingerprintTest, EqualOnesAreToldApartByOrder)
{
    Fingerprints one;
    Fingerprints two;
    const FingerprintParts parts{"rule", "", "aws_security_group.a", "ingress { }"};
    const std::string first = one.next(parts);
    const std::string second = one.next(parts);
    EXPECT_NE(first, second);
    EXPECT_EQ(two.next(parts), first);
    EXPECT_EQ(two.next(parts), second);
}
