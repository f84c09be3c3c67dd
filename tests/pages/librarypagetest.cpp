// SPDX-License-Identifier: MIT
#include "views/library/librarypage.h"

#include "core/base/filereader.h"
#include "tests/pages/workspace.h"
#include "views/controls/codeview.h"
#include "views/controls/searchfield.h"
#include "views/library/publishdialog.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace Qt::StringLiterals;
using testing::HasSubstr;

namespace {

class LibraryPageTest : public testing::Test
{
protected:
    void TearDown() override { delete widget; }

    void open(const QString &id = {})
    {
        shell.project.set(QString::fromStdString(workspace.project.slug), u"Landing zone"_s);
        widget = page.widget();
        widget->resize(1280, 800);
        widget->show();
        page.open({u"library"_s, id, {}, {}});
        settle();
    }

    void settle() { EXPECT_TRUE(test::waitForTasks(shell.tasks)); }

    project::SavedVersion save(const std::string &name, const std::string &note, const std::string &content,
                               const std::string &generator = "aws/s3-baseline")
    {
        project::NewVersion version;
        version.projectId = workspace.project.id;
        version.assetName = name;
        version.description = "Bucket for the files that the edge serves.";
        version.generator = generator;
        version.note = note;
        version.inputs = "{\n  \"bucket_name\": \"edge\",\n  \"versioning\": true\n}\n";
        version.tags = {"aws", "storage"};
        version.validation.state = project::ValidationState::Passed;
        version.validation.text = "No errors, no findings.";
        version.files = {{"main.tf", content},
                         {"README.md", "# " + name + "\n"},
                         {"variables.tf", "variable \"name\" {\n  type = string\n}\n"}};
        return workspace.services->library().saveVersion(version).value();
    }

    void fill()
    {
        save("Edge bucket", "First version", "resource \"aws_s3_bucket\" \"edge\" {\n  bucket = var.name\n}\n");
        save("Edge bucket", "Versioning switched on",
             "resource \"aws_s3_bucket\" \"edge\" {\n  bucket = var.name\n}\n\nresource \"aws_s3_bucket_versioning\" "
             "\"edge\" {\n  bucket = aws_s3_bucket.edge.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n "
             " }\n}\n");
        save("Core network", "", "resource \"aws_vpc\" \"core\" {}\n", "aws/vpc");
    }

    void trigger(const QString &actionId)
    {
        for (QAction *action : page.actions()) {
            if (action->objectName() == actionId)
                action->trigger();
        }
        settle();
    }

    test::Workspace workspace;
    test::Shell shell;
    std::vector<std::string> published;
    library::LibraryPage page{shell.context,
                              *workspace.services,
                              {[this](const std::filesystem::path &folder, const std::string &address,
                                      const std::string &version, const Task &) -> Result<std::vector<std::string>> {
                                   EXPECT_TRUE(std::filesystem::exists(folder / "main.tf"));
                                   published.push_back(address + " " + version);
                                   return std::vector<std::string>();
                               },
                               {}}};
    QWidget *widget = nullptr;
};

} // namespace

TEST_F(LibraryPageTest, EmptyLibrary)
{
    open();
    EXPECT_THAT(test::shownText(*widget), HasSubstr("Nothing was saved to the library yet."));
    test::savePictures(shell, *widget, u"library-empty"_s);
    EXPECT_TRUE(page.trail().isEmpty());
}

TEST_F(LibraryPageTest, ShowsVersionsFilesAndPreview)
{
    fill();
    open(u"edge-bucket"_s);
    EXPECT_EQ(page.trail(), (QStringList{u"Edge bucket"_s, u"v2"_s}));
    auto *timeline = widget->findChild<QListWidget *>(u"versions"_s);
    ASSERT_EQ(timeline->count(), 2);
    auto *manifest = widget->findChild<QTableView *>(u"manifest"_s);
    EXPECT_EQ(manifest->model()->rowCount(), 3);
    manifest->setCurrentIndex(manifest->model()->index(1, 0));
    settle();
    bool previewed = false;
    for (auto *view : widget->findChildren<controls::CodeView *>())
        previewed = previewed || view->toPlainText().contains(u"aws_s3_bucket_versioning"_s);
    EXPECT_TRUE(previewed);
    test::savePictures(shell, *widget, u"library-few"_s);
    timeline->setCurrentRow(1);
    settle();
    EXPECT_EQ(page.location().id, u"edge-bucket/1"_s);
}

