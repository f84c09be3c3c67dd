// SPDX-License-Identifier: MIT
#include "views/controls/dialogs.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::controls {

namespace {

enum class Accept { Goes, Destroys };

/// The window's margin of 16 and a width of 400 at 100 %, by the font, which grows with the zoom.
QVBoxLayout *makeColumn(QDialog &dialog)
{
    const int margin = dialog.fontMetrics().height() * 8 / 9;
    dialog.setMinimumWidth(margin * 25);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin * 3 / 4);
    return layout;
}

QLabel *makeText(const QString &text, const QString &tone)
{
    auto *label = new QLabel(text);
    label->setProperty("tone", tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What destroys is never the answer of a Return pressed too early.
void addButtons(QDialog &dialog, const QString &text, Accept accept)
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *button = new QPushButton(text);
    button->setProperty("kind", accept == Accept::Destroys ? QStringLiteral("danger") : QStringLiteral("primary"));
    box->addButton(button, QDialogButtonBox::AcceptRole);
    dialog.layout()->addWidget(box);
    QPushButton *preferred = accept == Accept::Destroys ? box->button(QDialogButtonBox::Cancel) : button;
    preferred->setDefault(true);
    preferred->setFocus();
    QObject::connect(box, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
}

/// Texts that wrap ask for more height than they use at the width they get.
bool isAccepted(QDialog &dialog)
{
    const auto parts = dialog.findChildren<QWidget *>();
    for (const QWidget *part : parts)
        part->ensurePolished();
    const int width = std::max(dialog.minimumWidth(), dialog.layout()->minimumSize().width());
    dialog.resize(width, dialog.layout()->hasHeightForWidth() ? dialog.layout()->heightForWidth(width)
                                                              : dialog.layout()->sizeHint().height());
    return dialog.exec() == QDialog::Accepted;
}

} // namespace

QString DesktopDialogs::openFolder(QWidget *parent, const QString &title, const QString &start)
{
    return QFileDialog::getExistingDirectory(parent, title, start);
}

QString DesktopDialogs::openFile(QWidget *parent, const QString &title, const QString &start, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, start, filter);
}

QString DesktopDialogs::saveFile(QWidget *parent, const QString &title, const QString &proposal, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, proposal, filter);
}

bool DesktopDialogs::ask(QWidget *parent, const Question &question)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(question.title);
    QVBoxLayout *layout = makeColumn(dialog);
    layout->addWidget(makeText(question.text, QStringLiteral("section")));
    if (!question.details.isEmpty())
        layout->addWidget(makeText(question.details, {}));
    addButtons(dialog, question.acceptText, question.destructive ? Accept::Destroys : Accept::Goes);
    return isAccepted(dialog);
}

QString DesktopDialogs::askText(QWidget *parent, const QString &title, const QString &label, const QString &proposal)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    QVBoxLayout *layout = makeColumn(dialog);
    auto *edit = new QLineEdit(proposal);
    edit->setAccessibleName(label);
    edit->selectAll();
    auto *name = makeText(label, QStringLiteral("label"));
    name->setBuddy(edit);
    layout->addWidget(name);
    layout->addWidget(edit);
    addButtons(dialog, title, Accept::Goes);
    edit->setFocus();
    return isAccepted(dialog) ? edit->text().trimmed() : QString();
}

} // namespace drydock::controls
