// SPDX-License-Identifier: MIT
#include "core/policy/rulechecker.h"

#include "core/base/filereader.h"
#include "core/hcl/function.h"
#include "core/hcl/parser.h"
#include "core/policy/policyfunctions.h"
#include "core/policy/rulescope.h"
#include "core/policy/yamlnode.h"

#include <algorithm>
#include <set>

namespace drydock::policy {

namespace fs = std::filesystem;

namespace {

/// Checks one rule and collects errors.
class Checker
{
public:
    explicit Checker(const Rule &rule)
        : m_rule(rule)
    {
    }

    void run();
    void requireArticle(const fs::path &folder);
    void requireFixtures(const fs::path &folder);
    std::vector<Error> take() && { return std::move(m_errors); }

private:
    void lets();
    void subjects();
    void paths();
    void fix();
    void expression(const char *what, const RuleText &text);
    void templateText(const char *what, const RuleText &text);
    void syntax(const char *what, const RuleText &text, const hcl::ParsedFile &file);
    void names(const char *what, const RuleText &text, const hcl::Tree &tree, hcl::NodeId node,
               std::vector<std::string_view> &bound);
    void variable(const char *what, const RuleText &text, std::string_view name,
                  const std::vector<std::string_view> &bound);
    void step(const char *what, const RuleText &text, const hcl::Expression &access);
    void call(const char *what, const RuleText &text, const hcl::Expression &call);
    void wrong(std::uint32_t line, std::string message, std::string hint = {});
    void wrong(const char *what, const RuleText &text, const std::string &message, std::string hint = {});

    const Rule &m_rule;
    const hcl::FunctionTable m_functions = policyFunctions(nullptr);
    std::vector<std::string> m_known = RuleScope::commonNames();
    std::set<std::string, std::less<>> m_used;
    bool m_eachAllowed = false;
    std::vector<Error> m_errors;
};

} // namespace

void Checker::wrong(std::uint32_t line, std::string message, std::string hint)
{
    m_errors.push_back({"rule.invalid", m_rule.id + ": " + std::move(message),
                        m_rule.file + ":" + std::to_string(line == 0 ? m_rule.line : line), std::move(hint)});
}

void Checker::wrong(const char *what, const RuleText &text, const std::string &message, std::string hint)
{
    wrong(text.line, std::string("in ") + what + ": " + message, std::move(hint));
}

void Checker::run()
{
    subjects();
    paths();
    // A let may be about the element of each, and each may use a let: which one is only known when it runs.
    m_eachAllowed = !m_rule.each.empty();
    lets();
    if (!m_rule.when.empty())
        expression("when", m_rule.when);
    if (!m_rule.each.empty())
        expression("each", m_rule.each);
    expression(m_rule.require.empty() ? "deny" : "require", m_rule.require.empty() ? m_rule.deny : m_rule.require);
    templateText("message", m_rule.message);
    fix();
    for (const auto &[name, text] : m_rule.let)
        if (m_used.find(name) == m_used.end())
            wrong(text.line, "let." + name + " is never used.", "Remove it.");
}

static bool isName(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos &&
           (text.front() < '0' || text.front() > '9');
}

void Checker::subjects()
{
    for (const std::string &name : m_rule.resources) {
        std::string_view type = name;
        for (const std::string_view prefix : {"data.", "ephemeral."})
            if (type.starts_with(prefix))
                type.remove_prefix(prefix.size());
        std::string plain(type);
        std::erase(plain, '*');
        if (!isName(plain))
            wrong(0, "\"" + name + "\" is no resource type.",
                  "Use aws_s3_bucket, data.aws_ami, aws_* or configuration.");
    }
    if (m_rule.resources.empty())
        wrong(0, "resource is an empty list.");
    if (m_rule.resources.size() > 1 &&
        std::find(m_rule.resources.begin(), m_rule.resources.end(), "configuration") != m_rule.resources.end())
        wrong(0, "configuration cannot stand beside resource types.", "Make two rules.");
}

static bool isPath(std::string_view path)
{
    return !path.empty() && path.front() != '.' && path.back() != '.' && path.find("..") == std::string_view::npos &&
           path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-[]\"/*") ==
               std::string_view::npos;
}

