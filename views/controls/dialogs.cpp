// SPDX-License-Identifier: MIT
#include "views/controls/dialogs.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace drydock::controls {

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
    QMessageBox box(QMessageBox::NoIcon, question.title, question.text, QMessageBox::Cancel, parent);
    box.setInformativeText(question.details);
    QPushButton *accept = box.addButton(question.acceptText, QMessageBox::AcceptRole);
    accept->setProperty("kind", question.destructive ? QStringLiteral("danger") : QStringLiteral("primary"));
    if (question.destructive)
        box.setDefaultButton(QMessageBox::Cancel);
    else
        box.setDefaultButton(accept);
    box.exec();
    return box.clickedButton() == accept;
}

QString DesktopDialogs::askText(QWidget *parent, const QString &title, const QString &label, const QString &proposal)
{
    bool accepted = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, proposal, &accepted);
    return accepted ? text.trimmed() : QString();
}

} // namespace drydock::controls
