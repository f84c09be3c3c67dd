// SPDX-License-Identifier: MIT
#include "core/base/containment.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/glob.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/hashes.h"
#include "core/hcl/literal.h"
#include "core/hcl/parser.h"
#include "core/hcl/scope.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <algorithm>
#include <cstdlib>

namespace drydock::hcl {

namespace fs = std::filesystem;

static constexpr std::uint64_t maximumFileBytes = 16U << 20U;

/// What became of a path that a function was given.
struct LocatedFile
{
    enum class State : unsigned char { Readable, Missing, Elsewhere };
    State state = State::Elsewhere; ///< Elsewhere: outside of the configuration, so what it holds is unknown
    fs::path path;
};

static LocatedFile locate(const std::string &name, const EvaluationContext &context)
{
    if (!context.fileRoot)
        return {};
    std::error_code error;
    const fs::path root = fs::weakly_canonical(*context.fileRoot, error);
    const fs::path base = context.fileBase.empty() ? *context.fileRoot : context.fileBase;
    const fs::path path = fs::weakly_canonical(fs::path(name).is_absolute() ? fs::path(name) : base / name, error);
    const auto [end, unused] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    if (error || end != root.end())
        return {};
    const bool there = fs::is_regular_file(path, error) && isInside(root, path);
    return {there ? LocatedFile::State::Readable : LocatedFile::State::Missing, path};
}

static tl::unexpected<CallError> missing(const std::string &name)
{
    return callError(
        "no file exists at \"" + name +
            "\"; this function works only with files that are distributed as part of the configuration source "
            "code, so if this file will be created by a resource in this configuration you must instead obtain "
            "this result from an attribute of that resource",
        0);
}

template <typename Use>
static CallResult withFile(const std::string &name, const EvaluationContext &context, Use use)
{
    const LocatedFile file = locate(name, context);
    if (file.state == LocatedFile::State::Elsewhere)
        return Value::unknown(Type::string(), notNull());
    if (file.state == LocatedFile::State::Missing)
        return missing(name);
    auto bytes = readFile(file.path, maximumFileBytes);
    if (!bytes)
        return callError(bytes.error().message, 0);
    return use(std::move(*bytes));
}

static CallResult fileText(Arguments arguments, const EvaluationContext &context)
{
    const std::string &name = arguments[0].asString();
    return withFile(name, context, [&](std::string bytes) -> CallResult {
        if (!isValidUtf8(bytes))
            return callError(
                "contents of \"" + name +
                    "\" are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the "
                    "other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead",
                0);
        return Value::string(normalized(std::move(bytes)));
    });
}

static CallResult fileExists(Arguments arguments, const EvaluationContext &context)
{
    const LocatedFile file = locate(arguments[0].asString(), context);
    if (file.state == LocatedFile::State::Elsewhere)
        return Value::unknown(Type::boolean(), notNull());
    return Value::boolean(file.state == LocatedFile::State::Readable);
}

/// `{a,b}` alternatives of fileset() as several patterns.
static std::vector<std::string> alternatives(const std::string &pattern)
{
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    if (open == std::string::npos || close == std::string::npos)
        return {pattern};
    std::vector<std::string> all;
    std::size_t from = open + 1;
    while (from <= close && all.size() < 100) {
        const std::size_t end = std::min(pattern.find(',', from), close);
        for (std::string &rest :
             alternatives(pattern.substr(0, open) + pattern.substr(from, end - from) + pattern.substr(close + 1)))
            all.push_back(std::move(rest));
        from = end + 1;
    }
    return all;
}

static CallResult fileset(Arguments arguments, const EvaluationContext &context)
{
    const Type strings = Type::set(Type::string());
    const LocatedFile folder = locate(arguments[0].asString(), context);
    if (folder.state == LocatedFile::State::Elsewhere)
        return Value::unknown(strings, notNull());
    constexpr std::size_t longest = 4096;
    if (arguments[1].asString().size() > longest)
        return callError("the pattern has more than " + std::to_string(longest) + " bytes", 1);
    const auto patterns = alternatives(arguments[1].asString());
    std::vector<Value> found;
    std::error_code error;
    std::size_t seen = 0;
    constexpr std::size_t limit = 200'000;
    for (fs::recursive_directory_iterator it(folder.path, error), end; !error && it != end && seen < limit;
         it.increment(error), ++seen) {
        if (!it->is_regular_file(error))
            continue;
        const std::string name = it->path().lexically_relative(folder.path).generic_string();
        if (std::ranges::any_of(patterns, [&](const std::string &pattern) {
                const bool anywhere = pattern.starts_with("**/") && globMatches(pattern.substr(3), name);
                return anywhere || globMatches(pattern, name);
            }))
            found.push_back(Value::string(name));
    }
    return Value::set(Type::string(), std::move(found));
}

/// A template that renders templates could do so without end, or twice at each of many levels.
static std::optional<CallError> recursion(const char *function, const EvaluationContext &context)
{
    if (!context.isRenderedTemplate)
        return std::nullopt;
    return CallError{std::string("cannot recursively call ") + function + " from inside another template function", {}};
}

static CallResult render(const std::string &text, const std::string &name, const Value &variables,
                         const EvaluationContext &context)
{
    if (variables.kind() != Kind::Object && variables.kind() != Kind::Map)
        return callError("invalid vars value: must be a map", 1);
    for (const Field &field : variables.fields())
        if (!isIdentifier(field.name))
            return callError(
                "invalid template variable name " + quote(field.name) +
                    ": must start with a letter, followed by zero or more letters, digits, and underscores",
                1);
    Fields fields(variables.fields().begin(), variables.fields().end());
    const VariableScope scope(std::move(fields));
    EvaluationContext inner = context;
    inner.scope = &scope;
    inner.isRenderedTemplate = true;
    auto value = evaluateTemplateText(text, inner, name);
    if (!value)
        return callError(value.error().place + ": " + value.error().message, 0);
    return value->withMarks(variables.marks());
}

static CallResult templatefile(Arguments arguments, const EvaluationContext &context)
{
    const Value &path = arguments[0];
    if (auto error = recursion("templatefile", context))
        return tl::unexpected<CallError>(std::move(*error));
    if (path.isUnknown() || arguments[1].isUnknown())
        return Value::unknown().withMarks(path.marks() | arguments[1].marks());
    const std::string &name = path.asString();
    auto result =
        withFile(name, context, [&](const std::string &text) { return render(text, name, arguments[1], context); });
    return result ? result->withMarks(path.marks()) : result;
}

static CallResult templatestring(Arguments arguments, const EvaluationContext &context)
{
    if (auto error = recursion("templatestring", context))
        return tl::unexpected<CallError>(std::move(*error));
    if (arguments[0].isUnknown() || arguments[1].isUnknown())
        return Value::unknown(Type::string()).withMarks(arguments[0].marks() | arguments[1].marks());
    auto result = render(arguments[0].asString(), "<templatestring argument>", arguments[1], context);
    return result ? result->withMarks(arguments[0].marks()) : result;
}

/// What is wrong with the expression that gives the template; empty for a reference.
static std::string notAReference(std::string_view source)
{
    const ParsedFile parsed = parseExpression(SourceFile("template", std::string(source)));
    Expression expression = parsed.expression();
    if (expression.kind() == ExpressionKind::String || expression.kind() == ExpressionKind::Template ||
        expression.kind() == ExpressionKind::Heredoc)
        return "invalid template expression: templatestring is only for rendering templates retrieved dynamically from "
               "elsewhere, and so does not support providing a literal template; consider using a template string "
               "expression instead";
    while (expression.kind() == ExpressionKind::AttributeAccess || expression.kind() == ExpressionKind::Index ||
           expression.kind() == ExpressionKind::LegacyIndex)
        expression = expression.source();
    if (expression.kind() == ExpressionKind::Variable)
        return {};
    return "invalid template expression: must be a direct reference to a single string from elsewhere, containing "
           "valid Terraform template syntax";
}

/// Terraform's: the template must stand elsewhere, for a literal one needs no function.
static CallResult templateReference(const Function &eager, LazyCall &call)
{
    std::vector<Value> values;
    for (std::size_t i = 0; i < call.count(); ++i) {
        auto value = call.evaluate(i);
        if (!value)
            return callError(value.error(), i);
        values.push_back(std::move(*value));
    }
    if (values[1].isKnown() && !values[1].isNull())
        if (std::string wrong = notAReference(call.source(0)); !wrong.empty())
            return callError(std::move(wrong), 0);
    return hcl::call(eager, values, call.context());
}

static CallResult baseName(Arguments arguments, const EvaluationContext & /*context*/)
{
    std::string path = arguments[0].asString();
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    if (path.empty() || path == "/")
        return Value::string(path.empty() ? "." : "/");
    return Value::string(path.substr(path.find_last_of('/') + 1));
}

static CallResult directoryName(Arguments arguments, const EvaluationContext & /*context*/)
{
    const std::string &path = arguments[0].asString();
    const std::size_t slash = path.find_last_of('/');
    std::string directory =
        fs::path(slash == std::string::npos ? "." : path.substr(0, slash + 1)).lexically_normal().generic_string();
    if (directory.size() > 1 && directory.ends_with('/'))
        directory.pop_back();
    return Value::string(std::move(directory));
}

static CallResult absolutePath(Arguments arguments, const EvaluationContext &context)
{
    const fs::path path = arguments[0].asString();
    if (path.is_absolute())
        return Value::string(path.lexically_normal().generic_string());
    if (!context.fileRoot)
        return Value::unknown(Type::string(), notNull());
    const fs::path base = context.fileBase.empty() ? *context.fileRoot : context.fileBase;
    std::error_code error;
    return Value::string(fs::absolute(base / path, error).lexically_normal().generic_string());
}

static CallResult expandedPath(Arguments arguments, const EvaluationContext &context)
{
    const std::string &path = arguments[0].asString();
    if (!path.starts_with('~'))
        return arguments[0];
    // The home folder is the reviewer's, not the one of the machine that applies.
    if (context.impureFunctions == ImpureFunctions::Unknown)
        return Value::unknown(Type::string(), notNull());
    if (path.size() > 1 && path[1] != '/')
        return callError("cannot expand user-specific home dir");
    const char *home = std::getenv("HOME");
    if (home == nullptr || *home == '\0')
        return callError("failed to expand ~: the environment variable HOME is not set");
    return Value::string((fs::path(home) / fs::path(path.substr(1)).relative_path()).generic_string());
}

void addFileFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    const auto add = [&](const char *name, std::vector<Parameter> parameters, Type returns, Function::Eager body) {
        table.add({name, {}, std::move(parameters), std::nullopt, std::move(returns), std::move(body), nullptr});
    };
    const std::vector<Parameter> path{{"path", string}};
    const Accepts open = Accepts::Unknown | Accepts::Inside | Accepts::Marked;
    add("file", path, string, fileText);
    add("fileexists", path, Type::boolean(), fileExists);
    add("fileset", {{"path", string}, {"pattern", string}}, Type::set(string), fileset);
    add("filebase64", path, string, [](Arguments a, const EvaluationContext &context) {
        return withFile(a[0].asString(), context,
                        [](const std::string &bytes) -> CallResult { return Value::string(base64Encode(bytes)); });
    });
    const auto addHash = [&](const char *name, HashAlgorithm algorithm, std::string (*encode)(std::string_view)) {
        add(name, path, string, [algorithm, encode](Arguments a, const EvaluationContext &context) {
            return withFile(a[0].asString(), context, [&](const std::string &bytes) -> CallResult {
                return Value::string(encode(hashBytes(algorithm, bytes)));
            });
        });
    };
    addHash("filemd5", HashAlgorithm::Md5, hexText);
    addHash("filesha1", HashAlgorithm::Sha1, hexText);
    addHash("filesha256", HashAlgorithm::Sha256, hexText);
    addHash("filesha512", HashAlgorithm::Sha512, hexText);
    addHash("filebase64sha256", HashAlgorithm::Sha256, base64Encode);
    addHash("filebase64sha512", HashAlgorithm::Sha512, base64Encode);
    add("templatefile", {{"path", string, Accepts::Unknown | Accepts::Marked}, {"vars", Type(), open}}, Type(),
        templatefile);
    Function templateText;
    templateText.name = "templatestring";
    templateText.parameters = {{"template", string, Accepts::Unknown | Accepts::Marked}, {"vars", Type(), open}};
    templateText.returns = string;
    templateText.eager = templatestring;
    templateText.lazy = [eager = templateText](LazyCall &call) { return templateReference(eager, call); };
    table.add(std::move(templateText));
    add("basename", path, string, baseName);
    add("dirname", path, string, directoryName);
    add("abspath", path, string, absolutePath);
    add("pathexpand", path, string, expandedPath);
}

} // namespace drydock::hcl
