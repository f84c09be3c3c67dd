// SPDX-License-Identifier: MIT
#include "views/reviews/findingdetail.h"

#include "core/report/sourcetext.h"
#include "views/controls/banner.h"
#include "views/controls/codeview.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/emptystate.h"
#include "views/controls/markdownview.h"
#include "views/controls/severity.h"
#include "views/models/findingmodel.h"
#include "views/models/text.h"
#include "views/reviews/fixpanel.h"

#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::models::toText;

namespace drydock::reviews {

namespace {

constexpr int stepRole = Qt::UserRole;

controls::CodeMark markOf(const policy::SourceRange &range, Level level, const QString &toolTip)
{
    controls::CodeMark mark;
    mark.line = static_cast<int>(std::max(range.line, 1U));
    mark.column = static_cast<int>(std::max(range.column, 1U));
    mark.endLine = static_cast<int>(range.endLine);
    mark.endColumn = static_cast<int>(range.endColumn);
    mark.level = level;
    mark.toolTip = toolTip;
    return mark;
}

} // namespace

FindingDetail::FindingDetail(const controls::Theme &theme, const controls::Syntax &syntax, shell::TaskRunner &tasks,
                             ArticleReader articles, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_articles(std::move(articles))
    , m_task(tasks, this)
    , m_stepTask(tasks, this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget;
    m_empty = new controls::EmptyState(theme);
    m_empty->set(u"document-preview"_s, tr("Select a finding to see it in the source."));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent());
    layout->addWidget(m_stack);
}

QWidget *FindingDetail::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(8));
    layout->setSpacing(m_theme.px(4));
    auto *first = new QHBoxLayout;
    m_badge = new controls::SeverityBadge(m_theme, Level::Neutral);
    m_title = new QLabel;
    m_title->setProperty("tone", u"section"_s);
    m_title->setWordWrap(true);
    m_status = new QLabel;
    m_status->setProperty("tone", u"muted"_s);
    first->setSpacing(m_theme.px(12));
    first->addWidget(m_badge, 0, Qt::AlignTop);
    first->addWidget(m_title, 1);
    first->addWidget(m_status, 0, Qt::AlignTop);
    m_message = new QLabel;
    m_message->setWordWrap(true);
    auto *second = new QHBoxLayout;
    m_resource = new controls::ElidedLabel({}, Qt::ElideMiddle);
    m_resource->setProperty("tone", u"code"_s);
    m_place = new QLabel;
    m_place->setProperty("tone", u"muted"_s);
    second->addWidget(m_resource, 1);
    second->addWidget(m_place);
    for (QLabel *label : {m_title, m_message, m_place})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                       Qt::LinksAccessibleByKeyboard);
    connect(m_place, &QLabel::linkActivated, this, [this] {
        if (m_material)
            Q_EMIT editWanted(toText(m_material->finding.range.file), static_cast<int>(m_material->finding.range.line));
    });
    connect(&m_theme, &controls::Theme::changed, this, &FindingDetail::showPlace);
    layout->addLayout(first);
    layout->addWidget(m_message);
    layout->addLayout(second);
    return head;
}

QWidget *FindingDetail::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_note = new controls::Banner(m_theme);
    layout->addWidget(m_note);
    m_note->clear();
    m_code = new controls::CodeView(m_theme, m_syntax);
    m_code->setProperty("frameless", true);
    m_article = new controls::MarkdownView(m_theme, m_syntax);
    m_article->setProperty("frameless", true);
    m_article->setAccessibleName(tr("Why it matters"));
    m_fix = new FixPanel(m_theme, m_syntax);
    m_derivation = new QListWidget;
    m_derivation->setAccessibleName(tr("Where the value comes from"));
    m_derivation->setWordWrap(true);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_article, tr("Why it matters"));
    m_tabs->addTab(m_fix, tr("How to fix"));
    m_tabs->addTab(m_derivation, tr("Derivation"));
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_code);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    layout->addWidget(m_splitter, 1);
    connect(m_fix, &FixPanel::applyWanted, this, &FindingDetail::applyFixWanted);
    connect(m_fix, &FixPanel::saveWanted, this, &FindingDetail::savePatchWanted);
    connect(m_article, &controls::MarkdownView::linkActivated, this, &FindingDetail::linkActivated);
    connect(m_derivation, &QListWidget::currentItemChanged, this, &FindingDetail::showStep);
    return content;
}

void FindingDetail::clear()
{
    m_task.drop();
    m_material.reset();
    m_stack->setCurrentIndex(0);
}

