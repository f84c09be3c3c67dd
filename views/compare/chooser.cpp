// SPDX-License-Identifier: MIT
#include "views/compare/chooser.h"

#include "views/controls/chiprow.h"
#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/models/runlistmodel.h"
#include "views/models/text.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::compare {

namespace {

QString kindId(SubjectKind kind)
{
    return QString::number(static_cast<int>(kind));
}

void choose(QComboBox *box, const std::string &id, int otherwise)
{
    const int found = box->findData(toText(id));
    box->setCurrentIndex(found >= 0 ? found : std::min(otherwise, box->count() - 1));
}

} // namespace

Chooser::Chooser(const controls::Theme &theme, controls::Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_dialogs(dialogs)
    , m_kind(new controls::ChipRow(theme, controls::ChipChoice::One))
    , m_asset(new QComboBox)
    , m_left(new QComboBox)
    , m_right(new QComboBox)
    , m_leftPath(makePath(tr("File or folder before")))
    , m_rightPath(makePath(tr("File or folder after")))
    , m_leftBrowse(makeBrowse(m_leftPath))
    , m_rightBrowse(makeBrowse(m_rightPath))
    , m_swap(new QToolButton)
{
    m_kind->setAccessibleName(tr("What to compare"));
    m_kind->setChips({{kindId(SubjectKind::Versions), tr("Versions"), -1, {}},
                      {kindId(SubjectKind::Runs), tr("Reviews"), -1, {}},
                      {kindId(SubjectKind::Files), tr("Files and folders"), -1, {}}});
    m_asset->setAccessibleName(tr("Asset"));
    m_left->setAccessibleName(tr("Before"));
    m_right->setAccessibleName(tr("After"));
    for (QComboBox *box : {m_asset, m_left, m_right}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(18);
    }
    m_swap->setIcon(theme.icon(u"exchange-positions"_s));
    m_swap->setToolTip(tr("Swap the sides"));
    m_swap->setAccessibleName(m_swap->toolTip());
    m_swap->setFocusPolicy(Qt::TabFocus);
    addWidgets();
    connectChoices();
    setSubject({});
}

void Chooser::addWidgets()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(16), m_theme.px(8));
    row->setSpacing(m_theme.px(8));
    m_kind->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_kind->setMinimumWidth(m_theme.px(340));
    row->addWidget(m_kind);
    row->addStretch(1);
    row->addWidget(m_asset);
    row->addWidget(m_leftPath, 6);
    row->addWidget(m_leftBrowse);
    row->addWidget(m_left);
    row->addWidget(m_swap);
    row->addWidget(m_right);
    row->addWidget(m_rightPath, 6);
    row->addWidget(m_rightBrowse);
}

void Chooser::connectChoices()
{
    connect(m_kind, &controls::ChipRow::chosenChanged, this, &Chooser::kindChosen);
    connect(m_asset, &QComboBox::activated, this, [this] {
        m_subject.left.clear();
        m_subject.right.clear();
        Q_EMIT assetChosen(m_asset->currentData().toString());
    });
    connect(m_left, &QComboBox::activated, this, &Chooser::takeLists);
    connect(m_right, &QComboBox::activated, this, &Chooser::takeLists);
    connect(m_leftPath, &QLineEdit::editingFinished, this, &Chooser::takePaths);
    connect(m_rightPath, &QLineEdit::editingFinished, this, &Chooser::takePaths);
    connect(m_swap, &QToolButton::clicked, this, &Chooser::swap);
}

QLineEdit *Chooser::makePath(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(name);
    edit->setAccessibleName(name);
    return edit;
}

QToolButton *Chooser::makeBrowse(QLineEdit *path)
{
    auto *button = new QToolButton;
    button->setIcon(m_theme.icon(u"document-open-folder"_s));
    button->setToolTip(tr("Choose a file or folder"));
    button->setAccessibleName(button->toolTip());
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    const auto take = [this, path](const QString &chosen) {
        if (chosen.isEmpty())
            return;
        path->setText(chosen);
        takePaths();
    };
    connect(menu->addAction(tr("File…")), &QAction::triggered, this,
            [this, take] { take(m_dialogs.openFile(this, tr("Choose a file"), QDir::homePath(), {})); });
    connect(menu->addAction(tr("Folder…")), &QAction::triggered, this,
            [this, take] { take(m_dialogs.openFolder(this, tr("Choose a folder"), QDir::homePath())); });
    button->setMenu(menu);
    return button;
}

