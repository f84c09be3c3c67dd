// SPDX-License-Identifier: MIT
#include "core/terraform/unused.h"

#include "core/terraform/module.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>

namespace drydock::terraform {

namespace {

class UnusedSearch
{
public:
    explicit UnusedSearch(const Module &module)
        : m_module(module)
    {
        const auto collect = [this](const auto &declarations) {
            for (const auto &declaration : declarations)
                collectFrom(declaration.references);
        };
        collect(module.locals());
        collect(module.resources());
        collect(module.calls());
        collect(module.outputs());
        collect(module.providers());
        collect(module.checks());
        collect(module.imports());
        for (const Variable &variable : module.variables()) {
            for (const Reference &reference : variable.references) {
                // A validation rule of its own is no use.
                if (reference.subject != "var." + variable.name)
                    m_used.insert(reference.subject);
            }
        }
        for (const hcl::Block &block : module.settings().blocks)
            collectFrom(referencesIn(block.body()));
    }

    std::vector<Diagnostic> run()
    {
        for (const Variable &variable : m_module.variables()) {
            if (!m_used.contains("var." + variable.name))
                report("variable", "var." + variable.name, lastLabel(variable.block));
        }
        for (const Local &local : m_module.locals()) {
            if (!m_used.contains("local." + local.name))
                report("local", "local." + local.name, rangeOf(local.attribute, local.attribute.nameRange()));
        }
        for (const Resource &resource : m_module.resources()) {
            const std::string address = "data." + resource.type + "." + resource.name;
            // A data source with conditions is there for them.
            if (resource.mode == ResourceMode::Data && resource.check.empty() && !resource.content.block("lifecycle") &&
                !m_used.contains(address))
                report("data", address, lastLabel(resource.block));
        }
        return std::move(m_found);
    }

private:
    void collectFrom(const std::vector<Reference> &references)
    {
        for (const Reference &reference : references)
            m_used.insert(reference.subject);
    }

    // The name without its quotes.
    static SourceRange lastLabel(const hcl::Block &block)
    {
        SourceRange range = rangeOf(block, block.headerRange());
        for (const hcl::Label label : block.labels()) {
            range = rangeOf(label);
            if (label.text().size() > 1 && label.text().starts_with('"'))
                range = {range.file, range.start + 1, range.end - 1};
        }
        return range;
    }

    void report(const std::string &kind, const std::string &address, SourceRange range)
    {
        const std::string what = kind == "variable" ? "variable" : kind == "local" ? "local value" : "data source";
        m_found.push_back({DiagnosticSeverity::Warning,
                           "unused." + kind,
                           "Unused " + what,
                           "Nothing in this module refers to " + address + ".",
                           "Remove it, or use it.",
                           range,
                           {}});
    }

    const Module &m_module;
    std::unordered_set<std::string> m_used;
    std::vector<Diagnostic> m_found;
};

} // namespace

std::vector<Diagnostic> unusedDeclarations(const Module &module)
{
    const bool isBroken = std::any_of(module.files().begin(), module.files().end(),
                                      [](const hcl::ParsedFile &file) { return !file.ok(); });
    return isBroken ? std::vector<Diagnostic>() : UnusedSearch(module).run();
}

std::vector<Diagnostic> unusedDeclarations(const Configuration &configuration)
{
    std::vector<Diagnostic> all;
    for (const std::shared_ptr<const Module> &module : configuration.modules()) {
        // What others publish is theirs to tidy.
        const std::filesystem::path inside = module->directory().lexically_relative(configuration.directory());
        if (inside.empty() || *inside.begin() == ".." || *inside.begin() == ".terraform")
            continue;
        std::vector<Diagnostic> found = unusedDeclarations(*module);
        all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return all;
}

} // namespace drydock::terraform
