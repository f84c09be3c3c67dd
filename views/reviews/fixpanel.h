// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace drydock::controls {
class DiffView;
class Syntax;
class Theme;
} // namespace drydock::controls

namespace drydock::reviews {

struct FindingMaterial;

/// "How to fix": what the fix changes as a diff, and what can be done with it.
class FixPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FixPanel)

public:
    FixPanel(const controls::Theme &theme, const controls::Syntax &syntax, QWidget *parent = nullptr);

    void show(const FindingMaterial &material);
    void clear();
    [[nodiscard]] bool hasFix() const;

Q_SIGNALS:
    void applyWanted();
    void saveWanted();

private:
    void showFile();

    const controls::Theme &m_theme;
    QLabel *m_title;
    QComboBox *m_files;
    QPushButton *m_apply;
    QPushButton *m_save;
    controls::DiffView *m_diff;
};

} // namespace drydock::reviews
