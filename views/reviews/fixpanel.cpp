// SPDX-License-Identifier: MIT
#include "views/reviews/fixpanel.h"

#include "views/controls/diffview.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/reviews/findingmaterial.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::reviews {

FixPanel::FixPanel(const controls::Theme &theme, const controls::Syntax &syntax, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel)
    , m_files(new QComboBox)
    , m_apply(new QPushButton(tr("Apply to file")))
    , m_save(new QPushButton(tr("Save as .patch")))
    , m_diff(new controls::DiffView(theme, syntax, controls::DiffView::Header::Hidden))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(8), 0, 0);
    layout->setSpacing(theme.px(8));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_files->setAccessibleName(tr("File that the fix changes"));
    m_apply->setProperty("kind", u"primary"_s);
    m_apply->setObjectName(u"applyFix"_s);
    m_save->setObjectName(u"savePatch"_s);
    row->addWidget(m_title, 1);
    row->addWidget(m_files);
    row->addWidget(m_save);
    row->addWidget(m_apply);
    layout->addLayout(row);
    layout->addWidget(m_diff, 1);
    m_diff->setLayoutMode(controls::DiffView::Layout::Inline);
    connect(m_apply, &QPushButton::clicked, this, &FixPanel::applyWanted);
    connect(m_save, &QPushButton::clicked, this, &FixPanel::saveWanted);
    connect(m_files, &QComboBox::currentIndexChanged, this, &FixPanel::showFile);
    clear();
}

void FixPanel::clear()
{
    m_title->clear();
    m_files->hide();
    m_apply->hide();
    m_save->hide();
    m_diff->clear(tr("Select a finding to see how to fix it."));
}

bool FixPanel::hasFix() const
{
    return m_apply->isVisibleTo(this);
}

void FixPanel::show(const FindingMaterial &material)
{
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    const bool usable = !material.fixAfter.empty();
    m_apply->setVisible(usable);
    m_save->setVisible(usable);
    m_apply->setEnabled(!material.changedSince);
    setFocusProxy(m_apply);
    m_apply->setToolTip(material.changedSince ? tr("The file was changed after the review: review again first.")
                                              : tr("Write the change into the file"));
    m_title->setText(material.finding.fix ? toText(material.finding.fix->title) : QString());
    for (const auto &[file, after] : material.fixAfter) {
        const QString before = QString::fromStdString(material.fixBefore.at(file));
        m_files->addItem(toText(file), QStringList{before, QString::fromStdString(after)});
    }
    m_files->setVisible(m_files->count() > 1);
    if (usable)
        showFile();
    else if (material.fixError)
        m_diff->clear(toText(material.fixError->text()));
    else
        m_diff->clear(material.finding.fixNote.empty()
                          ? tr("There is no automatic fix. The article says what to change by hand.")
                          : toText(material.finding.fixNote));
}

void FixPanel::showFile()
{
    const QStringList texts = m_files->currentData().toStringList();
    if (texts.size() == 2)
        m_diff->setTexts(m_files->currentText(), texts[0].toStdString(), m_files->currentText(), texts[1].toStdString(),
                         m_files->currentText());
}

} // namespace drydock::reviews
