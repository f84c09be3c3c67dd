// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace drydock::controls {

class Theme;

/// Grey rows in place of what is being loaded.
class Skeleton final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Skeleton)

public:
    explicit Skeleton(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace drydock::controls
