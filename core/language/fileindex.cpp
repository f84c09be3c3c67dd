// SPDX-License-Identifier: MIT
#include "core/language/fileindex.h"

#include "core/language/usecollector.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drydock::language {

using hcl::Attribute;
using hcl::Block;
using hcl::Body;
using hcl::ByteRange;
using hcl::Expression;

static std::string_view stemOf(std::string_view name, std::string_view suffix)
{
    return name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size()) : std::string_view();
}

FileKind fileKind(std::string_view name)
{
    if (name.empty() || name.front() == '.' || name.front() == '#' || name.ends_with('~'))
        return FileKind::Other;
    for (const std::string_view suffix : {".tftest.hcl", ".tofutest.hcl", ".tfmock.hcl", ".tftest.json"}) {
        if (name.ends_with(suffix))
            return FileKind::Test;
    }
    for (const std::string_view suffix : {".tfvars", ".tfvars.json"}) {
        if (name.ends_with(suffix))
            return FileKind::Variables;
    }
    for (const std::string_view suffix : {".tf", ".tofu", ".tf.json", ".tofu.json"}) {
        if (const std::string_view stem = stemOf(name, suffix); !stem.empty())
            return stem == "override" || stem.ends_with("_override") ? FileKind::Override : FileKind::Configuration;
    }
    return FileKind::Other;
}

bool isLanguageFile(std::string_view name)
{
    return fileKind(name) != FileKind::Other;
}

const Declared *FileIndex::find(SymbolKind kind, std::string_view name) const
{
    const auto it = std::find_if(declared.begin(), declared.end(),
                                 [&](const Declared &one) { return one.kind == kind && one.name == name; });
    return it == declared.end() ? nullptr : &*it;
}

namespace {

/// Goes through the blocks of a file.
class Indexer
{
public:
    explicit Indexer(FileIndex &index)
        : m_index(index)
        , m_uses(index)
    {
    }

    void configuration(const Body &body)
    {
        for (const Block block : body.blocks())
            topLevel(block);
    }

    void variables(const Body &body)
    {
        for (const Attribute attribute : body.attributes())
            argument(attribute, {});
    }

    void test(const Body &body)
    {
        for (const Block block : body.blocks()) {
            if (block.type() == "run")
                m_runs.emplace_back(block.label(0), sourceOfRun(block));
        }
        for (const Block block : body.blocks()) {
            if (block.type() == "run")
                run(block);
            else if (block.type() == "variables")
                variables(block.body());
            else
                testBody(block.body());
        }
    }

private:
    void topLevel(const Block &block)
    {
        const std::string_view type = block.type();
        if (type == "variable")
            declare(SymbolKind::Variable, block, 1), m_uses.body(block.body(), {"type"});
        else if (type == "locals")
            locals(block.body());
        else if (type == "output")
            declare(SymbolKind::Output, block, 1), m_uses.body(block.body());
        else if (type == "module")
            call(block);
        else if (type == "resource")
            resource(SymbolKind::Resource, block);
        else if (type == "data")
            resource(SymbolKind::Data, block);
        else if (type == "ephemeral")
            resource(SymbolKind::Ephemeral, block);
        else if (type == "provider")
            provider(block);
        else if (type == "check")
            check(block);
        else
            change(block);
    }

    void change(const Block &block)
    {
        const std::string_view type = block.type();
        if (type == "moved") {
            addresses(block.body(), {"from", "to"}, true);
        } else if (type == "removed") {
            addresses(block.body(), {"from"}, false);
            for (const Block nested : block.body().blocks())
                m_uses.block(nested);
        } else if (type == "import") {
            const auto eachCall = m_uses.enterEach(block.body().attribute("for_each"));
            addresses(block.body(), {"to"}, false);
            m_uses.providerOf(block.body());
            m_uses.body(block.body(), {"to", "provider"});
        } else if (type != "terraform") {
            m_uses.body(block.body());
        }
    }

    void declare(SymbolKind kind, const Block &block, std::size_t labels)
    {
        std::string name;
        hcl::Label last;
        std::size_t seen = 0;
        for (const hcl::Label label : block.labels()) {
            if (seen == labels)
                break;
            name += (seen++ == 0 ? "" : ".") + label.value();
            last = label;
        }
        if (seen == labels)
            m_index.declared.push_back({kind, std::move(name), insideQuotes(last), block.range(), block, {}});
    }

    void locals(const Body &body)
    {
        for (const Attribute attribute : body.attributes()) {
            m_index.declared.push_back({SymbolKind::Local,
                                        std::string(attribute.name()),
                                        insideQuotes(attribute, attribute.nameRange()),
                                        attribute.range(),
                                        {},
                                        attribute});
            m_uses.expression(attribute.value());
        }
    }

