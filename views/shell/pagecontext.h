// SPDX-License-Identifier: MIT
#pragma once

class QSettings;

namespace drydock::controls {
class Dialogs;
class Syntax;
class Theme;
} // namespace drydock::controls

namespace drydock::shell {

class ActiveProject;
class Navigator;
class Notifications;
class ProblemList;
class StatusBoard;
class TaskRunner;

/// What every page is given besides the core services it needs. Built once in main(); outlives all pages.
struct PageContext
{
    controls::Theme &theme;
    controls::Syntax &syntax;
    controls::Dialogs &dialogs;
    TaskRunner &tasks;
    Notifications &notifications;
    Navigator &navigator;
    ActiveProject &project;
    StatusBoard &status;
    ProblemList &problems;
    QSettings &settings; ///< the user's; keys are "<page>/<name>"
};

} // namespace drydock::shell
