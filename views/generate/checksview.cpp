// SPDX-License-Identifier: MIT
#include "views/generate/checksview.h"

#include "views/controls/severity.h"
#include "views/models/text.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::models::toText;

namespace drydock::generate {

namespace {

constexpr int levelDataRole = Qt::UserRole;
constexpr int articleRole = Qt::UserRole + 1;

Level levelOf(policy::Severity severity)
{
    switch (severity) {
    case policy::Severity::Critical:
        return Level::Critical;
    case policy::Severity::High:
        return Level::High;
    case policy::Severity::Medium:
        return Level::Medium;
    case policy::Severity::Low:
        break;
    }
    return Level::Low;
}

} // namespace

ChecksView::ChecksView(shell::PageContext &context, CheckTools tools, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tools(std::move(tools))
    , m_findings(new QTreeWidget(this))
    , m_checkTask(context.tasks, this)
    , m_terraformTask(context.tasks, this)
{
    const controls::Theme &theme = context.theme;
    const int margin = theme.px(16);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(8));
    auto *title = new QLabel(tr("Review before saving"), this);
    title->setProperty("tone", u"section"_s);
    column->addWidget(title);
    const auto addLine = [this, column, &theme](QLabel *&icon, QLabel *&text) {
        auto *row = new QHBoxLayout;
        row->setSpacing(theme.px(8));
        icon = new QLabel(this);
        icon->setFixedWidth(theme.px(20));
        text = new QLabel(this);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(icon, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        column->addLayout(row);
    };
    connect(&theme, &controls::Theme::changed, this, &ChecksView::drawIcons);
    addLine(m_syntaxIcon, m_syntax);
    addLine(m_terraformIcon, m_terraform);
    addLine(m_policyIcon, m_policy);
    m_findings->setHeaderLabels({tr("Severity"), tr("Finding"), tr("Place")});
    m_findings->setRootIsDecorated(false);
    m_findings->setUniformRowHeights(true);
    m_findings->setItemDelegateForColumn(0, new controls::SeverityDelegate(theme, levelDataRole, this));
    m_findings->header()->resizeSection(0, theme.px(112));
    m_findings->header()->resizeSection(1, theme.px(320));
    m_findings->setAccessibleName(tr("Findings"));
    column->addWidget(m_findings, 1);
    column->addStretch();
    connect(m_findings, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            Q_EMIT articleWanted(item->data(0, articleRole).toString());
    });
}

void ChecksView::setLine(QLabel *icon, QLabel *text, Level level, const QString &sentence)
{
    m_levels[icon] = level;
    text->setText(sentence);
    drawIcons();
}

void ChecksView::drawIcons()
{
    const int size = m_context.theme.px(16);
    for (auto each = m_levels.cbegin(); each != m_levels.cend(); ++each) {
        const QString name = each.value() == Level::Ok        ? u"dialog-ok-apply"_s
                             : each.value() == Level::Neutral ? u"help-about"_s
                                                              : u"data-warning"_s;
        each.key()->setPixmap(m_context.theme.icon(name, controls::levelRole(each.value()))
                                  .pixmap(QSize(size, size), devicePixelRatioF()));
    }
}

void ChecksView::run(const std::vector<generator::RenderedFile> &files)
{
    m_done = false;
    m_findings->clear();
    m_findings->hide();
    setLine(m_syntaxIcon, m_syntax, Level::Neutral, tr("Reading the files …"));
    setLine(m_terraformIcon, m_terraform, Level::Neutral, tr("Running terraform validate …"));
    setLine(m_policyIcon, m_policy, Level::Neutral, tr("Applying the policies …"));
    m_checkTask.run(
        tr("Check generated files"),
        [files, tools = m_tools.review](const Task &task) { return checkFiles(files, tools, task); },
        [this](const Result<FileChecks> &checks) {
            if (checks)
                return showChecks(*checks);
            setLine(m_policyIcon, m_policy, Level::High,
                    tr("The checks did not run. %1").arg(toText(checks.error().text())));
            m_summary = {};
            m_done = true;
            Q_EMIT changed();
        });
    m_terraformTask.run(
        tr("terraform validate"),
        [files, tools = m_tools](const Task &task) { return validateWithTerraform(files, tools, task); },
        [this](const Result<TerraformCheck> &check) {
            if (!check)
                return setLine(m_terraformIcon, m_terraform, Level::Medium, toText(check.error().text()));
            const Level level = check->state == TerraformCheck::State::Passed   ? Level::Ok
                                : check->state == TerraformCheck::State::Failed ? Level::Critical
                                                                                : Level::Neutral;
            setLine(m_terraformIcon, m_terraform, level, check->text);
        });
    Q_EMIT changed();
}

void ChecksView::showChecks(const FileChecks &checks)
{
    m_summary = checks.summary();
    m_done = true;
    if (checks.syntaxProblems.isEmpty())
        setLine(m_syntaxIcon, m_syntax, Level::Ok, tr("All files parse."));
    else
        setLine(m_syntaxIcon, m_syntax, Level::Critical, checks.syntaxProblems.join(u'\n'));
    const auto open = static_cast<int>(checks.review.open.total());
    const auto rules = static_cast<int>(checks.review.rules);
    if (open == 0)
        setLine(m_policyIcon, m_policy, Level::Ok, tr("%n policies applied, no finding.", nullptr, rules));
    else
        setLine(m_policyIcon, m_policy, checks.review.open.critical > 0 ? Level::Critical : Level::High,
                tr("%n open finding(s).", nullptr, open));
    for (const policy::Finding &finding : checks.review.findings) {
        if (finding.status != policy::FindingStatus::Open)
            continue;
        const QString place = toText(finding.range.file) + u':' + QString::number(finding.range.line);
        auto *item = new QTreeWidgetItem(
            m_findings, {controls::levelName(levelOf(finding.severity)), toText(finding.title), place});
        item->setData(0, levelDataRole, static_cast<int>(levelOf(finding.severity)));
        item->setData(0, articleRole, toText(finding.article));
        item->setToolTip(1, toText(finding.message));
    }
    m_findings->setVisible(open > 0);
    Q_EMIT changed();
}

} // namespace drydock::generate
