// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QAbstractTableModel>
#include <QString>

#include <deque>
#include <vector>

namespace drydock::models {

/// A request that the station answered.
struct RequestRow
{
    Timestamp time;
    QString method;
    QString path;
    int status = 0;
    qint64 bytes = 0;
    qint64 microseconds = 0;
    QString client;
    QString agent;
};

/// The live request log, newest first; keeps the last 2,000.
class RequestModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestModel)

public:
    enum Column { Time, Method, Path, Status, Bytes, Duration, Client, Agent, ColumnCount };
    /// FailedRole: whether the status is 400 or more. SortRole: a value that sorts.
    enum Role { FailedRole = Qt::UserRole, SortRole };

    explicit RequestModel(QObject *parent = nullptr);
    /// In the order they happened.
    void add(const std::vector<RequestRow> &rows);
    void clear();
    [[nodiscard]] qint64 total() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::deque<RequestRow> m_rows;
    qint64 m_total = 0;
};

} // namespace drydock::models
