// SPDX-License-Identifier: MIT
#include "views/settings/settingspage.h"

#include "views/controls/card.h"
#include "views/controls/dialogs.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::settingsview {

struct SettingsPage::Row
{
    SettingSpec spec;
    QWidget *card = nullptr;
    QWidget *editor = nullptr;
    QLabel *origin = nullptr;
    QPushButton *reset = nullptr;
    QString words; ///< what the search looks at
};

SettingsPage::SettingsPage(shell::PageContext &context, std::filesystem::path workspace, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_workspace(std::move(workspace))
    , m_resetAll(new QAction(context.theme.icon(u"edit-reset"_s), tr("Reset all settings"), this))
{
    m_resetAll->setObjectName(u"settings.resetAll"_s);
    connect(m_resetAll, &QAction::triggered, this, [this] {
        const controls::Question question{
            tr("Reset all settings"), tr("Reset all settings to their defaults?"),
            tr("Theme, fonts, size and the station's address go back to what they were at first."), tr("Reset"), true};
        if (!m_context.dialogs.ask(m_widget, question))
            return;
        for (const SettingSpec &spec : allSettings())
            SettingValues(m_context.settings, {}).reset(spec);
        apply();
    });
    connect(&context.theme, &controls::Theme::changed, this, &SettingsPage::refresh);
    connect(&context.project, &shell::ActiveProject::changed, this, &SettingsPage::refresh);
}

SettingsPage::~SettingsPage() = default;

QWidget *SettingsPage::widget()
{
    if (m_widget)
        return m_widget;
    const controls::Theme &theme = m_context.theme;
    const int margin = theme.px(16);
    m_widget = new QWidget;
    m_widget->setProperty("kind", u"page"_s);
    m_widget->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(m_widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(margin, theme.px(12), margin, 0);
    m_search = new controls::SearchField(theme, tr("Search settings"), m_widget);
    m_search->setMaximumWidth(theme.px(320));
    top->addWidget(m_search, 1);
    top->addStretch(1);
    layout->addLayout(top);
    auto *scroll = new QScrollArea(m_widget);
    scroll->setWidgetResizable(true);
    auto *inner = new QWidget(scroll);
    inner->setProperty("kind", u"page"_s);
    inner->setMaximumWidth(theme.px(880));
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(8));
    QString group;
    for (const SettingSpec &spec : allSettings()) {
        if (spec.group != group)
            addGroup(*column, spec.group);
        group = spec.group;
        column->addWidget(makeRow(spec));
    }
    addGroup(*column, tr("Workspace and project"));
    addFacts(*column);
    column->addStretch();
    scroll->setWidget(inner);
    layout->addWidget(scroll, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    refresh();
    return m_widget;
}

void SettingsPage::addGroup(QVBoxLayout &column, const QString &title)
{
    if (!m_groups.isEmpty())
        column.addSpacing(m_context.theme.px(12));
    auto *label = new QLabel(title, m_widget);
    label->setProperty("tone", u"section"_s);
    column.addWidget(label);
    m_groups << label;
}

QWidget *SettingsPage::makeRow(const SettingSpec &spec)
{
    const controls::Theme &theme = m_context.theme;
    auto *card = new controls::Card(theme, controls::CardUse::Plain, m_widget);
    card->content()->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(4));
    auto *title = new QLabel(spec.title, card);
    title->setProperty("tone", u"label"_s);
    auto *help = new QLabel(spec.help, card);
    help->setProperty("tone", u"small"_s);
    help->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(help);
    auto *side = new QVBoxLayout;
    side->setSpacing(theme.px(4));
    QWidget *editor = makeEditor(spec, card);
    editor->setFixedWidth(theme.px(240));
    editor->setAccessibleName(spec.title);
    auto *below = new QHBoxLayout;
    auto *origin = new QLabel(card);
    origin->setProperty("tone", u"small"_s);
    auto *reset = new QPushButton(tr("Reset"), card);
    reset->setProperty("kind", u"link"_s);
    reset->setAccessibleName(tr("Reset %1").arg(spec.title));
    below->addWidget(origin, 1);
    below->addWidget(reset);
    side->addWidget(editor);
    side->addLayout(below);
    row->addLayout(words, 1);
    row->addLayout(side);
    card->content()->addLayout(row);
    connect(reset, &QPushButton::clicked, this, [this, spec] {
        SettingValues(m_context.settings, m_context.project.slug()).reset(spec);
        apply();
    });
    m_rows << Row{spec,   card,  editor,
                  origin, reset, spec.group + u' ' + spec.title + u' ' + spec.help + u' ' + spec.key};
    return card;
}

QWidget *SettingsPage::makeEditor(const SettingSpec &spec, QWidget *parent)
{
    switch (spec.kind) {
    case SettingKind::Number: {
        auto *box = new QSpinBox(parent);
        box->setRange(spec.least, spec.greatest);
        box->setSingleStep(10);
        box->setSuffix(spec.suffix);
        connect(box, &QSpinBox::editingFinished, this, [this, spec, box] { change(spec, box->value()); });
        return box;
    }
    case SettingKind::Text: {
        auto *edit = new QLineEdit(parent);
        connect(edit, &QLineEdit::editingFinished, this, [this, spec, edit] { change(spec, edit->text().trimmed()); });
        return edit;
    }
    case SettingKind::Choice:
    case SettingKind::Font:
    case SettingKind::CodeFont:
        break;
    }
    auto *box = new QComboBox(parent);
    for (const SettingChoice &choice : spec.choices)
        box->addItem(choice.text, choice.value);
    if (spec.kind != SettingKind::Choice) {
        box->addItem(tr("Default"), QString());
        const QStringList families = QFontDatabase::families();
        for (const QString &family : families) {
            if (spec.kind == SettingKind::Font || QFontDatabase::isFixedPitch(family))
                box->addItem(family, family);
        }
    }
    connect(box, &QComboBox::activated, this, [this, spec, box] { change(spec, box->currentData()); });
    return box;
}

void SettingsPage::addFacts(QVBoxLayout &column)
{
    addFact(column, tr("Workspace"), models::pathText(m_workspace),
            tr("The folder that holds projects, library, registry and mirror. Start drydock with --workspace DIR to "
               "use another."),
            tr("Show folder"),
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(models::pathText(m_workspace))); });
    addFact(column, tr("Scan gate"), {},
            tr("Severity at which a review fails, waivers and settings of policies. They belong to the project and "
               "live beside its "
               "configurations, so that CI and colleagues use the same."),
            tr("Show tfreview.yaml"), [this] {
                m_context.navigator.open(
                    m_context.project.isSet()
                        ? shell::Link{u"configurations"_s, u"tfreview.yaml"_s, m_context.project.slug(), {}}
                        : shell::Link{u"hub"_s, {}, {}, {}});
            });
    addFact(column, tr("Settings file"), m_context.settings.fileName(), tr("Where what is set here is kept."),
            tr("Show folder"), [this] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(m_context.settings.fileName().section(u'/', 0, -2)));
            });
}

