// SPDX-License-Identifier: MIT
#include "views/compare/comparepage.h"

#include "app/wiring/services.h"
#include "views/compare/chooser.h"
#include "views/compare/runcompareview.h"
#include "views/compare/treecompareview.h"
#include "views/controls/contentstack.h"
#include "views/controls/diffview.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::compare {

namespace {

QString kindName(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Versions:
        return u"asset"_s;
    case SubjectKind::Runs:
        return u"run"_s;
    case SubjectKind::Files:
        break;
    }
    return u"file"_s;
}

SubjectKind kindFromName(const QString &name)
{
    if (name == "run"_L1)
        return SubjectKind::Runs;
    return name == "file"_L1 ? SubjectKind::Files : SubjectKind::Versions;
}

} // namespace

ComparePage::ComparePage(shell::PageContext &context, const wiring::Services &services, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_choicesTask(context.tasks, this)
    , m_compareTask(context.tasks, this)
{
    const auto diff = [this] { return m_tree ? m_tree->diff() : nullptr; };
    addAction(u"compare.next"_s, tr("Next change"), u"go-down"_s, Qt::Key_F7, [diff] {
        if (diff())
            diff()->nextChange();
    });
    addAction(u"compare.previous"_s, tr("Previous change"), u"go-up"_s, Qt::SHIFT | Qt::Key_F7, [diff] {
        if (diff())
            diff()->previousChange();
    });
    connect(&context.project, &shell::ActiveProject::changed, this, [this] {
        if (!m_widget)
            return;
        if (m_chooser->subject().kind != SubjectKind::Files)
            m_chooser->setSubject({m_chooser->subject().kind, {}, {}});
        loadChoices();
    });
    connect(&context.project, &shell::ActiveProject::contentChanged, this, [this] {
        if (m_widget)
            loadChoices();
    });
}

ComparePage::~ComparePage() = default;

void ComparePage::addAction(const QString &actionId, const QString &text, const QString &iconName,
                            const QKeySequence &keys, const std::function<void()> &run)
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    action->setProperty("iconName", iconName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run] { run(); });
    m_actions << action;
}

QWidget *ComparePage::widget()
{
    if (!m_widget) {
        build();
        loadChoices();
    }
    return m_widget;
}

void ComparePage::build()
{
    m_widget = new QWidget;
    m_widget->setProperty("kind", u"page"_s);
    m_widget->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(m_widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_chooser = new Chooser(m_context.theme, m_context.dialogs);
    m_tree = new TreeCompareView(m_context.theme, m_context.syntax, m_context.tasks);
    m_runs = new RunCompareView(m_context.theme);
    // The keys belong to the page; twice in one window they would be ambiguous.
    m_tree->diff()->nextAction()->setShortcut({});
    m_tree->diff()->previousAction()->setShortcut({});
    m_content = new QStackedWidget;
    m_content->addWidget(m_tree);
    m_content->addWidget(m_runs);
    m_stack = new controls::ContentStack(m_context.theme, m_content);
    layout->addWidget(m_chooser);
    layout->addWidget(m_stack, 1);
    m_widget->addActions(m_actions);
    connect(m_chooser, &Chooser::subjectChanged, this, &ComparePage::compare);
    connect(m_chooser, &Chooser::assetChosen, this, [this](const QString &assetId) { loadChoices(toUtf8(assetId)); });
    connect(m_stack, &controls::ContentStack::retryWanted, this, &ComparePage::compare);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        const QString page = m_chooser->subject().kind == SubjectKind::Runs ? u"reviews"_s : u"generate"_s;
        m_context.navigator.open(shell::Link{page, {}, m_context.project.slug(), {}});
    });
    connect(m_tree, &TreeCompareView::pathChanged, this, &Page::changed);
    connect(m_runs, &RunCompareView::findingOpened, this, [this](const QString &runId, const QString &fingerprint) {
        m_context.navigator.open(
            shell::Link{u"reviews"_s, runId, m_context.project.slug(), {{u"finding"_s, fingerprint}}});
    });
}

void ComparePage::open(const shell::Link &link)
{
    if (!link.parameters.contains(u"kind"_s))
        return;
    (void)widget();
    m_wantedPath = link.parameters.value(u"path"_s);
    m_chooser->setSubject({kindFromName(link.parameters.value(u"kind"_s)), toUtf8(link.parameters.value(u"left"_s)),
                           toUtf8(link.parameters.value(u"right"_s))});
    loadChoices();
}

