// SPDX-License-Identifier: MIT
#include "views/graph/graphview.h"

#include "core/base/filereader.h"
#include "core/base/program.h"
#include "core/terraform/moduleresolver.h"
#include "tests/views/support.h"
#include "views/controls/banner.h"
#include "views/controls/contentstack.h"
#include "views/controls/searchfield.h"
#include "views/graph/graphcanvas.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace drydock::graphview {
namespace {

/// Has acme/net/aws and nothing else.
class PublishedModule final : public terraform::ModuleResolver
{
public:
    PublishedModule() { std::ofstream(directory() / "main.tf") << "resource \"terraform_data\" \"inside\" {}\n"; }
    [[nodiscard]] Result<std::optional<terraform::ResolvedModule>>
    resolve(const terraform::ModuleRequest &request) const override
    {
        if (request.source != "acme/net/aws")
            return std::nullopt;
        return terraform::ResolvedModule{directory(), "1.0.0"};
    }

private:
    [[nodiscard]] fs::path directory() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
};

class GraphViewTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!isOnPath("dot"))
            GTEST_SKIP() << "the program `dot` of graphviz is not on PATH";
        m_view.resize(1100, 700);
        m_view.show();
    }
    void open(const fs::path &directory)
    {
        m_view.open(directory);
        ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    }
    fs::path write(const std::string &text)
    {
        const fs::path directory = fs::path(m_shell.folder.path().toStdString()) / "stack";
        fs::create_directories(directory);
        std::ofstream(directory / "main.tf") << text;
        return directory;
    }
    void press(Qt::Key key) { QTest::keyClick(&m_view.canvas(), key); }
    QString shownText() const
    {
        QString text;
        for (const QLabel *label : m_view.findChildren<QLabel *>())
            if (label->isVisible())
                text += label->text() + u'\n';
        return text;
    }
    QToolButton *button(const QString &name) const
    {
        for (QToolButton *each : m_view.findChildren<QToolButton *>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }

    test::Shell m_shell;
    PublishedModule m_modules;
    GraphView m_view{m_shell.context, &m_modules};
};

const fs::path demo = fs::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
const char *const small = R"(resource "terraform_data" "a" { input = terraform_data.b.output }
resource "terraform_data" "b" {}
)";
const char *const circle = R"(resource "terraform_data" "a" { input = terraform_data.b.output }
resource "terraform_data" "b" { input = terraform_data.a.output }
)";

} // namespace

TEST_F(GraphViewTest, ShowsTheDemoInEveryTheme)
{
    open(demo);
    EXPECT_THAT(shownText().toStdString(), testing::HasSubstr("77"));
    for (const auto &[mode, name] :
         {std::pair{controls::ThemeMode::Light, u"light"_s}, std::pair{controls::ThemeMode::Dark, u"dark"_s}}) {
        m_shell.theme.setMode(mode);
        m_view.canvas().clearChoice();
        m_view.canvas().fitReadable();
        test::savePicture(m_view, u"graph-"_s + name);
        m_view.canvas().fit();
        test::savePicture(m_view, u"graph-whole-"_s + name);
        m_view.canvas().resetZoom();
        EXPECT_TRUE(m_view.canvas().choose(u"aws_eks_cluster.platform"_s));
        m_view.canvas().choose(u"aws_eks_cluster.platform"_s);
        test::savePicture(m_view, u"graph-chosen-"_s + name);
    }
}

TEST_F(GraphViewTest, WalksAlongDependenciesAndOpensTheSource)
{
    open(write(small));
    ASSERT_TRUE(m_view.canvas().choose(u"terraform_data.a"_s));
    press(Qt::Key_Right);
    EXPECT_EQ(m_view.canvas().chosen(), u"terraform_data.b"_s);
    press(Qt::Key_Left);
    EXPECT_EQ(m_view.canvas().chosen(), u"terraform_data.a"_s);
    press(Qt::Key_Right);
    QSignalSpy wanted(&m_view, &GraphView::sourceWanted);
    press(Qt::Key_Return);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.first().at(0).toString(), u"main.tf"_s);
    EXPECT_EQ(wanted.first().at(1).toInt(), 2);
    EXPECT_TRUE(m_view.backOut());
    EXPECT_FALSE(m_view.backOut());
}

TEST_F(GraphViewTest, ShowsWhatIsInPublishedModules)
{
    open(write("module \"net\" {\n  source = \"acme/net/aws\"\n}\n"));
    EXPECT_TRUE(m_view.canvas().choose(u"module.net.terraform_data.inside"_s));
}

