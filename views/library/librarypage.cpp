// SPDX-License-Identifier: MIT
#include "views/library/librarypage.h"

#include "app/wiring/services.h"
#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/searchfield.h"
#include "views/controls/severity.h"
#include "views/controls/tableview.h"
#include "views/controls/theme.h"
#include "views/models/librarymodel.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QAction>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;
using drydock::models::LibraryModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::library {

namespace {

constexpr std::uint32_t listedAssets = 5000;

QList<controls::ChipSpec> chips(const std::map<std::string, int> &counts, QString (*text)(const std::string &))
{
    QList<controls::ChipSpec> specs;
    for (const auto &[id, count] : counts) {
        if (!id.empty())
            specs << controls::ChipSpec{toText(id), text(id), count, {}};
    }
    return specs;
}

QString plain(const std::string &text)
{
    return toText(text);
}

} // namespace

LibraryPage::LibraryPage(shell::PageContext &context, const wiring::Services &services, LibraryTools tools,
                         QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_tools(std::move(tools))
    , m_listTask(context.tasks, this)
    , m_assetTask(context.tasks, this)
{
    m_publish = addAction(u"library.publish"_s, tr("Publish"), u"cloud-upload"_s, [this] { publish(); });
    m_compare =
        addAction(u"library.compare"_s, tr("Compare"), u"view-split-left-right"_s, [this] { compareWithPrevious(); });
    m_compare->setToolTip(tr("Compare with the version before"));
    m_export = addAction(u"library.export"_s, tr("Export"), u"document-export"_s, [this] { exportFiles(); });
    m_review = addAction(u"library.review"_s, tr("Review"), u"security-high"_s, [this] { review(); });
    m_remove = addAction(u"library.delete"_s, tr("Delete asset"), u"edit-delete"_s, [this] { remove(); });
    enableActions();
    const auto reloadWhenBuilt = [this] {
        if (m_widget)
            reload();
    };
    connect(&context.project, &shell::ActiveProject::changed, this, reloadWhenBuilt);
    connect(&context.project, &shell::ActiveProject::contentChanged, this, reloadWhenBuilt);
}

LibraryPage::~LibraryPage() = default;

QAction *LibraryPage::addAction(const QString &actionId, const QString &text, const QString &iconName,
                                const std::function<void()> &run)
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    action->setProperty("iconName", iconName);
    connect(action, &QAction::triggered, this, [run] { run(); });
    m_actions << action;
    return action;
}

QList<QAction *> LibraryPage::visibleActions() const
{
    return m_actions;
}

void LibraryPage::enableActions()
{
    const project::AssetVersion *version = m_detail ? m_detail->version() : nullptr;
    m_publish->setEnabled(version && m_tools.publish);
    m_compare->setEnabled(version && m_detail->previous());
    m_export->setEnabled(version != nullptr);
    m_review->setEnabled(version && m_tools.review);
    m_remove->setEnabled(version != nullptr);
}

QWidget *LibraryPage::widget()
{
    if (!m_widget) {
        build();
        reload();
    }
    return m_widget;
}

void LibraryPage::build()
{
    m_widget = new QWidget;
    m_widget->setProperty("kind", u"page"_s);
    m_widget->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(m_widget);
    layout->setContentsMargins(0, 0, 0, 0);
    m_detail = new AssetDetail(m_context.theme, m_context.syntax, m_context.tasks, m_services);
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_detail);
    // As wide as a window of 1280 leaves beside the rail; a wider one gives room to both.
    m_splitter->setSizes({m_context.theme.px(500), m_context.theme.px(676)});
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 3);
    m_stack = new controls::ContentStack(m_context.theme, m_splitter);
    layout->addWidget(m_stack);
    m_widget->setFocusProxy(m_table);
    connect(m_detail, &AssetDetail::versionChanged, this, [this] {
        enableActions();
        Q_EMIT changed();
    });
    connect(m_stack, &controls::ContentStack::retryWanted, this, &LibraryPage::reload);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        const QString page = m_context.project.isSet() ? u"generate"_s : u"hub"_s;
        m_context.navigator.open(shell::Link{page, {}, m_context.project.slug(), {}});
    });
}

