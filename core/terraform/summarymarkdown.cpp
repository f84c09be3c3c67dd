// SPDX-License-Identifier: MIT
#include "core/hcl/json.h"
#include "core/terraform/modulesummary.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace drydock::terraform {

static void replaceAll(std::string &text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

static std::string withBreaks(std::string text)
{
    replaceAll(text, "\r\n", "\n");
    replaceAll(text, "  \n", "<br/>");
    replaceAll(text, "\n", "<br/>");
    return text;
}

/// Underscores in prose would begin emphasis.
static std::string escapedName(std::string name)
{
    replaceAll(name, "_", "\\_");
    return name;
}

static std::string preformatted(std::string text)
{
    replaceAll(text, "\r\n", "\n");
    replaceAll(text, "|", "\\|");
    if (text.find('\n') == std::string::npos)
        return "`" + text + "`";
    replaceAll(text, "\n", "<br/>");
    return "<pre>" + text + "</pre>";
}

/// Markdown from the author in a cell of a table: code keeps its underscores, fences become <pre>.
static std::string cell(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos)
        return "n/a";
    text = text.substr(from, text.find_last_not_of(" \t\r\n") + 1 - from);
    std::string out;
    for (bool code = false; !text.empty(); code = !code) {
        const std::size_t tick = text.find('`');
        const std::string_view part = text.substr(0, tick);
        std::string shown = code ? std::string(part) : escapedName(std::string(part));
        replaceAll(shown, "|", "\\|");
        out += withBreaks(std::move(shown));
        if (tick == std::string_view::npos)
            break;
        if (!code && text.substr(tick).starts_with("```")) {
            const std::size_t begin = std::min(text.find('\n', tick), text.size());
            const std::size_t end = std::min(text.find("```", std::min(tick + 3, text.size())), text.size());
            std::string block(begin < end ? text.substr(begin + 1, end - begin - 1)
                                          : text.substr(tick + 3, end - tick - 3));
            while (block.ends_with('\n'))
                block.pop_back();
            replaceAll(block, "|", "\\|");
            if (out.ends_with("<br/>"))
                out.resize(out.size() - 5);
            out += "<pre>" + withBreaks(std::move(block)) + "</pre>";
            text.remove_prefix(std::min(end + 3, text.size()));
            code = true; // the loop's step makes it prose again
            continue;
        }
        out += '`';
        text.remove_prefix(tick + 1);
    }
    return out;
}

namespace {

/// `## TITLE`, then the table, or "No TITLE." where it has no rows.
class Section
{
public:
    explicit Section(std::string title, std::initializer_list<const char *> columns)
        : m_title(std::move(title))
    {
        std::string rule;
        for (const std::string column : columns) {
            m_head += "| " + column + " ";
            rule += column == "Required" ? "| :------: " : "| " + std::string(column.size(), '-') + " ";
        }
        m_head += "|\n" + rule + "|\n";
    }
    void row(std::initializer_list<std::string> cells)
    {
        for (const std::string &text : cells)
            m_rows += "| " + text + " ";
        m_rows += "|\n";
    }
    [[nodiscard]] std::string text() const
    {
        std::string none = m_title;
        none.front() = static_cast<char>(none.front() + ('a' - 'A'));
        return "## " + m_title + "\n\n" + (m_rows.empty() ? "No " + none + ".\n" : m_head + m_rows);
    }

private:
    std::string m_title;
    std::string m_head;
    std::string m_rows;
};

} // namespace

static std::string anchored(const std::string &kind, const std::string &name)
{
    return "<a name=\"" + kind + "_" + name + "\"></a> [" + escapedName(name) + "](#" + kind + "\\_" +
           escapedName(name) + ")";
}

static std::string joined(const std::vector<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out.empty() ? "n/a" : out;
}

static std::string requirements(const ModuleSummary &summary)
{
    Section section("Requirements", {"Name", "Version"});
    if (!summary.requiredVersions.empty())
        section.row({anchored("requirement", "terraform"), joined(summary.requiredVersions)});
    for (const ModuleSummary::Provider &provider : summary.providers)
        if (provider.isRequired)
            section.row({anchored("requirement", provider.name), joined(provider.versionConstraints)});
    return section.text();
}

