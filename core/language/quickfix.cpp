// SPDX-License-Identifier: MIT
#include "core/language/quickfix.h"

#include "core/hcl/literal.h"
#include "core/language/fixes.h"
#include "core/language/lookup.h"
#include "core/language/shape.h"
#include "core/language/snapshot.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

namespace {

/// Finds the fixes of one problem.
class Fixer
{
public:
    Fixer(const Snapshot &snapshot, const Problem &problem, const FileEntry &file)
        : m_snapshot(snapshot)
        , m_data(snapshot.data())
        , m_problem(problem)
        , m_file(file)
        , m_range(problem.location.range)
        , m_text(file.parsed().source().text(m_range))
        , m_module(m_data.moduleOf(file))
    {
    }

    [[nodiscard]] std::vector<QuickFix> run()
    {
        suggestion();
        const std::string &code = m_problem.code;
        if (code == "reference.undeclared")
            declareName();
        else if (code == "argument.missing" || code == "schema.missing-argument")
            addMissing();
        else if (code == "argument.unsupported" || code == "schema.unknown-argument" ||
                 code == "schema.computed-argument" ||
                 (code == "hcl.syntax" && m_problem.summary == "Attribute redefined"))
            removeArgument();
        else if (code.starts_with("unused."))
            removeUnused();
        if (code == "argument.unsupported")
            declareInModule();
        else if (code == "reference.output")
            declareOutput();
        return std::move(m_fixes);
    }

private:
    void add(std::string title, FixEdit edit, bool isPreferred = false)
    {
        m_fixes.push_back(makeFix(std::move(title), std::move(edit), m_problem.code, isPreferred));
    }

    void replace(std::string title, hcl::ByteRange range, const std::string &by, bool isPreferred)
    {
        add(std::move(title),
            {m_file.path(), {range.start, range.end, by}, range.start + static_cast<std::uint32_t>(by.size())},
            isPreferred);
    }

    // `Did you mean var.region?`, also with quotes around the name.
    void suggestion()
    {
        static constexpr std::string_view Before = "Did you mean ";
        const std::size_t start = m_problem.hint.find(Before);
        const std::size_t end = m_problem.hint.find('?', start == std::string::npos ? 0 : start);
        if (start == std::string::npos || end == std::string::npos || m_text.empty())
            return;
        std::string meant = m_problem.hint.substr(start + Before.size(), end - start - Before.size());
        if (meant.size() > 2 && meant.front() == '"')
            meant = meant.substr(1, meant.size() - 2);
        // "Did you mean to define a block …?" is no name.
        if (meant.empty() || meant.find(' ') != std::string::npos)
            return;
        const std::string title = "Change to " + meant;
        if (!meant.starts_with(std::string(m_text) + ".")) {
            const bool isQuoted = m_text.starts_with('"') && !meant.starts_with('"');
            replace(title, m_range, isQuoted ? hcl::quote(meant) : meant, true);
            return;
        }
        // The problem is told at what the wrong name stands behind.
        const std::string_view text = m_file.text();
        std::size_t at = m_range.end;
        if (at < text.size() && text[at] == '[')
            at = std::min(text.find(']', at), text.size() - 1) + 1;
        if (at >= text.size() || text[at] != '.')
            return;
        const auto nameStart = static_cast<std::uint32_t>(at + 1);
        std::uint32_t nameEnd = nameStart;
        while (nameEnd < text.size() && (std::isalnum(static_cast<unsigned char>(text[nameEnd])) != 0 ||
                                         text[nameEnd] == '_' || text[nameEnd] == '-'))
            ++nameEnd;
        replace(title, {nameStart, nameEnd}, meant.substr(m_text.size() + 1), true);
    }