TEST_F(GraphViewTest, FiltersAndOffersToShowEverythingAgain)
{
    open(demo);
    auto *field = m_view.findChild<controls::SearchField *>();
    field->setText(u"eks"_s);
    ASSERT_TRUE(
        test::waitFor([&] { return !m_view.canvas().choose(u"aws_vpc.nobody"_s) && shownText().contains(u" of "_s); }));
    ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    EXPECT_TRUE(m_view.canvas().choose(u"aws_eks_cluster.platform"_s));
    EXPECT_FALSE(m_view.canvas().choose(u"aws_lb.public"_s));
    field->setText(u"no such thing"_s);
    ASSERT_TRUE(test::waitFor([&] { return shownText().contains(u"Nothing in the graph fits"_s); }));
    test::savePicture(m_view, u"graph-nothing"_s);
}

TEST_F(GraphViewTest, ShowsTheSurroundingsOfTheChosenNode)
{
    open(demo);
    ASSERT_TRUE(m_view.canvas().choose(u"aws_lb.public"_s));
    button(u"Only the surroundings of what is chosen"_s)->click();
    ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    EXPECT_TRUE(m_view.canvas().choose(u"aws_lb_listener.https"_s));
    EXPECT_FALSE(m_view.canvas().choose(u"aws_eks_cluster.platform"_s));
    EXPECT_TRUE(m_view.backOut());
    ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    EXPECT_TRUE(m_view.canvas().choose(u"aws_eks_cluster.platform"_s));
}

TEST_F(GraphViewTest, TellsOfCycles)
{
    open(write(circle));
    EXPECT_TRUE(m_view.findChild<controls::Banner *>()->text().contains(u"needs itself"_s));
    test::savePicture(m_view, u"graph-cycle"_s);
    write(small);
    m_view.reload();
    ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    EXPECT_TRUE(m_view.findChild<controls::Banner *>()->isHidden());
}

TEST_F(GraphViewTest, SaysWhatIsMissing)
{
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", "/nowhere", 1);
    open(write(small));
    ::setenv("PATH", path.c_str(), 1);
    EXPECT_TRUE(shownText().contains(u"Install the package graphviz"_s)) << shownText().toStdString();
    test::savePicture(m_view, u"graph-error"_s);
}

TEST_F(GraphViewTest, SaysThatThereIsNothingYet)
{
    open(write("# empty\n"));
    EXPECT_TRUE(shownText().contains(u"declares no resources yet"_s));
    test::savePicture(m_view, u"graph-empty"_s);
}

TEST_F(GraphViewTest, OffersEveryRootModuleOfTheProject)
{
    const fs::path project = write(small).parent_path();
    fs::create_directories(project / "other");
    std::ofstream(project / "other" / "main.tf") << "resource \"terraform_data\" \"elsewhere\" {}\n";
    open(project);
    auto *choice = m_view.findChild<QComboBox *>(u"configuration"_s);
    ASSERT_TRUE(choice->isVisible());
    EXPECT_EQ(choice->count(), 2);
    choice->setCurrentText(u"stack"_s);
    ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    EXPECT_TRUE(m_view.canvas().choose(u"terraform_data.a"_s));
    QSignalSpy wanted(&m_view, &GraphView::sourceWanted);
    press(Qt::Key_Return);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.first().at(0).toString(), u"stack/main.tf"_s);
}

TEST_F(GraphViewTest, ExportsWhatItShows)
{
    open(write(small));
    const QString base = m_shell.folder.filePath(u"graph"_s);
    m_shell.dialogs.saves = {base + u".svg"_s, base + u".png"_s, base + u".dot"_s, base + u".json"_s};
    for (QAction *action : button(u"Export"_s)->menu()->actions()) {
        action->trigger();
        ASSERT_TRUE(test::waitForTasks(m_shell.tasks));
    }
    EXPECT_THAT(readFile((base + u".svg"_s).toStdString()).value_or(""), testing::HasSubstr("terraform_data.a"));
    EXPECT_THAT(readFile((base + u".dot"_s).toStdString()).value_or(""), testing::HasSubstr("->"));
    EXPECT_THAT(readFile((base + u".json"_s).toStdString()).value_or(""), testing::HasSubstr("format_version"));
    const QImage picture(base + u".png"_s);
    EXPECT_GT(picture.width(), 400);
}

} // namespace drydock::graphview
