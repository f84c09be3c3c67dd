// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/evaluation.h"
#include "core/hcl/operations.h"
#include "core/hcl/unicode.h"

namespace drydock::hcl {

/// The text so far, and where something unknown came up, the parts it is made of.
struct Evaluation::TemplateText
{
    std::string text;         ///< since the last unknown part
    std::vector<Value> parts; ///< known texts and unknown values in order; empty while all is known
    Marks marks;

    void flush()
    {
        if (!text.empty())
            parts.push_back(Value::string(std::exchange(text, {})));
    }
};

static constexpr std::size_t maximumTemplateBytes = 64U << 20U;

void Evaluation::appendValue(const Value &value, ByteRange range, TemplateText &text)
{
    text.marks |= value.marks();
    if (value.isNull()) {
        if (lenient()) {
            text.text += "null";
            return;
        }
        error(range, "Invalid template interpolation value",
              "The expression result is null. Cannot include a null value in a string template.");
        return;
    }
    auto converted = convert(value, Type::string());
    if (!converted) {
        error(range, "Invalid template interpolation value",
              "Cannot include the given value in a string template: string required.",
              "Use jsonencode(...), or join(...) for a list, to turn the value into text.");
        return;
    }
    if (converted->isUnknown()) {
        text.flush();
        text.parts.push_back(converted->withMarks(value.marks()));
        return;
    }
    text.text += converted->asString();
}

void Evaluation::appendIf(const TemplatePart &part, TemplateText &text)
{
    const Value condition = evaluate(part.condition());
    text.marks |= condition.marks();
    if (lenient() && condition.isNull())
        return appendParts(part.elseBody(), text);
    auto decided = truth(condition);
    if (!decided) {
        error(part.condition().range(), condition.isNull() ? "Null condition" : "Incorrect condition type",
              decided.error().message);
        return;
    }
    if (*decided == Truth::Unknown) {
        text.flush();
        TemplateText branches;
        appendParts(part.thenBody(), branches);
        appendParts(part.elseBody(), branches);
        text.marks |= branches.marks;
        text.parts.push_back(Value::unknown(Type::string(), notNull()).withMarks(branches.marks | condition.marks()));
        return;
    }
    appendParts(*decided == Truth::True ? part.thenBody() : part.elseBody(), text);
}

void Evaluation::appendFor(const TemplatePart &part, TemplateText &text)
{
    Value collection = evaluate(part.collection());
    text.marks |= collection.marks();
    Value instead;
    if (!iterable(collection, part.collection().range(), instead)) {
        text.flush();
        text.parts.push_back(Value::unknown(Type::string(), notNull()).withMarks(collection.marks()));
        return;
    }
    iterate(part.keyVariable(), part.valueVariable(), collection, [&](const Value &, const Value &) {
        appendParts(part.forBody(), text);
        return text.text.size() < maximumTemplateBytes;
    });
}

void Evaluation::appendPart(const TemplatePart &part, TemplateText &text)
{
    switch (part.kind()) {
    case TemplatePartKind::Literal:
        text.text += part.literal();
        break;
    case TemplatePartKind::Interpolation:
        appendValue(evaluate(part.expression()), part.expression().range(), text);
        break;
    case TemplatePartKind::If:
        appendIf(part, text);
        break;
    case TemplatePartKind::For:
        appendFor(part, text);
        break;
    }
    if (text.text.size() > maximumTemplateBytes) {
        text.text.clear();
        error(part.range(), "Template too large",
              "The text grew beyond " + std::to_string(maximumTemplateBytes >> 20U) + " MB.");
    }
}

void Evaluation::appendParts(const TemplateBody &body, TemplateText &text)
{
    if (!body)
        return;
    for (const TemplatePart part : body)
        appendPart(part, text);
}

Value Evaluation::finish(TemplateText &text)
{
    if (text.parts.empty())
        return Value::string(normalized(std::move(text.text))).withMarks(text.marks);
    text.flush();
    Refinement refinement = notNull();
    if (text.parts.front().isKnown())
        refinement.prefix = text.parts.front().asString();
    else if (const Refinement *first = text.parts.front().refinement(); first != nullptr)
        refinement.prefix = first->prefix;
    refinement.parts = std::move(text.parts);
    return Value::unknown(Type::string(), std::move(refinement)).withMarks(text.marks);
}

Value Evaluation::evaluateTemplate(const TemplateBody &body)
{
    if (body.isWrapped())
        return evaluate((*body.begin()).expression());
    TemplateText text;
    appendParts(body, text);
    return finish(text);
}

} // namespace drydock::hcl
