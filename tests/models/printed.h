// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

#include <string>

namespace drydock::models {

/// The model as text: a line per row, columns joined by " | ", children indented.
inline std::string printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        text += QString(depth * 2, QLatin1Char(' ')) + cells.join(QStringLiteral(" | ")) + QLatin1Char('\n');
        text += QString::fromStdString(printed(model, model.index(row, 0, parent), depth + 1));
    }
    return text.toStdString();
}

} // namespace drydock::models
