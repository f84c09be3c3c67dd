// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/report/format.h"
#include "tests/report/samplereview.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

using namespace drydock;
using namespace drydock::report;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Compares with tests/report/golden; DRYDOCK_UPDATE_GOLDEN=1 writes what is found instead.
void expectGolden(const std::string &name, const std::string &found)
{
    const fs::path file = fs::path(DRYDOCK_SOURCE_DIR) / "tests/report/golden" / name;
    if (std::getenv("DRYDOCK_UPDATE_GOLDEN")) {
        ASSERT_TRUE(writeFileAtomically(file, found));
        return;
    }
    const auto expected = readFile(file);
    ASSERT_TRUE(expected.has_value()) << expected.error().text();
    EXPECT_EQ(found, *expected) << name << " changed; look at the change, then run with DRYDOCK_UPDATE_GOLDEN=1";
}

int runTool(const std::string &command)
{
    return std::system((command + " >/dev/null 2>&1").c_str());
}

class TemporaryFile
{
public:
    TemporaryFile(const std::string &suffix, const std::string &content)
        : m_path(fs::temp_directory_path() / ("drydock-report-" + randomHex(6) + suffix))
    {
        EXPECT_TRUE(writeFileAtomically(m_path, content));
    }
    ~TemporaryFile() { fs::remove(m_path); }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    [[nodiscard]] std::string quoted() const { return "'" + m_path.string() + "'"; }

private:
    fs::path m_path;
};

/// A review in which every text tries to break out of its format.
SampleReview hostileReview()
{
    SampleReview sample = sampleReview();
    const std::string evil = "</script><img src=x onerror=alert(1)>\"'&\x1b[31m\n]]>\xff\xe2\x80\xae";
    policy::Finding &finding = sample.review.findings[0];
    for (std::string *text : {&finding.ruleId, &finding.title, &finding.resource, &finding.message,
                              &finding.fingerprint, &finding.article, &finding.statusReason, &finding.range.file,
                              &sample.review.root, &sample.review.gate.reason, &sample.review.undecided[0].reason,
                              &sample.review.diagnostics[0].summary, &sample.review.diagnostics[0].range.file})
        *text = evil + *text;
    finding.derivation[0].text = evil;
    finding.fix->title = evil;
    finding.fix->edits[0].replacement = evil;
    finding.instances = {evil, evil};
    return sample;
}

} // namespace

TEST(ReportTest, EveryFormatSaysThatFilesCouldNotBeReadWhereTheGatePasses)
{
    SampleReview sample = sampleReview();
    const std::string reason = "No open finding of severity high or worse; 2 files could not be read.";
    sample.review.findings.clear();
    sample.review.open = {};
    sample.review.unreadable = 2;
    sample.review.gate = {true, policy::Severity::High, reason};
    for (const Format format : {Format::Table, Format::Json, Format::Sarif, Format::Html, Format::Junit})
        EXPECT_THAT(write(format, sample.review, sample.source), testing::HasSubstr(reason)) << formatName(format);
    EXPECT_EQ(readJson(writeJson(sample.review, sample.source))->unreadable, 2U);
}

TEST(ReportTest, GoldenFiles)
{
    const SampleReview sample = sampleReview();
    expectGolden("report.json", writeJson(sample.review, sample.source));
    expectGolden("report.sarif", writeSarif(sample.review, sample.source));
    expectGolden("report.xml", writeJunit(sample.review, sample.source));
    expectGolden("report.html", writeHtml(sample.review, sample.source));
    expectGolden("report.txt", writeTable(sample.review, sample.source));
}

TEST(ReportTest, FormatsAreNamed)
{
    for (const Format format : {Format::Table, Format::Json, Format::Sarif, Format::Html, Format::Junit}) {
        EXPECT_EQ(formatFromName(formatName(format)), format);
        EXPECT_EQ(fileExtension(format).front(), '.');
    }
    EXPECT_EQ(formatFromName("pdf"), std::nullopt);
}

TEST(JsonReportTest, FollowsThePublishedSchema)
{
    if (runTool("python3 -c 'import jsonschema'") != 0)
        GTEST_SKIP() << "python3-jsonschema is not installed";
    const std::string schema = std::string(DRYDOCK_SOURCE_DIR) + "/resources/schema/report.schema.json";
    const std::string check =
        "python3 -c 'import json,sys,jsonschema;"
        "jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))'";
    for (const SampleReview &sample : {sampleReview(), hostileReview(), SampleReview{}}) {
        const TemporaryFile file(".json", writeJson(sample.review, sample.source));
        EXPECT_EQ(runTool(check + " '" + schema + "' " + file.quoted()), 0);
    }
}

TEST(JsonReportTest, ReadsBackWhatItWrote)
{
    for (const SampleReview &sample : {sampleReview(), SampleReview{}}) {
        const std::string text = writeJson(sample.review, sample.source);
        const auto review = readJson(text);
        ASSERT_TRUE(review.has_value()) << review.error().text();
        EXPECT_EQ(writeJson(*review, sample.source), text);
    }
}

