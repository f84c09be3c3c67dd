// SPDX-License-Identifier: MIT
#include "views/compare/runcompareview.h"

#include "views/controls/chiprow.h"
#include "views/controls/contentstack.h"
#include "views/controls/severity.h"
#include "views/controls/theme.h"
#include "views/models/findingmodel.h"
#include "views/models/text.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::countText;
using drydock::models::FindingModel;
using drydock::models::toText;

namespace drydock::compare {

namespace {

/// Groups as one bold line with their sign, findings with the letter of their severity first.
class ChangeDelegate final : public QStyledItemDelegate
{
public:
    ChangeDelegate(const controls::Theme &theme, const FindingModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.text.clear();
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const QRect area = option.rect.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0);
        if (!index.data(FindingModel::IsGroupRole).toBool()) {
            controls::paintBadge(*painter, m_theme, area,
                                 static_cast<controls::Level>(index.data(FindingModel::LevelRole).toInt()), {});
            return;
        }
        const std::string &key = m_model.arrangement().groups[static_cast<std::size_t>(index.row())].key;
        painter->save();
        QFont font = m_theme.textFont();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(m_theme.color(key == "new"     ? controls::ColorRole::Critical
                                      : key == "fixed" ? controls::ColorRole::Ok
                                                       : controls::ColorRole::Muted));
        const QString sign = key == "new" ? u"+"_s : key == "fixed" ? u"\u2212"_s : u"="_s;
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, sign + u"  "_s + index.data().toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.rowHeight()};
    }

private:
    const controls::Theme &m_theme;
    const FindingModel &m_model;
};

const QString newId = u"new"_s;
const QString fixedId = u"fixed"_s;
const QString unchangedId = u"unchanged"_s;

} // namespace

RunCompareView::RunCompareView(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new FindingModel(this))
    , m_summary(new QLabel)
    , m_chips(new controls::ChipRow(theme))
    , m_tree(makeTree())
    , m_stack(new controls::ContentStack(theme, m_tree))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(4), 0, 0);
    layout->setSpacing(theme.px(8));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    row->setSpacing(theme.px(16));
    m_summary->setProperty("tone", u"section"_s);
    m_chips->setAccessibleName(tr("Changes shown"));
    row->addWidget(m_summary);
    row->addWidget(m_chips, 1);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    connect(m_chips, &controls::ChipRow::chosenChanged, this, &RunCompareView::arrange);
    setFocusProxy(m_tree);
}

QTreeView *RunCompareView::makeTree()
{
    auto *tree = new QTreeView;
    tree->setObjectName(u"changedFindings"_s);
    tree->setAccessibleName(tr("Changed findings"));
    tree->setModel(m_model);
    tree->setUniformRowHeights(true);
    tree->setAllColumnsShowFocus(true);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setIndentation(m_theme.px(16));
    tree->setTextElideMode(Qt::ElideMiddle); // addresses and paths differ at their end
    tree->setItemDelegateForColumn(FindingModel::SeverityColumn, new ChangeDelegate(m_theme, *m_model, tree));
    QHeaderView *header = tree->header();
    header->setStretchLastSection(false);
    header->resizeSection(FindingModel::SeverityColumn, m_theme.px(100));
    header->setSectionResizeMode(FindingModel::TitleColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(FindingModel::ResourceColumn, QHeaderView::Stretch);
    header->resizeSection(FindingModel::PlaceColumn, m_theme.px(220));
    header->hideSection(FindingModel::RuleColumn);
    header->hideSection(FindingModel::StatusColumn);
    connect(tree, &QAbstractItemView::activated, this, &RunCompareView::openFinding);
    return tree;
}

void RunCompareView::setRuns(const RunPair &pair)
{
    m_pair = pair;
    m_summary->setText(tr("Run %1 → Run %2").arg(pair.left.number).arg(pair.right.number));
    const auto chip = [](const QString &id, const QString &text, std::size_t count) {
        return controls::ChipSpec{id, text, static_cast<int>(count), {}};
    };
    m_chips->setChips({chip(newId, tr("New"), pair.changes.added.size()),
                       chip(fixedId, tr("Fixed"), pair.changes.fixed.size()),
                       chip(unchangedId, tr("Unchanged"), pair.changes.remaining.size())});
    arrange();
}

void RunCompareView::arrange()
{
    auto review = std::make_shared<policy::ReviewResult>();
    models::FindingArrangement arrangement;
    // Any grouping but None and Severity: the groups bring their own titles.
    arrangement.grouping = models::FindingGrouping::Rule;
    const QStringList chosen = m_chips->chosen();
    const auto add = [&](const QString &id, const QString &title, const std::vector<policy::Finding> &findings) {
        if (findings.empty() || (!chosen.isEmpty() && !chosen.contains(id)))
            return;
        models::FindingGroup group{models::toUtf8(id), models::toUtf8(title), policy::Severity::Low, {}};
        for (const policy::Finding &finding : findings) {
            group.worst = std::max(group.worst, finding.severity);
            group.findings.push_back(static_cast<std::uint32_t>(review->findings.size()));
            review->findings.push_back(finding);
        }
        std::stable_sort(group.findings.begin(), group.findings.end(),
                         [&review](std::uint32_t left, std::uint32_t right) {
                             return review->findings[left].severity > review->findings[right].severity;
                         });
        arrangement.groups.push_back(std::move(group));
    };
    add(newId, tr("New"), m_pair.changes.added);
    add(fixedId, tr("Fixed"), m_pair.changes.fixed);
    add(unchangedId, tr("Unchanged"), m_pair.changes.remaining);
    arrangement.shown = review->findings.size();
    arrangement.review = std::move(review);
    const bool nothing = arrangement.groups.empty();
    m_model->setArrangement(std::move(arrangement));
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    m_tree->expandAll();
    if (nothing)
        m_stack->showEmpty(u"security-high"_s, tr("Neither review has findings of this kind."));
    else
        m_stack->showContent();
}

void RunCompareView::openFinding(const QModelIndex &index)
{
    const policy::Finding *finding = m_model->finding(index);
    if (!finding)
        return;
    const QModelIndex group = index.parent();
    const bool fixed = m_model->arrangement().groups[static_cast<std::size_t>(group.row())].key == "fixed";
    Q_EMIT findingOpened(toText(fixed ? m_pair.left.id : m_pair.right.id), toText(finding->fingerprint));
}

} // namespace drydock::compare
