// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/diffcontent.h"

#include <QWidget>

namespace drydock::controls {

class Theme;

/// The whole diff as a narrow strip: where lines were added and removed. A click goes there.
class DiffStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffStrip)

public:
    explicit DiffStrip(const Theme &theme, QWidget *parent = nullptr);
    /// Lines of the inlined side, which has both the removed and the added ones.
    void setLines(const std::vector<DiffLine> &lines);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changeClicked(int change);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Span
    {
        DiffLineKind kind;
        int change;
        std::size_t first;
        std::size_t count;
    };

    const Theme &m_theme;
    std::vector<Span> m_spans;
    std::size_t m_total = 0;
};

} // namespace drydock::controls