    void argument(const Attribute &attribute, std::vector<std::string> through)
    {
        const ByteRange name = insideQuotes(attribute, attribute.nameRange());
        m_index.uses.push_back({SymbolKind::Variable, std::string(attribute.name()), std::move(through), name, name,
                                OccurrenceRole::Argument, false, false});
        m_uses.expression(attribute.value());
    }

    void call(const Block &block)
    {
        static constexpr std::array<std::string_view, 7> Meta{"source",     "version",   "count",  "for_each",
                                                              "depends_on", "providers", "enabled"};
        declare(SymbolKind::Module, block, 1);
        const std::string name = block.label(0);
        const auto eachCall = m_uses.enterEach(block.body().attribute("for_each"));
        for (const Attribute attribute : block.body().attributes()) {
            const std::string_view argumentName = attribute.name();
            if (argumentName == "providers")
                m_uses.providers(attribute.value());
            else if (std::find(Meta.begin(), Meta.end(), argumentName) == Meta.end())
                argument(attribute, {name});
            else
                m_uses.attribute(attribute);
        }
        for (const Block nested : block.body().blocks())
            m_uses.block(nested);
    }

    void resource(SymbolKind kind, const Block &block)
    {
        declare(kind, block, 2);
        const auto eachCall = m_uses.enterEach(block.body().attribute("for_each"));
        m_uses.providerOf(block.body());
        m_uses.body(block.body(), {"provider"});
    }

    void provider(const Block &block)
    {
        const std::size_t before = m_index.declared.size();
        declare(SymbolKind::Provider, block, 1);
        if (const Attribute alias = block.body().attribute("alias"); alias && m_index.declared.size() > before) {
            Declared &declared = m_index.declared.back();
            if (const auto text = alias.value().stringValue()) {
                declared.name += "." + *text;
                declared.nameRange = insideQuotes(alias.value());
            }
        }
        const auto eachCall = m_uses.enterEach(block.body().attribute("for_each"));
        m_uses.body(block.body(), {"alias"});
    }

    void check(const Block &block)
    {
        declare(SymbolKind::Check, block, 1);
        for (const Block nested : block.body().blocks()) {
            if (nested.type() == "data")
                resource(SymbolKind::Data, nested);
            else
                m_uses.block(nested);
        }
    }

    void addresses(const Body &body, std::initializer_list<std::string_view> names, bool isHistory)
    {
        for (const Attribute attribute : body.attributes()) {
            if (std::find(names.begin(), names.end(), attribute.name()) != names.end())
                m_uses.address(attribute.value(), isHistory);
        }
    }

    static std::string sourceOfRun(const Block &run)
    {
        const Block module = run.body().block("module");
        const Attribute source = module ? module.body().attribute("source") : Attribute();
        return source ? source.value().stringValue().value_or(std::string()) : std::string();
    }

    void run(const Block &block)
    {
        declare(SymbolKind::Run, block, 1);
        std::string source = sourceOfRun(block);
        std::vector<std::string> through;
        if (source.find('/') != std::string::npos)
            through.push_back(std::move(source));
        m_uses.enterTest(through, m_runs);
        for (const Block nested : block.body().blocks()) {
            if (nested.type() == "variables") {
                for (const Attribute attribute : nested.body().attributes())
                    argument(attribute, through);
            } else if (nested.type() != "module") {
                testBody(nested);
            }
        }
        m_uses.body(block.body(), UseCollector::Attributes);
        m_uses.leaveTest();
    }

    void testBody(const Block &block)
    {
        if (block.type() == "plan_options" || block.type().starts_with("override_"))
            addresses(block.body(), {"target", "replace"}, false);
        if (block.type() == "assert")
            m_uses.body(block.body());
        else
            testBody(block.body());
    }

    void testBody(const Body &body)
    {
        for (const Block nested : body.blocks())
            testBody(nested);
    }

    FileIndex &m_index;
    UseCollector m_uses;
    std::vector<std::pair<std::string, std::string>> m_runs;
};

} // namespace

FileIndex indexFile(const Body &body, FileKind kind)
{
    FileIndex index;
    Indexer indexer(index);
    if (kind == FileKind::Variables)
        indexer.variables(body);
    else if (kind == FileKind::Test)
        indexer.test(body);
    else if (kind != FileKind::Other)
        indexer.configuration(body);
    std::stable_sort(index.uses.begin(), index.uses.end(),
                     [](const Use &a, const Use &b) { return a.range.start < b.range.start; });
    return index;
}

} // namespace drydock::language
