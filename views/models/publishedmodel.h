// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

namespace drydock::models {

/// Something that the station offers: a module version, a provider package, a mirrored package.
struct PublishedRow
{
    QString address;
    QString version;
    QString detail; ///< platforms, or the description
    quint64 size = 0;
    quint64 downloads = 0;
    Timestamp time;
    QString checksum;
};

/// What is published, as a table.
class PublishedModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishedModel)

public:
    enum Column { Address, Version, Detail, Size, Downloads, Time, Checksum, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    explicit PublishedModel(const QString &detailTitle, QObject *parent = nullptr);
    void setRows(const QList<PublishedRow> &rows);
    [[nodiscard]] const PublishedRow &row(int index) const { return m_rows.at(index); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PublishedRow> m_rows;
    QString m_detailTitle;
};

} // namespace drydock::models
