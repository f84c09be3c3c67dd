// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/filehistory.h"

#include <QAbstractListModel>

namespace drydock::models {

/// The kept versions of a file, newest first; or files that were removed.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryModel)

public:
    enum class Rows { Versions, RemovedFiles };
    enum Role {
        DetailRole = Qt::UserRole, ///< what happened and the size, in one line
    };

    explicit HistoryModel(QObject *parent = nullptr);

    void setVersions(std::vector<project::FileVersion> versions, Rows rows = Rows::Versions);
    [[nodiscard]] const project::FileVersion &version(int row) const
    {
        return m_versions[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] Rows rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<project::FileVersion> m_versions;
    Rows m_rows = Rows::Versions;
};

/// "saved", "as it was opened", "changed by another program" …
[[nodiscard]] QString versionReasonText(project::VersionReason reason);

} // namespace drydock::models
