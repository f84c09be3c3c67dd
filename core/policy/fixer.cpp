// SPDX-License-Identifier: MIT
#include "core/policy/fixer.h"

#include "core/hcl/edit.h"
#include "core/hcl/formatter.h"
#include "core/hcl/parser.h"
#include "core/policy/manifest.h"
#include "core/policy/valuetools.h"
#include "core/terraform/module.h"

#include <utility>

namespace drydock::policy {

/// The nested block that a finding below `each` points at: `ingress[1]` of `ingress[1].cidr_blocks`.
static std::string blockPart(const std::string &path)
{
    const std::size_t end = path.rfind(']');
    return end == std::string::npos ? std::string() : path.substr(0, end + 1);
}

static bool hasDynamic(const hcl::Body &body)
{
    for (const hcl::Block block : body.blocks())
        if (block.type() == "dynamic" || hasDynamic(block.body()))
            return true;
    return false;
}

/// Whether a block of the appended source is there already, in whatever file of the module.
static bool collides(const hcl::ParsedFile &appended, const terraform::ResourceInstance &instance)
{
    const auto &module = instance.module().node().module;
    for (const hcl::Block block : appended.body().blocks()) {
        const std::string prefix = block.type() == "data" ? "data." : "";
        if (module && module->resource(prefix + block.label(0) + "." + block.label(1)) != terraform::Module::none)
            return true;
    }
    return false;
}

static std::optional<std::string> appendedSource(const Rule &rule, const terraform::ResourceInstance &instance,
                                                 const RuleScope &scope)
{
    auto source = scope.renderSource(rule.fix.append.text);
    if (!source)
        return std::nullopt;
    const hcl::ParsedFile file = hcl::parse(hcl::SourceFile(rule.id + ".append", *source));
    if (!file.ok() || collides(file, instance))
        return std::nullopt;
    return hcl::format(file);
}

static bool edit(hcl::Editor &editor, const CompiledRule &rule, const Subject &subject, const RuleScope &scope,
                 const std::string &path)
{
    const terraform::ResourceInstance &instance = *subject.instance;
    const hcl::Body body = instance.block().body();
    const RuleFix &fix = rule.rule->fix;
    const std::string base = rule.each ? blockPart(path) : std::string();
    // Behind a dynamic block the index of an element is not that of a block in the source.
    if ((!fix.set.empty() || !fix.remove.empty()) && !base.empty() && hasDynamic(body))
        return false;
    const auto sourcePath = [&](const std::string &relative) {
        const std::string full = base.empty() ? relative : base + "." + relative;
        return subject.fromManifest ? manifestPath(full) : full;
    };
    for (const auto &[relative, value] : fix.set)
        if (!editor.setAttribute(body, sourcePath(relative), value.text))
            return false;
    for (const std::string &relative : fix.remove)
        if (!editor.remove(body, sourcePath(relative)))
            return false;
    if (fix.append.empty())
        return true;
    const auto source = appendedSource(*rule.rule, instance, scope);
    return source && editor.appendAfter(instance.block(), *source).has_value();
}

std::optional<Fix> makeFix(const CompiledRule &rule, const Subject &subject, const RuleScope &scope,
                           const std::string &path)
{
    if (rule.rule->fix.empty() || !subject.instance->file().ok())
        return std::nullopt;
    // A block that refers to the typed resource cannot refer to a manifest.
    if (subject.fromManifest && !rule.rule->fix.append.empty())
        return std::nullopt;
    if (rule.fixWhen) {
        const Evaluated when = scope.evaluate(*rule.fixWhen);
        if (!when.error.empty() || truthOf(when.value) != hcl::Truth::True)
            return std::nullopt;
    }
    hcl::Editor editor(subject.instance->file());
    if (!edit(editor, rule, subject, scope, path))
        return std::nullopt;
    auto edits = editor.edits();
    if (!edits || edits->empty())
        return std::nullopt;
    Fix result{rule.rule->fix.title, {}};
    const std::string &file = subject.instance->file().source().name();
    for (hcl::TextEdit &one : *edits)
        result.edits.push_back({file, one.startByte, one.endByte, std::move(one.replacement)});
    return result;
}

} // namespace drydock::policy
