// SPDX-License-Identifier: MIT
#include "views/configurations/configurationspage.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/project/filehistory.h"
#include "tests/pages/workspace.h"
#include "views/configurations/editortabs.h"
#include "views/configurations/filepanel.h"
#include "views/configurations/historyview.h"
#include "views/configurations/outlinepanel.h"
#include "views/controls/banner.h"
#include "views/controls/codeeditor/codearea.h"
#include "views/controls/contentstack.h"
#include "views/controls/diffview.h"
#include "views/controls/searchfield.h"
#include "views/models/filetreemodel.h"
#include "views/models/historymodel.h"
#include "views/models/searchmodel.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <optional>

using namespace drydock;
using namespace Qt::StringLiterals;
using configurations::ConfigurationsPage;
using configurations::FileEditor;
using configurations::FileState;
using testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

class ConfigurationsPageTest : public testing::Test
{
protected:
    void makePage()
    {
        page = std::make_unique<ConfigurationsPage>(shell.context, *workspace.services);
        QObject::connect(&shell.navigator, &shell::Navigator::wanted, page.get(), [this](const shell::Link &link) {
            if (link.page == page->id())
                page->open(link);
        });
        // As the window does.
        QObject::connect(page.get(), &shell::Page::changed, page.get(),
                         [this] { shell.navigator.note(page->location()); });
        widget = page->widget();
        widget->addActions(page->actions());
        page->restoreState(state);
        widget->resize(1280, 800);
        widget->show();
        widget->activateWindow();
    }

    void open(const QString &file = {}, const QMap<QString, QString> &parameters = {})
    {
        if (!page)
            makePage();
        const QString slug = QString::fromStdString(workspace.project.slug);
        shell.project.set(slug, u"Landing zone"_s);
        shell.navigator.open(shell::Link{page->id(), file, slug, parameters});
        settle();
    }

    /// The window closes, or the program dies, and starts again.
    enum class End { Closed, Killed };
    void restart(End end = End::Closed)
    {
        if (end == End::Closed)
            state = page->saveState();
        else
            keepCrash();
        delete widget;
        widget = nullptr;
        page.reset();
        if (end == End::Killed)
            bringCrashBack();
        open();
    }

    void settle() const { EXPECT_TRUE(test::waitForTasks(shell.tasks)); }

    [[nodiscard]] FileEditor *editor() const { return page->tabs()->current(); }
    [[nodiscard]] controls::CodeEditor *code() const { return editor()->code(); }
    [[nodiscard]] std::string disk(const std::string &path) const
    {
        return readFile(workspace.root() / path).value_or("(not there)");
    }
    void write(const std::string &path, const std::string &text) const
    {
        ASSERT_TRUE(writeFileAtomically(workspace.root() / path, text));
    }
    void type(const QString &text) const
    {
        code()->area()->setFocus();
        for (const QChar letter : text) {
            if (letter == u'\n')
                QTest::keyClick(code()->area(), Qt::Key_Return);
            else
                QTest::keyClicks(code()->area(), letter);
        }
    }
    QAction *action(const QString &id) const
    {
        for (QAction *each : page->actions()) {
            if (each->objectName() == id)
                return each;
        }
        ADD_FAILURE() << id.toStdString();
        return nullptr;
    }
    void trigger(const QString &id) const
    {
        action(id)->trigger();
        settle();
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        auto *found = widget->findChild<Widget *>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return found;
    }
    void answer(int index) const
    {
        QPushButton *button = editor()->banner()->answerButton(index);
        ASSERT_NE(button, nullptr) << editor()->banner()->text().toStdString();
        button->click();
        settle();
    }
    [[nodiscard]] QStringList tabs() const
    {
        QStringList paths;
        for (const FileEditor *each : page->tabs()->all())
            paths << each->path();
        return paths;
    }
    [[nodiscard]] bool waitForDraft(const std::string &text) const
    {
        return test::waitFor([&] {
            const auto drafts = project::Drafts(workspace.services->workspace()).list(workspace.project.id);
            return drafts && !drafts->empty() && drafts->back().text == text;
        });
    }

    /// The open list of fixes for a place.
    [[nodiscard]] QMenu *fixesAt(controls::EditorPlace place) const
    {
        code()->goTo(place);
        code()->run(controls::EditorCommand::QuickFix);
        const auto menu = [] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); };
        return test::waitFor([&menu] { return menu() != nullptr; }) ? menu() : nullptr;
    }
    static bool choose(QMenu *menu, const QString &start)
    {
        const QList<QAction *> offers = menu->actions();
        const auto offer = std::find_if(offers.begin(), offers.end(),
                                        [&start](const QAction *each) { return each->text().startsWith(start); });
        if (offer != offers.end())
            (*offer)->trigger();
        menu->close();
        return offer != offers.end();
    }
    [[nodiscard]] bool takeFix(controls::EditorPlace place, const QString &start) const
    {
        QMenu *menu = fixesAt(place);
        return menu && choose(menu, start);
    }

    void TearDown() override { delete widget; }

    test::Workspace workspace;
    test::Shell shell;
    QVariantMap state;
    std::unique_ptr<ConfigurationsPage> page;
    QWidget *widget = nullptr;