void FindingDetail::show(const policy::Finding &finding, const std::filesystem::path &root, Timestamp reviewed)
{
    m_root = root;
    m_stack->setCurrentIndex(1);
    showHead(finding);
    m_task.run(
        tr("Read the source of a finding"),
        [finding, root, reviewed, articles = m_articles](const Task &task) {
            return gatherMaterial(finding, root, reviewed, articles, task);
        },
        [this](Result<FindingMaterial> material) {
            if (!material)
                return;
            m_material = std::make_unique<FindingMaterial>(std::move(*material));
            fill();
            Q_EMIT shown();
        });
}

void FindingDetail::showHead(const policy::Finding &finding)
{
    m_badge->setLevel(static_cast<Level>(models::levelOf(finding.severity)));
    m_badge->setText(models::severityText(finding.severity));
    m_title->setText(toText(finding.title));
    m_message->setText(toText(finding.message));
    m_message->setTextFormat(Qt::PlainText);
    m_title->setTextFormat(Qt::PlainText);
    const auto instances = static_cast<int>(finding.instances.size());
    m_resource->setFullText(instances < 2 ? toText(finding.resource)
                                          : tr("%1 and %n more", nullptr, instances - 1).arg(toText(finding.resource)));
    m_placeText = toText(finding.range.file) + u':' + QString::number(finding.range.line);
    showPlace();
    const bool open = finding.status == policy::FindingStatus::Open;
    m_status->setText(open ? QString() : models::statusText(finding.status));
    m_status->setToolTip(toText(finding.statusReason));
}

/// A label keeps the colour that a link had when its text was set, so the text is set again with the theme.
void FindingDetail::showPlace()
{
    if (m_placeText.isEmpty())
        return;
    m_place->setText(u"<a href=\"edit\" style=\"color: %1\">%2</a>"_s.arg(
        m_theme.color(controls::ColorRole::Accent).name(), models::shortPath(m_placeText, 48).toHtmlEscaped()));
    m_place->setToolTip(tr("Open %1 in the editor").arg(m_placeText));
}

void FindingDetail::fill()
{
    fillSource();
    if (m_material->finding.article.empty())
        m_article->setArticle(tr("There is no article about this rule yet."));
    else if (m_material->article)
        m_article->setArticle(toText(*m_material->article));
    else
        m_article->setArticle(toText(m_material->article.error().text()));
    m_fix->show(*m_material);
    fillDerivation();
}

void FindingDetail::fillSource()
{
    const policy::Finding &finding = m_material->finding;
    m_note->clear();
    if (!m_material->source) {
        m_code->setCode({}, {});
        m_note->show(Level::Medium, toText(m_material->source.error().text()));
        return;
    }
    if (m_material->changedSince)
        m_note->show(Level::Medium,
                     tr("%1 was changed after this review; the mark may be off.").arg(toText(finding.range.file)));
    m_code->setCode(toText(*m_material->source), toText(finding.range.file));
    m_code->setMarks(
        {markOf(finding.range, static_cast<Level>(models::levelOf(finding.severity)), toText(finding.message))});
    m_code->revealLine(static_cast<int>(finding.range.line), static_cast<int>(finding.range.column));
}

void FindingDetail::fillDerivation()
{
    const QSignalBlocker quiet(m_derivation);
    m_derivation->clear();
    const auto &steps = m_material->finding.derivation;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QString text = u"%1.  %2"_s.arg(i + 1).arg(toText(steps[i].text));
        if (steps[i].range)
            text += u"\n      %1:%2"_s.arg(toText(steps[i].range->file)).arg(steps[i].range->line);
        auto *item = new QListWidgetItem(text, m_derivation);
        item->setData(stepRole, static_cast<int>(i));
    }
    m_tabs->setTabText(2, steps.empty() ? tr("Derivation") : tr("Derivation (%1)").arg(steps.size()));
    m_tabs->setTabEnabled(2, !steps.empty());
}

void FindingDetail::showStep(QListWidgetItem *item)
{
    if (!item || !m_material)
        return;
    const auto &step = m_material->finding.derivation[static_cast<std::size_t>(item->data(stepRole).toInt())];
    if (!step.range)
        return;
    const policy::SourceRange range = *step.range;
    m_stepTask.run(
        tr("Read the source of a step"),
        [root = m_root, range](const Task &) { return report::folderSource(root)(range.file); },
        [this, range, text = toText(step.text)](Result<std::string> source) {
            if (!source)
                return;
            m_code->setCode(toText(*source), toText(range.file));
            m_code->setMarks({markOf(range, Level::Low, text)});
            m_code->revealLine(static_cast<int>(range.line), static_cast<int>(range.column));
        });
}

void FindingDetail::showFix()
{
    m_tabs->setCurrentWidget(m_fix);
    m_fix->setFocus();
}

void FindingDetail::focusSource()
{
    m_code->setFocus();
}

QByteArray FindingDetail::splitterState() const
{
    return m_splitter->saveState();
}

void FindingDetail::restoreSplitter(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace drydock::reviews
