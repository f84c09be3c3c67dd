// SPDX-License-Identifier: MIT
#include "tests/views/support.h"
#include "views/shell/actionregistry.h"
#include "views/shell/commandpalette.h"
#include "views/shell/finder.h"
#include "views/shell/mainwindow.h"
#include "views/shell/page.h"
#include "views/shell/pagebar.h"
#include "views/shell/rail.h"
#include "views/shell/translation.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QThread>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::shell;
using namespace Qt::StringLiterals;

namespace {

class PlainPage final : public Page
{
public:
    explicit PlainPage(QString id)
        : m_id(std::move(id))
    {
        auto *action = new QAction(u"Do it"_s, this);
        action->setObjectName(m_id + ".do"_L1);
        connect(action, &QAction::triggered, this, [this] { ++done; });
        m_action = action;
    }

    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString title() const override { return m_id.toUpper(); }
    [[nodiscard]] QString iconName() const override { return u"go-home"_s; }
    [[nodiscard]] QWidget *widget() override
    {
        if (!m_widget)
            m_widget = new QLabel(m_id);
        return m_widget;
    }
    [[nodiscard]] QList<QAction *> actions() const override { return {m_action}; }
    void open(const Link &link) override { place = link; }
    [[nodiscard]] Link location() const override { return place.page.isEmpty() ? Link{m_id, {}, {}, {}} : place; }
    bool backOut() override { return depth > 0 && depth-- > 0; }
    [[nodiscard]] QVariantMap saveState() const override { return {{u"depth"_s, depth}}; }
    void restoreState(const QVariantMap &state) override { depth = state.value(u"depth"_s).toInt(); }
    [[nodiscard]] bool isBuilt() const { return m_widget != nullptr; }

    Link place;
    int depth = 0;
    int done = 0;

private:
    QString m_id;
    QAction *m_action;
    QWidget *m_widget = nullptr;
};

struct ShellTest : ::testing::Test
{
    ShellTest()
        : window(std::make_unique<MainWindow>(parts.context))
    {
        window->addPage(first, RailPlace::Top);
        window->addPage(second, RailPlace::Top);
        window->show();
        window->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get(), 30000));
    }

    test::Shell parts;
    PlainPage *first = new PlainPage(u"alpha"_s);
    PlainPage *second = new PlainPage(u"beta"_s);
    std::unique_ptr<MainWindow> window;
};

TEST_F(ShellTest, BuildsPagesWhenTheyAreShownFirst)
{
    parts.navigator.open(Link{u"alpha"_s, u"7"_s, {}, {}});
    EXPECT_TRUE(first->isBuilt());
    EXPECT_FALSE(second->isBuilt());
    EXPECT_EQ(first->place.id, u"7"_s);
}

TEST_F(ShellTest, GoesBackAndForward)
{
    parts.navigator.open(Link{u"alpha"_s, {}, {}, {}});
    parts.navigator.open(Link{u"beta"_s, {}, {}, {}});
    QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window->currentPage()->id(), u"alpha"_s);
    QTest::keyClick(window.get(), Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(window->currentPage()->id(), u"beta"_s);
    QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(window->currentPage()->id(), u"alpha"_s);
}

TEST_F(ShellTest, EscapeBacksOutOfThePage)
{
    parts.navigator.open(Link{u"alpha"_s, {}, {}, {}});
    first->depth = 2;
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_EQ(first->depth, 1);
}

TEST_F(ShellTest, PaletteListsEveryActionAndRunsIt)
{
    parts.navigator.open(Link{u"alpha"_s, {}, {}, {}});
    QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *finder = window->findChild<Finder *>();
    ASSERT_TRUE(finder->isVisible());
    auto *field = finder->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"beta do"_s);
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(second->done, 1);
    EXPECT_FALSE(finder->isVisible());
    EXPECT_EQ(window->actions().recent(), (QStringList{u"beta.do"_s, u"go.palette"_s}));
}

TEST_F(ShellTest, GoesToAnything)
{
    window->locator().addSource([](const QString &, const Task &) -> Result<QList<LocatorEntry>> {
        return QList<LocatorEntry>{{u"Public buckets"_s, u"policies"_s, u"Article"_s, u"help-contents"_s,
                                    Link{u"beta"_s, u"public"_s, {}, {}}}};
    });
    parts.navigator.open(Link{u"alpha"_s, {}, {}, {}});
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *finder = window->findChild<Finder *>();
    ASSERT_TRUE(test::waitFor([this] { return parts.tasks.isIdle(); }));
    auto *field = finder->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"pubbu"_s);
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(second->place.id, u"public"_s);
}