void SettingsPage::addFact(QVBoxLayout &column, const QString &title, const QString &value, const QString &help,
                           const QString &button, const std::function<void()> &act)
{
    const controls::Theme &theme = m_context.theme;
    auto *card = new controls::Card(theme, controls::CardUse::Plain, m_widget);
    card->content()->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(4));
    auto *name = new QLabel(title, card);
    name->setProperty("tone", u"label"_s);
    words->addWidget(name);
    if (!value.isEmpty())
        words->addWidget(new controls::ElidedLabel(value, Qt::ElideMiddle, card));
    auto *explanation = new QLabel(help, card);
    explanation->setProperty("tone", u"small"_s);
    explanation->setWordWrap(true);
    words->addWidget(explanation);
    auto *open = new QPushButton(button, card);
    row->addLayout(words, 1);
    row->addWidget(open, 0, Qt::AlignTop);
    card->content()->addLayout(row);
    column.addWidget(card);
    connect(open, &QPushButton::clicked, this, act);
    m_rows << Row{{}, card, nullptr, nullptr, nullptr, title + u' ' + help + u' ' + value};
}

void SettingsPage::open(const shell::Link &link)
{
    if (!link.id.isEmpty())
        m_search->setText(link.id);
    refresh();
}

shell::Link SettingsPage::location() const
{
    return shell::Link{id(), {}, m_context.project.slug(), {}};
}

bool SettingsPage::backOut()
{
    if (!m_search || m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void SettingsPage::change(const SettingSpec &spec, const QVariant &value)
{
    SettingValues values(m_context.settings, m_context.project.slug());
    if (value == values.value(spec))
        return;
    values.set(spec, value, spec.scope);
    apply();
}

void SettingsPage::apply()
{
    const QSettings &settings = m_context.settings;
    m_context.theme.setMode(static_cast<controls::ThemeMode>(settings.value(u"appearance/theme"_s, 0).toInt()));
    m_context.theme.setZoom(settings.value(u"appearance/zoom"_s, 100).toInt());
    m_context.theme.setFonts(settings.value(u"appearance/textFont"_s).toString(),
                             settings.value(u"appearance/codeFont"_s).toString());
    refresh();
}

void SettingsPage::refresh()
{
    const SettingValues values(m_context.settings, m_context.project.slug());
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.editor)
            continue;
        const QVariant value = values.value(row.spec);
        if (auto *number = qobject_cast<QSpinBox *>(row.editor))
            number->setValue(value.toInt());
        else if (auto *choice = qobject_cast<QComboBox *>(row.editor))
            choice->setCurrentIndex(row.spec.kind == SettingKind::Choice ? choice->findData(value.toInt())
                                                                         : choice->findData(value.toString()));
        else if (auto *edit = qobject_cast<QLineEdit *>(row.editor))
            edit->setText(value.toString());
        const SettingOrigin origin = values.origin(row.spec);
        row.origin->setText(origin == SettingOrigin::Default ? tr("Default")
                            : origin == SettingOrigin::User  ? tr("Set by you")
                                                             : tr("Set for this project"));
        row.reset->setVisible(origin != SettingOrigin::Default);
    }
}

void SettingsPage::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const Row &row : std::as_const(m_rows)) {
        const bool hit = std::all_of(words.begin(), words.end(), [&row](const QString &word) {
            return row.words.contains(word, Qt::CaseInsensitive);
        });
        row.card->setVisible(hit);
    }
    for (QWidget *group : std::as_const(m_groups))
        group->setVisible(words.isEmpty());
}

} // namespace drydock::settingsview
