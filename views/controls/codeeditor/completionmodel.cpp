// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/completionmodel.h"

#include "views/models/fuzzymatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace drydock::controls {

CompletionModel::CompletionModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void CompletionModel::setItems(const QList<CompletionItem> &items, const QString &pattern)
{
    m_items = items;
    setPattern(pattern);
}

void CompletionModel::setPattern(const QString &pattern)
{
    beginResetModel();
    m_pattern = pattern;
    m_rows.clear();
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        const CompletionItem &item = m_items[index];
        const QString &text = item.filterText.isEmpty() ? item.label : item.filterText;
        std::optional<models::FuzzyMatch> match = models::fuzzyMatch(pattern, text);
        if (!match)
            continue;
        // Letters that are written as they were typed count more: Name before name, for N.
        if (!pattern.isEmpty() && text.startsWith(pattern))
            match->score += 5;
        m_rows << Row{index, match->score, item.filterText.isEmpty() ? match->positions : QList<int>()};
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const Row &first, const Row &second) {
        if (first.score != second.score)
            return first.score > second.score;
        return m_items[first.item].rank < m_items[second.item].rank;
    });
    endResetModel();
}

const CompletionItem &CompletionModel::item(int row) const
{
    return m_items[m_rows[row].item];
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const CompletionItem &shown = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.label;
    case Qt::AccessibleTextRole:
        return shown.detail.isEmpty()
                   ? QStringLiteral("%1, %2").arg(shown.label, completionKindName(shown.kind))
                   : QStringLiteral("%1, %2, %3").arg(shown.label, completionKindName(shown.kind), shown.detail);
    case MatchesRole:
        return QVariant::fromValue(m_rows[index.row()].matches);
    default:
        return {};
    }
}

QString completionKindName(CompletionKind kind)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("drydock::controls::CompletionModel", source);
    };
    switch (kind) {
    case CompletionKind::Text:
        return text("Text");
    case CompletionKind::Keyword:
        return text("Keyword");
    case CompletionKind::Block:
        return text("Block");
    case CompletionKind::Property:
        return text("Argument");
    case CompletionKind::Variable:
        return text("Variable");
    case CompletionKind::Constant:
        return text("Constant");
    case CompletionKind::Object:
        return text("Object");
    case CompletionKind::Module:
        return text("Module");
    case CompletionKind::Function:
        return text("Function");
    case CompletionKind::Value:
        return text("Value");
    case CompletionKind::Type:
        return text("Type");
    case CompletionKind::Reference:
        return text("Reference");
    case CompletionKind::File:
        return text("File");
    case CompletionKind::Snippet:
        return text("Snippet");
    }
    return {};
}

} // namespace drydock::controls