QWidget *LibraryPage::makeList()
{
    const controls::Theme &theme = m_context.theme;
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, theme.px(8), 0, 0);
    layout->setSpacing(theme.px(8));
    auto *filters = new QVBoxLayout;
    filters->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    filters->setSpacing(theme.px(8));
    m_search = new controls::SearchField(theme, tr("Filter assets"));
    m_search->setAccessibleName(tr("Filter assets by text"));
    m_types = new controls::ChipRow(theme);
    m_types->setAccessibleName(tr("Types"));
    m_generators = new controls::ChipRow(theme);
    m_generators->setAccessibleName(tr("Generators"));
    filters->addWidget(m_search);
    filters->addWidget(m_types);
    filters->addWidget(m_generators);
    layout->addLayout(filters);
    m_model = new LibraryModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(LibraryModel::SortRole);
    m_table = new controls::TableView(theme);
    m_table->setObjectName(u"assets"_s);
    m_table->setAccessibleName(tr("Assets"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_sorted);
    m_table->sortByColumn(LibraryModel::UpdatedColumn, Qt::DescendingOrder);
    m_table->setItemDelegateForColumn(LibraryModel::ValidationColumn,
                                      new controls::SeverityDelegate(theme, LibraryModel::LevelRole, m_table));
    const std::array<int, 5> widths{150, 84, 100, 70, 100};
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_table->setWidth(static_cast<int>(column), theme.px(widths[column]));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(LibraryModel::NameColumn, QHeaderView::Stretch);
    m_table->setWidth(LibraryModel::UpdatedColumn, theme.px(96));
    // The chips above say it too; the column chooser brings it back.
    m_table->hideColumn(LibraryModel::GeneratorColumn);
    layout->addWidget(m_table, 1);
    connect(m_search, &controls::SearchField::searched, this, &LibraryPage::filter);
    connect(m_types, &controls::ChipRow::chosenChanged, this, &LibraryPage::filter);
    connect(m_generators, &controls::ChipRow::chosenChanged, this, &LibraryPage::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPage::showSelected);
    return area;
}

void LibraryPage::reload()
{
    if (m_all.empty())
        m_stack->showLoading();
    m_listTask.run(
        tr("Read the library"),
        [&services = m_services, slug = toUtf8(m_context.project.slug())](const Task &) -> Result<Listing> {
            if (slug.empty())
                return Listing{};
            const auto project = services.projects().find(slug);
            if (!project)
                return failure(project.error());
            project::AssetQuery query;
            query.projectId = project->id;
            query.limit = listedAssets;
            auto page = services.library().list(query);
            if (!page)
                return failure(page.error());
            return Listing{project->id, std::move(page->assets)};
        },
        [this](Result<Listing> listing) {
            if (listing)
                showListing(std::move(*listing));
            else
                m_stack->showError(toText(listing.error().message), toText(listing.error().text()));
        });
}

void LibraryPage::showListing(Listing listing)
{
    if (m_wantedAsset.empty() && m_detail->shown() && listing.projectId == m_projectId) {
        m_wantedAsset = m_detail->shown()->asset.id;
        m_wantedVersion = 0;
    }
    m_projectId = listing.projectId;
    m_all = std::move(listing.assets);
    std::map<std::string, int> types;
    std::map<std::string, int> generators;
    for (const project::Asset &asset : m_all) {
        ++types[asset.type];
        ++generators[asset.generator];
    }
    m_types->setChips(chips(types, models::assetTypeText));
    m_generators->setChips(chips(generators, plain));
    m_types->setVisible(types.size() > 1);
    m_generators->setVisible(generators.size() > 1);
    if (m_all.empty()) {
        m_detail->clear();
        if (m_context.project.isSet())
            m_stack->showEmpty(u"package-x-generic"_s, tr("Nothing was saved to the library yet."), tr("Generate"));
        else
            m_stack->showEmpty(u"package-x-generic"_s, tr("Open a project to see its library."), tr("Projects"));
        return;
    }
    m_stack->showContent();
    filter();
}