private:
    [[nodiscard]] fs::path drafts() const { return workspace.services->workspace().root() / "drafts"; }
    void keepCrash() const { fs::copy(drafts(), drafts().string() + ".kept", fs::copy_options::recursive); }
    void bringCrashBack() const
    {
        fs::remove_all(drafts());
        fs::rename(drafts().string() + ".kept", drafts());
    }
};

constexpr auto simple = "variable \"venue\" {\n  type = string\n}\n\noutput \"venue\" {\n  value = var.venue\n}\n";

} // namespace

TEST_F(ConfigurationsPageTest, WithoutAProjectItSaysWhatToDo)
{
    makePage();
    page->open({});
    settle();
    EXPECT_FALSE(widget->findChild<QTabBar *>(u"editorTabs"_s)->isVisible());
    EXPECT_THAT(test::shownText(*widget), HasSubstr("Choose a project to see its configurations."));
    test::savePictures(shell, *widget, u"configurations-no-project"_s);
}

TEST_F(ConfigurationsPageTest, AnEmptyFolderOffersToGenerate)
{
    fs::remove_all(workspace.root());
    fs::create_directories(workspace.root());
    open();
    EXPECT_THAT(test::shownText(*widget), HasSubstr("This project has no configuration files yet.\nGenerate one"));
    test::savePictures(shell, *widget, u"configurations-empty"_s);
    EXPECT_EQ(page->tabs()->current(), nullptr);
    shell.dialogs.texts = {u"main.tf"_s};
    trigger(u"configurations.new"_s);
    ASSERT_NE(editor(), nullptr) << "a file can be made all the same";
    EXPECT_EQ(disk("main.tf"), "");
    EXPECT_EQ(editor()->path(), u"main.tf"_s);
}

TEST_F(ConfigurationsPageTest, TypingMarksTheFileAndSavingWritesIt)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    ASSERT_EQ(editor()->state(), FileState::Text);
    EXPECT_EQ(code()->text().toStdString(), simple);
    EXPECT_FALSE(action(u"configurations.save"_s)->isEnabled());
    type(u"# note"_s);
    EXPECT_TRUE(editor()->isModified());
    EXPECT_TRUE(page->tabs()->bar()->tabText(0).contains(u"●"_s));
    const auto *tree = find<QTreeView>(u"configurationFiles"_s);
    const auto *model = qobject_cast<const models::FileTreeModel *>(tree->model());
    EXPECT_TRUE(model->find(u"main.tf"_s).data(models::FileTreeModel::UnsavedRole).toBool());
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "# note" + std::string(simple));
    EXPECT_FALSE(editor()->isModified());
    EXPECT_FALSE(page->tabs()->bar()->tabText(0).contains(u"●"_s));
    code()->run(controls::EditorCommand::Undo);
    EXPECT_TRUE(editor()->isModified()) << "undo reaches behind the save";
}

TEST_F(ConfigurationsPageTest, SavingFormatsUnlessTheSettingSaysNo)
{
    write("main.tf", "locals {\nlonger = 1\na=2\n}\n");
    open(u"main.tf"_s);
    code()->goTo({4, 2});
    type(u"\n"_s);
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "locals {\n  longer = 1\n  a      = 2\n}\n\n");
    EXPECT_EQ(code()->text().toStdString(), disk("main.tf"));
    code()->run(controls::EditorCommand::Undo);
    EXPECT_EQ(code()->text().toStdString(), "locals {\nlonger = 1\na=2\n}\n\n") << "formatting is one step";

    shell.settings.setValue(u"editor/formatOnSave"_s, false);
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "locals {\nlonger = 1\na=2\n}\n\n");
    trigger(u"configurations.format"_s);
    EXPECT_EQ(code()->text().toStdString(), "locals {\n  longer = 1\n  a      = 2\n}\n\n");
}

TEST_F(ConfigurationsPageTest, LineEndsAndByteOrderMarkStay)
{
    shell.settings.setValue(u"editor/formatOnSave"_s, false);
    write("main.tf", "\xEF\xBB\xBF"
                     "a = 1\r\nb = 2\r\n");
    open(u"main.tf"_s);
    EXPECT_EQ(code()->text(), u"a = 1\nb = 2\n"_s);
    EXPECT_TRUE(find<QLabel>(u"editorStatus"_s)->text().contains(u"CRLF"_s));
    type(u"#\n"_s);
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "\xEF\xBB\xBF"
                               "#\r\na = 1\r\nb = 2\r\n");
}

