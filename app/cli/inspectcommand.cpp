// SPDX-License-Identifier: MIT
#include "app/cli/inspectcommand.h"

#include "app/cli/consoletask.h"
#include "core/base/atomicfile.h"
#include "core/terraform/configuration.h"
#include "core/terraform/module.h"
#include "core/terraform/modulesummary.h"

#include <ostream>

namespace drydock::cli {

void InspectCommand::configure(CommandOptions options)
{
    options.add("DIR", m_directory, "The module's directory").showDefault();
    options
        .add("--format", m_format,
             "markdown (tables as terraform-docs writes them) or json (as terraform-config-inspect writes it)")
        .choices({"markdown", "json"})
        .showDefault();
    options.add("--output", m_output, "Write to this file instead of standard output");
    options.footer("Exit codes: 0 done, 2 the directory or a file in it cannot be read.");
}

int InspectCommand::run(Console &console)
{
    const auto configuration = terraform::load(m_directory, {}, consoleTask(console));
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
            place = (std::filesystem::path(m_directory) / problem.place->file).string() + ":" +
                    std::to_string(problem.place->line);
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
