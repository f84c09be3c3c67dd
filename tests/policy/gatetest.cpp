// SPDX-License-Identifier: MIT
#include "core/policy/gate.h"

#include <gtest/gtest.h>

using namespace drydock::policy;

static SeverityCounts counts(std::uint32_t critical, std::uint32_t high, std::uint32_t medium, std::uint32_t low)
{
    SeverityCounts result;
    result.critical = critical;
    result.high = high;
    result.medium = medium;
    result.low = low;
    return result;
}

TEST(GateTest, FailsAtTheSeverityAndWorse)
{
    const GatePolicy policy;
    EXPECT_TRUE(decideGate(policy, counts(0, 0, 9, 9)).passed);
    EXPECT_FALSE(decideGate(policy, counts(0, 1, 0, 0)).passed);
    const Gate gate = decideGate(policy, counts(1, 2, 0, 0));
    EXPECT_FALSE(gate.passed);
    EXPECT_EQ(gate.failOn, Severity::High);
    EXPECT_EQ(gate.reason, "1 open critical finding and 2 open high findings.");
}

TEST(GateTest, OffMeansOff)
{
    GatePolicy policy;
    policy.failOn.reset();
    const Gate gate = decideGate(policy, counts(5, 5, 5, 5));
    EXPECT_TRUE(gate.passed);
    EXPECT_EQ(gate.reason, "The gate is off.");
}

TEST(GateTest, SaysHowManyFilesCouldNotBeRead)
{
    GatePolicy policy;
    Gate gate = decideGate(policy, counts(0, 0, 0, 0), 2);
    EXPECT_TRUE(gate.passed);
    EXPECT_EQ(gate.reason, "No open finding of severity high or worse; 2 files could not be read.");
    gate = decideGate(policy, counts(0, 1, 0, 0), 1);
    EXPECT_FALSE(gate.passed);
    EXPECT_EQ(gate.reason, "1 open high finding; 1 file could not be read.");
    policy.failOn.reset();
    EXPECT_EQ(decideGate(policy, counts(0, 1, 0, 0), 1).reason, "The gate is off; 1 file could not be read.");
}

TEST(GateTest, FailsOnUnreadableFilesWhereThatIsAskedFor)
{
    GatePolicy policy;
    policy.onUnreadable = OnUnreadable::Fail;
    EXPECT_TRUE(decideGate(policy, counts(0, 0, 3, 0), 0).passed);
    Gate gate = decideGate(policy, counts(0, 2, 0, 0), 3);
    EXPECT_FALSE(gate.passed);
    EXPECT_EQ(gate.reason, "2 open high findings and 3 files that could not be read.");
    policy.failOn.reset();
    gate = decideGate(policy, counts(0, 2, 0, 0), 1);
    EXPECT_FALSE(gate.passed);
    EXPECT_EQ(gate.reason, "1 file that could not be read.");
    EXPECT_EQ(decideGate(policy, counts(0, 2, 0, 0), 0).reason, "No finding fails the gate.");
}

TEST(GateTest, AThresholdDecidesAloneForItsSeverity)
{
    GatePolicy policy;
    policy.thresholds[Severity::High] = 2;
    policy.thresholds[Severity::Medium] = 5;
    EXPECT_TRUE(decideGate(policy, counts(0, 2, 5, 99)).passed);
    EXPECT_FALSE(decideGate(policy, counts(0, 3, 0, 0)).passed);
    EXPECT_FALSE(decideGate(policy, counts(0, 0, 6, 0)).passed);
    EXPECT_FALSE(decideGate(policy, counts(1, 0, 0, 0)).passed);
    EXPECT_EQ(decideGate(policy, counts(0, 3, 0, 0)).reason, "3 open high findings where at most 2 may be.");
}