TEST_F(ConfigurationsPageTest, ProblemsAreShownWhileTyping)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    EXPECT_TRUE(code()->diagnostics().isEmpty());
    code()->goTo({2, 16});
    type(u" ="_s);
    const auto problemsHere = [this] {
        const auto problems = shell.problems.all();
        return std::count_if(problems.begin(), problems.end(), [](const shell::Problem &problem) {
            return problem.place.startsWith(u"main.tf:"_s) && problem.link.page == u"configurations"_s;
        });
    };
    ASSERT_TRUE(test::waitFor([this] { return !code()->diagnostics().isEmpty(); }));
    ASSERT_TRUE(test::waitFor([&problemsHere] { return problemsHere() > 0; }));
    test::savePictures(shell, *widget, u"configurations-error"_s);
    code()->replaceText(QString::fromUtf8(simple));
    ASSERT_TRUE(test::waitFor([this] { return code()->diagnostics().isEmpty(); }));
    EXPECT_TRUE(test::waitFor([&problemsHere] { return problemsHere() == 0; }));
}

TEST_F(ConfigurationsPageTest, LinksLeadToLines)
{
    write("net/main.tf", simple);
    open(u"net/main.tf"_s, {{u"line"_s, u"5"_s}});
    EXPECT_EQ(editor()->path(), u"net/main.tf"_s);
    EXPECT_EQ(code()->place().line, 5);
    open(u"net/main.tf:6:3"_s);
    EXPECT_EQ(code()->place(), (controls::EditorPlace{6, 3}));
    EXPECT_EQ(page->location(), shell.navigator.current()) << "one entry of the history, however it is written";
    EXPECT_EQ(page->trail().first(), u"net/main.tf"_s);
    shell.navigator.back();
    settle();
    EXPECT_EQ(code()->place().line, 5);
}

TEST_F(ConfigurationsPageTest, TabsCloseReopenAndCycle)
{
    write("a.tf", "a = 1\n");
    write("b.tf", "b = 1\n");
    write("c.tf", "c = 1\n");
    open(u"a.tf"_s);
    open(u"b.tf"_s);
    open(u"c.tf"_s);
    EXPECT_EQ(tabs(), (QStringList{u"a.tf"_s, u"b.tf"_s, u"c.tf"_s}));
    trigger(u"configurations.nextTab"_s);
    EXPECT_EQ(editor()->path(), u"a.tf"_s);
    trigger(u"configurations.previousTab"_s);
    EXPECT_EQ(editor()->path(), u"c.tf"_s);

    type(u"x"_s);
    trigger(u"configurations.close"_s);
    EXPECT_EQ(tabs().size(), 3) << "unsaved: the question was answered with no";
    shell.dialogs.answers = {true};
    trigger(u"configurations.close"_s);
    EXPECT_EQ(tabs(), (QStringList{u"a.tf"_s, u"b.tf"_s}));
    EXPECT_EQ(disk("c.tf"), "c = 1\n");
    trigger(u"configurations.reopen"_s);
    EXPECT_EQ(editor()->path(), u"c.tf"_s);
    EXPECT_EQ(code()->text(), u"xc = 1\n"_s) << "with what was not saved";

    QTabBar *bar = page->tabs()->bar();
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(0).center());
    settle();
    EXPECT_EQ(tabs(), (QStringList{u"b.tf"_s, u"c.tf"_s}));
}

TEST_F(ConfigurationsPageTest, FilesAreMadeRenamedAndDeleted)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    shell.dialogs.texts = {u"net/vpc.tf"_s, u"notes.txt"_s, u"main.tf"_s};
    trigger(u"configurations.new"_s);
    EXPECT_EQ(disk("net/vpc.tf"), "");
    EXPECT_EQ(editor()->path(), u"net/vpc.tf"_s);
    trigger(u"configurations.new"_s);
    EXPECT_EQ(disk("notes.txt"), "(not there)") << "Terraform would not read it";
    trigger(u"configurations.new"_s);
    EXPECT_EQ(disk("main.tf"), simple) << "nothing is overwritten";
    EXPECT_EQ(shell.notifications.all().size(), 2);

    type(u"# unsaved"_s);
    shell.dialogs.texts = {u"net/network.tf"_s};
    trigger(u"configurations.rename"_s);
    EXPECT_EQ(editor()->path(), u"net/network.tf"_s);
    EXPECT_EQ(code()->text(), u"# unsaved"_s);
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("net/network.tf"), "# unsaved");
    EXPECT_EQ(disk("net/vpc.tf"), "(not there)");

    shell.dialogs.answers = {true};
    trigger(u"configurations.delete"_s);
    EXPECT_EQ(disk("net/network.tf"), "(not there)");
    EXPECT_EQ(page->tabs()->find(u"net/network.tf"_s), nullptr);
    trigger(u"configurations.deleted"_s);
    auto *list = find<QListView>(u"historyVersions"_s);
    ASSERT_EQ(list->model()->rowCount(), 1);
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), u"net/network.tf"_s);
    const auto isShown = [this] {
        const auto panes = widget->findChildren<QPlainTextEdit *>();
        return std::any_of(panes.begin(), panes.end(), [](const QPlainTextEdit *pane) {
            return pane->isVisible() && pane->toPlainText().contains(u"unsaved"_s);
        });
    };
    EXPECT_TRUE(test::waitFor(isShown)) << "nobody restores blindly";
    test::savePicture(*widget, u"configurations-deleted-light"_s);
    find<QPushButton>(u"historyRestore"_s)->click();
    settle();
    EXPECT_EQ(disk("net/network.tf"), "# unsaved");
    EXPECT_EQ(editor()->path(), u"net/network.tf"_s);
}