    // The type that the place wants where the reference is the whole value of an argument.
    [[nodiscard]] std::string wantedType() const
    {
        const std::optional<NamedPlace> place = namedAt(m_snapshot, m_file.path(), m_range.start);
        if (!place || place->use == nullptr)
            return "string";
        for (const Declared &declared : m_file.index().declared) {
            if (!declared.block || !declared.whole.contains(m_range.start))
                continue;
            for (const hcl::Attribute attribute : declared.block.body().attributes()) {
                if (attribute.value().range() != m_range)
                    continue;
                if (declared.kind == SymbolKind::Module) {
                    const fs::path target = m_snapshot.moduleTarget(m_module, declared.name);
                    const hcl::Type type =
                        target.empty() ? hcl::Type() : Shapes(m_snapshot, target).variable(attribute.name()).type;
                    return type.isDynamic() ? "any" : type.source();
                }
                const Shapes shapes(m_snapshot, m_module);
                const auto schema = shapes.schema(declared.kind, declared.block.label(0));
                const auto *found = schema ? schema->block.attribute(attribute.name()) : nullptr;
                if (found != nullptr && !found->type.isDynamic())
                    return found->type.source();
            }
        }
        return "string";
    }

    void declareName()
    {
        const std::string subject(m_text);
        const bool isPreferred = m_fixes.empty();
        if (subject.starts_with("var.")) {
            const std::string name = subject.substr(4);
            add("Declare variable \"" + name + "\"",
                appendBlock(m_data, m_module, "variables.tf", m_file.path(),
                            "variable \"" + name + "\" {\n  type        = " + wantedType() +
                                "\n  description = \"¦\"\n}\n"),
                isPreferred);
        } else if (subject.starts_with("local.")) {
            const std::string name = subject.substr(6);
            add("Declare local value \"" + name + "\"", appendLocal(m_file, name + " = \"¦\""), isPreferred);
        } else if (subject.starts_with("module.")) {
            const std::string name = subject.substr(7);
            add("Add module call \"" + name + "\"",
                appendBlock(m_data, m_module, {}, m_file.path(), "module \"" + name + "\" {\n  source = \"¦\"\n}\n"),
                isPreferred);
        } else {
            const bool isData = subject.starts_with("data.");
            const std::string address = isData ? subject.substr(5) : subject;
            const std::size_t point = address.find('.');
            if (point == std::string::npos || address.starts_with("ephemeral."))
                return;
            add(std::string("Add ") + (isData ? "data source " : "resource ") + address,
                appendBlock(m_data, m_module, {}, m_file.path(),
                            std::string(isData ? "data" : "resource") + " \"" + address.substr(0, point) + "\" \"" +
                                address.substr(point + 1) + "\" {\n  ¦\n}\n"),
                isPreferred);
        }
    }

    [[nodiscard]] hcl::Block blockAt(std::uint32_t offset) const
    {
        hcl::Block found;
        hcl::Body body = m_file.parsed().body();
        for (bool isDeeper = true; isDeeper;) {
            isDeeper = false;
            for (const hcl::Block block : body.blocks()) {
                if (block.range().contains(offset)) {
                    found = block;
                    body = block.body();
                    isDeeper = true;
                    break;
                }
            }
        }
        return found;
    }

    void addMissing()
    {
        const hcl::Block block = blockAt(m_range.start);
        // A block that is not closed has no place for another argument.
        if (!block || !block.body() || !block.body().text().starts_with('{') || !block.body().text().ends_with('}') ||
            block.body().range().size() < 2)
            return;
        // The name stands between quotes in the detail: `needs the argument "cidr"`.
        const Shapes shapes(m_snapshot, m_module);
        const std::size_t end = m_problem.detail.rfind('"');
        const std::size_t start = end == std::string::npos || end == 0 ? end : m_problem.detail.rfind('"', end - 1);
        if (start == std::string::npos || end <= start + 1)
            return;
        const std::string name = m_problem.detail.substr(start + 1, end - start - 1);
        if (!hcl::isIdentifier(name) || block.body().attribute(name))
            return;
        hcl::Type type;
        if (block.type() == "module") {
            const fs::path target = m_snapshot.moduleTarget(m_module, block.label(0));
            if (!target.empty())
                type = Shapes(m_snapshot, target).variable(name).type;
        } else if (const auto schema = shapes.schema(block.type() == "data" ? SymbolKind::Data : SymbolKind::Resource,
                                                     block.label(0))) {
            if (const auto *attribute = schema->block.attribute(name))
                type = attribute->type;
        }
        std::string value = emptyValue(type);
        if (value.find("¦") == std::string::npos)
            value += "¦";
        add("Add argument \"" + name + "\"", appendArgument(m_file, block, name + " = " + value), true);
    }

