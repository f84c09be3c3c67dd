// SPDX-License-Identifier: MIT
#include "app/cli/inspectcommand.h"

#include "app/cli/consoletask.h"
#include "app/wiring/workspacemodules.h"
#include "core/base/atomicfile.h"
#include "core/terraform/configuration.h"
#include "core/terraform/module.h"
#include "core/terraform/modulesummary.h"

#include <ostream>

namespace drydock::cli {

namespace fs = std::filesystem;

void InspectCommand::configure(CommandOptions options)
{
    options.add("DIR", m_directory, "The module's directory, or the address of a published one: acme/network/aws")
        .showDefault();
    options
        .add("--format", m_format,
             "markdown (tables as terraform-docs writes them) or json (as terraform-config-inspect writes it)")
        .choices({"markdown", "json"})
        .showDefault();
    options.add("--output", m_output, "Write to this file instead of standard output");
    options.add("--version", m_version, "Of a published module: a constraint; its newest release when left out");
    m_workspace.declare(options, "Workspace whose published modules can be described");
    options.footer("Exit codes: 0 done, 2 the directory or a file in it cannot be read.");
}

Result<fs::path> InspectCommand::directory() const
{
    std::error_code ignored;
    if (m_directory.empty() || fs::exists(m_directory, ignored))
        return m_directory;
    const auto modules = wiring::workspaceModules(fs::path(m_workspace.folder()));
    const auto published = modules->resolve({m_directory, m_version});
    if (!published)
        return Failure(published.error());
    return *published ? (*published)->directory : fs::path(m_directory);
}

int InspectCommand::run(Console &console)
{
    const auto folder = directory();
    if (!folder)
        return report(console, folder.error());
    const auto configuration = terraform::load(*folder, {}, consoleTask(console));
    clearProgress(console);
    if (!configuration)
        return report(console, configuration.error());
    const terraform::ModuleSummary summary = terraform::summarize(*configuration->root().module);
    const std::string text =
        m_format == "json" ? terraform::summaryJson(summary, m_directory) : terraform::summaryMarkdown(summary);
    bool readable = true;
    for (const terraform::ModuleSummary::Problem &problem : summary.problems) {
        std::string place = m_directory;
        if (problem.place)
            place = (fs::path(m_directory) / problem.place->file).string() + ":" + std::to_string(problem.place->line);
        console.err << problem.severity << ": "
                    << Error{"inspect.problem", problem.summary + ": " + problem.detail, place, {}}.text() << '\n';
        readable = readable && problem.severity != "error";
    }
    if (m_output.empty() || m_output == "-")
        console.out << text;
    else if (auto written = writeNamedFile(m_output, text); !written)
        return report(console, written.error());
    return readable ? Success : Unusable;
}

} // namespace drydock::cli