TEST_F(ConfigurationsPageTest, SearchesAndReplacesInAllFiles)
{
    write("a.tf", "one = \"needle\"\ntwo = \"needle\"\n");
    write("modules/b.tf", "three = \"needle\"\n");
    open(u"a.tf"_s);
    code()->goTo({2, 1});
    type(u"# "_s);
    trigger(u"configurations.replace"_s);
    // A pause after the last key starts a search by itself; the next ones start at once.
    auto *field = find<controls::SearchField>(u"searchText"_s);
    const QSignalSpy paused(field, &controls::SearchField::searched);
    field->setText(u"need(le)"_s);
    ASSERT_TRUE(test::waitFor([&paused] { return !paused.isEmpty(); }));
    find<QToolButton>(u"searchExpression"_s)->setChecked(true);
    find<QLineEdit>(u"searchWith"_s)->setText(u"turt$1"_s);
    ASSERT_TRUE(test::waitFor([this] { return find<QLabel>(u"searchSummary"_s)->text().contains(u"3 match"_s); }))
        << find<QLabel>(u"searchSummary"_s)->text().toStdString();
    settle();
    auto *results = find<QTreeView>(u"searchResults"_s);
    auto *model = qobject_cast<models::SearchModel *>(results->model());
    const QModelIndex second = model->index(1, 0, model->index(0, 0));
    EXPECT_EQ(second.data().toString(), u"# two = \"needle\""_s) << "the text of the editor, not of the disk";
    EXPECT_EQ(second.data(models::SearchModel::ReplacementRole).toString(), u"turtle"_s);
    test::savePictures(shell, *widget, u"configurations-search"_s);

    ASSERT_TRUE(model->setData(model->index(0, 0, model->index(0, 0)), Qt::Unchecked, Qt::CheckStateRole));
    trigger(u"configurations.nextResult"_s);
    trigger(u"configurations.nextResult"_s);
    EXPECT_EQ(code()->selectedText(), u"needle"_s);
    find<QPushButton>(u"searchReplace"_s)->click();
    EXPECT_EQ(disk("modules/b.tf"), "three = \"needle\"\n") << "the question was answered with no";
    shell.dialogs.answers = {true};
    find<QPushButton>(u"searchReplace"_s)->click();
    settle();
    EXPECT_EQ(disk("modules/b.tf"), "three = \"turtle\"\n");
    EXPECT_EQ(code()->text(), u"one = \"needle\"\n# two = \"turtle\"\n"_s);
    EXPECT_EQ(disk("a.tf"), "one = \"needle\"\ntwo = \"needle\"\n") << "an open file is changed in its editor";
    code()->run(controls::EditorCommand::Undo);
    EXPECT_EQ(code()->text(), u"one = \"needle\"\n# two = \"needle\"\n"_s);
    const auto versions =
        project::FileHistory(workspace.services->workspace()).versions(workspace.project.id, "modules/b.tf");
    ASSERT_EQ(versions->size(), 2U);
    EXPECT_EQ(versions->front().reason, project::VersionReason::Replaced);
}

TEST_F(ConfigurationsPageTest, HistoryComparesAndRestores)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    type(u"# one\n"_s);
    trigger(u"configurations.save"_s);
    type(u"# two\n"_s);
    trigger(u"configurations.save"_s);
    trigger(u"configurations.history"_s);
    auto *history = editor()->history();
    ASSERT_NE(history, nullptr);
    ASSERT_EQ(history->model()->rowCount(), 3);
    EXPECT_FALSE(find<QPushButton>(u"historyRestore"_s)->isEnabled()) << "the newest is what is shown";
    QTest::keyClick(history->list(), Qt::Key_Down);
    QTest::keyClick(history->list(), Qt::Key_Down);
    settle();
    ASSERT_TRUE(test::waitFor([history] { return history->diff()->content().changes > 0; }));
    test::savePictures(shell, *widget, u"configurations-history"_s);
    find<QPushButton>(u"historyRestore"_s)->click();
    settle();
    EXPECT_EQ(disk("main.tf"), simple);
    EXPECT_EQ(code()->text().toStdString(), simple);
    EXPECT_TRUE(code()->isVisible());
    code()->run(controls::EditorCommand::Undo);
    EXPECT_NE(code()->text().toStdString(), simple) << "a restored version can be taken back";
}

