// SPDX-License-Identifier: MIT
// The demo's visit to a generator: answers, files, checks, a version in the library.
#include "app/cli/demojob.h"
#include "app/wiring/services.h"
#include "core/hcl/json.h"

#include <nlohmann/json.hpp>

namespace drydock::cli {

static constexpr const char *generatorSlug = "aws-s3-baseline";

/// The defaults with the answers that have none.
static hcl::Fields demoAnswers(const generator::Generator &generator)
{
    hcl::Fields answers = generator.defaults();
    for (hcl::Field &field : answers)
        if (field.name == "bucket_name")
            field.value = hcl::Value::string("harbour-audit-exports");
    return answers;
}

static Result<> firstProblem(const generator::Generator &generator, const hcl::Fields &answers)
{
    const auto problems = generator.validateInputs(answers);
    if (problems.empty())
        return {};
    return failure("demo.generator", problems.front().input + ": " + problems.front().message, generatorSlug);
}

Result<> DemoJob::generate()
{
    heading("The generator");
    const auto catalog = m_services.generators();
    if (!catalog)
        return Failure(catalog.error());
    const auto generator = catalog->require(generatorSlug);
    if (!generator)
        return Failure(generator.error());
    const hcl::Fields answers = demoAnswers(*generator);
    if (auto valid = firstProblem(*generator, answers); !valid)
        return valid;
    const auto rendered = generator->render(answers, m_task);
    if (!rendered)
        return Failure(rendered.error());
    const auto inputs = hcl::toJson(hcl::Value::object(answers));
    if (!inputs)
        return Failure(inputs.error());
    project::GenerationRequest request{.projectId = m_project.id,
                                       .assetName = "Audit exports bucket",
                                       .generator = generatorSlug,
                                       .inputs = *inputs,
                                       .description = generator->info().summary,
                                       .tags = generator->info().tags};
    for (const generator::RenderedFile &file : *rendered)
        request.files.push_back({file.path, file.text});
    const auto checked = m_services.reviewFiles(request.files, m_task);
    if (!checked)
        return Failure(checked.error());
    request.validation = wiring::validationSummary(*checked);
    const auto stored = m_services.generations().save(request, m_task);
    if (!stored)
        return Failure(stored.error());
    const project::SavedVersion &saved = stored->saved;
    line(generator->info().title + " (" + generatorSlug + " " + generator->info().version + ") wrote " +
         std::to_string(rendered->size()) + " files; checked by " + std::to_string(checked->rules) +
         " policies: " + request.validation.text);
    for (const policy::Finding &finding : checked->findings)
        if (finding.status == policy::FindingStatus::Open)
            line(std::string(policy::severityName(finding.severity)) + "  " + finding.message);
    line((saved.outcome == project::SaveOutcome::Created ? "Saved " : "Nothing changed since ") + saved.asset.slug +
         " v" + std::to_string(saved.version.number) + " by run " + std::to_string(stored->run.number));
    document()["generated"] = {{"generator", generatorSlug},
                               {"asset", saved.asset.slug},
                               {"version", saved.version.number},
                               {"files", rendered->size()},
                               {"findings", request.validation.findings},
                               {"passed", request.validation.state != project::ValidationState::Failed}};
    return {};
}

} // namespace drydock::cli
