// SPDX-License-Identifier: MIT
#pragma once

#include "app/workbench/workbench.h"
#include "tests/views/support.h"
#include "views/shell/link.h"
#include "views/shell/mainwindow.h"

#include <QAbstractButton>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace drydock::test {

/// The real window with real services on a workspace of its own, and what a person does in it.
class Journey : public ::testing::Test
{
public:
    Journey();

    [[nodiscard]] shell::MainWindow &window() { return bench->window(); }
    /// Until no task is running.
    void settle();
    void go(const shell::Link &link);
    /// Saves the window in both themes and two sizes, and once in high contrast.
    void picture(const QString &name);
    /// The same of a dialog in its own size.
    void dialogPicture(QWidget &dialog, const QString &name);
    /// Runs the action of this id from wherever the user is, as the command palette does.
    void trigger(const QString &id);
    /// Presses the visible button of this name with the mouse.
    void click(const QString &name);
    /// Presses the button of the page's bar that stands for the action of this id.
    void clickAction(const QString &id);
    /// Keys go to the widget that has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// Replaces the text of the visible field of this name, key by key.
    void fill(const QString &name, const QString &text);
    [[nodiscard]] QString lastNews() const;

    template <typename Widget>
    [[nodiscard]] Widget *peek(const QString &name = {})
    {
        const auto all = window().findChildren<Widget *>(name);
        for (Widget *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name = {})
    {
        Widget *found = peek<Widget>(name);
        if (!found)
            ADD_FAILURE() << "not visible: " << name.toStdString() << Widget::staticMetaObject.className();
        return found;
    }

    QTemporaryDir folder;
    QSettings settings;
    controls::PreparedDialogs dialogs;
    std::unique_ptr<workbench::Workbench> bench;
    QString platformGap; ///< what this machine lacks for a part of the journey; empty when all of it was done
};

// The legs of the journey, in their order.
void generateFirstVersion(Journey &journey);
void reviewTheDemo(Journey &journey);
void fixAFinding(Journey &journey);
void waiveAFinding(Journey &journey);
void exportTheReport(Journey &journey);
void generateAnotherVersion(Journey &journey);
void compareVersions(Journey &journey);
void publishFromTheLibrary(Journey &journey);
void serveTheTeam(Journey &journey);

} // namespace drydock::test