    [[nodiscard]] hcl::Attribute attributeAt(std::uint32_t offset) const
    {
        const hcl::Block block = blockAt(offset);
        for (const hcl::Attribute attribute : (block ? block.body() : m_file.parsed().body()).attributes()) {
            if (attribute.range().start <= offset && offset < attribute.range().end)
                return attribute;
        }
        return {};
    }

    void removeItem(std::string title, hcl::ByteRange item, bool isPreferred)
    {
        hcl::TextEdit edit = removal(m_file.text(), item);
        const std::uint32_t caret = edit.startByte;
        add(std::move(title), {m_file.path(), std::move(edit), caret}, isPreferred);
    }

    void removeArgument()
    {
        if (const hcl::Attribute attribute = attributeAt(m_range.start))
            removeItem("Remove argument \"" + std::string(attribute.name()) + "\"", attribute.range(), m_fixes.empty());
    }

    void removeUnused()
    {
        for (const Declared &declared : m_file.index().declared) {
            if (declared.nameRange == m_range)
                removeItem("Remove " + std::string(kindName(declared.kind)) + " \"" + declared.name + "\"",
                           declared.whole, true);
        }
    }

    // An argument that the called module does not have yet.
    void declareInModule()
    {
        const hcl::Block block = blockAt(m_range.start);
        const hcl::Attribute attribute = attributeAt(m_range.start);
        if (!block || block.type() != "module" || !attribute)
            return;
        const fs::path target = m_snapshot.moduleTarget(m_module, block.label(0));
        const Directory *directory = m_data.files->known(target);
        if (directory == nullptr || directory->files().empty())
            return;
        const Shapes shapes(m_snapshot, m_module);
        std::string type = shapes.typeText(shapes.ofExpression(attribute.value()));
        if (type.empty() || type == "tuple" || type == "object" || type == "module")
            type = "any";
        const std::string name(attribute.name());
        add("Declare variable \"" + name + "\" in " + m_snapshot.displayName(target),
            appendBlock(m_data, target, "variables.tf", target / "main.tf",
                        "variable \"" + name + "\" {\n  type        = " + type + "\n  description = \"¦\"\n}\n"));
    }

    void declareOutput()
    {
        const std::string_view text = m_file.text();
        if (!m_text.starts_with("module."))
            return;
        const fs::path target = m_snapshot.moduleTarget(m_module, m_text.substr(7));
        if (m_data.files->known(target) == nullptr)
            return;
        for (const Use &use : m_file.index().uses) {
            if (use.kind != SymbolKind::Output || use.range.start <= m_range.end ||
                text.substr(m_range.end, use.range.start - m_range.end).find('\n') != std::string_view::npos)
                continue;
            add("Declare output \"" + use.name + "\" in " + m_snapshot.displayName(target),
                appendBlock(m_data, target, "outputs.tf", target / "main.tf",
                            "output \"" + use.name + "\" {\n  value = ¦null\n}\n"));
            return;
        }
    }

    const Snapshot &m_snapshot;
    const SnapshotData &m_data;
    const Problem &m_problem;
    const FileEntry &m_file;
    hcl::ByteRange m_range;
    std::string_view m_text;
    fs::path m_module;
    std::vector<QuickFix> m_fixes;
};

} // namespace

std::vector<QuickFix> quickFixes(const Snapshot &snapshot, const Problem &problem)
{
    const FileEntry *file = snapshot.data().files->file(problem.location.file);
    const bool isFixable = file != nullptr && snapshot.data().files->known(file->path().parent_path()) != nullptr &&
                           problem.location.range.end <= file->parsed().source().size() &&
                           !file->path().native().ends_with(".json");
    return isFixable ? Fixer(snapshot, problem, *file).run() : std::vector<QuickFix>();
}

} // namespace drydock::language
