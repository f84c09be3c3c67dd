// SPDX-License-Identifier: MIT
// Controls and dialogs in every scheme: what a person must be able to see is measured, and pictures are kept to look
// at.
#include "tests/views/support.h"
#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/searchfield.h"
#include "views/controls/tableview.h"
#include "views/shell/actionregistry.h"
#include "views/shell/shortcutsheet.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTimer>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock;
using namespace drydock::controls;
using namespace Qt::StringLiterals;

namespace {

struct Scheme
{
    ThemeMode mode;
    QString name;
};

const QList<Scheme> &schemes()
{
    static const QList<Scheme> all{
        {ThemeMode::Light, u"light"_s}, {ThemeMode::Dark, u"dark"_s}, {ThemeMode::HighContrast, u"contrast"_s}};
    return all;
}

/// The strongest contrast between a pixel of the first `width` columns and the picture's corner.
double strongestContrast(QWidget &widget, int width)
{
    const QImage image = widget.grab().toImage();
    const QColor ground = image.pixelColor(image.width() - 1, 0);
    double strongest = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < std::min(width, image.width()); ++x)
            strongest = std::max(strongest, contrastRatio(image.pixelColor(x, y), ground));
    }
    return strongest;
}

QWidget *makeButtons(const Theme &theme)
{
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [row](const QString &text, const QString &kind, bool enabled) {
        auto *button = new QPushButton(text);
        button->setProperty("kind", kind);
        button->setEnabled(enabled);
        row->addWidget(button);
        return button;
    };
    add(u"Plain"_s, {}, true)->setIcon(theme.icon(u"edit-copy"_s));
    add(u"Plain, off"_s, {}, false)->setIcon(theme.icon(u"edit-copy"_s));
    add(u"Primary"_s, u"primary"_s, true);
    add(u"Primary, off"_s, u"primary"_s, false);
    add(u"Delete"_s, u"danger"_s, true);
    add(u"Link"_s, u"link"_s, true);
    auto *tool = new QToolButton;
    tool->setProperty("kind", u"button"_s);
    tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tool->setText(u"With an icon"_s);
    tool->setIcon(theme.icon(u"document-export"_s));
    row->addWidget(tool);
    row->addStretch();
    return area;
}

QWidget *makeChoices()
{
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    for (const bool enabled : {true, false}) {
        for (const bool checked : {false, true}) {
            auto *box = new QCheckBox(checked ? u"Checked"_s : u"Not checked"_s);
            box->setChecked(checked);
            box->setEnabled(enabled);
            auto *radio = new QRadioButton(checked ? u"Chosen"_s : u"Not chosen"_s);
            radio->setAutoExclusive(false);
            radio->setChecked(checked);
            radio->setEnabled(enabled);
            row->addWidget(box);
            row->addWidget(radio);
        }
    }
    row->addStretch();
    return area;
}

void addFields(QFormLayout &form, const Theme &theme)
{
    auto *placeholder = new QLineEdit;
    placeholder->setPlaceholderText(u"What is different in this version (optional)"_s);
    auto *readOnly = new QLineEdit(u"https://127.0.0.1:8443"_s);
    readOnly->setReadOnly(true);
    auto *off = new QLineEdit(u"127.0.0.1:0"_s);
    off->setEnabled(false);
    auto *wrong = new QLineEdit(u"Not A Bucket"_s);
    wrong->setProperty("problem", true);
    auto *combo = new QComboBox;
    combo->addItem(u"Production"_s);
    auto *spin = new QSpinBox;
    spin->setSuffix(u" %"_s);
    auto *date = new QDateEdit(QDate(2027, 2, 19));
    date->setCalendarPopup(true);
    date->setDisplayFormat(u"yyyy-MM-dd"_s);
    auto *text = new QPlainTextEdit(u"Owner = platform"_s);
    text->setFixedHeight(theme.px(60));
    form.addRow(u"Search"_s, new SearchField(theme, u"Filter findings"_s));
    form.addRow(u"Empty"_s, placeholder);
    form.addRow(u"Read-only"_s, readOnly);
    form.addRow(u"Off"_s, off);
    form.addRow(u"Wrong"_s, wrong);
    form.addRow(u"Choice"_s, combo);
    form.addRow(u"Number"_s, spin);
    form.addRow(u"Date"_s, date);
    form.addRow(u"Text"_s, text);
}

TableView *makeTable(const Theme &theme, QObject *parent)
{
    auto *model = new QStandardItemModel(2, 3, parent);
    model->setHorizontalHeaderLabels({u"Name"_s, u"Size"_s, u"SHA-256"_s});
    model->setHeaderData(1, Qt::Horizontal, QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter),
                         Qt::TextAlignmentRole);
    for (int row = 0; row < 2; ++row) {
        model->setItem(row, 0, new QStandardItem(u"main.tf"_s));
        model->setItem(row, 1, new QStandardItem(u"925 bytes"_s));
        model->item(row, 1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model->setItem(row, 2, new QStandardItem(u"b32ce612c72e76c4d688e8f1f3bd301f"_s));
    }
    auto *table = new TableView(theme);
    table->setModel(model);
    table->setFixedHeight(theme.px(110));
    return table;
}

/// Presses the key in the dialog that comes next, after a picture of it.
void pictureNextDialog(const QString &name, Qt::Key key)
{
    QTimer::singleShot(0, qApp, [name, key] {
        QWidget *dialog = QApplication::activeModalWidget();
        ASSERT_NE(dialog, nullptr) << name.toStdString();
        test::savePicture(*dialog, name);
        QTest::keyClick(dialog, key);
    });
}

