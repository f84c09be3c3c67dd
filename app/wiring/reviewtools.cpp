// SPDX-License-Identifier: MIT
#include "app/wiring/reviewtools.h"

#include "core/report/format.h"
#include "core/report/sourcetext.h"

namespace drydock::wiring {

namespace fs = std::filesystem;

project::ReviewTools reviewTools()
{
    project::ReviewTools tools;
    tools.review = [](const fs::path &root, const project::ReviewRequest &,
                      const Task &) -> Result<policy::ReviewResult> {
        return failure("review.no-rules", "This build has no policies.", root.string(), "Build it with core/policy.");
    };
    tools.json = [](const policy::ReviewResult &result, const fs::path &root) -> Result<std::string> {
        return report::writeJson(result, report::folderSource(root));
    };
    tools.html = [](const policy::ReviewResult &result, const fs::path &root) -> Result<std::string> {
        return report::writeHtml(result, report::folderSource(root));
    };
    return tools;
}

} // namespace drydock::wiring