static std::string providers(const ModuleSummary &summary)
{
    Section section("Providers", {"Name", "Version"});
    for (const ModuleSummary::ProviderUse &use : summary.usedProviders) {
        const ModuleSummary::Provider *provider = summary.provider(use.name);
        section.row({anchored("provider", use.alias.empty() ? use.name : use.name + "." + use.alias),
                     provider != nullptr ? joined(provider->versionConstraints) : "n/a"});
    }
    return section.text();
}

static std::string modules(const ModuleSummary &summary)
{
    Section section("Modules", {"Name", "Source", "Version"});
    for (const ModuleSummary::Call &call : summary.calls)
        section.row({anchored("module", call.name), call.source, call.version.empty() ? "n/a" : call.version});
    return section.text();
}

/// The documentation of a resource type in the public registry; empty for providers that are elsewhere.
static std::string documentationLink(const ModuleSummary &summary, const ModuleSummary::Resource &resource)
{
    const ModuleSummary::Provider *provider = summary.provider(resource.provider.name);
    std::string source = provider != nullptr ? provider->source : std::string();
    if (source.empty())
        source = "hashicorp/" + resource.provider.name;
    if (constexpr std::string_view host = "registry.terraform.io/"; source.starts_with(host))
        source.erase(0, host.size());
    const std::size_t underscore = resource.type.find('_');
    if (std::ranges::count(source, '/') != 1 || underscore == std::string::npos || source == "hashicorp/terraform")
        return {};
    std::string version = "latest";
    if (provider != nullptr && !provider->versionConstraints.empty()) {
        std::string exact = provider->versionConstraints.back();
        if (exact.starts_with("="))
            exact.erase(0, std::min(exact.find_first_not_of("= "), exact.size()));
        if (exact.find_first_not_of("0123456789.") == std::string::npos && !exact.empty())
            version = exact;
    }
    return "https://registry.terraform.io/providers/" + source + "/" + version + "/docs/" +
           (resource.mode == "managed" ? "resources/"
            : resource.mode == "data"  ? "data-sources/"
                                       : "ephemeral-resources/") +
           resource.type.substr(underscore + 1);
}

static std::string resources(const ModuleSummary &summary)
{
    Section section("Resources", {"Name", "Type"});
    for (const ModuleSummary::Resource &resource : summary.resources) {
        const std::string name = escapedName(resource.type + "." + resource.name);
        const std::string link = documentationLink(summary, resource);
        section.row({link.empty() ? name : "[" + name + "](" + link + ")", resource.mode == "managed" ? "resource"
                                                                           : resource.mode == "data"
                                                                               ? "data source"
                                                                               : "ephemeral resource"});
    }
    return section.text();
}

static std::string defaultText(const ModuleSummary::Input &input)
{
    if (!input.defaultValue)
        return "n/a";
    const auto json = hcl::toJson(*input.defaultValue);
    if (!json)
        return "n/a";
    if (*json == "{}" || *json == "[]" || (json->front() != '{' && json->front() != '['))
        return preformatted(*json);
    return preformatted(nlohmann::ordered_json::parse(*json, nullptr, false).dump(2));
}

static std::string inputs(const ModuleSummary &summary)
{
    Section section("Inputs", {"Name", "Description", "Type", "Default", "Required"});
    for (const ModuleSummary::Input &input : summary.inputs)
        section.row({anchored("input", input.name), cell(input.description),
                     preformatted(input.type.empty() ? "any" : input.type), defaultText(input),
                     input.defaultValue ? "no" : "yes"});
    return section.text();
}

static std::string outputs(const ModuleSummary &summary)
{
    Section section("Outputs", {"Name", "Description"});
    for (const ModuleSummary::Output &output : summary.outputs)
        section.row({anchored("output", output.name), cell(output.description)});
    return section.text();
}

std::string summaryMarkdown(const ModuleSummary &summary)
{
    std::string out = summary.introduction.empty() ? std::string() : summary.introduction + "\n\n";
    for (const std::string &section : {requirements(summary), providers(summary), modules(summary), resources(summary),
                                       inputs(summary), outputs(summary)})
        out += (out.empty() || out.ends_with("\n\n") ? "" : "\n") + section;
    return out;
}

} // namespace drydock::terraform
