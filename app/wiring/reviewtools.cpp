// SPDX-License-Identifier: MIT
#include "app/wiring/reviewtools.h"

#include "app/wiring/schemas.h"
#include "core/base/clock.h"
#include "core/policy/review.h"
#include "core/policy/ruleset.h"
#include "core/report/format.h"
#include "core/report/sourcetext.h"

#include <memory>
#include <mutex>

namespace drydock::wiring {

namespace fs = std::filesystem;

namespace {

/// Loaded at the first review and kept; a failure is not, the next review tries again. Safe from any thread.
class ShippedRules
{
public:
    Result<std::shared_ptr<const policy::RuleSet>> load()
    {
        const std::lock_guard lock(m_mutex);
        if (m_rules)
            return m_rules;
        auto rules = policy::RuleSet::shipped();
        if (!rules)
            return tl::unexpected(rules.error());
        m_rules = std::make_shared<const policy::RuleSet>(std::move(*rules));
        return m_rules;
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<const policy::RuleSet> m_rules;
};

} // namespace

project::ReviewTools reviewTools(const project::Workspace &workspace,
                                 std::shared_ptr<const terraform::ModuleResolver> modules)
{
    project::ReviewTools tools;
    tools.review = [rules = std::make_shared<ShippedRules>(), &workspace,
                    modules = std::move(modules)](const fs::path &root, const project::ReviewRequest &request,
                                                  const Task &task) -> Result<policy::ReviewResult> {
        const auto loaded = rules->load();
        if (!loaded)
            return tl::unexpected(loaded.error());
        const auto schemas = schemasFor(workspace, root);
        if (!schemas)
            return tl::unexpected(schemas.error());
        policy::ReviewRequest wanted;
        wanted.schemas = schemas->get();
        wanted.paths = {root};
        wanted.configFile = request.configuration;
        wanted.baseline = request.baseline;
        wanted.modules = modules.get();
        return policy::review(wanted, **loaded, SystemClock(), task);
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
