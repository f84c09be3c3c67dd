// SPDX-License-Identifier: MIT
// The second half of the demo: publish, mirror, and let the real terraform install both.
#include "app/cli/demojob.h"
#include "app/cli/demoprovider.h"
#include "app/wiring/services.h"
#include "app/wiring/stationworkspace.h"
#include "core/base/atomicfile.h"
#include "core/base/datadirectory.h"
#include "core/base/filereader.h"
#include "core/base/program.h"
#include "core/base/temporaryfolder.h"
#include "core/server/snippets.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace drydock::cli {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

static constexpr const char *moduleAddress = "harbour/resource-labels/generic";
static constexpr const char *providerSource = "registry.terraform.io/harbour/demo";
static constexpr const char *providerVersion = "1.0.0";
static constexpr const char *scratchPrefix = "drydock-demo-";

Result<> DemoJob::publish(const wiring::StationWorkspace &station)
{
    heading("The registry");
    const auto data = dataDirectory();
    if (!data)
        return Failure(data.error());
    const auto saved = saveFolder(*data / "demo" / "resource-labels", "Resource labels", "module", "For every stack");
    if (!saved)
        return Failure(saved.error());
    const auto folder = m_services.library().folder(saved->version);
    const auto address = registry::ModuleAddress::parse(moduleAddress);
    if (!folder || !address)
        return Failure(folder ? address.error() : folder.error());
    // A published version never changes: other content gets the next number.
    auto published = station.modules().publishFolder(*folder, *address, "1.0.0", m_task);
    for (int patch = 1; !published && published.error().code == "module.version-exists" && patch < 1000; ++patch)
        published = station.modules().publishFolder(*folder, *address, "1.0." + std::to_string(patch), m_task);
    if (!published)
        return Failure(published.error());
    m_moduleVersion = published->version.version;
    if (auto recorded = m_services.library().recordPublication(
            {saved->version.id, "module", moduleAddress, m_moduleVersion, m_services.workspace().clock().now()});
        !recorded)
        return recorded;
    line("Library version " + saved->asset.slug + " v" + std::to_string(saved->version.number) +
         (published->outcome == registry::PublishOutcome::Published ? " published as " : " was published before as ") +
         moduleAddress + " " + m_moduleVersion);
    line(std::to_string(published->version.files) + " files, " + std::to_string(published->version.size) +
         " bytes, sha256 " + published->version.sha256);
    document()["module"] = {
        {"address", moduleAddress}, {"version", m_moduleVersion}, {"sha256", published->version.sha256}};
    return {};
}

Result<> DemoJob::mirrorProvider(const wiring::StationWorkspace &station)
{
    heading("The provider mirror");
    const auto scratch = TemporaryFolder::create(scratchPrefix);
    if (!scratch)
        return Failure(scratch.error());
    const fs::path folder = scratch->path();
    const auto zip = writeDemoProvider(folder, "demo", providerVersion, machinePlatform());
    if (!zip)
        return Failure(zip.error());
    const auto source = registry::ProviderAddress::parse(providerSource);
    if (!source)
        return Failure(source.error());
    const auto added = station.mirror().add(*zip, *source, m_task);
    if (!added)
        return Failure(added.error());
    m_provider = providerSource;
    const mirror::MirrorArchive &archive = added->archive;
    line(archive.address.text() + " " + archive.version + " for " + archive.platform.text() +
         (added->outcome == mirror::AddOutcome::Added ? " added, " : " was there already, ") + archive.h1);
    document()["provider"] = {{"source", archive.address.text()}, {"version", archive.version}, {"h1", archive.h1}};
    return {};
}

std::string DemoJob::initConfiguration(const std::string &url) const
{
    // The snippet that the Server page offers, with the module's inputs added.
    std::string module = server::moduleUse(url, moduleAddress, m_moduleVersion);
    module.insert(module.rfind('}'), "\n  environment = \"prod\"\n  component   = \"network\"\n  owner       = "
                                     "\"platform@harbour.example\"\n");
    return "terraform {\n  required_providers {\n    demo = {\n      source  = \"" + m_provider +
           "\"\n      version = \"" + providerVersion + "\"\n    }\n  }\n}\n\n" + module;
}

void DemoJob::printInitByHand(const std::string &url, const fs::path &authority, const std::string &configuration)
{
    line("terraform is not on PATH. To see it by hand, run `drydockctl serve` and, in an empty folder with this "
         "main.tf:");
    std::istringstream lines(configuration + "\n" + server::mirrorConfiguration(url));
    for (std::string text; std::getline(lines, text);)
        line("  " + text);
    line("SSL_CERT_FILE=" + authority.string() + " TF_CLI_CONFIG_FILE=FILE terraform init");
}

Result<> DemoJob::terraformInit(const std::string &url, const fs::path &authority)
{
    heading("terraform init in another folder");
    const std::string configuration = initConfiguration(url);
    const std::string program = isOnPath("terraform") ? "terraform" : isOnPath("tofu") ? "tofu" : "";
    if (program.empty()) {
        printInitByHand(url, authority, configuration);
        document()["init"] = ordered_json();
        return {};
    }
    const auto scratch = TemporaryFolder::create(scratchPrefix);
    if (!scratch)
        return Failure(scratch.error());
    const fs::path folder = scratch->path();
    const fs::path project = folder / "stack";
    for (const auto &[file, text] : {std::pair{project / "main.tf", configuration},
                                     std::pair{folder / "cli.tfrc", server::mirrorConfiguration(url)}})
        if (auto written = writeFileAtomically(file, text); !written)
            return written;
    const auto done = runProgram({.arguments = {program, "init", "-no-color", "-input=false"},
                                  .environment = {{"TF_CLI_CONFIG_FILE", (folder / "cli.tfrc").string()},
                                                  {"SSL_CERT_FILE", authority.string()},
                                                  {"CHECKPOINT_DISABLE", "1"},
                                                  {"HOME", folder.string()}},
                                  .directory = project},
                                 m_console.stop);
    if (!done)
        return Failure(done.error());
    // What was installed; all of it when something went wrong.
    std::istringstream lines(done->output);
    for (std::string text; std::getline(lines, text);)
        if (done->code != 0 || text.starts_with("- ") || text.starts_with("Downloading") ||
            text.ends_with("initialized!"))
            line("| " + text);
    if (done->code != 0)
        return failure("demo.init", program + " init ended with exit code " + std::to_string(done->code) + ".", url,
                       "Its output above says why.");
    const auto lock = readFile(project / ".terraform.lock.hcl");
    const bool module = fs::exists(project / ".terraform/modules/resource-labels/main.tf");
    const bool provider = lock && lock->find(providerSource) != std::string::npos;
    if (!module || !provider)
        return failure("demo.init", program + " init installed less than it should have.", project.string(), {});
    line("Installed: module " + std::string(moduleAddress) + " " + m_moduleVersion + " from the registry, provider " +
         providerSource + " " + providerVersion + " from the mirror, its checksum in the lock file.");
    document()["init"] = {{"program", program}, {"module", true}, {"provider", true}};
    return {};
}

} // namespace drydock::cli