TEST(ControlPictures, EveryControlInEveryScheme)
{
    test::Shell shell;
    for (const Scheme &scheme : schemes()) {
        shell.theme.setMode(scheme.mode);
        QWidget window;
        window.setProperty("kind", u"page"_s);
        window.setAttribute(Qt::WA_StyledBackground);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(makeButtons(shell.theme));
        column->addWidget(makeChoices());
        auto *chips = new ChipRow(shell.theme);
        chips->setChips({{u"a"_s, u"Critical"_s, 5, {}}, {u"b"_s, u"High"_s, 12, {}}});
        chips->setChosen({u"b"_s});
        column->addWidget(chips);
        auto *form = new QFormLayout;
        addFields(*form, shell.theme);
        column->addLayout(form);
        column->addWidget(makeTable(shell.theme, &window));
        auto *stack = new ContentStack(shell.theme, new QWidget);
        stack->showError(u"The files cannot be compared. The folder cannot be read: No such file or directory."_s, {});
        column->addWidget(stack, 1);
        window.resize(900, 800);
        window.show();
        test::savePicture(window, u"controls-"_s + scheme.name);
    }
}

TEST(ControlPictures, BoxesThatAreNotCheckedCanBeSeen)
{
    test::Shell shell;
    for (const Scheme &scheme : schemes()) {
        shell.theme.setMode(scheme.mode);
        for (const bool checked : {false, true}) {
            QCheckBox box(u"x"_s);
            QRadioButton radio(u"x"_s);
            for (QAbstractButton *button :
                 {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&radio)}) {
                button->setChecked(checked);
                button->resize(80, 24);
                EXPECT_GE(strongestContrast(*button, 16), 3.0)
                    << scheme.name.toStdString() << ' ' << button->metaObject()->className() << ' ' << checked;
            }
        }
    }
}

TEST(ControlPictures, PlaceholdersCanBeRead)
{
    test::Shell shell;
    QLineEdit line;
    QPlainTextEdit text;
    SearchField search(shell.theme, u"Filter"_s);
    for (const Scheme &scheme : schemes()) {
        shell.theme.setMode(scheme.mode);
        for (QWidget *each :
             {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text), static_cast<QWidget *>(&search)}) {
            each->ensurePolished();
            const QColor colour = each->palette().color(QPalette::PlaceholderText);
            EXPECT_EQ(colour.alpha(), 255) << scheme.name.toStdString();
            EXPECT_GE(contrastRatio(colour, shell.theme.color(ColorRole::Surface)), 4.5) << scheme.name.toStdString();
            EXPECT_EQ(each->palette().color(QPalette::Text), shell.theme.color(ColorRole::Text))
                << scheme.name.toStdString();
        }
    }
}

TEST(ControlPictures, DialogsAndMenus)
{
    test::Shell shell;
    DesktopDialogs dialogs;
    for (const Scheme &scheme : schemes()) {
        shell.theme.setMode(scheme.mode);
        pictureNextDialog(u"dialog-delete-"_s + scheme.name, Qt::Key_Return);
        EXPECT_FALSE(dialogs.ask(nullptr, {u"Delete project"_s, u"Delete “Landing zone”?"_s,
                                           u"Its runs, findings, library and reports are lost. The folder "
                                           u"/home/someone/work/landing-zone and its files stay."_s,
                                           u"Delete project"_s, true}));
        pictureNextDialog(u"dialog-ask-"_s + scheme.name, Qt::Key_Return);
        EXPECT_TRUE(dialogs.ask(nullptr, {u"Apply fix"_s, u"Apply “Redirect to HTTPS” to edge.tf?"_s,
                                          u"The file is changed on disk."_s, u"Apply"_s, false}));
        pictureNextDialog(u"dialog-text-"_s + scheme.name, Qt::Key_Return);
        EXPECT_EQ(dialogs.askText(nullptr, u"Create project"_s, u"Name of the project"_s, u" New project "_s),
                  u"New project"_s);
        pictureNextDialog(u"dialog-text-"_s + scheme.name, Qt::Key_Escape);
        EXPECT_EQ(dialogs.askText(nullptr, u"Create project"_s, u"Name of the project"_s, u"New project"_s), QString());

        QMenu menu;
        menu.addAction(shell.theme.icon(u"view-list-icons"_s), u"All projects"_s);
        menu.addSeparator();
        for (const bool checked : {true, false}) {
            QAction *choice = menu.addAction(checked ? u"Landing zone"_s : u"Data platform"_s);
            choice->setCheckable(true);
            choice->setChecked(checked);
        }
        menu.addSeparator();
        menu.addAction(u"Rename …"_s)->setShortcut(QKeySequence(Qt::Key_F2));
        menu.addAction(u"Archive"_s)->setEnabled(false);
        menu.addMenu(u"Copy as"_s)->addAction(u"Text"_s);
        menu.popup({0, 0});
        test::savePicture(menu, u"menu-"_s + scheme.name);
        menu.close();
    }
}

TEST(ControlPictures, ShortcutSheet)
{
    test::Shell shell;
    shell::ActionRegistry registry(shell.settings);
    QObject owner;
    for (const auto &[category, text, keys] :
         {std::tuple{u"Hub"_s, u"&Create project"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
          std::tuple{u"Hub"_s, u"Try the demo"_s, QKeySequence()},
          std::tuple{u"Reviews"_s, u"Next finding"_s, QKeySequence(Qt::Key_J)}}) {
        auto *action = new QAction(text, &owner);
        action->setObjectName(text);
        action->setShortcut(keys);
        registry.add(action, category);
    }
    for (const Scheme &scheme : schemes()) {
        shell.theme.setMode(scheme.mode);
        shell::ShortcutSheet sheet(shell.theme, registry, nullptr);
        sheet.show();
        test::savePicture(sheet, u"dialog-shortcuts-"_s + scheme.name);
    }
}

} // namespace
