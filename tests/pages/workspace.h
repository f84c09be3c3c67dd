// SPDX-License-Identifier: MIT
#pragma once

#include "app/wiring/services.h"
#include "core/policy/finding.h"
#include "tests/views/support.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>

namespace drydock::test {

/// A workspace in a temporary folder with a copy of the demo project "Landing zone", opened in place.
struct Workspace
{
    Workspace();

    [[nodiscard]] std::filesystem::path root() const; ///< of the project
    /// One finding per resource block of the project's files, severities in turn, the first with a fix; repeated until
    /// there are `atLeast`.
    [[nodiscard]] policy::ReviewResult findings(std::size_t atLeast = 0) const;
    /// Stores a review of the project as a run.
    project::Run store(const policy::ReviewResult &result);

    QTemporaryDir folder;
    std::unique_ptr<wiring::Services> services;
    project::Project project;
};

/// Saves the widget in both themes and two sizes: <name>-<light|dark>-<width>.png.
void savePictures(Shell &shell, QWidget &widget, const QString &name);

} // namespace drydock::test