TEST(JsonReportTest, RefusesWhatItCannotRead)
{
    const std::string good = writeJson(sampleReview().review, sampleReview().source);
    EXPECT_EQ(readJson("").error().code, "report.syntax");
    EXPECT_EQ(readJson("[]").error().code, "report.syntax");
    EXPECT_EQ(readJson(good.substr(0, good.size() / 2)).error().code, "report.syntax");
    EXPECT_EQ(readJson("{}").error().code, "report.content");
    const auto with = [&good](const char *pointer, const Json &value) {
        Json document = Json::parse(good);
        document[Json::json_pointer(pointer)] = value;
        return readJson(document.dump());
    };
    EXPECT_EQ(with("/schema_version", 2).error().code, "report.version");
    EXPECT_EQ(with("/findings/0/severity", "terrible").error().code, "report.content");
    EXPECT_EQ(with("/findings/0/line", -1).error().code, "report.content");
    EXPECT_EQ(with("/findings/0/instances", 7).error().code, "report.content");
    EXPECT_EQ(with("/summary", nullptr).error().code, "report.content");
    EXPECT_EQ(with("/started", "yesterday").error().code, "report.content");
    EXPECT_TRUE(with("/something_new", 1).has_value()) << "newer optional members are no reason to refuse";
}

TEST(SarifReportTest, HasTheShapeThatConsumersNeed)
{
    const SampleReview sample = sampleReview();
    const Json sarif = Json::parse(writeSarif(sample.review, sample.source));
    EXPECT_EQ(sarif["version"], "2.1.0");
    const Json &run = sarif["runs"][0];
    const Json &rules = run["tool"]["driver"]["rules"];
    ASSERT_EQ(rules.size(), 3U);
    for (const Json &result : run["results"]) {
        EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
        EXPECT_FALSE(result["partialFingerprints"]["drydock/v1"].get<std::string>().empty());
        const Json &location = result["locations"][0]["physicalLocation"];
        EXPECT_NE(location["artifactLocation"]["uri"].get<std::string>().front(), '/');
        EXPECT_GE(location["region"]["startLine"].get<int>(), 1);
    }
    EXPECT_EQ(run["results"][1]["suppressions"][0]["justification"], "waived: public load balancer (core-team)");
    EXPECT_EQ(run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
              "modules/net%20work/vpc.tf");
    const Json &replacement = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    EXPECT_EQ(replacement["deletedRegion"]["startLine"], 4);
    EXPECT_EQ(replacement["deletedRegion"]["startColumn"], 12);
    EXPECT_EQ(replacement["insertedContent"]["text"], "\"private\"");
}

TEST(HostileTextTest, StaysText)
{
    const SampleReview sample = hostileReview();
    const std::string html = writeHtml(sample.review, sample.source);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_EQ(html.find('\x1b'), html.npos);
    EXPECT_EQ(html.find("</script>"), html.rfind("</script>")) << "only our own script ends";
    const std::string text = writeTable(sample.review, sample.source);
    EXPECT_EQ(text.find('\x1b'), text.npos) << "a name must not repaint the terminal";
    EXPECT_TRUE(Json::accept(writeJson(sample.review, sample.source)));
    EXPECT_TRUE(Json::accept(writeSarif(sample.review, sample.source)));
    if (runTool("python3 --version") != 0)
        GTEST_SKIP() << "python3 is not installed: the XML was not parsed";
    const TemporaryFile xml(".xml", writeJunit(sample.review, sample.source));
    EXPECT_EQ(runTool("python3 -c 'import sys,xml.etree.ElementTree as e; e.parse(sys.argv[1])' " + xml.quoted()), 0);
}

TEST(JunitReportTest, AnEmptyReviewIsOnePassedTest)
{
    const std::string xml = writeJunit(policy::ReviewResult{}, {});
    EXPECT_NE(xml.find("tests=\"1\" failures=\"0\""), std::string::npos) << xml;
}

TEST(TableReportTest, KeepsToTheWidthOfTheTerminal)
{
    SampleReview sample = sampleReview();
    sample.review.findings[0].resource = "module.a_very_long_module_name.aws_s3_bucket.another_very_long_name_here[0]";
    const std::string text = writeTable(sample.review, sample.source, {Colour::Never, 60});
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = text.find('\n', start);
        const std::string line = text.substr(start, end - start);
        EXPECT_LE(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }), 60) << line;
        start = end + 1;
    }
    EXPECT_NE(text.find("…"), std::string::npos);
}

TEST(TableReportTest, ColoursOnlyWhenAsked)
{
    const SampleReview sample = sampleReview();
    EXPECT_EQ(writeTable(sample.review, sample.source).find('\x1b'), std::string::npos);
    EXPECT_NE(writeTable(sample.review, sample.source, {Colour::Ansi, 100}).find("\x1b[1;31mC"), std::string::npos);
}

TEST(ReportTest, WorksWithoutSources)
{
    const SampleReview sample = sampleReview();
    for (const Format format : {Format::Table, Format::Json, Format::Sarif, Format::Html, Format::Junit})
        EXPECT_FALSE(write(format, sample.review, {}).empty());
}
