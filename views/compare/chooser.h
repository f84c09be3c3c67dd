// SPDX-License-Identifier: MIT
#pragma once

#include "views/compare/comparison.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace drydock::controls {
class ChipRow;
class Dialogs;
class Theme;
} // namespace drydock::controls

namespace drydock::compare {

/// The line in which two things to compare are chosen.
class Chooser final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chooser)

public:
    Chooser(const controls::Theme &theme, controls::Dialogs &dialogs, QWidget *parent = nullptr);

    void setSubject(const Subject &subject);
    /// Fills the lists; what `subject` does not name is proposed: the newest and the one before.
    void setChoices(const Choices &choices);
    [[nodiscard]] const Subject &subject() const { return m_subject; }
    [[nodiscard]] bool isComplete() const { return !m_subject.left.empty() && !m_subject.right.empty(); }

Q_SIGNALS:
    void subjectChanged();
    void assetChosen(const QString &assetId);

private:
    QLineEdit *makePath(const QString &name);
    QToolButton *makeBrowse(QLineEdit *path);
    void addWidgets();
    void connectChoices();
    void kindChosen();
    void fillSides(const Choices &choices);
    void showFields();
    void takeLists();
    void takePaths();
    void swap();

    const controls::Theme &m_theme;
    controls::Dialogs &m_dialogs;
    Subject m_subject;
    Choices m_choices;
    controls::ChipRow *m_kind;
    QComboBox *m_asset;
    QComboBox *m_left;
    QComboBox *m_right;
    QLineEdit *m_leftPath;
    QLineEdit *m_rightPath;
    QToolButton *m_leftBrowse;
    QToolButton *m_rightBrowse;
    QToolButton *m_swap;
};

} // namespace drydock::compare