void Chooser::kindChosen()
{
    const QStringList chosen = m_kind->chosen();
    if (chosen.isEmpty()) {
        m_kind->setChosen({kindId(m_subject.kind)});
        return;
    }
    const auto kind = static_cast<SubjectKind>(chosen.first().toInt());
    if (kind == m_subject.kind)
        return;
    m_subject = {kind, {}, {}};
    if (kind == SubjectKind::Files)
        m_subject = {kind, toUtf8(m_leftPath->text()), toUtf8(m_rightPath->text())};
    fillSides(m_choices);
    showFields();
    Q_EMIT subjectChanged();
}

void Chooser::setSubject(const Subject &subject)
{
    m_subject = subject;
    const QSignalBlocker quiet(m_kind);
    m_kind->setChosen({kindId(subject.kind)});
    if (subject.kind == SubjectKind::Files) {
        m_leftPath->setText(toText(subject.left));
        m_rightPath->setText(toText(subject.right));
    }
    showFields();
}

void Chooser::showFields()
{
    const bool files = m_subject.kind == SubjectKind::Files;
    // Fields without a choice say nothing; the empty page below tells what is missing.
    m_asset->setVisible(m_subject.kind == SubjectKind::Versions && m_asset->count() > 0);
    for (QComboBox *field : {m_left, m_right})
        field->setVisible(!files && field->count() > 0);
    m_swap->setVisible(files || m_left->count() > 0);
    for (QWidget *field : {static_cast<QWidget *>(m_leftPath), static_cast<QWidget *>(m_rightPath),
                           static_cast<QWidget *>(m_leftBrowse), static_cast<QWidget *>(m_rightBrowse)})
        field->setVisible(files);
    m_swap->setEnabled(isComplete());
}

void Chooser::setChoices(const Choices &choices)
{
    m_choices = choices;
    m_asset->clear();
    for (const project::Asset &asset : choices.assets)
        m_asset->addItem(toText(asset.name), toText(asset.id));
    choose(m_asset, choices.assetId, 0);
    fillSides(choices);
    showFields();
}

void Chooser::fillSides(const Choices &choices)
{
    if (m_subject.kind == SubjectKind::Files)
        return;
    for (QComboBox *box : {m_left, m_right}) {
        box->clear();
        if (m_subject.kind == SubjectKind::Runs) {
            for (const project::Run &run : choices.runs)
                box->addItem(u"%1  %2"_s.arg(tr("Run %1").arg(run.number), models::relativeTime(run.created)),
                             toText(run.id));
        } else {
            for (const project::AssetVersion &version : choices.versions)
                box->addItem(u"v%1  %2"_s.arg(version.number).arg(models::relativeTime(version.created)),
                             toText(version.id));
        }
    }
    choose(m_left, m_subject.left, 1);
    choose(m_right, m_subject.right, 0);
    // Nothing is proposed when there is only one: comparing it with itself helps nobody.
    if (m_left->count() > 1 || !m_subject.left.empty()) {
        m_subject.left = toUtf8(m_left->currentData().toString());
        m_subject.right = toUtf8(m_right->currentData().toString());
    }
}

void Chooser::takeLists()
{
    m_subject.left = toUtf8(m_left->currentData().toString());
    m_subject.right = toUtf8(m_right->currentData().toString());
    showFields();
    Q_EMIT subjectChanged();
}

void Chooser::takePaths()
{
    const Subject wanted{SubjectKind::Files, toUtf8(m_leftPath->text().trimmed()),
                         toUtf8(m_rightPath->text().trimmed())};
    if (wanted == m_subject)
        return;
    m_subject = wanted;
    showFields();
    Q_EMIT subjectChanged();
}

void Chooser::swap()
{
    std::swap(m_subject.left, m_subject.right);
    if (m_subject.kind == SubjectKind::Files) {
        m_leftPath->setText(toText(m_subject.left));
        m_rightPath->setText(toText(m_subject.right));
    } else {
        choose(m_left, m_subject.left, 0);
        choose(m_right, m_subject.right, 0);
    }
    Q_EMIT subjectChanged();
}

} // namespace drydock::compare
