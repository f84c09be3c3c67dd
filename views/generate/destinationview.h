// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generator.h"
#include "views/shell/pagecontext.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace drydock::generate {

enum class Target { Library, Folder };

/// Where the files go: a version in a project's library, or a folder.
class DestinationView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DestinationView)

public:
    DestinationView(shell::PageContext &context, const generator::GeneratorInfo &info, QWidget *parent);

    [[nodiscard]] Target target() const;
    [[nodiscard]] QString project() const; ///< slug
    [[nodiscard]] QString assetName() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString folder() const;
    /// Why it cannot be saved there; empty when it can.
    [[nodiscard]] QString problem() const;
    /// "Saves a new version of “edge-bucket” in Landing zone."
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void edited();

private:
    void fillProjects();
    void refresh();

    shell::PageContext &m_context;
    QRadioButton *m_toLibrary;
    QRadioButton *m_toFolder;
    QWidget *m_libraryForm;
    QWidget *m_folderForm;
    QComboBox *m_project;
    QLineEdit *m_asset;
    QLineEdit *m_note;
    QLineEdit *m_folder;
    QLabel *m_problem;
};

} // namespace drydock::generate
