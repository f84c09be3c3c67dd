// SPDX-License-Identifier: MIT
#include "views/models/findingmodel.h"

#include "tests/models/printed.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::models;
using policy::FindingStatus;
using policy::Severity;

namespace {

policy::Finding finding(const std::string &rule, Severity severity, const std::string &resource,
                        const std::string &file, std::uint32_t line, FindingStatus status = FindingStatus::Open)
{
    policy::Finding result;
    result.ruleId = rule;
    result.title = "Title of " + rule;
    result.severity = severity;
    result.status = status;
    result.resource = resource;
    result.range.file = file;
    result.range.line = line;
    result.message = "message about " + resource;
    result.fingerprint = rule + resource;
    return result;
}

Review sample()
{
    policy::ReviewResult review;
    review.findings = {
        finding("s3-public", Severity::Critical, "aws_s3_bucket.logs", "main.tf", 12),
        finding("tags", Severity::Low, "aws_s3_bucket.logs", "main.tf", 10),
        finding("s3-public", Severity::Critical, "aws_s3_bucket.data", "data.tf", 3, FindingStatus::Waived),
        finding("flow-logs", Severity::Medium, "aws_vpc.main", "net/vpc.tf", 1)};
    return std::make_shared<const policy::ReviewResult>(std::move(review));
}

std::string shown(const FindingQuery &query)
{
    FindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setArrangement(arrangeFindings(sample(), query).value());
    return printed(model);
}

} // namespace

TEST(FindingModelTest, GroupsWorstFirst)
{
    FindingQuery query;
    query.grouping = FindingGrouping::Rule;
    EXPECT_EQ(shown(query), "Title of s3-public  (2)\n"
                            "  Critical | Title of s3-public | aws_s3_bucket.logs | main.tf:12 | s3-public | Open\n"
                            "  Critical | Title of s3-public | aws_s3_bucket.data | data.tf:3 | s3-public | Waived\n"
                            "Title of flow-logs  (1)\n"
                            "  Medium | Title of flow-logs | aws_vpc.main | net/vpc.tf:1 | flow-logs | Open\n"
                            "Title of tags  (1)\n"
                            "  Low | Title of tags | aws_s3_bucket.logs | main.tf:10 | tags | Open\n");
}

TEST(FindingModelTest, FlatListIsSorted)
{
    FindingQuery query;
    query.grouping = FindingGrouping::None;
    query.order = FindingOrder::Place;
    query.direction = SortDirection::Ascending;
    EXPECT_EQ(shown(query), "Critical | Title of s3-public | aws_s3_bucket.data | data.tf:3 | s3-public | Waived\n"
                            "Low | Title of tags | aws_s3_bucket.logs | main.tf:10 | tags | Open\n"
                            "Critical | Title of s3-public | aws_s3_bucket.logs | main.tf:12 | s3-public | Open\n"
                            "Medium | Title of flow-logs | aws_vpc.main | net/vpc.tf:1 | flow-logs | Open\n");
}

TEST(FindingModelTest, FiltersCombine)
{
    FindingQuery query;
    query.grouping = FindingGrouping::None;
    query.statuses = {FindingStatus::Open};
    query.text = "S3 LOGS";
    query.severities = {Severity::Critical, Severity::High};
    EXPECT_EQ(shown(query), "Critical | Title of s3-public | aws_s3_bucket.logs | main.tf:12 | s3-public | Open\n");
    query.file = "nothing.tf";
    EXPECT_EQ(shown(query), "");
}

TEST(FindingModelTest, NextAndPreviousSkipGroups)
{
    for (const FindingGrouping grouping : {FindingGrouping::None, FindingGrouping::Severity, FindingGrouping::File}) {
        FindingModel model;
        FindingQuery query;
        query.grouping = grouping;
        model.setArrangement(arrangeFindings(sample(), query).value());
        QList<int> forward;
        for (QModelIndex index = model.next({}); index.isValid(); index = model.next(index)) {
            forward << model.findingNumber(index);
            EXPECT_EQ(model.indexOf(model.findingNumber(index)), index);
        }
        QList<int> backward;
        for (QModelIndex index = model.previous({}); index.isValid(); index = model.previous(index))
            backward.prepend(model.findingNumber(index));
        EXPECT_EQ(forward.size(), 4);
        EXPECT_EQ(forward, backward);
    }
}

TEST(FindingModelTest, AnEmptyModelHasNoNext)
{
    FindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_FALSE(model.next({}).isValid());
    EXPECT_FALSE(model.previous({}).isValid());
    EXPECT_EQ(model.findingNumber({}), -1);
}

TEST(FindingQueryTest, CancelledWorkSaysSo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = arrangeFindings(sample(), {}, Task{stop.get_token(), {}});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, "task.cancelled");
}

TEST(FindingQueryTest, FacetsCount)
{
    const FindingFacets facets = facetsOf(*sample());
    ASSERT_EQ(facets.rules.size(), 3U);
    EXPECT_EQ(facets.rules[0].key, "s3-public");
    EXPECT_EQ(facets.rules[0].count, 2U);
    EXPECT_EQ(facets.files[0].key, "main.tf");
}
