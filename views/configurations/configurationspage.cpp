// SPDX-License-Identifier: MIT
#include "views/configurations/configurationspage.h"

#include "app/wiring/services.h"
#include "core/hcl/parser.h"
#include "views/configurations/filedelegate.h"
#include "views/controls/banner.h"
#include "views/controls/contentstack.h"
#include "views/controls/theme.h"
#include "views/models/filetreemodel.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QAction>
#include <QDesktopServices>
#include <QSplitter>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::FileTreeModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

constexpr std::uint64_t largestShown = 4U << 20U;
constexpr qsizetype mostProblems = 1000;

bool isHcl(const std::string &path)
{
    for (const std::string_view ending : {".tf", ".tofu", ".tfvars", ".hcl"}) {
        if (path.ends_with(ending))
            return true;
    }
    return false;
}

void addProblems(QList<FileProblem> &problems, const std::string &path, std::string text)
{
    const hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile(path, std::move(text)));
    for (const hcl::Diagnostic &diagnostic : parsed.diagnostics) {
        const hcl::Position start = parsed.source().position(diagnostic.range.start);
        const hcl::Position end = parsed.source().position(std::max(diagnostic.range.end, diagnostic.range.start + 1));
        FileProblem problem;
        problem.path = toText(path);
        problem.text = toText(diagnostic.summary) + u". "_s + toText(diagnostic.detail);
        const auto level =
            diagnostic.severity == hcl::Severity::Error ? controls::Level::Critical : controls::Level::Medium;
        problem.mark = {static_cast<int>(start.line),
                        static_cast<int>(start.column),
                        static_cast<int>(end.line),
                        static_cast<int>(end.column),
                        controls::ColorRole::Mark,
                        level,
                        problem.text};
        problems << problem;
    }
}

Result<Contents> look(const wiring::Services &services, const std::string &slug, const Task &task)
{
    Result<project::Project> project = services.projects().find(slug);
    if (!project)
        return failure(project.error());
    Contents contents{std::move(*project), {}, {}};
    auto files = project::listConfigurationFiles(contents.project.root, task);
    if (!files)
        return failure(files.error());
    contents.files = std::move(*files);
    for (const project::ConfigurationFile &file : contents.files) {
        if (const Result<> going = task.check(); !going)
            return failure(going.error());
        if (!isHcl(file.path) || file.size > largestShown || contents.problems.size() > mostProblems)
            continue;
        if (auto text = project::readConfigurationFile(contents.project.root, file.path))
            addProblems(contents.problems, file.path, std::move(*text));
    }
    return contents;
}

} // namespace

ConfigurationsPage::ConfigurationsPage(shell::PageContext &context, const wiring::Services &services, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_review(new QAction(context.theme.icon(u"security-high"_s), tr("Review"), this))
    , m_editExternally(new QAction(context.theme.icon(u"document-edit"_s), tr("Open in editor"), this))
    , m_reloadAction(new QAction(context.theme.icon(u"view-refresh"_s), tr("Reload"), this))
    , m_listTask(context.tasks, this)
    , m_fileTask(context.tasks, this)
{
    m_review->setObjectName(u"configurations.review"_s);
    m_editExternally->setObjectName(u"configurations.edit"_s);
    m_reloadAction->setObjectName(u"configurations.reload"_s);
    m_reloadAction->setShortcut(QKeySequence::Refresh);
    // The command palette asks for the names: it paints icons by itself.
    m_review->setProperty("iconName", u"security-high"_s);
    m_editExternally->setProperty("iconName", u"document-edit"_s);
    m_reloadAction->setProperty("iconName", u"view-refresh"_s);
    for (QAction *action : {m_review, m_editExternally, m_reloadAction})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_review, &QAction::triggered, this, [this] {
        m_context.navigator.open(shell::Link{u"reviews"_s, {}, m_context.project.slug(), {{u"start"_s, u"1"_s}}});
    });
    connect(m_editExternally, &QAction::triggered, this, [this] {
        const QString root = models::pathText(m_contents.project.root);
        if (!root.isEmpty())
            QDesktopServices::openUrl(QUrl::fromLocalFile(m_path.isEmpty() ? root : root + u'/' + m_path));
    });
    connect(m_reloadAction, &QAction::triggered, this, &ConfigurationsPage::reload);
    const auto follow = [this] {
        m_review->setEnabled(m_context.project.isSet());
        m_context.problems.set(id(), {});
        if (m_splitter && m_context.project.slug() != m_loadedProject)
            reload();
    };
    connect(&context.project, &shell::ActiveProject::changed, this, follow);
    connect(&context.project, &shell::ActiveProject::contentChanged, this, [this] {
        if (m_splitter)
            reload();
    });
    follow();
}

ConfigurationsPage::~ConfigurationsPage() = default;