TEST_F(ConfigurationsPageTest, UnsavedTextOutlivesTheWindowAndACrash)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    type(u"# one "_s);
    restart(End::Closed);
    EXPECT_EQ(editor()->path(), u"main.tf"_s);
    EXPECT_EQ(code()->text().toStdString(), "# one " + std::string(simple));
    EXPECT_TRUE(editor()->isModified());
    EXPECT_TRUE(editor()->banner()->isVisible());
    test::savePictures(shell, *widget, u"configurations-recovered"_s);

    code()->goTo({1, 7});
    type(u"two "_s);
    ASSERT_TRUE(waitForDraft("# one two " + std::string(simple)));
    restart(End::Killed);
    EXPECT_EQ(code()->text().toStdString(), "# one two " + std::string(simple));
    EXPECT_EQ(disk("main.tf"), simple);

    answer(1);
    EXPECT_EQ(code()->text().toStdString(), simple) << "given up";
    EXPECT_FALSE(editor()->isModified());
    restart(End::Closed);
    EXPECT_FALSE(editor()->isModified());
    EXPECT_FALSE(editor()->banner()->isVisible());
}

TEST_F(ConfigurationsPageTest, RecoveredTextIsMergedWithAFileThatChangedMeanwhile)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    type(u"# mine\n"_s);
    restart(End::Closed);
    delete std::exchange(widget, nullptr);
    page.reset();
    write("main.tf", std::string(simple) + "# theirs\n");
    open();
    EXPECT_EQ(code()->text().toStdString(), "# mine\n" + std::string(simple) + "# theirs\n");
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "# mine\n" + std::string(simple) + "# theirs\n");
}

TEST_F(ConfigurationsPageTest, AChangeFromOutsideIsReadWhenNothingIsUnsaved)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    write("main.tf", "# theirs\n");
    ASSERT_TRUE(test::waitFor([this] { return code()->text() == u"# theirs\n"_s; })) << "noticed by itself";
    settle();
    EXPECT_FALSE(editor()->isModified());
    EXPECT_TRUE(editor()->banner()->isVisible());
    code()->run(controls::EditorCommand::Undo);
    EXPECT_EQ(code()->text().toStdString(), simple) << "and can be taken back";
}

TEST_F(ConfigurationsPageTest, AChangeFromOutsideIsMergedWithUnsavedText)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    type(u"# mine\n"_s);
    write("main.tf", std::string(simple) + "# theirs\n");
    ASSERT_TRUE(test::waitFor([this] { return code()->text().endsWith(u"# theirs\n"_s); }));
    settle();
    EXPECT_EQ(code()->text().toStdString(), "# mine\n" + std::string(simple) + "# theirs\n");
    EXPECT_TRUE(editor()->isModified());
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "# mine\n" + std::string(simple) + "# theirs\n");
}

TEST_F(ConfigurationsPageTest, AConflictIsAskedAbout)
{
    shell.settings.setValue(u"editor/formatOnSave"_s, false);
    write("main.tf", "a = 1\n");
    open(u"main.tf"_s);
    code()->goTo({1, 6});
    type(u"2"_s);
    write("main.tf", "a = 13\n");
    ASSERT_TRUE(test::waitFor([this] { return editor()->banner()->answerButton(3) != nullptr; }));
    settle();
    EXPECT_EQ(code()->text(), u"a = 12\n"_s) << "nothing is taken away before the answer";
    test::savePictures(shell, *widget, u"configurations-conflict"_s);
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "a = 13\n") << "and nothing overwritten";
    answer(3);
    EXPECT_EQ(code()->text(), u"<<<<<<< yours\na = 12\n||||||| before\na = 1\n=======\na = 13\n>>>>>>> on disk\n"_s);
    code()->run(controls::EditorCommand::Undo);
    code()->run(controls::EditorCommand::Undo);
    EXPECT_EQ(code()->text(), u"a = 12\n"_s);
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), "a = 12\n") << "mine, decided on";
    const auto versions =
        project::FileHistory(workspace.services->workspace()).versions(workspace.project.id, "main.tf");
    EXPECT_GE(versions->size(), 3U) << "what the other program wrote is kept";
}

