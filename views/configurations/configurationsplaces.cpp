// SPDX-License-Identifier: MIT
// ConfigurationsPage: where it is, and how one comes to other places.
#include "app/wiring/services.h"
#include "views/configurations/addressindex.h"
#include "views/configurations/configurationspage.h"
#include "views/configurations/editortabs.h"
#include "views/configurations/filepanel.h"
#include "views/configurations/languagelink.h"
#include "views/controls/contentstack.h"
#include "views/models/filetext.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QLabel>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::controls::EditorPlace;
using drydock::models::toUtf8;

namespace drydock::configurations {

QStringList ConfigurationsPage::trail() const
{
    if (!m_isLoaded)
        return {};
    if (m_center->currentWidget() != m_editorArea)
        return {m_center->currentWidget()->windowTitle()};
    const FileEditor *editor = current();
    if (!editor)
        return {};
    return m_block.isEmpty() ? QStringList{editor->path()} : QStringList{editor->path(), m_block};
}

shell::Link ConfigurationsPage::location() const
{
    const FileEditor *editor = current();
    shell::Link link{id(), editor && m_isLoaded ? editor->path() : m_wantedPath, m_context.project.slug(), {}};
    // There are several ways to write one place; the history must see that it is the same.
    if (!m_opened.page.isEmpty() && link.id == m_openedPath)
        return m_opened;
    if (m_linkPlace.line > 0 && !link.id.isEmpty())
        link.parameters.insert(u"line"_s, QString::number(m_linkPlace.line));
    if (m_linkPlace.line > 0 && m_linkPlace.column > 1 && !link.id.isEmpty())
        link.parameters.insert(u"column"_s, QString::number(m_linkPlace.column));
    return link;
}

void ConfigurationsPage::open(const shell::Link &link)
{
    static const QRegularExpression behind(u"^(.+?):(\\d+)(?::(\\d+))?$"_s);
    m_wantedPath = link.id;
    m_wantedPlace = {link.parameters.value(u"line"_s).toInt(), std::max(link.parameters.value(u"column"_s).toInt(), 1)};
    if (const auto match = behind.match(link.id); match.hasMatch()) {
        m_wantedPath = match.captured(1);
        m_wantedPlace = {match.captured(2).toInt(), std::max(match.captured(3).toInt(), 1)};
    }
    m_linkPlace = m_wantedPlace;
    m_opened = link;
    m_openedPath = m_wantedPath;
    if (m_context.project.slug() != m_loadedProject || !m_context.project.isSet())
        reload();
    else if (m_isLoaded)
        showWanted();
}

/// Goes there so that "Back" returns to where the cursor is now.
void ConfigurationsPage::jump(const QString &path, EditorPlace place, int length)
{
    if (const FileEditor *from = current(); from && m_context.navigator.current().page == id()) {
        m_opened = {};
        m_linkPlace = from->place();
        m_context.navigator.note(location());
    }
    m_linkPlace = place;
    goTo(path, place, length);
    if (FileEditor *editor = current(); editor && !m_search->isAncestorOf(m_stack->focusWidget()))
        editor->setFocus();
}

void ConfigurationsPage::goTo(const QString &path, EditorPlace place, int length)
{
    const bool moves = !current() || current()->path() != path;
    if (place.line < 1 && moves)
        m_linkPlace = {0, 0};
    if (path != m_openedPath)
        m_opened = {};
    const QScopedValueRollback going(m_isGoing, true);
    FileEditor *editor = m_tabs->open(path);
    if (place.line > 0)
        editor->goTo(place, length);
    m_files->setCurrent(path);
    Q_EMIT changed();
}

void ConfigurationsPage::updateStatus()
{
    if (!m_status)
        return;
    const FileEditor *editor = current();
    m_status->setVisible(editor && editor->state() == FileState::Text);
    if (!m_status->isVisibleTo(m_editorArea))
        return;
    const EditorPlace place = editor->place();
    QStringList parts{tr("Line %1, column %2").arg(place.line).arg(place.column)};
    const auto text = models::decodeFileText(editor->diskBytes());
    if (text && text->lineEnds != models::LineEnds::Unix)
        parts << (text->lineEnds == models::LineEnds::Windows ? tr("CRLF") : tr("mixed line ends"));
    if (text && text->byteOrderMark)
        parts << tr("byte order mark");
    if (editor->isReadOnly())
        parts << tr("read-only");
    const int problems = m_language->problemCounts().value(editor->path());
    if (problems > 0)
        parts << tr("%n problem(s)", nullptr, problems);
    m_status->setText(parts.join(u"  ·  "_s));
}

void ConfigurationsPage::updateBlock()
{
    const FileEditor *editor = current();
    const QString block = editor ? m_language->blockAt(editor->path(), editor->place().line) : QString();
    if (block == m_block)
        return;
    m_block = block;
    if (m_isLoaded)
        Q_EMIT changed();
}

void ConfigurationsPage::findAddresses(const QString &project, QObject *receiver, const shell::LocatorAnswer &answer)
{
    if (project.isEmpty())
        return;
    const auto show = [project, answer](const QList<Address> &found) { answer(addressEntries(found, project)); };
    if (m_isLoaded && project == m_loadedProject)
        return m_language->findAddresses(receiver, show);
    m_context.tasks.run(
        tr("Read addresses"), receiver,
        [&services = m_services, index = m_addresses, slug = toUtf8(project)](const Task &task) {
            const auto found = services.projects().find(slug);
            return found ? index->find(found->root, task) : Result<QList<Address>>(failure(found.error()));
        },
        [show](const Result<QList<Address>> &found) {
            if (found)
                show(*found);
        },
        shell::TaskKind::Quiet);
}

} // namespace drydock::configurations
