// SPDX-License-Identifier: MIT
#include "views/generate/generatepage.h"

#include "app/wiring/services.h"
#include "core/base/datadirectory.h"
#include "views/controls/theme.h"
#include "views/generate/gallery.h"
#include "views/generate/wizard.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::generate {

GeneratePage::GeneratePage(shell::PageContext &context, const wiring::Services &services, CheckTools tools,
                           QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_tools(std::move(tools))
    , m_next(makeAction(u"generate.nextStep"_s, tr("Next step"), u"go-next"_s, QKeySequence(Qt::ALT | Qt::Key_Return)))
    , m_back(makeAction(u"generate.previousStep"_s, tr("Previous step"), u"go-previous"_s, {}))
    , m_copyCommand(makeAction(u"generate.copyCommand"_s, tr("Copy as command"), u"edit-copy"_s, {}))
    , m_search(makeAction(u"generate.find"_s, tr("Search generators"), u"edit-find"_s, QKeySequence::Find))
    , m_task(context.tasks, this)
{
    connect(m_next, &QAction::triggered, this, [this] {
        if (m_wizard)
            m_wizard->next();
    });
    connect(m_back, &QAction::triggered, this, [this] {
        if (m_wizard)
            m_wizard->back();
    });
    connect(m_copyCommand, &QAction::triggered, this, [this] {
        if (!m_wizard)
            return;
        QApplication::clipboard()->setText(m_wizard->command());
        m_context.notifications.inform(tr("The drydockctl command with these inputs was copied."));
    });
    connect(m_search, &QAction::triggered, this, [this] {
        close();
        if (m_gallery)
            m_gallery->focusSearch();
    });
}

GeneratePage::~GeneratePage() = default;

QAction *GeneratePage::makeAction(const QString &actionId, const QString &text, const QString &iconName,
                                  const QKeySequence &keys)
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    action->setProperty("iconName", iconName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QWidget *GeneratePage::widget()
{
    if (m_stack)
        return m_stack;
    m_stack = new QStackedWidget;
    m_stack->setProperty("kind", u"page"_s);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    m_gallery = new Gallery(m_context, m_stack);
    m_stack->addWidget(m_gallery);
    connect(m_gallery, &Gallery::chosen, this, [this](const QString &slug) {
        m_context.navigator.open(shell::Link{id(), slug, m_context.project.slug(), {}});
    });
    connect(m_gallery, &Gallery::articleWanted, this, [this](const QString &article) {
        m_context.navigator.open(shell::Link{u"knowledge"_s, article, m_context.project.slug(), {}});
    });
    connect(m_gallery, &Gallery::retryWanted, this, &GeneratePage::load);
    load();
    return m_stack;
}

QList<QAction *> GeneratePage::visibleActions() const
{
    // In the wizard its footer has the primary action.
    return {};
}

QStringList GeneratePage::trail() const
{
    return m_wizard ? QStringList{toText(m_wizard->info().title)} : QStringList();
}

void GeneratePage::load()
{
    m_gallery->showLoading();
    m_task.run(
        tr("Load generators"),
        [](const Task &) -> Result<generator::GeneratorCatalog> {
            const auto data = dataDirectory();
            if (!data)
                return failure(data.error());
            return generator::GeneratorCatalog::load(*data / "templates");
        },
        [this](const Result<generator::GeneratorCatalog> &catalog) {
            if (!catalog)
                return m_gallery->showError(catalog.error());
            m_catalog = *catalog;
            m_gallery->setCatalog(*catalog);
            if (!m_wanted.isEmpty())
                start(std::exchange(m_wanted, {}));
        });
}

void GeneratePage::open(const shell::Link &link)
{
    if (link.id.isEmpty())
        return close();
    if (m_wizard && toText(m_wizard->info().slug) == link.id)
        return;
    if (m_catalog)
        start(link.id);
    else
        m_wanted = link.id;
}

void GeneratePage::start(const QString &slug)
{
    const Result<generator::Generator> found = m_catalog->require(toUtf8(slug));
    if (!found)
        return m_context.notifications.failed(tr("The generator was not opened."), found.error());
    close();
    m_wizard = new Wizard(m_context, m_services, m_tools, *found, m_stack);
    m_stack->addWidget(m_wizard);
    m_stack->setCurrentWidget(m_wizard);
    connect(m_wizard, &Wizard::closeWanted, this, [this] {
        m_context.navigator.open(shell::Link{id(), {}, m_context.project.slug(), {}});
    });
    connect(m_wizard, &Wizard::articleWanted, this, &shell::Page::articleWanted);
    if (!found->info().article.empty())
        Q_EMIT articleWanted(u"generators/"_s + toText(found->info().article));
    Q_EMIT changed();
}

void GeneratePage::close()
{
    if (!m_wizard)
        return;
    m_stack->setCurrentWidget(m_gallery);
    m_wizard->deleteLater();
    m_wizard = nullptr;
    Q_EMIT changed();
}

shell::Link GeneratePage::location() const
{
    return shell::Link{id(), m_wizard ? toText(m_wizard->info().slug) : QString(), m_context.project.slug(), {}};
}

bool GeneratePage::backOut()
{
    if (!m_wizard)
        return m_gallery && m_gallery->clearFilter();
    m_wizard->back();
    return true;
}

} // namespace drydock::generate