TEST_F(LibraryPageTest, ALinkLeadsToAVersion)
{
    fill();
    open(u"edge-bucket/1"_s);
    EXPECT_EQ(page.trail(), (QStringList{u"Edge bucket"_s, u"v1"_s}));
}

TEST_F(LibraryPageTest, FiltersByText)
{
    fill();
    open();
    widget->findChild<controls::SearchField *>()->setText(u"network"_s);
    auto *table = widget->findChild<QTableView *>(u"assets"_s);
    EXPECT_TRUE(test::waitFor([table] { return table->model()->rowCount() == 1; }));
    settle();
    EXPECT_EQ(page.trail().value(0), u"Core network"_s);
    EXPECT_TRUE(page.backOut());
    EXPECT_EQ(table->model()->rowCount(), 2);
    EXPECT_FALSE(page.backOut());
}

TEST_F(LibraryPageTest, ComparesWithThePreviousVersion)
{
    fill();
    open(u"edge-bucket"_s);
    QSignalSpy wanted(&shell.navigator, &shell::Navigator::wanted);
    trigger(u"library.compare"_s);
    ASSERT_EQ(wanted.size(), 1);
    const auto link = wanted[0][0].value<shell::Link>();
    EXPECT_EQ(link.page, u"compare"_s);
    EXPECT_EQ(link.parameters.value(u"kind"_s), u"asset"_s);
}

TEST_F(LibraryPageTest, PublishesAndRemembersWhere)
{
    fill();
    open(u"edge-bucket"_s);
    trigger(u"library.publish"_s);
    auto *dialog = widget->findChild<QDialog *>(u"publishDialog"_s);
    ASSERT_NE(dialog, nullptr);
    auto *address = dialog->findChild<QLineEdit *>(u"publishAddress"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"publishAccept"_s);
    EXPECT_EQ(address->text(), u"landing-zone/edge-bucket/aws"_s);
    address->setText(u"no address"_s);
    EXPECT_FALSE(accept->isEnabled());
    test::savePicture(*dialog, u"library-publish-light"_s);
    address->setText(u"platform/edge/aws"_s);
    accept->click();
    settle();
    EXPECT_EQ(published, std::vector<std::string>{"platform/edge/aws 1.0.0"});
    const auto asset = workspace.services->library().findAsset(workspace.project.id, "edge-bucket");
    const auto versions = workspace.services->library().versions(asset->id);
    ASSERT_EQ(versions->front().publications.size(), 1U);
    EXPECT_EQ(versions->front().publications[0].address, "platform/edge/aws");
    EXPECT_EQ(library::proposalFor(*asset, "landing-zone", *versions).version, u"1.1.0"_s);
    test::savePictures(shell, *widget, u"library-published"_s);
}

TEST_F(LibraryPageTest, ExportsTheFiles)
{
    fill();
    open(u"edge-bucket/1"_s);
    shell.dialogs.folders = {workspace.folder.path()};
    trigger(u"library.export"_s);
    const auto folder = std::filesystem::path(workspace.folder.path().toStdString()) / "edge-bucket-v1";
    EXPECT_EQ(readFile(folder / "main.tf").value_or(""),
              "resource \"aws_s3_bucket\" \"edge\" {\n  bucket = var.name\n}\n")
        << "of the first version, not of the newest";
    EXPECT_EQ(readFile(folder / "README.md").value_or(""), "# Edge bucket\n");
}

TEST_F(LibraryPageTest, ManyAssetsWithLongNames)
{
    for (int i = 0; i < 60; ++i)
        save(std::to_string(i) + " module with a rather long descriptive name for the region Frankfurt",
             "Grundlegende Sicherheitseinstellungen für alle Speicherbereiche",
             "locals {\n  number = " + std::to_string(i) + "\n}\n",
             i % 2 == 0 ? "azure/storage-account" : "kubernetes/deployment");
    open();
    test::savePictures(shell, *widget, u"library-many"_s);
    EXPECT_EQ(widget->findChild<QTableView *>(u"assets"_s)->model()->rowCount(), 60);
}
