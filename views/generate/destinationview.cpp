// SPDX-License-Identifier: MIT
#include "views/generate/destinationview.h"

#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::generate {

DestinationView::DestinationView(shell::PageContext &context, const generator::GeneratorInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_toLibrary(new QRadioButton(tr("Save as a version in the library"), this))
    , m_toFolder(new QRadioButton(tr("Write to a folder"), this))
    , m_libraryForm(new QWidget(this))
    , m_folderForm(new QWidget(this))
    , m_project(new QComboBox(this))
    , m_asset(new QLineEdit(toText(info.slug), this))
    , m_note(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    const controls::Theme &theme = context.theme;
    const int margin = theme.px(16);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(8));
    auto *title = new QLabel(tr("Destination"), this);
    title->setProperty("tone", u"section"_s);
    column->addWidget(title);
    column->addWidget(m_toLibrary);
    column->addWidget(m_libraryForm);
    column->addWidget(m_toFolder);
    column->addWidget(m_folderForm);
    m_problem->setProperty("tone", u"critical"_s);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch();

    auto *library = new QFormLayout(m_libraryForm);
    library->setContentsMargins(theme.px(24), 0, 0, theme.px(8));
    library->setVerticalSpacing(theme.px(8));
    library->setHorizontalSpacing(theme.px(16));
    m_project->setObjectName(u"generate.project"_s);
    m_asset->setObjectName(u"generate.asset"_s);
    m_project->setAccessibleName(tr("Project"));
    m_asset->setAccessibleName(tr("Asset"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What is different in this version (optional)"));
    library->addRow(tr("Project"), m_project);
    library->addRow(tr("Asset"), m_asset);
    library->addRow(tr("Note"), m_note);
    auto *folderRow = new QHBoxLayout(m_folderForm);
    folderRow->setContentsMargins(theme.px(24), 0, 0, theme.px(8));
    folderRow->setSpacing(theme.px(8));
    m_folder->setPlaceholderText(tr("Folder"));
    m_folder->setAccessibleName(tr("Folder"));
    auto *choose = new QPushButton(tr("Choose …"), m_folderForm);
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(choose);
    m_toLibrary->setChecked(true);
    fillProjects();

    connect(&context.project, &shell::ActiveProject::choicesChanged, this, &DestinationView::fillProjects);
    connect(m_toLibrary, &QRadioButton::toggled, this, &DestinationView::refresh);
    connect(m_project, &QComboBox::currentIndexChanged, this, &DestinationView::refresh);
    for (QLineEdit *edit : {m_asset, m_folder})
        connect(edit, &QLineEdit::textChanged, this, &DestinationView::refresh);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString chosen = m_context.dialogs.openFolder(this, tr("Folder for the files"), QDir::homePath());
        if (!chosen.isEmpty())
            m_folder->setText(chosen);
    });
    refresh();
}

Target DestinationView::target() const
{
    return m_toLibrary->isChecked() ? Target::Library : Target::Folder;
}

QString DestinationView::project() const
{
    return m_project->currentData().toString();
}

QString DestinationView::assetName() const
{
    return m_asset->text().trimmed();
}

QString DestinationView::note() const
{
    return m_note->text().trimmed();
}

QString DestinationView::folder() const
{
    return m_folder->text().trimmed();
}

QString DestinationView::problem() const
{
    if (target() == Target::Folder)
        return folder().isEmpty()                ? tr("Choose a folder.")
               : !QDir::isAbsolutePath(folder()) ? tr("Write the whole path of the folder.")
                                                 : QString();
    if (project().isEmpty())
        return tr("There is no project yet. Create one in the hub, or write to a folder.");
    return assetName().isEmpty() ? tr("Give the asset a name.") : QString();
}

QString DestinationView::sentence() const
{
    return target() == Target::Folder
               ? tr("Writes the files to %1. Files of other content are never replaced.").arg(folder())
               : tr("Saves a new version of “%1” in %2.").arg(assetName(), m_project->currentText());
}

void DestinationView::fillProjects()
{
    const QSignalBlocker blocker(m_project);
    const QString before = project().isEmpty() ? m_context.project.slug() : project();
    m_project->clear();
    for (const shell::ProjectChoice &choice : m_context.project.choices())
        m_project->addItem(choice.name, choice.slug);
    if (const int index = m_project->findData(before); index >= 0)
        m_project->setCurrentIndex(index);
    refresh();
}

void DestinationView::refresh()
{
    m_libraryForm->setEnabled(target() == Target::Library);
    m_folderForm->setEnabled(target() == Target::Folder);
    const bool untouched = target() == Target::Folder && folder().isEmpty();
    m_problem->setText(untouched ? QString() : problem());
    Q_EMIT edited();
}

} // namespace drydock::generate