TEST_F(ConfigurationsPageTest, AFileDeletedOutsideCanBeSavedAgain)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    fs::remove(workspace.root() / "main.tf");
    ASSERT_TRUE(test::waitFor([this] { return editor()->isModified(); }));
    settle();
    trigger(u"configurations.save"_s);
    EXPECT_EQ(disk("main.tf"), simple);
}

TEST_F(ConfigurationsPageTest, OpenFilesComeBackWithTheirPlaces)
{
    write("a.tf", simple);
    write("b.tf", simple);
    open(u"a.tf"_s, {{u"line"_s, u"6"_s}});
    open(u"b.tf"_s, {{u"line"_s, u"3"_s}});
    open(u"a.tf"_s);
    restart();
    EXPECT_EQ(tabs(), (QStringList{u"a.tf"_s, u"b.tf"_s}));
    EXPECT_EQ(editor()->path(), u"a.tf"_s);
    EXPECT_EQ(code()->place().line, 6);
    EXPECT_EQ(page->tabs()->find(u"b.tf"_s)->state(), FileState::Waiting) << "read when it is shown";
    trigger(u"configurations.nextTab"_s);
    EXPECT_EQ(code()->place().line, 3);
    fs::remove(workspace.root() / "b.tf");
    restart();
    EXPECT_EQ(tabs(), QStringList{u"a.tf"_s});
}

TEST_F(ConfigurationsPageTest, WhatCannotBeEditedSaysWhy)
{
    write("binary.tf", std::string("\0\1\2", 3));
    write("large.tf", std::string(5 << 20, '#'));
    write("locked.tf", simple);
    fs::permissions(workspace.root() / "locked.tf", fs::perms::owner_read);
    open(u"binary.tf"_s);
    EXPECT_EQ(editor()->state(), FileState::Binary);
    test::savePictures(shell, *widget, u"configurations-binary"_s);
    open(u"large.tf"_s);
    EXPECT_EQ(editor()->state(), FileState::TooLarge);
    test::savePictures(shell, *widget, u"configurations-too-large"_s);
    open(u"locked.tf"_s);
    ASSERT_EQ(editor()->state(), FileState::Text);
    EXPECT_TRUE(code()->isReadOnly());
    EXPECT_TRUE(editor()->banner()->isVisible());
    test::savePictures(shell, *widget, u"configurations-read-only"_s);
    open(u"gone.tf"_s);
    EXPECT_EQ(editor()->state(), FileState::Missing);
    test::savePictures(shell, *widget, u"configurations-missing"_s);
}

TEST_F(ConfigurationsPageTest, ThousandsOfFilesAndALongName)
{
    const std::string longName(180, 'n');
    write("module/" + longName + ".tf", simple);
    for (int i = 0; i < 3000; ++i) {
        const fs::path file = workspace.root() / ("stack" + std::to_string(i / 100)) / (std::to_string(i) + ".tf");
        fs::create_directories(file.parent_path());
        std::ofstream(file) << "x = " << i << "\n";
    }
    open(QString::fromStdString("module/" + longName + ".tf"));
    const auto *tree = find<QTreeView>(u"configurationFiles"_s);
    const auto *model = qobject_cast<const models::FileTreeModel *>(tree->model());
    EXPECT_GT(model->fileCount(), 3000);
    EXPECT_TRUE(model->canFetchMore(model->findFolder(u"stack7"_s))) << "a closed folder costs nothing";
    EXPECT_EQ(tree->currentIndex().data().toString().toStdString(), longName + ".tf");
    test::savePictures(shell, *widget, u"configurations-many"_s);
}

TEST_F(ConfigurationsPageTest, AViewOfTheProjectIsShownInPlaceOfTheEditors)
{
    makePage();
    QLabel *shown = nullptr;
    page->addProjectView({u"configurations.graph"_s, u"Show resource graph"_s, u"distribute-graph"_s,
                          [&shown] { return shown = new QLabel; },
                          [](QWidget *view, const project::Project &project) {
                              qobject_cast<QLabel *>(view)->setText(QString::fromStdString(project.name));
                          }});
    write("main.tf", simple);
    open(u"main.tf"_s);
    trigger(u"configurations.graph"_s);
    ASSERT_NE(shown, nullptr);
    EXPECT_TRUE(shown->isVisible());
    EXPECT_EQ(shown->text(), u"Landing zone"_s);
    EXPECT_EQ(page->trail(), QStringList{u"Show resource graph"_s}) << "not the file that is behind it";
    EXPECT_TRUE(page->backOut());
    EXPECT_TRUE(code()->isVisible());
    EXPECT_EQ(page->trail().first(), u"main.tf"_s);
}