TEST_F(ShellTest, RestoresTheSession)
{
    parts.navigator.open(Link{u"beta"_s, u"42"_s, {}, {}});
    second->depth = 3;
    window->close();
    Navigator navigator;
    PageContext context{parts.theme, parts.syntax,  parts.dialogs, parts.tasks,    parts.notifications,
                        navigator,   parts.project, parts.status,  parts.problems, parts.settings};
    MainWindow again(context);
    auto *page = new PlainPage(u"beta"_s);
    again.addPage(page, RailPlace::Top);
    again.restoreSession(Link{u"alpha"_s, {}, {}, {}});
    EXPECT_EQ(page->place.id, u"42"_s);
    EXPECT_EQ(page->depth, 3);
}

TEST_F(ShellTest, TellsOfUnknownPages)
{
    parts.navigator.open(Link{u"nowhere"_s, {}, {}, {}});
    ASSERT_EQ(parts.notifications.all().size(), 1);
    EXPECT_TRUE(parts.notifications.all().first().details.contains(u"drydock://nowhere"_s));
}

TEST_F(ShellTest, AsksBeforeClosingWithRunningTasks)
{
    QObject receiver;
    parts.tasks.run(
        u"Long"_s, &receiver,
        [](const Task &task) -> Result<> {
            while (task.check())
                QThread::yieldCurrentThread();
            return failure(task.check().error());
        },
        [](const Result<> &) {});
    EXPECT_FALSE(window->close());
    parts.dialogs.answers << true;
    EXPECT_TRUE(window->close());
}

TEST_F(ShellTest, EverythingThatTakesFocusHasAName)
{
    parts.navigator.open(Link{u"alpha"_s, {}, {}, {}});
    const auto widgets = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : widgets) {
        const bool reachable = button->isVisible() && button->focusPolicy() != Qt::NoFocus;
        const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty();
        EXPECT_TRUE(!reachable || named) << button->objectName().toStdString();
    }
}

TEST(PageBar, ShowsTheNameWholeWhereThereIsRoom)
{
    test::Shell shell;
    PageBar bar(shell.theme);
    const QString name = u"resource aws_cloudtrail.account"_s;
    bar.setCrumbs({{u"Landing zone"_s, {u"hub"_s, {}, {}, {}}},
                   {u"Configurations"_s, {u"configurations"_s, {}, {}, {}}},
                   {u"audit.tf"_s, {}},
                   {name, {}}});
    const auto last = [&] { return bar.findChildren<QLabel *>().constLast(); };
    bar.resize(900, 48);
    bar.show();
    QApplication::processEvents();
    EXPECT_EQ(last()->text(), name);
    bar.resize(420, 48);
    QApplication::processEvents();
    EXPECT_NE(last()->text(), name);
    EXPECT_EQ(last()->toolTip(), name);
}

TEST(Link, SurvivesPrintingAndParsing)
{
    const Link links[] = {{u"hub"_s, {}, {}, {}},
                          {u"reviews"_s, u"a/b ü?&="_s, u"landing-zone"_s, {{u"finding"_s, u"x&y=z %"_s}}},
                          {u"knowledge"_s, u"policies/aws-s3"_s, {}, {{u"query"_s, u"öffentlich"_s}}}};
    for (const Link &link : links) {
        const Result<Link> parsed = Link::parse(link.text());
        ASSERT_TRUE(parsed) << link.text().toStdString();
        EXPECT_EQ(*parsed, link) << link.text().toStdString();
    }
    EXPECT_EQ(links[1].text().section(u'/', 0, 4), u"drydock://project/landing-zone/reviews"_s);
}

TEST(Link, RefusesWhatIsNone)
{
    for (const QString &text : {u""_s, u"https://example.com"_s, u"drydock://"_s, u"drydock://project/"_s,
                                u"drydock://project//x"_s, QString(5000, u'x')})
        EXPECT_FALSE(Link::parse(text)) << text.toStdString();
}

} // namespace

TEST(TranslationTest, PluralsOfClassesInNamespacesAreFound)
{
    shell::Translation translation;
    ASSERT_TRUE(translation.load(u"drydock_en"_s, qEnvironmentVariable("DRYDOCK_DATA_DIR") + u"/translations"_s));
    EXPECT_EQ(translation.translate("drydock::generate::PreviewPane", "%n file(s)", nullptr, 1), u"%n file"_s);
    EXPECT_EQ(translation.translate("drydock::generate::PreviewPane", "%n file(s)", nullptr, 2), u"%n files"_s);
    EXPECT_TRUE(translation.translate("drydock::generate::PreviewPane", "no such text", nullptr, -1).isNull());
}
