// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace drydock::controls {
class Theme;
}

namespace drydock::station {

/// Asks for the address and version of a module; says while typing what is wrong with them.
class PublishDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishDialog)

public:
    PublishDialog(const controls::Theme &theme, const QString &source, const QString &address, const QString &version,
                  QWidget *parent);
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString version() const;

private:
    void check();

    QLineEdit *m_address;
    QLineEdit *m_version;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace drydock::station
