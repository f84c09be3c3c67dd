// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>
#include <QList>

namespace drydock::controls {

/// Lays items out in rows that wrap. `columnWidth` other than 0 makes a grid: as many equal columns of at least that
/// width as fit, rows as high as their highest item.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(QWidget *parent, int gap, int columnWidth = 0);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items << item; }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;
    /// Deletes all items and their widgets.
    void clear();

private:
    enum class Mode { Measure, Place };
    [[nodiscard]] int flow(const QRect &rect, Mode mode) const;
    [[nodiscard]] int grid(const QRect &rect, Mode mode) const;
    [[nodiscard]] QList<QLayoutItem *> shown() const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    int m_columnWidth;
};

} // namespace drydock::controls
