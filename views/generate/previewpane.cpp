// SPDX-License-Identifier: MIT
#include "views/generate/previewpane.h"

#include "views/controls/banner.h"
#include "views/controls/codeview.h"
#include "views/controls/theme.h"
#include "views/generate/changedlines.h"
#include "views/models/text.h"

#include <QLabel>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::generate {

PreviewPane::PreviewPane(shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tabs(new QTabBar(this))
    , m_banner(new controls::Banner(context.theme, this))
    , m_code(new controls::CodeView(context.theme, context.syntax, this))
    , m_summary(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, context.theme.px(16), 0);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setAccessibleName(tr("Files"));
    m_summary->setProperty("tone", u"small"_s);
    top->addWidget(m_tabs, 1);
    top->addWidget(m_summary);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    m_code->setProperty("frameless", true);
    m_code->setAccessibleName(tr("Preview"));
    layout->addWidget(m_code, 1);
    layout->addStretch(); // takes the place of the text before there is one
    m_code->hide();
    m_summary->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, &PreviewPane::showFile);
}

void PreviewPane::setFiles(const std::vector<generator::RenderedFile> &files)
{
    m_banner->clear();
    const bool first = m_files.empty();
    QString firstChanged;
    m_changed.clear();
    for (const generator::RenderedFile &file : files) {
        const auto before =
            std::find_if(m_files.begin(), m_files.end(), [&file](const auto &each) { return each.path == file.path; });
        const QList<int> lines =
            first ? QList<int>() : changedLines(before == m_files.end() ? std::string() : before->text, file.text);
        if (lines.isEmpty())
            continue;
        m_changed.insert(toText(file.path), lines);
        if (firstChanged.isEmpty())
            firstChanged = toText(file.path);
    }
    const QString shown = m_tabs->tabData(m_tabs->currentIndex()).toString();
    m_files = files;
    m_code->setVisible(!m_files.empty());
    m_summary->setVisible(!m_files.empty());
    refreshTabs();
    // Stay with the file being looked at unless the change is elsewhere.
    const QString wanted = firstChanged.isEmpty() || m_changed.contains(shown) ? shown : firstChanged;
    int index = 0;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabData(tab).toString() == wanted)
            index = tab;
    }
    m_tabs->setCurrentIndex(index);
    showFile(index);
}

void PreviewPane::setProblem(const QString &problem)
{
    m_banner->show(controls::Level::Medium, problem);
}

void PreviewPane::refreshTabs()
{
    const QSignalBlocker blocker(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    std::uint64_t lines = 0;
    for (const generator::RenderedFile &file : m_files) {
        const QString path = toText(file.path);
        const int tab = m_tabs->addTab(m_changed.contains(path) ? path + u" •"_s : path);
        m_tabs->setTabData(tab, path);
        m_tabs->setTabToolTip(tab, m_changed.contains(path) ? tr("%1 (changed)").arg(path) : path);
        lines += static_cast<std::uint64_t>(std::count(file.text.begin(), file.text.end(), '\n'));
    }
    m_summary->setText(tr("%n file(s)", nullptr, static_cast<int>(m_files.size())) + u", "_s +
                       tr("%n line(s)", nullptr, static_cast<int>(lines)));
}

void PreviewPane::showFile(int index)
{
    if (index < 0 || index >= static_cast<int>(m_files.size()))
        return m_code->setCode({}, {});
    const generator::RenderedFile &file = m_files[static_cast<std::size_t>(index)];
    const QString path = toText(file.path);
    m_code->setCode(toText(file.text), path);
    QHash<int, controls::ColorRole> roles;
    const QList<int> lines = m_changed.value(path);
    for (const int line : lines)
        roles.insert(line, controls::ColorRole::Changed);
    m_code->setLineRoles(roles);
    if (!lines.isEmpty())
        m_code->revealLine(lines.first());
}

} // namespace drydock::generate