QWidget *ConfigurationsPage::widget()
{
    if (m_stack)
        return m_stack;
    const controls::Theme &theme = m_context.theme;
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_model = new FileTreeModel(m_splitter);
    m_tree = new QTreeView(m_splitter);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new FileDelegate(theme, m_tree));
    m_tree->setAccessibleName(tr("Files"));
    auto *right = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new controls::Banner(theme, right);
    m_code = new controls::CodeView(theme, m_context.syntax, right);
    m_code->setProperty("frameless", true);
    column->addWidget(m_banner);
    column->addWidget(m_code, 1);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme.px(280), theme.px(900)});
    m_stack = new controls::ContentStack(theme, m_splitter);
    m_stack->setProperty("kind", u"page"_s);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QString path = index.data(FileTreeModel::PathRole).toString();
        if (!path.isEmpty() && path != m_path)
            showFile(path, 0);
    });
    connect(m_stack, &controls::ContentStack::retryWanted, this, &ConfigurationsPage::reload);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        m_context.navigator.open(m_context.project.isSet()
                                     ? shell::Link{u"generate"_s, {}, m_context.project.slug(), {}}
                                     : shell::Link{u"hub"_s, {}, {}, {}});
    });
    return m_stack;
}

QStringList ConfigurationsPage::trail() const
{
    return m_path.isEmpty() ? QStringList() : QStringList{m_path};
}

void ConfigurationsPage::open(const shell::Link &link)
{
    const int line = link.parameters.value(u"line"_s).toInt();
    if (!link.id.isEmpty()) {
        m_path = link.id;
        m_line = line;
    }
    if (m_context.project.slug() != m_loadedProject || !m_context.project.isSet())
        reload();
    else if (!link.id.isEmpty())
        showFile(link.id, line);
}

shell::Link ConfigurationsPage::location() const
{
    return shell::Link{id(), m_path, m_context.project.slug(), {}};
}

QVariantMap ConfigurationsPage::saveState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}};
}

void ConfigurationsPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
}

void ConfigurationsPage::reload()
{
    if (!m_context.project.isSet()) {
        m_loadedProject.clear();
        m_stack->showEmpty(iconName(), tr("Choose a project to see its configurations."), tr("Go to the hub"));
        return;
    }
    const QString slug = m_context.project.slug();
    if (slug != m_loadedProject && !m_loadedProject.isEmpty())
        m_path.clear();
    m_loadedProject = slug;
    m_stack->showLoading();
    m_listTask.run(
        tr("Read configurations"),
        [&services = m_services, wanted = toUtf8(slug)](const Task &task) { return look(services, wanted, task); },
        [this](const Result<Contents> &contents) {
            if (contents)
                return load(*contents);
            m_stack->showError(tr("The configurations were not read. %1").arg(toText(contents.error().message)),
                               toText(contents.error().text()));
        });
}

void ConfigurationsPage::load(const Contents &contents)
{
    m_contents = contents;
    m_model->setFiles(contents.files);
    QHash<QString, int> counts;
    QList<shell::Problem> problems;
    for (const FileProblem &each : contents.problems) {
        ++counts[each.path];
        problems << shell::Problem{
            each.mark.level, each.text, each.path + u':' + QString::number(each.mark.line),
            shell::Link{id(), each.path, m_context.project.slug(), {{u"line"_s, QString::number(each.mark.line)}}}};
    }
    m_model->setProblems(counts);
    m_context.problems.set(id(), problems);
    if (contents.files.empty()) {
        m_path.clear();
        m_stack->showEmpty(iconName(), tr("This project has no configuration files yet."), tr("Generate one"));
        Q_EMIT changed();
        return;
    }
    m_tree->expandAll();
    m_stack->showContent();
    const QModelIndex wanted = m_model->find(m_path);
    showFile((wanted.isValid() ? wanted : m_model->firstFile()).data(FileTreeModel::PathRole).toString(), m_line);
    m_line = 0;
}

void ConfigurationsPage::showFile(const QString &path, int line)
{
    m_path = path;
    m_tree->setCurrentIndex(m_model->find(path));
    m_fileTask.run(
        tr("Read file"),
        [root = m_contents.project.root, path = toUtf8(path)](const Task &) {
            return project::readConfigurationFile(root, path);
        },
        [this, path, line](const Result<std::string> &text) {
            if (text)
                return showSource(path, toText(*text), line);
            m_code->setCode({}, path);
            m_banner->show(controls::Level::Critical, toText(text.error().text()));
        });
    Q_EMIT changed();
}

void ConfigurationsPage::showSource(const QString &path, const QString &text, int line)
{
    m_code->setCode(text, path);
    QList<controls::CodeMark> marks;
    for (const FileProblem &each : std::as_const(m_contents.problems)) {
        if (each.path == path)
            marks << each.mark;
    }
    m_code->setMarks(marks);
    if (marks.isEmpty())
        m_banner->clear();
    else
        m_banner->show(controls::Level::Critical,
                       tr("%n problem(s) in this file.", nullptr, static_cast<int>(marks.size())));
    if (line > 0)
        m_code->revealLine(line);
}

} // namespace drydock::configurations