TEST_F(ConfigurationsPageTest, TheTrailNamesTheBlockOfTheCursor)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    ASSERT_TRUE(test::waitFor([this] { return page->trail() == QStringList{u"main.tf"_s, u"variable venue"_s}; }));
    code()->goTo({6, 3});
    EXPECT_EQ(page->trail(), (QStringList{u"main.tf"_s, u"output venue"_s}));
    code()->goTo({4, 1});
    EXPECT_EQ(page->trail(), QStringList{u"main.tf"_s}) << "between two blocks";
}

TEST_F(ConfigurationsPageTest, AddressesAreFoundBeforeAndWhileFilesAreOpen)
{
    write("net/main.tf", simple);
    makePage();
    const QString slug = QString::fromStdString(workspace.project.slug);
    std::optional<QList<shell::LocatorEntry>> found;
    const auto ask = [&] {
        found.reset();
        page->findAddresses(slug, page.get(), [&found](const QList<shell::LocatorEntry> &entries) { found = entries; });
        EXPECT_TRUE(test::waitFor([&found] { return found.has_value(); }));
        const auto entry = std::find_if(found->begin(), found->end(), [](const shell::LocatorEntry &each) {
            return each.title == u"output.venue"_s && each.detail.startsWith(u"net/main.tf"_s);
        });
        return entry == found->end() ? shell::LocatorEntry() : *entry;
    };
    EXPECT_EQ(ask().detail, u"net/main.tf:5"_s) << "nothing was opened yet";
    open(u"net/main.tf"_s);
    code()->goTo({1, 1});
    type(u"\n"_s);
    ASSERT_TRUE(test::waitFor([&] { return ask().detail == u"net/main.tf:6"_s; })) << "what is not saved counts";
    code()->goTo({1, 1});
    page->open(ask().link);
    settle();
    EXPECT_EQ(code()->place(), (controls::EditorPlace{6, 9}));
}

TEST_F(ConfigurationsPageTest, MarksEveryPlaceOfTheNameAtTheCursor)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    const auto *area = dynamic_cast<controls::CodeArea *>(code()->area());
    ASSERT_NE(area, nullptr);
    const auto marks = [area] {
        QList<int> lines;
        for (const controls::PaintedRange &one : area->painted()) {
            if (one.role == controls::PaintRole::Occurrence)
                lines << area->document()->findBlock(one.range.start).blockNumber() + 1;
        }
        return lines;
    };
    code()->goTo({6, 16});
    ASSERT_TRUE(test::waitFor([&marks] { return marks() == QList<int>{1, 6}; }));
    test::savePictures(shell, *widget, u"configurations-marks"_s);
    code()->goTo({1, 12});
    EXPECT_EQ(marks(), (QList<int>{1, 6})) << "another place of the same name";
    code()->goTo({2, 3});
    EXPECT_TRUE(marks().isEmpty());
}

TEST_F(ConfigurationsPageTest, AFixChangesFilesThatAreClosed)
{
    write("main.tf", "output \"place\" {\n  value = var.missing\n}\n");
    write("variables.tf", "variable \"venue\" {}\n");
    open(u"main.tf"_s);
    ASSERT_TRUE(takeFix({2, 16}, u"Declare variable"_s));
    ASSERT_TRUE(test::waitFor([this] { return disk("variables.tf").find("\"missing\"") != std::string::npos; }));
    settle();
    EXPECT_FALSE(editor()->isModified()) << "the file of the problem stays as it is";
    EXPECT_TRUE(disk("variables.tf").starts_with("variable \"venue\" {}\n"));
    const project::FileHistory history(workspace.services->workspace());
    const auto versions = history.versions(workspace.project.id, "variables.tf");
    ASSERT_TRUE(versions);
    EXPECT_EQ(versions->size(), 2U) << "what it held before, and what it holds now";
    EXPECT_TRUE(test::waitFor([this] { return code()->diagnostics().isEmpty(); }));
}

TEST_F(ConfigurationsPageTest, AFixChangesOtherOpenFilesInTheirEditors)
{
    write("main.tf", "output \"place\" {\n  value = var.missing\n}\n");
    write("variables.tf", "variable \"venue\" {}\n");
    open(u"variables.tf"_s);
    FileEditor *other = editor();
    open(u"main.tf"_s);
    ASSERT_TRUE(takeFix({2, 16}, u"Declare variable"_s));
    ASSERT_TRUE(test::waitFor([other] { return other->code()->text().contains(u"\"missing\""_s); }));
    settle();
    EXPECT_EQ(disk("variables.tf"), "variable \"venue\" {}\n") << "it is saved by whoever typed in it";
    EXPECT_TRUE(other->isModified());
    other->code()->run(controls::EditorCommand::Undo);
    EXPECT_FALSE(other->code()->text().contains(u"\"missing\""_s)) << "one step takes all of it back";
}