void Checker::paths()
{
    for (const std::string &path : m_rule.at)
        if (!isPath(path))
            wrong(0, "at: \"" + path + "\" is no attribute path.", "Write it as metadata_options.http_tokens.");
    for (const std::string &path : m_rule.fix.remove)
        if (!isPath(path))
            wrong(0, "fix.remove: \"" + path + "\" is no attribute path.");
    for (const auto &[path, value] : m_rule.fix.set)
        if (!isPath(path))
            wrong(value.line, "fix.set: \"" + path + "\" is no attribute path.");
}

void Checker::lets()
{
    for (const auto &[name, text] : m_rule.let) {
        if (!isName(name))
            wrong(text.line, "\"" + name + "\" is no name for a let.",
                  "Use lower-case letters, digits and underscores.");
        if (std::find(m_known.begin(), m_known.end(), name) != m_known.end() || name == "each")
            wrong(text.line, "let." + name + " hides a name that every rule has.");
        expression(("let." + name).c_str(), text);
        m_known.push_back(name);
    }
}

void Checker::fix()
{
    if (m_rule.fix.empty())
        return;
    if (m_rule.isForConfiguration())
        wrong(0, "a rule for the whole configuration cannot have a fix.");
    if (!m_rule.fix.when.empty())
        expression("fix.when", m_rule.fix.when);
    for (const auto &[path, value] : m_rule.fix.set)
        syntax("fix.set", value, hcl::parseExpression(hcl::SourceFile(m_rule.id, value.text)));
    if (!m_rule.fix.append.empty())
        templateText("fix.append", m_rule.fix.append);
}

void Checker::expression(const char *what, const RuleText &text)
{
    const hcl::ParsedFile file = hcl::parseExpression(hcl::SourceFile(m_rule.id, text.text));
    syntax(what, text, file);
    if (!file.ok())
        return;
    std::vector<std::string_view> bound;
    names(what, text, *file.tree, file.tree->root(), bound);
}

void Checker::templateText(const char *what, const RuleText &text)
{
    const hcl::ParsedFile file = hcl::parseTemplate(hcl::SourceFile(m_rule.id, text.text));
    syntax(what, text, file);
    if (!file.ok())
        return;
    std::vector<std::string_view> bound;
    names(what, text, *file.tree, file.tree->root(), bound);
}

void Checker::syntax(const char *what, const RuleText &text, const hcl::ParsedFile &file)
{
    for (const hcl::Diagnostic &diagnostic : file.diagnostics) {
        const hcl::Position at = file.source().position(diagnostic.range.start);
        wrong(what, text,
              diagnostic.summary + " (line " + std::to_string(at.line) + ", column " + std::to_string(at.column) +
                  " of the expression): " + diagnostic.detail,
              diagnostic.hint);
    }
}

void Checker::names(const char *what, const RuleText &text, const hcl::Tree &tree, hcl::NodeId node,
                    std::vector<std::string_view> &bound)
{
    const std::size_t outer = bound.size();
    const hcl::Expression view(&tree, node);
    switch (tree.kind(node)) {
    case hcl::NodeKind::Variable:
        variable(what, text, view.name(), bound);
        break;
    case hcl::NodeKind::AttributeAccess:
        step(what, text, view);
        break;
    case hcl::NodeKind::Call:
    case hcl::NodeKind::CallExpanded:
        call(what, text, view);
        break;
    default:
        break;
    }
    for (hcl::NodeId child = tree.node(node).first; child != 0; child = tree.nextSibling(child)) {
        const hcl::NodeKind kind = tree.kind(child);
        if (kind == hcl::NodeKind::Name)
            bound.push_back(hcl::Expression(&tree, child).text());
        // A bare key of an object is a text, no name.
        else if (kind == hcl::NodeKind::Variable && tree.kind(node) == hcl::NodeKind::ObjectItem &&
                 child == tree.node(node).first)
            continue;
        else
            names(what, text, tree, child, bound);
    }
    bound.resize(outer);
}

