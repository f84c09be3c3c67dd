// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace drydock::controls {

/// A question with one decision. `details` says what will be lost or changed.
struct Question
{
    QString title;
    QString text;
    QString details;
    QString acceptText; ///< the verb: "Delete project"
    bool destructive = false;
};

/// Every modal question goes through here, so that a test can answer.
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    /// Empty when the user cancelled.
    [[nodiscard]] virtual QString openFolder(QWidget *parent, const QString &title, const QString &start) = 0;
    [[nodiscard]] virtual QString openFile(QWidget *parent, const QString &title, const QString &start,
                                           const QString &filter) = 0;
    [[nodiscard]] virtual QString saveFile(QWidget *parent, const QString &title, const QString &proposal,
                                           const QString &filter) = 0;
    [[nodiscard]] virtual bool ask(QWidget *parent, const Question &question) = 0;
    /// One line of text; empty when cancelled. `proposal` is selected.
    [[nodiscard]] virtual QString askText(QWidget *parent, const QString &title, const QString &label,
                                          const QString &proposal) = 0;
};

/// The desktop's own dialogs.
class DesktopDialogs final : public Dialogs
{
public:
    QString openFolder(QWidget *parent, const QString &title, const QString &start) override;
    QString openFile(QWidget *parent, const QString &title, const QString &start, const QString &filter) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &proposal, const QString &filter) override;
    bool ask(QWidget *parent, const Question &question) override;
    QString askText(QWidget *parent, const QString &title, const QString &label, const QString &proposal) override;
};

/// Answers prepared beforehand, in order per kind; an unexpected question is answered "cancel".
class PreparedDialogs final : public Dialogs
{
public:
    QString openFolder(QWidget *, const QString &, const QString &) override { return take(folders); }
    QString openFile(QWidget *, const QString &, const QString &, const QString &) override { return take(files); }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return take(saves); }
    bool ask(QWidget *, const Question &question) override
    {
        asked << question.text;
        return !answers.isEmpty() && answers.takeFirst();
    }
    QString askText(QWidget *, const QString &, const QString &label, const QString &) override
    {
        asked << label;
        return take(texts);
    }

    QStringList folders;
    QStringList files;
    QStringList saves;
    QStringList texts;
    QList<bool> answers;
    QStringList asked;

private:
    static QString take(QStringList &list) { return list.isEmpty() ? QString() : list.takeFirst(); }
};

} // namespace drydock::controls
