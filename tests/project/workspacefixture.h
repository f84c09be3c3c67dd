// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/artifactservice.h"
#include "core/project/findingservice.h"
#include "core/project/libraryservice.h"
#include "core/project/projectservice.h"
#include "core/project/reviewservice.h"
#include "core/project/runservice.h"
#include "core/project/workspace.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace drydock::project {

/// Moves on by a second each time it is asked.
class SteppingClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;

private:
    mutable std::int64_t m_seconds = 1'790'000'000;
};

/// A workspace in a scratch folder, opened by openWorkspace().
class WorkspaceFixture : public testing::Test
{
protected:
    [[nodiscard]] std::filesystem::path folder() const { return m_scratch.path() / "workspace"; }
    [[nodiscard]] std::unique_ptr<Workspace> openWorkspace() const;

    ScratchFolder m_scratch;
};

/// A finding with a fingerprint made of its parts.
[[nodiscard]] policy::Finding makeFinding(const std::string &rule, policy::Severity severity,
                                          const std::string &resource, const std::string &file, std::uint32_t line);
[[nodiscard]] policy::ReviewResult makeReview(std::vector<policy::Finding> findings);
/// Tools that give `result` back and write small reports.
[[nodiscard]] ReviewTools fixedTools(const policy::ReviewResult &result);

/// What does not agree between database and tree, one line each: files without a row, rows without a whole file,
/// anything left in staging.
[[nodiscard]] std::vector<std::string> disagreements(const Workspace &workspace);

} // namespace drydock::project
