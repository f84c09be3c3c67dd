// SPDX-License-Identifier: MIT
#include "views/graph/graphtools.h"

#include "views/controls/searchfield.h"
#include "views/controls/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace drydock::graphview {

static constexpr int farthest = 4;
static constexpr double zoomStep = 1.25;

GraphTools::GraphTools(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filter(new controls::SearchField(theme, tr("Filter by address"), this))
    , m_configuration(new QComboBox(this))
    , m_nodes(new QComboBox(this))
    , m_module(new QComboBox(this))
    , m_distance(new QComboBox(this))
    , m_summary(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6));
    row->setSpacing(theme.px(6));
    m_filter->setAccessibleName(tr("Filter by address"));
    m_filter->setMinimumWidth(theme.px(120));
    m_filter->setMaximumWidth(theme.px(240));
    row->addWidget(m_filter, 1);
    m_configuration->setObjectName(u"configuration"_s);
    m_configuration->setAccessibleName(tr("Root module"));
    m_configuration->setToolTip(tr("The project has several root modules: the graph is of this one"));
    m_configuration->setMaximumWidth(theme.px(220));
    m_configuration->hide();
    row->insertWidget(0, m_configuration);
    m_nodes->addItem(tr("Resources"));
    m_nodes->addItem(tr("Everything"));
    m_nodes->setAccessibleName(tr("What the graph shows"));
    m_nodes->setToolTip(tr("Resources and data sources alone, or variables, local values and outputs, too"));
    row->addWidget(m_nodes);
    m_module->setAccessibleName(tr("Module"));
    // The same for every project, so that what stands beside it does not move.
    m_module->setFixedWidth(theme.px(172));
    row->addWidget(m_module);
    m_focus = addButton(u"crosshairs"_s, tr("Only the surroundings of what is chosen"));
    m_focus->setCheckable(true);
    for (int distance = 1; distance <= farthest; ++distance)
        m_distance->addItem(tr("%n step(s)", nullptr, distance), distance);
    m_distance->setAccessibleName(tr("How far the surroundings reach"));
    m_distance->setToolTip(m_distance->accessibleName());
    m_distance->hide();
    row->addWidget(m_distance);
    m_direction = addButton(u"object-rotate-right"_s, tr("From top to bottom"));
    m_direction->setCheckable(true);
    row->addStretch(1);
    m_summary->setProperty("tone", u"small"_s);
    row->addWidget(m_summary);
    addDrawingButtons();
    setModules({});

    connect(m_filter, &controls::SearchField::searched, this, &GraphTools::selectionChanged);
    connect(m_configuration, &QComboBox::currentIndexChanged, this, &GraphTools::optionsChanged);
    connect(m_nodes, &QComboBox::currentIndexChanged, this, &GraphTools::optionsChanged);
    connect(m_module, &QComboBox::currentIndexChanged, this, &GraphTools::selectionChanged);
    connect(m_distance, &QComboBox::currentIndexChanged, this, &GraphTools::selectionChanged);
    connect(m_direction, &QToolButton::toggled, this, &GraphTools::selectionChanged);
    connect(m_focus, &QToolButton::toggled, this, [this](bool on) {
        m_distance->setVisible(on);
        Q_EMIT selectionChanged();
    });
}

QToolButton *GraphTools::addButton(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(m_theme.icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    return button;
}

/// What needs a drawing.
void GraphTools::addDrawingButtons()
{
    QToolButton *less = addButton(u"zoom-out"_s, tr("Zoom out (-)"));
    QToolButton *whole = addButton(u"zoom-fit-best"_s, tr("Fit into the window (0)"));
    QToolButton *more = addButton(u"zoom-in"_s, tr("Zoom in (+)"));
    connect(less, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(1 / zoomStep); });
    connect(whole, &QToolButton::clicked, this, &GraphTools::fitWanted);
    connect(more, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(zoomStep); });
    m_forDrawing = {less, whole, more, addExport()};
}

void GraphTools::setDrawn(bool drawn)
{
    for (QToolButton *button : std::as_const(m_forDrawing))
        button->setEnabled(drawn);
}

QToolButton *GraphTools::addExport()
{
    QToolButton *button = addButton(u"document-export"_s, tr("Export"));
    auto *menu = new QMenu(button);
    const std::pair<QString, QString> formats[] = {{u"svg"_s, tr("SVG picture…")},
                                                   {u"png"_s, tr("PNG picture…")},
                                                   {u"dot"_s, tr("DOT for graphviz…")},
                                                   {u"json"_s, tr("JSON…")}};
    for (const auto &[format, text] : formats)
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, format = format] { Q_EMIT exportWanted(format); });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

terraform::GraphOptions GraphTools::options() const
{
    return {terraform::GraphOptions::Modules::Expanded, m_nodes->currentIndex() == 0
                                                            ? terraform::GraphOptions::Nodes::Resources
                                                            : terraform::GraphOptions::Nodes::All};
}

graph::Selection GraphTools::selection() const
{
    graph::Selection selection;
    selection.text = m_filter->text().trimmed().toStdString();
    selection.module = m_module->currentData().toString().toStdString();
    selection.distance = m_distance->currentData().toInt();
    return selection;
}

graph::LayoutInput::Direction GraphTools::direction() const
{
    return m_direction->isChecked() ? graph::LayoutInput::Direction::TopToBottom
                                    : graph::LayoutInput::Direction::LeftToRight;
}

bool GraphTools::isFocused() const
{
    return m_focus->isChecked();
}

void GraphTools::setFocused(bool focused)
{
    m_focus->setChecked(focused);
}

void GraphTools::setFocusPossible(bool possible)
{
    m_focus->setEnabled(possible || m_focus->isChecked());
}

void GraphTools::setConfigurations(const std::vector<std::string> &configurations, const std::string &shown)
{
    const QSignalBlocker quiet(m_configuration);
    m_configuration->clear();
    for (const std::string &configuration : configurations)
        m_configuration->addItem(QString::fromStdString(configuration));
    m_configuration->setCurrentText(QString::fromStdString(shown));
    m_configuration->setVisible(configurations.size() > 1);
}

std::string GraphTools::configuration() const
{
    return m_configuration->currentText().toStdString();
}

void GraphTools::setModules(const std::vector<std::string> &modules)
{
    const QSignalBlocker quiet(m_module);
    const QVariant before = m_module->currentData();
    m_module->clear();
    m_module->addItem(tr("All modules"), QString());
    for (const std::string &module : modules)
        m_module->addItem(QString::fromStdString(module), QString::fromStdString(module));
    m_module->setCurrentIndex(std::max(0, m_module->findData(before)));
    m_module->setEnabled(!modules.empty());
}

void GraphTools::setSummary(const QString &text)
{
    m_summary->setText(text);
}

void GraphTools::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void GraphTools::startFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

} // namespace drydock::graphview
