// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/textsearch.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace drydock::models {

/// Results of a search over files: a row for each file, below it one for each match. Rows can be unchecked, which
/// leaves them out of a replacement.
class SearchModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchModel)

public:
    enum Role {
        PathRole = Qt::UserRole,
        IsFileRole,
        LineRole,
        ColumnRole,
        HitStartRole,    ///< of the match in the text shown, UTF-16
        HitLengthRole,   ///<
        CountRole,       ///< matches of a file
        ReplacementRole, ///< what the match becomes; null while nothing is replaced
    };
    enum class Choice { Offered, Hidden }; ///< whether rows have check boxes

    explicit SearchModel(QObject *parent = nullptr);
    ~SearchModel() override;

    void clear();
    void add(project::FileMatches file);
    void setChoice(Choice choice);
    /// Shows what each match would become; an empty function ends it. Called when a row is shown.
    using Preview = std::function<QString(const project::FileMatches &, const project::TextMatch &)>;
    void setPreview(Preview preview);
    /// Takes one file, or one match, out of the list.
    void remove(const QModelIndex &index);

    [[nodiscard]] std::size_t matchCount() const;
    [[nodiscard]] std::size_t chosenCount() const;
    /// The files with the matches that are checked.
    [[nodiscard]] std::vector<project::FileMatches> chosen() const;
    /// The match before or behind a row, over file borders; invalid at the ends.
    [[nodiscard]] QModelIndex next(const QModelIndex &index, int step) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct File;
    [[nodiscard]] QVariant fileData(const File &file, int role) const;
    [[nodiscard]] QVariant matchData(const File &file, std::size_t match, int role) const;
    [[nodiscard]] File *fileOf(const QModelIndex &index) const; ///< of a file's own row

    std::vector<std::unique_ptr<File>> m_files;
    Choice m_choice = Choice::Hidden;
    Preview m_preview;
};

} // namespace drydock::models