TEST_F(ConfigurationsPageTest, AFixLeavesAFileThatChangedMeanwhile)
{
    write("main.tf", "output \"place\" {\n  value = var.missing\n}\n");
    write("variables.tf", "variable \"venue\" {}\n");
    open(u"main.tf"_s);
    QMenu *menu = fixesAt({2, 16});
    ASSERT_NE(menu, nullptr);
    write("variables.tf", "# by somebody else\n");
    ASSERT_TRUE(choose(menu, u"Declare variable"_s));
    settle();
    EXPECT_EQ(disk("variables.tf"), "# by somebody else\n");
    EXPECT_FALSE(shell.notifications.all().isEmpty());
}

TEST_F(ConfigurationsPageTest, TextTypedWhileSavingIsSavedByTheNextSave)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    type(u"# one\n"_s);
    bool isSaved = false;
    editor()->save(configurations::Formatting::Off);
    type(u"# two\n"_s);
    editor()->save(configurations::Formatting::Off, [&isSaved](bool saved) { isSaved = saved; });
    ASSERT_TRUE(test::waitFor([&isSaved] { return isSaved; }));
    EXPECT_FALSE(editor()->isModified());
    EXPECT_TRUE(disk("main.tf").starts_with("# one\n# two\n")) << disk("main.tf");
}

TEST_F(ConfigurationsPageTest, NamesLeadToTheirDefinitionsAndUses)
{
    write("main.tf", "module \"net\" {\n  source = \"./net\"\n  venue = \"eu\"\n}\n");
    write("net/main.tf", simple);
    open(u"net/main.tf"_s);
    code()->goTo({6, 16});
    code()->run(controls::EditorCommand::GoToDefinition);
    ASSERT_TRUE(test::waitFor([this] { return code()->place().line == 1; }));
    shell.navigator.back();
    settle();
    EXPECT_EQ(code()->place(), (controls::EditorPlace{6, 16})) << "back to where the question was asked";
    code()->run(controls::EditorCommand::FindReferences);
    auto *results = find<QTreeView>(u"searchResults"_s);
    ASSERT_TRUE(test::waitFor([results] { return results->model()->rowCount() == 2; }));
    EXPECT_EQ(results->model()->index(0, 0).data().toString(), u"main.tf"_s) << "also in the module that calls";
    test::savePictures(shell, *widget, u"configurations-uses"_s);
}

TEST_F(ConfigurationsPageTest, TheOutlineLeadsToBlocks)
{
    write("main.tf", simple);
    open(u"main.tf"_s);
    auto *tree = find<QTreeWidget>(u"outline"_s);
    ASSERT_TRUE(test::waitFor([tree] { return tree->topLevelItemCount() == 2; }));
    EXPECT_EQ(tree->topLevelItem(1)->text(0), u"venue"_s);
    code()->goTo({6, 3});
    ASSERT_TRUE(test::waitFor([tree] { return tree->currentItem() == tree->topLevelItem(1); }));
    Q_EMIT tree->itemActivated(tree->topLevelItem(0), 0);
    settle();
    EXPECT_EQ(code()->place().line, 1);
}

TEST_F(ConfigurationsPageTest, CompletesNamesWhileTyping)
{
    write("main.tf", "variable \"venue\" {}\n\noutput \"x\" {\n  value = \n}\n");
    open(u"main.tf"_s);
    code()->goTo({4, 11});
    type(u"var.ven"_s);
    EXPECT_TRUE(test::waitFor([this] {
        const auto lists = widget->findChildren<QListView *>();
        return std::any_of(lists.begin(), lists.end(), [](const QListView *list) {
            return list->parentWidget()->inherits("drydock::controls::CompletionPopup") && list->isVisible() &&
                   list->model()->rowCount() > 0;
        });
    }));
    test::savePictures(shell, *widget, u"configurations-completion"_s);
    QTest::keyClick(code()->area(), Qt::Key_Return);
    EXPECT_TRUE(code()->text().contains(u"value = var.venue"_s)) << code()->text().toStdString();
}

TEST_F(ConfigurationsPageTest, RenamesInOpenAndInClosedFiles)
{
    write("main.tf", "module \"net\" {\n  source = \"./net\"\n  venue = \"eu\"\n}\n");
    write("net/main.tf", simple);
    open(u"net/main.tf"_s);
    code()->goTo({6, 16});
    shell.dialogs.texts = {u"place"_s};
    code()->run(controls::EditorCommand::Rename);
    ASSERT_TRUE(test::waitFor([this] {
        return disk("main.tf").find("place  = \"eu\"") != std::string::npos ||
               disk("main.tf").find("place = \"eu\"") != std::string::npos;
    })) << disk("main.tf");
    settle();
    EXPECT_TRUE(code()->text().contains(u"value = var.place"_s)) << code()->text().toStdString();
    EXPECT_TRUE(code()->text().contains(u"variable \"place\""_s));
    EXPECT_EQ(disk("net/main.tf"), simple) << "an open file is changed in its editor";
}
