// SPDX-License-Identifier: MIT
// Generate: the wizard of the S3 generator, twice, so that the library has two versions that differ.
#include "tests/views/journey.h"
#include "views/controls/codeview.h"
#include "views/models/librarymodel.h"
#include "views/shell/mainwindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using drydock::shell::Link;

namespace drydock::test {

static const QString project = u"data-platform"_s;
static const QString assetName = u"Billing exports"_s;

static bool isLastStep(Journey &journey)
{
    return journey.find<QPushButton>(u"generate.next"_s)->text().startsWith(u"Save"_s);
}

/// Through all steps with Return on the button; `atDestination` is told when the place is asked for.
static void walkToTheEnd(Journey &journey, const std::function<void()> &atDestination)
{
    for (int step = 0; step < 12 && !isLastStep(journey); ++step) {
        journey.find<QPushButton>(u"generate.next"_s)->setFocus();
        journey.press(Qt::Key_Return);
        if (!journey.peek<QLineEdit>(u"generate.asset"_s))
            continue;
        journey.fill(u"generate.asset"_s, assetName);
        atDestination();
    }
    ASSERT_TRUE(isLastStep(journey));
}

static void expectVersions(Journey &journey, std::uint32_t count)
{
    const auto found = journey.bench->services().projects().find("data-platform");
    ASSERT_TRUE(found);
    const auto assets = journey.bench->services().library().list({found->id});
    ASSERT_TRUE(assets);
    ASSERT_EQ(assets->total, 1U) << journey.lastNews().toStdString();
    EXPECT_EQ(assets->assets.front().generator, "aws-s3-baseline");
    const auto versions = journey.bench->services().library().versions(assets->assets.front().id);
    ASSERT_TRUE(versions);
    EXPECT_EQ(versions->size(), count) << journey.lastNews().toStdString();
}

void generateFirstVersion(Journey &journey)
{
    journey.go(Link{u"generate"_s, {}, project, {}});
    journey.picture(u"generate-gallery"_s);
    journey.go(Link{u"generate"_s, u"aws-s3-baseline"_s, project, {}});
    journey.fill(u"input.bucket_name"_s, u"Not A Bucket"_s);
    journey.picture(u"generate-problem"_s);
    journey.fill(u"input.bucket_name"_s, u"acme-billing-exports"_s);
    ASSERT_TRUE(waitFor([&journey] {
        auto *code = journey.peek<controls::CodeView>();
        return code && !code->toPlainText().isEmpty();
    }));
    journey.picture(u"generate-form"_s);
    walkToTheEnd(journey, [&journey] { journey.picture(u"generate-destination"_s); });
    journey.picture(u"generate-review"_s);
    journey.click(u"generate.next"_s);
    expectVersions(journey, 1);
    journey.picture(u"generate-saved"_s);

    // Open what was saved.
    journey.go(Link{u"library"_s, {}, project, {}});
    auto *manifest = journey.find<QTableView>(u"manifest"_s);
    ASSERT_NE(manifest, nullptr);
    EXPECT_GT(manifest->model()->rowCount(), 3);
    const QString checksum = manifest->model()->index(0, models::ManifestModel::ChecksumColumn).data().toString();
    EXPECT_FALSE(checksum.isEmpty());
    journey.picture(u"library"_s);
}

void generateAnotherVersion(Journey &journey)
{
    journey.go(Link{u"generate"_s, u"aws-s3-baseline"_s, project, {}});
    // The wizard is still where it was left: at its end.
    for (int step = 0; step < 12 && !journey.peek<QWidget>(u"input.bucket_name"_s); ++step)
        journey.click(u"generate.back"_s);
    journey.fill(u"input.bucket_name"_s, u"acme-billing-archive"_s);
    walkToTheEnd(journey, [] {});
    journey.click(u"generate.next"_s);
    expectVersions(journey, 2);
}

} // namespace drydock::test
