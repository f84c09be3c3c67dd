// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/waiver.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace drydock::controls {
class Theme;
}

namespace drydock::reviews {

/// Asks for what a waiver needs and shows the lines that will be written to tfreview.yaml.
class WaiverDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaiverDialog)

public:
    WaiverDialog(const controls::Theme &theme, const policy::Finding &finding, const QString &owner,
                 QWidget *parent = nullptr);
    [[nodiscard]] policy::Waiver waiver() const;

private:
    void build(const controls::Theme &theme);
    void refresh();

    policy::Finding m_finding;
    QPlainTextEdit *m_reason;
    QLineEdit *m_owner;
    QComboBox *m_scope;
    QCheckBox *m_expires;
    QDateEdit *m_date;
    QPlainTextEdit *m_preview;
    QPushButton *m_accept = nullptr;
};

} // namespace drydock::reviews
