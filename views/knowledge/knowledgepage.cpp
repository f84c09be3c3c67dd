// SPDX-License-Identifier: MIT
#include "views/knowledge/knowledgepage.h"

#include "app/wiring/services.h"
#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/searchfield.h"
#include "views/controls/theme.h"
#include "views/knowledge/articledelegate.h"
#include "views/knowledge/articleview.h"
#include "views/models/articlemodel.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/notifications.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

#include <set>

using namespace Qt::StringLiterals;
using drydock::models::ArticleModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::knowledgeview {

namespace {

/// What the list shows without a search.
struct Contents
{
    std::vector<knowledge::Article> all;
    std::vector<knowledge::Article> related;
};

constexpr std::uint32_t mostHits = 50;
constexpr std::uint32_t mostRelated = 8;

/// The rules of the last review's open findings, the generators of the library and the project's tags.
knowledge::RelatedQuery relatedQuery(const wiring::Services &services, const std::string &slug)
{
    knowledge::RelatedQuery query;
    query.limit = mostRelated;
    const Result<project::Project> project = services.projects().find(slug);
    if (!project)
        return query;
    query.tags = project->tags;
    std::set<std::string> generators;
    if (const auto assets = services.library().list({project->id, {}, {}, {}, {}, 0, 100})) {
        for (const project::Asset &asset : assets->assets) {
            if (!asset.generator.empty())
                generators.insert(asset.generator);
        }
    }
    query.generators.assign(generators.begin(), generators.end());
    const auto runs = services.runs().list({project->id, "review", project::RunState::Succeeded, 0, 1});
    if (!runs || runs->runs.empty())
        return query;
    project::FindingQuery findings;
    findings.runId = runs->runs.front().id;
    findings.statuses = {policy::FindingStatus::Open};
    if (const auto groups = services.findings().groups(findings, project::FindingOrder::Rule)) {
        for (const project::FindingGroup &group : *groups)
            query.rules.push_back(group.key);
    }
    return query;
}

} // namespace

KnowledgePage::KnowledgePage(shell::PageContext &context, const wiring::Services &services, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_search(new QAction(context.theme.icon(u"edit-find"_s), tr("Search"), this))
    , m_copyCommand(new QAction(context.theme.icon(u"edit-copy"_s), tr("Copy as command"), this))
    , m_reload(new QAction(context.theme.icon(u"view-refresh"_s), tr("Read articles again"), this))
    , m_task(context.tasks, this)
{
    m_search->setObjectName(u"knowledge.search"_s);
    m_search->setShortcut(QKeySequence::Find);
    m_copyCommand->setObjectName(u"knowledge.copyCommand"_s);
    m_reload->setObjectName(u"knowledge.reload"_s);
    for (QAction *action : {m_search, m_copyCommand, m_reload})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_search, &QAction::triggered, this, [this] {
        if (m_field)
            m_field->setFocus();
    });
    connect(m_copyCommand, &QAction::triggered, this, [this] {
        const QString query = m_field ? m_field->text() : QString();
        QString command = u"drydockctl knowledge"_s;
        command += query.isEmpty() ? u" list"_s : u" search '%1'"_s.arg(QString(query).replace(u'\'', u"'\\''"_s));
        QApplication::clipboard()->setText(command);
        m_context.notifications.inform(tr("Copied: %1").arg(command));
    });
    connect(m_reload, &QAction::triggered, this, [this] {
        m_services.reloadKnowledge();
        if (m_field)
            search();
    });
    connect(&context.project, &shell::ActiveProject::changed, this, [this] {
        if (m_field && m_field->text().isEmpty())
            list();
    });
}

KnowledgePage::~KnowledgePage() = default;

QWidget *KnowledgePage::widget()
{
    if (m_splitter)
        return m_splitter;
    const controls::Theme &theme = m_context.theme;
    m_splitter = new QSplitter;
    m_splitter->setProperty("kind", u"page"_s);
    m_splitter->setAttribute(Qt::WA_StyledBackground);
    m_splitter->setChildrenCollapsible(false);
    auto *left = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, theme.px(12), 0, 0);
    column->setSpacing(theme.px(8));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    top->setSpacing(theme.px(8));
    m_field = new controls::SearchField(theme, tr("Search articles"), left);
    m_field->setObjectName(u"knowledge.field"_s);
    m_chips = new controls::ChipRow(theme, controls::ChipChoice::Many, left);
    m_chips->setChips(
        {{u"aws"_s, u"AWS"_s, -1, {}}, {u"azure"_s, u"Azure"_s, -1, {}}, {u"kubernetes"_s, u"Kubernetes"_s, -1, {}}});
    top->addWidget(m_field);
    top->addWidget(m_chips);
    column->addLayout(top);
    m_model = new ArticleModel(left);
    m_listView = new QListView;
    m_listView->setModel(m_model);
    m_listView->setItemDelegate(new ArticleDelegate(theme, m_listView));
    m_listView->setMouseTracking(true);
    m_listView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_listView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_listView->setAccessibleName(tr("Articles"));
    m_results = new controls::ContentStack(theme, m_listView, left);
    column->addWidget(m_results, 1);
    m_article = new ArticleView(m_context, m_services, ArticlePlace::Page, m_splitter);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_article);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme.px(340), theme.px(840)});

    connect(m_field, &controls::SearchField::searched, this, &KnowledgePage::search);
    connect(m_field, &QLineEdit::returnPressed, this, &KnowledgePage::chooseFirst);
    connect(m_chips, &controls::ChipRow::chosenChanged, this, &KnowledgePage::search);
    connect(m_results, &controls::ContentStack::retryWanted, this, &KnowledgePage::search);
    connect(m_results, &controls::ContentStack::emptyActivated, this, [this] { backOut(); });
    connect(m_listView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        m_article->showArticle(index.data(ArticleModel::IdRole).toString(), words());
    });
    connect(m_article, &ArticleView::articleChanged, this, &shell::Page::changed);
    list();
    return m_splitter;
}