void Checker::variable(const char *what, const RuleText &text, std::string_view name,
                       const std::vector<std::string_view> &bound)
{
    m_used.emplace(name);
    if (std::find(bound.begin(), bound.end(), name) != bound.end())
        return;
    if (name == "each") {
        if (!m_eachAllowed)
            wrong(what, text, "the rule has no each.");
        return;
    }
    if (std::find(m_known.begin(), m_known.end(), name) != m_known.end())
        return;
    const std::string near = nearest(name, m_known);
    wrong(what, text, "there is no name \"" + std::string(name) + "\".",
          near.empty() ? "Rules see self, resource, settings, each and their own let."
                       : "Did you mean \"" + near + "\"?");
}

void Checker::step(const char *what, const RuleText &text, const hcl::Expression &access)
{
    const hcl::Expression source = access.source();
    if (source.kind() != hcl::ExpressionKind::Variable)
        return;
    const std::vector<std::string> known = source.name() == "resource" ? RuleScope::resourceNames()
                                           : source.name() == "each"   ? std::vector<std::string>{"value"}
                                                                       : std::vector<std::string>{};
    if (known.empty() || std::find(known.begin(), known.end(), access.name()) != known.end())
        return;
    const std::string near = nearest(access.name(), known);
    wrong(what, text, std::string(source.name()) + " has no attribute \"" + std::string(access.name()) + "\".",
          near.empty() ? std::string() : "Did you mean \"" + near + "\"?");
}

void Checker::call(const char *what, const RuleText &text, const hcl::Expression &call)
{
    const std::string name = call.functionName();
    const hcl::Function *function = m_functions.find(name);
    if (function == nullptr) {
        const std::string near = nearest(name, m_functions.names());
        wrong(what, text, "there is no function " + name + "().", near.empty() ? "" : "Did you mean " + near + "()?");
        return;
    }
    const std::size_t count = call.arguments().size();
    const std::size_t least = function->parameters.size();
    if (call.expandsLast() || (count >= least && (function->variadic || count == least)))
        return;
    wrong(what, text,
          name + "() takes " + std::to_string(least) + (function->variadic ? " or more" : "") +
              (least == 1 ? " argument" : " arguments") + ", not " + std::to_string(count) + ".");
}

void Checker::requireArticle(const fs::path &folder)
{
    const fs::path file = folder / (m_rule.id + ".md");
    auto text = readFile(file);
    if (!text) {
        wrong(0, "the rule has no article.", "Write " + file.string() + " (see policy-authoring.md).");
        return;
    }
    for (const char *heading : {"## Why it matters", "## How an attacker or an outage uses it", "## Secure example",
                                "## How to verify by hand", "## References"})
        if (text->find(std::string("\n") + heading + "\n") == std::string::npos)
            m_errors.push_back({"rule.article", "The article has no section \"" + std::string(heading) + "\".",
                                file.string(), "All five sections are in policy-authoring.md."});
    if (text->find(m_rule.id) == std::string::npos)
        m_errors.push_back({"rule.article", "The front matter does not name the policy " + m_rule.id + ".",
                            file.string(), "Add `policies: [" + m_rule.id + "]`."});
}

static bool hasFixture(const fs::path &folder, std::string_view prefix)
{
    std::error_code failed;
    for (const auto &entry : fs::directory_iterator(folder, failed)) {
        if (!entry.is_directory() || !entry.path().filename().string().starts_with(prefix))
            continue;
        for (const auto &file : fs::recursive_directory_iterator(entry.path(), failed))
            if (file.path().extension() == ".tf")
                return true;
    }
    return false;
}

void Checker::requireFixtures(const fs::path &folder)
{
    const fs::path mine = folder / m_rule.id;
    for (const char *kind : {"pass", "fail"})
        if (!hasFixture(mine, kind))
            wrong(0, std::string("the rule has no ") + kind + " fixture.",
                  "Add " + (mine / kind / "main.tf").string() + ".");
}

std::vector<Error> checkRule(const Rule &rule, const RuleCheckOptions &options)
{
    Checker checker(rule);
    checker.run();
    if (!options.articles.empty())
        checker.requireArticle(options.articles);
    if (!options.fixtures.empty())
        checker.requireFixtures(options.fixtures);
    return std::move(checker).take();
}

} // namespace drydock::policy
