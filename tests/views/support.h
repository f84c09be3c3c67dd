// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/dialogs.h"
#include "views/controls/syntax.h"
#include "views/controls/theme.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"
#include "views/shell/pagecontext.h"
#include "views/shell/problemlist.h"
#include "views/shell/statusboard.h"
#include "views/shell/taskrunner.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <string>

namespace drydock::test {

/// Everything a window needs, with prepared answers in place of dialogs and settings in a temporary folder.
struct Shell
{
    Shell();

    QTemporaryDir folder;
    QSettings settings;
    controls::Theme theme;
    controls::Syntax syntax;
    controls::PreparedDialogs dialogs;
    shell::TaskRunner tasks;
    shell::Notifications notifications;
    shell::Navigator navigator;
    shell::ActiveProject project;
    shell::StatusBoard status;
    shell::ProblemList problems;
    shell::PageContext context;
};

/// Saves what the widget shows as <build>/screenshots/<name>.png; the test fails when that is nothing.
void savePicture(QWidget &widget, const QString &name);
/// What a person reads on the widget: the texts of its visible labels and buttons, a line each.
[[nodiscard]] std::string shownText(const QWidget &widget);
/// Runs events until `condition` holds; false after half a minute, so that a busy machine is
/// given time.
[[nodiscard]] bool waitFor(const std::function<bool()> &condition);
/// Runs events until no task runs, nor one that the result of another started; false after half a minute.
[[nodiscard]] bool waitForTasks(const shell::TaskRunner &tasks);

} // namespace drydock::test
