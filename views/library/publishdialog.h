// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/library.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace drydock::controls {
class Theme;
}

namespace drydock::library {

/// What is proposed for a version: address and number of its last publication, the number raised; else made of the
/// names.
struct PublishProposal
{
    QString address;
    QString version;
};

[[nodiscard]] PublishProposal proposalFor(const project::Asset &asset, const std::string &projectSlug,
                                          const std::vector<project::AssetVersion> &versions);

/// Asks under which address and version to publish; says what is wrong while typing.
class PublishDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishDialog)

public:
    PublishDialog(const controls::Theme &theme, const QString &what, const PublishProposal &proposal,
                  QWidget *parent = nullptr);
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString version() const;

private:
    void check();

    QLineEdit *m_address;
    QLineEdit *m_version;
    QLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace drydock::library