void LibraryPage::filter()
{
    const QString text = m_search->text().trimmed();
    const QStringList types = m_types->chosen();
    const QStringList generators = m_generators->chosen();
    std::vector<project::Asset> shown;
    for (const project::Asset &asset : m_all) {
        const bool matches = (types.isEmpty() || types.contains(toText(asset.type))) &&
                             (generators.isEmpty() || generators.contains(toText(asset.generator))) &&
                             (toText(asset.name).contains(text, Qt::CaseInsensitive) ||
                              toText(asset.slug).contains(text, Qt::CaseInsensitive) ||
                              toText(asset.description).contains(text, Qt::CaseInsensitive));
        if (matches)
            shown.push_back(asset);
    }
    const std::string wanted = !m_wantedAsset.empty() ? m_wantedAsset
                               : m_detail->shown()    ? m_detail->shown()->asset.id
                                                      : std::string();
    m_model->setAssets(std::move(shown));
    QModelIndex index = m_sorted->mapFromSource(m_model->indexOf(wanted));
    if (!index.isValid())
        index = m_sorted->index(0, 0);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    else
        m_detail->clear();
}

void LibraryPage::showSelected()
{
    const project::Asset *asset = m_model->asset(m_sorted->mapToSource(m_table->currentIndex()));
    if (!asset)
        return;
    const std::uint32_t number = std::exchange(m_wantedVersion, 0);
    m_wantedAsset.clear();
    m_assetTask.run(
        tr("Read an asset"),
        [&services = m_services, asset = *asset](const Task &) -> Result<AssetVersions> {
            auto versions = services.library().versions(asset.id);
            if (!versions)
                return failure(versions.error());
            return AssetVersions{asset, std::move(*versions)};
        },
        [this, number](const Result<AssetVersions> &shown) {
            if (shown)
                m_detail->show(*shown, number);
            else
                m_stack->showError(toText(shown.error().message), toText(shown.error().text()));
        });
}

QStringList LibraryPage::trail() const
{
    const project::AssetVersion *version = m_detail ? m_detail->version() : nullptr;
    if (!version)
        return {};
    return {toText(m_detail->shown()->asset.name), u"v%1"_s.arg(version->number)};
}

void LibraryPage::open(const shell::Link &link)
{
    m_wantedAsset = toUtf8(link.id.section(u'/', 0, 0));
    m_wantedVersion = link.id.section(u'/', 1, 1).toUInt();
    reload();
}

shell::Link LibraryPage::location() const
{
    shell::Link link{id(), {}, m_context.project.slug(), {}};
    if (const project::AssetVersion *version = m_detail ? m_detail->version() : nullptr)
        link.id = u"%1/%2"_s.arg(toText(m_detail->shown()->asset.slug)).arg(version->number);
    return link;
}

bool LibraryPage::backOut()
{
    if (!m_widget || (m_search->text().isEmpty() && m_types->chosen().isEmpty() && m_generators->chosen().isEmpty()))
        return false;
    m_search->clear();
    m_types->setChosen({});
    m_generators->setChosen({});
    filter();
    return true;
}

QVariantMap LibraryPage::saveState() const
{
    return {{u"splitter"_s, m_splitter->saveState()},
            {u"detail"_s, m_detail->splitterState()},
            {u"columns"_s, m_table->columnState()}};
}

void LibraryPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_detail->restoreSplitter(state.value(u"detail"_s).toByteArray());
    m_table->restoreColumnState(state.value(u"columns"_s).toByteArray());
}

} // namespace drydock::library
