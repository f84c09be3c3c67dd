// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace drydock::controls {
class SearchField;
class Theme;
} // namespace drydock::controls

namespace drydock::configurations {

/// A block of a file, or a part of one.
struct OutlineEntry
{
    QString name;   ///< "aws_s3_bucket.logs"
    QString kind;   ///< "resource"
    QString detail; ///< "string"; may be empty
    QString iconName;
    int line = 1; ///< of the name, from 1
    int column = 1;
    int endLine = 1; ///< the last one of the block
    QList<OutlineEntry> children;

    [[nodiscard]] bool operator==(const OutlineEntry &other) const;
};

/// The blocks of the file that is edited; follows the cursor.
class OutlinePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutlinePanel)

public:
    explicit OutlinePanel(const controls::Theme &theme, QWidget *parent = nullptr);

    void setEntries(const QList<OutlineEntry> &entries);
    /// Marks the block that the line is in.
    void follow(int line);
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }

Q_SIGNALS:
    void placeWanted(int line, int column);

private:
    void add(const OutlineEntry &entry, QTreeWidgetItem *parent);
    void filter();

    const controls::Theme &m_theme;
    controls::SearchField *m_filter;
    QTreeWidget *m_tree;
    QList<OutlineEntry> m_entries;
    int m_line = 0;
};

} // namespace drydock::configurations
