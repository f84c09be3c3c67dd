// SPDX-License-Identifier: MIT
#include "core/generator/generatorreader.h"

#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/base/semver.h"
#include "core/generator/yamlnode.h"
#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/literal.h"

#include <array>
#include <set>

namespace drydock::generator {

namespace {

class Reader
{
public:
    explicit Reader(std::filesystem::path folder)
    {
        m_data = std::make_shared<Generator::Data>();
        m_data->folder = std::move(folder);
    }
    Result<std::shared_ptr<Generator::Data>> read();

private:
    Result<> head(const YamlNode &root);
    Result<> step(const YamlNode &node);
    Result<> input(const YamlNode &node, Step &step);
    Result<> limits(const YamlNode &node, Input &input);
    Result<> choices(const YamlNode &node, Input &input);
    Result<> initial(const YamlNode &node, Input &input);
    Result<> rule(const YamlNode &node);
    Result<> file(const YamlNode &node);
    Result<Condition> condition(const YamlNode &node, const std::string &key);

    std::shared_ptr<Generator::Data> m_data;
    std::set<std::string> m_names;
};

} // namespace

/// Runs `visit` for each entry of a list, the first error ends it.
template <typename Visit>
static Result<> forEach(const YamlNode &node, const std::string &key, Visit visit)
{
    auto entries = node.list(key);
    if (!entries)
        return tl::unexpected(entries.error());
    for (const YamlNode &entry : *entries)
        if (auto ok = visit(entry); !ok)
            return ok;
    return {};
}

Result<> Reader::head(const YamlNode &root)
{
    GeneratorInfo &info = m_data->info;
    const std::pair<const char *, std::string *> required[] = {
        {"slug", &info.slug},       {"title", &info.title},     {"provider", &info.provider},
        {"service", &info.service}, {"summary", &info.summary}, {"version", &info.version},
        {"article", &info.article},
    };
    for (const auto &[key, target] : required) {
        auto text = root.requiredText(key);
        if (!text)
            return tl::unexpected(text.error());
        *target = *text;
    }
    if (auto ok = checkSlug(info.slug); !ok)
        return root.wrong("slug", ok.error().message);
    if (auto ok = SemanticVersion::parse(info.version); !ok)
        return root.wrong("version", ok.error().message);
    auto tags = root.texts("tags");
    if (!tags)
        return tl::unexpected(tags.error());
    info.tags = std::move(*tags);
    return {};
}

Result<Condition> Reader::condition(const YamlNode &node, const std::string &key)
{
    auto text = node.requiredText(key);
    if (!text)
        return tl::unexpected(text.error());
    Condition result{hcl::parseExpression(hcl::SourceFile(key, *text)), node.line(key)};
    if (!result.parsed.ok()) {
        const hcl::Diagnostic &first = result.parsed.diagnostics.front();
        return node.wrong(key, "`" + *text + "`: " + first.summary + ". " + first.detail);
    }
    return result;
}

Result<> Reader::choices(const YamlNode &node, Input &input)
{
    auto ok = forEach(node, "choices", [&](const YamlNode &entry) -> Result<> {
        if (auto text = entry.text()) {
            input.choices.push_back({*text, *text, {}});
            return {};
        }
        if (auto keys = entry.only({"value", "label", "help"}); !keys)
            return keys;
        auto value = entry.requiredText("value");
        if (!value)
            return tl::unexpected(value.error());
        input.choices.push_back({*value, entry.text("label", *value), entry.text("help", "")});
        return {};
    });
    if (ok && input.type == InputType::Choice && input.choices.size() < 2)
        return node.wrong("choices", "a choice needs at least two values");
    if (ok && input.type != InputType::Choice && !input.choices.empty())
        return node.wrong("choices", "only an input of type `choice` has choices");
    return ok;
}

Result<> Reader::limits(const YamlNode &node, Input &input)
{
    for (const auto &[key, target] : {std::pair{"min", &input.minimum}, std::pair{"max", &input.maximum}}) {
        if (!node.has(key))
            continue;
        *target = hcl::Number::parse(node.text(key, ""));
        if (!*target)
            return node.wrong(key, "a number is required");
    }
    input.pattern = node.text("pattern", "");
    input.message = node.text("message", "");
    if (input.pattern.empty())
        return {};
    const hcl::Function *regex = hcl::FunctionTable::standard().find("regexall");
    const std::array<hcl::Value, 2> arguments{hcl::Value::string(input.pattern), hcl::Value::string("")};
    if (auto compiled = hcl::call(*regex, arguments, {}); !compiled)
        return node.wrong("pattern", compiled.error().message);
    return {};
}

Result<> Reader::initial(const YamlNode &node, Input &input)
{
    input.initial = hcl::Value::null(valueType(input.type));
    if (!node.has("default"))
        return {};
    auto value = hcl::convert(node.value("default"), valueType(input.type));
    if (!value)
        return node.wrong("default", "is no " + std::string(inputTypeName(input.type)) + ": " + value.error().message);
    input.initial = *value;
    if (const std::string problem = isEmpty(*value) ? "" : problemOf(input, *value); !problem.empty())
        return node.wrong("default", problem);
    return {};
}

Result<> Reader::input(const YamlNode &node, Step &step)
{
    if (auto ok = node.only({"name", "label", "help", "type", "required", "default", "placeholder", "choices",
                             "pattern", "min", "max", "message", "when"});
        !ok)
        return ok;
    Input input;
    const std::pair<const char *, std::string *> required[] = {
        {"name", &input.name}, {"label", &input.label}, {"help", &input.help}};
    for (const auto &[key, target] : required) {
        auto text = node.requiredText(key);
        if (!text)
            return tl::unexpected(text.error());
        *target = *text;
    }
    input.line = node.line("name");
    if (!hcl::isIdentifier(input.name) || !m_names.insert(input.name).second)
        return node.wrong("name", "`" + input.name + "` is no identifier, or is there twice");
    const std::string type = node.text("type", "string");
    const auto known = inputTypeFromName(type);
    if (!known)
        return node.wrong(
            "type",
            "`" + type +
                "` is no input type (string, number, bool, choice, list(string), map(string), cidr, list(cidr), tags)");
    input.type = *known;
    input.need = node.text("required", "false") == "true" ? Need::Required : Need::Optional;
    input.placeholder = node.text("placeholder", "");
    input.when = node.text("when", "");
    for (const auto read : {&Reader::choices, &Reader::limits, &Reader::initial})
        if (auto ok = (this->*read)(node, input); !ok)
            return ok;
    if (!input.when.empty()) {
        auto parsed = condition(node, "when");
        if (!parsed)
            return tl::unexpected(parsed.error());
        m_data->conditions.emplace(input.name, std::move(*parsed));
    }
    step.inputs.push_back(std::move(input));
    return {};
}

Result<> Reader::step(const YamlNode &node)
{
    if (auto ok = node.only({"id", "title", "help", "inputs"}); !ok)
        return ok;
    Step step;
    auto id = node.requiredText("id");
    auto title = node.requiredText("title");
    if (!id || !title)
        return tl::unexpected(id ? title.error() : id.error());
    step.id = *id;
    step.title = *title;
    step.help = node.text("help", "");
    if (auto ok = forEach(node, "inputs", [&](const YamlNode &entry) { return input(entry, step); }); !ok)
        return ok;
    if (step.inputs.empty())
        return node.wrong("inputs", "a step needs at least one input");
    m_data->steps.push_back(std::move(step));
    return {};
}

Result<> Reader::rule(const YamlNode &node)
{
    if (auto ok = node.only({"require", "message", "input"}); !ok)
        return ok;
    auto require = condition(node, "require");
    if (!require)
        return tl::unexpected(require.error());
    auto message = node.requiredText("message");
    if (!message)
        return tl::unexpected(message.error());
    const std::string input = node.text("input", "");
    if (!input.empty() && !m_names.contains(input))
        return node.wrong("input", "there is no input `" + input + "`");
    m_data->rules.push_back({std::move(*require), *message, input});
    return {};
}

Result<> Reader::file(const YamlNode &node)
{
    if (auto ok = node.only({"path", "template", "when"}); !ok)
        return ok;
    FileSpecification file;
    auto path = node.requiredText("path");
    auto name = node.requiredText("template");
    if (!path || !name)
        return tl::unexpected(path ? name.error() : path.error());
    file.path = *path;
    file.templateName = *name;
    file.line = node.line("path");
    auto place = resolveInside(m_data->folder, *name);
    auto text = place ? readFile(*place) : Result<std::string>(tl::unexpected(place.error()));
    if (!text)
        return node.wrong("template", text.error().message);
    file.templateText = std::move(*text);
    const auto parsed = hcl::parseTemplate(hcl::SourceFile((m_data->folder / *name).string(), file.templateText));
    if (!parsed.ok())
        return failure(hcl::toError(parsed.diagnostics.front(), parsed.source(), "generator.template"));
    if (node.has("when")) {
        auto when = condition(node, "when");
        if (!when)
            return tl::unexpected(when.error());
        file.when = std::move(*when);
    }
    m_data->files.push_back(std::move(file));
    return {};
}

Result<std::shared_ptr<Generator::Data>> Reader::read()
{
    auto root = YamlNode::load(m_data->folder / "generator.yaml");
    if (!root)
        return tl::unexpected(root.error());
    if (auto ok = root->only({"slug", "title", "provider", "service", "summary", "version", "tags", "article", "steps",
                              "validations", "files"});
        !ok)
        return tl::unexpected(ok.error());
    if (auto ok = head(*root); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = forEach(*root, "steps", [&](const YamlNode &node) { return step(node); }); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = forEach(*root, "validations", [&](const YamlNode &node) { return rule(node); }); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = forEach(*root, "files", [&](const YamlNode &node) { return file(node); }); !ok)
        return tl::unexpected(ok.error());
    if (m_data->files.empty() || m_data->steps.empty())
        return root->wrong(m_data->files.empty() ? "files" : "steps", "at least one entry is required");
    m_data->functions = generatorFunctions();
    return m_data;
}

Result<Generator> GeneratorReader::read(const std::filesystem::path &folder)
{
    auto data = Reader(folder).read();
    if (!data)
        return tl::unexpected(data.error());
    return Generator(std::move(*data));
}

} // namespace drydock::generator