QStringList KnowledgePage::trail() const
{
    return m_article && !m_article->title().isEmpty() ? QStringList{m_article->title()} : QStringList();
}

void KnowledgePage::open(const shell::Link &link)
{
    const QString query = link.parameters.value(u"query"_s);
    if (!query.isEmpty() && query != m_field->text()) {
        m_field->setText(query);
        search();
    }
    if (!link.id.isEmpty() && link.id != m_article->article())
        m_article->showArticle(link.id, words());
}

shell::Link KnowledgePage::location() const
{
    shell::Link link{id(), m_article ? m_article->article() : QString(), m_context.project.slug(), {}};
    if (m_field && !m_field->text().isEmpty())
        link.parameters.insert(u"query"_s, m_field->text());
    return link;
}

bool KnowledgePage::backOut()
{
    if (!m_field || (m_field->text().isEmpty() && m_chips->chosen().isEmpty()))
        return false;
    m_chips->setChosen({});
    m_field->clear();
    list();
    return true;
}

QVariantMap KnowledgePage::saveState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}};
}

void KnowledgePage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
}

QStringList KnowledgePage::words() const
{
    return m_field->text().remove(u'"').split(u' ', Qt::SkipEmptyParts);
}

void KnowledgePage::chooseFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->index(row).data(ArticleModel::IdRole).toString().isEmpty())
            return m_listView->setCurrentIndex(m_model->index(row));
    }
}

void KnowledgePage::search()
{
    knowledge::SearchQuery query;
    query.text = toUtf8(m_field->text().trimmed());
    query.limit = mostHits;
    for (const QString &tag : m_chips->chosen())
        query.tags.push_back(toUtf8(tag));
    if (query.text.empty())
        return list();
    m_results->showLoading();
    m_task.run(
        tr("Search articles"),
        [&services = m_services, query](const Task &task) -> Result<knowledge::SearchPage> {
            const Result<knowledge::KnowledgeIndex> index = services.knowledge(task);
            if (!index)
                return failure(index.error());
            return index->search(query);
        },
        [this](const Result<knowledge::SearchPage> &page) {
            if (!page)
                return m_results->showError(tr("The search failed. %1").arg(toText(page.error().message)),
                                            toText(page.error().text()));
            m_model->setHits(*page);
            if (page->hits.empty())
                m_results->showEmpty(u"edit-find"_s, tr("No article matches “%1”.").arg(m_field->text()),
                                     tr("Clear the search"));
            else
                m_results->showContent();
        });
}

void KnowledgePage::list()
{
    m_results->showLoading();
    m_task.run(
        tr("List articles"),
        [&services = m_services, slug = toUtf8(m_context.project.slug()),
         tags = m_chips->chosen()](const Task &task) -> Result<Contents> {
            const Result<knowledge::KnowledgeIndex> index = services.knowledge(task);
            if (!index)
                return failure(index.error());
            Contents contents;
            Result<std::vector<knowledge::Article>> all = index->list();
            if (!all)
                return failure(all.error());
            for (knowledge::Article &article : *all) {
                const bool wanted = tags.isEmpty() ||
                                    std::any_of(article.tags.begin(), article.tags.end(),
                                                [&tags](const std::string &tag) { return tags.contains(toText(tag)); });
                if (wanted)
                    contents.all.push_back(std::move(article));
            }
            if (slug.empty() || !tags.isEmpty())
                return contents;
            if (auto related = index->related(relatedQuery(services, slug)))
                contents.related = std::move(*related);
            return contents;
        },
        [this](const Result<Contents> &contents) {
            if (!contents)
                return m_results->showError(
                    tr("The articles were not loaded. %1").arg(toText(contents.error().message)),
                    toText(contents.error().text()));
            m_model->setArticles(contents->related, contents->all);
            if (contents->all.empty())
                m_results->showEmpty(u"help-contents"_s, tr("There are no articles here."));
            else
                m_results->showContent();
            if (m_article->article().isEmpty())
                chooseFirst();
        });
}

} // namespace drydock::knowledgeview
