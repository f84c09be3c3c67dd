// SPDX-License-Identifier: MIT
#include "app/cli/valuedocument.h"

#include "core/hcl/json.h"
#include "core/hcl/literal.h"

#include <utility>
#include <vector>

namespace drydock::cli {

using hcl::Fields;
using hcl::Kind;
using hcl::Value;

namespace {

/// A copy of a value that can be written as JSON, and the paths of what was left out.
class ShownValue
{
public:
    Value shown(const Value &value, const std::string &path)
    {
        if (value.marks().isSensitive())
            return hidden(m_sensitive, path);
        if (value.marks().isEphemeral())
            return hidden(m_ephemeral, path);
        if (value.isUnknown())
            return hidden(m_unknown, path);
        if (value.isNull())
            return {};
        if (value.kind() == Kind::Map || value.kind() == Kind::Object)
            return mapping(value, path);
        if (value.kind() == Kind::List || value.kind() == Kind::Set || value.kind() == Kind::Tuple)
            return sequence(value, path);
        return value.withoutMarks();
    }

    [[nodiscard]] Value unknown() { return Value::tuple(std::move(m_unknown)); }
    [[nodiscard]] Value sensitive() { return Value::tuple(std::move(m_sensitive)); }
    [[nodiscard]] Value ephemeral() { return Value::tuple(std::move(m_ephemeral)); }

private:
    static Value hidden(std::vector<Value> &paths, const std::string &path)
    {
        paths.push_back(Value::string(path));
        return {};
    }

    Value mapping(const Value &value, const std::string &path)
    {
        Fields fields;
        for (const hcl::Field &field : value.fields()) {
            const std::string step = hcl::isIdentifier(field.name) ? (path.empty() ? "" : ".") + field.name
                                                                   : "[" + hcl::quote(field.name) + "]";
            fields.push_back({field.name, shown(field.value, path + step)});
        }
        return Value::object(std::move(fields));
    }

    Value sequence(const Value &value, const std::string &path)
    {
        std::vector<Value> elements;
        for (const Value &element : value.elements())
            elements.push_back(shown(element, path + "[" + std::to_string(elements.size()) + "]"));
        return Value::tuple(std::move(elements));
    }

    std::vector<Value> m_unknown;
    std::vector<Value> m_sensitive;
    std::vector<Value> m_ephemeral;
};

} // namespace

static Value diagnosticValue(const hcl::Diagnostic &diagnostic, const hcl::SourceFile &source)
{
    const hcl::Position position = source.position(diagnostic.range.start);
    return Value::object(
        {{"severity", Value::string(diagnostic.severity == hcl::Severity::Error ? "error" : "warning")},
         {"summary", Value::string(diagnostic.summary)},
         {"detail", Value::string(diagnostic.detail)},
         {"hint", Value::string(diagnostic.hint)},
         {"line", Value::number(hcl::Number(position.line))},
         {"column", Value::number(hcl::Number(position.column))}});
}

std::string evaluationDocument(const terraform::ExpressionSession::Outcome &outcome)
{
    std::vector<Value> diagnostics;
    for (const hcl::Diagnostic &diagnostic : outcome.diagnostics)
        diagnostics.push_back(diagnosticValue(diagnostic, outcome.parsed.source()));
    Fields document{{"diagnostics", Value::tuple(std::move(diagnostics))}};
    if (outcome.ok()) {
        ShownValue parts;
        document.push_back({"value", parts.shown(outcome.value, "")});
        document.push_back({"type", Value::string(outcome.value.type().source())});
        document.push_back({"text", Value::string(outcome.text())});
        document.push_back({"unknown", parts.unknown()});
        document.push_back({"sensitive", parts.sensitive()});
        document.push_back({"ephemeral", parts.ephemeral()});
    }
    // Every part is known, so there is always a text.
    return hcl::toJson(Value::object(std::move(document))).value_or("{}") + "\n";
}

} // namespace drydock::cli
