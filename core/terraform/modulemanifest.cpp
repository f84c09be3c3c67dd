// SPDX-License-Identifier: MIT
#include "core/terraform/modulemanifest.h"

#include "core/hcl/json.h"
#include "core/hcl/value.h"
#include "core/terraform/address.h"

namespace drydock::terraform {

namespace fs = std::filesystem;

static std::string textOf(const hcl::Value &object, std::string_view name)
{
    const hcl::Value *value = object.find(name);
    return value != nullptr && value->is(hcl::Kind::String) ? value->asString() : std::string();
}

ModuleManifest ModuleManifest::read(const FileSource &files, const fs::path &directory,
                                    std::vector<Diagnostic> &diagnostics)
{
    ModuleManifest manifest;
    const fs::path file = directory / ".terraform" / "modules" / "modules.json";
    if (!files.isFile(file))
        return manifest;
    const Result<hcl::Value> parsed =
        files.read(file).and_then([](const std::string &text) { return hcl::fromJson(text); });
    const hcl::Value *modules = parsed && parsed->is(hcl::Kind::Object) ? parsed->find("Modules") : nullptr;
    if (modules == nullptr) {
        diagnostics.push_back({DiagnosticSeverity::Warning,
                               "module.manifest",
                               "Module manifest not read",
                               parsed ? "It has no list \"Modules\"." : parsed.error().message,
                               "Run terraform init again.",
                               {},
                               file.generic_string()});
        return manifest;
    }
    for (const hcl::Value &entry : modules->elements()) {
        if (!entry.is(hcl::Kind::Object))
            continue;
        // A relative Dir starts at the root module, where terraform ran.
        const fs::path target = directory / textOf(entry, "Dir");
        manifest.m_entries[textOf(entry, "Key")] = {textOf(entry, "Source"), target};
    }
    return manifest;
}

fs::path ModuleManifest::find(const ModulePath &path, std::string_view source) const
{
    std::string key;
    for (const ModuleStep &step : path.steps)
        key += (key.empty() ? "" : ".") + step.name;
    const auto it = m_entries.find(key);
    if (it == m_entries.end())
        return {};
    // The manifest keeps registry addresses in full: registry.terraform.io/terraform-aws-modules/vpc/aws.
    const std::string &installed = it->second.source;
    const bool same = installed == source || installed.ends_with("/" + std::string(source)) ||
                      installed.ends_with("::" + std::string(source));
    return same || installed.empty() ? it->second.directory : fs::path();
}

} // namespace drydock::terraform