shell::Link ComparePage::location() const
{
    shell::Link link{id(), {}, m_context.project.slug(), {}};
    if (!m_chooser || !m_chooser->isComplete())
        return link;
    const Subject &subject = m_chooser->subject();
    link.parameters = {
        {u"kind"_s, kindName(subject.kind)}, {u"left"_s, toText(subject.left)}, {u"right"_s, toText(subject.right)}};
    if (subject.kind != SubjectKind::Runs && !m_tree->path().isEmpty())
        link.parameters.insert(u"path"_s, m_tree->path());
    return link;
}

QVariantMap ComparePage::saveState() const
{
    return {{u"splitter"_s, m_tree->splitterState()},
            {u"inline"_s, m_tree->diff()->layoutMode() == controls::DiffView::Layout::Inline}};
}

void ComparePage::restoreState(const QVariantMap &state)
{
    m_tree->restoreSplitter(state.value(u"splitter"_s).toByteArray());
    if (state.value(u"inline"_s).toBool())
        m_tree->diff()->setLayoutMode(controls::DiffView::Layout::Inline);
}

void ComparePage::loadChoices(const std::string &assetId)
{
    m_choicesTask.run(
        tr("Read what can be compared"),
        [&services = m_services, slug = toUtf8(m_context.project.slug()), subject = m_chooser->subject(),
         assetId](const Task &) { return readChoices(services, slug, subject, assetId); },
        [this](const Result<Choices> &choices) {
            if (!choices) {
                showError(tr("The project cannot be read."), choices.error());
                return;
            }
            m_chooser->setChoices(*choices);
            compare();
        });
}

void ComparePage::showNothing()
{
    const bool project = m_context.project.isSet();
    switch (m_chooser->subject().kind) {
    case SubjectKind::Versions:
        m_stack->showEmpty(u"view-split-left-right"_s,
                           project ? tr("An asset with two versions can be compared; there is none yet.")
                                   : tr("Open a project to compare versions of its assets."),
                           project ? tr("Generate") : QString());
        break;
    case SubjectKind::Runs:
        m_stack->showEmpty(u"view-split-left-right"_s,
                           project ? tr("Two reviews can be compared; there are fewer so far.")
                                   : tr("Open a project to compare its reviews."),
                           project ? tr("Go to the reviews") : QString());
        break;
    case SubjectKind::Files:
        m_stack->showEmpty(u"view-split-left-right"_s, tr("Choose two files or two folders above."));
        break;
    }
}

void ComparePage::compare()
{
    Q_EMIT changed();
    if (!m_chooser->isComplete()) {
        m_compareTask.drop();
        showNothing();
        return;
    }
    m_stack->showLoading();
    if (m_chooser->subject().kind == SubjectKind::Runs)
        compareReviews(m_chooser->subject());
    else
        compareTrees(m_chooser->subject());
}

void ComparePage::compareTrees(const Subject &subject)
{
    m_compareTask.run(
        tr("Compare files"),
        [&services = m_services, subject](const Task &task) { return compareFiles(services, subject, task); },
        [this](Result<TreeComparison> comparison) {
            if (!comparison) {
                showError(tr("The files cannot be compared."), comparison.error());
                return;
            }
            m_tree->setComparison(std::move(*comparison));
            m_tree->setPath(std::exchange(m_wantedPath, {}));
            m_content->setCurrentWidget(m_tree);
            m_stack->showContent();
        });
}

void ComparePage::compareReviews(const Subject &subject)
{
    m_compareTask.run(
        tr("Compare reviews"),
        [&services = m_services, subject](const Task &) { return compareRuns(services, subject); },
        [this](const Result<RunPair> &pair) {
            if (!pair) {
                showError(tr("The reviews cannot be compared."), pair.error());
                return;
            }
            m_runs->setRuns(*pair);
            m_content->setCurrentWidget(m_runs);
            m_stack->showContent();
        });
}

void ComparePage::showError(const QString &what, const Error &error)
{
    m_stack->showError(what + u'\n' + toText(error.text()), toText(error.text()));
}

} // namespace drydock::compare
