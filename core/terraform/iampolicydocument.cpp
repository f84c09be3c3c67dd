// SPDX-License-Identifier: MIT
// The data source aws_iam_policy_document, as its documentation describes it.
#include "core/hcl/json.h"
#include "core/terraform/computedattributes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drydock::terraform {

using hcl::Fields;
using hcl::Kind;
using hcl::Value;

namespace {

/// The statements of a policy, where one with a `Sid` replaces an earlier one with the same.
class Statements
{
public:
    void add(const Value &statement)
    {
        const std::string sid = sidOf(statement);
        const auto same =
            std::find_if(m_list.begin(), m_list.end(), [&](const Value &old) { return sidOf(old) == sid; });
        if (sid.empty() || same == m_list.end())
            m_list.push_back(statement);
        else
            *same = statement;
    }

    [[nodiscard]] bool isEmpty() const { return m_list.empty(); }
    [[nodiscard]] Value value() && { return Value::tuple(std::move(m_list)); }

private:
    static std::string sidOf(const Value &statement)
    {
        const Value *sid = statement.find("Sid");
        return sid != nullptr && sid->is(Kind::String) ? sid->asString() : std::string();
    }

    std::vector<Value> m_list;
};

} // namespace

static const Value *written(const Value &object, std::string_view name)
{
    const Value *value = object.find(name);
    return value != nullptr && !value->isNull() ? value : nullptr;
}

// `&{aws:username}` is how a policy variable is written where `${` would begin a template.
static Value withPolicyVariables(const Value &value)
{
    if (!value.is(Kind::String) || value.asString().find("&{") == std::string::npos)
        return value;
    std::string text = value.asString();
    for (std::size_t at = text.find("&{"); at != std::string::npos; at = text.find("&{", at + 2))
        text[at] = '$';
    return Value::string(std::move(text)).withMarks(value.marks());
}

// A list as a policy has it: one element stands without brackets.
static Value texts(const Value &list)
{
    if (list.isUnknown() || list.isNull() || list.type().isPrimitive())
        return withPolicyVariables(list);
    std::vector<Value> elements;
    for (const Value &element : list.elements())
        elements.push_back(withPolicyVariables(element).withMarks(list.marks()));
    return elements.size() == 1 ? elements.front() : Value::tuple(std::move(elements));
}

static Value principals(const Value &blocks)
{
    if (!blocks.isKnown())
        return blocks;
    Fields byType;
    for (const Value &block : blocks.elements()) {
        const Value *type = block.find("type");
        const Value *identifiers = block.find("identifiers");
        // An object needs its keys, so an unknown type makes all of it unknown.
        if (type == nullptr || identifiers == nullptr || !type->is(Kind::String))
            return Value::unknown().withMarks(block.deepMarks());
        Value names = texts(*identifiers);
        if (type->asString() == "*" && names.is(Kind::String) && names.asString() == "*")
            return names;
        const auto same = std::find_if(byType.begin(), byType.end(),
                                       [&](const hcl::Field &field) { return field.name == type->asString(); });
        if (same == byType.end()) {
            byType.push_back({type->asString(), names});
            continue;
        }
        std::vector<Value> all;
        for (const Value &part : {same->value, names}) {
            if (part.is(Kind::Tuple))
                all.insert(all.end(), part.elements().begin(), part.elements().end());
            else
                all.push_back(part);
        }
        same->value = Value::tuple(std::move(all));
    }
    return Value::object(std::move(byType));
}

/// The variables of one test. One whose name is not known yet (it has the cluster's issuer in it) leaves the object
/// unknown, but refined by what there is.
static Value conditionValue(std::vector<std::pair<Value, Value>> entries)
{
    const bool known =
        std::all_of(entries.begin(), entries.end(), [](const auto &entry) { return entry.first.is(Kind::String); });
    if (!known) {
        hcl::Marks marks;
        for (const auto &[name, values] : entries)
            marks |= name.deepMarks() | values.deepMarks();
        hcl::Refinement refinement;
        refinement.nullness = hcl::Nullness::NotNull;
        refinement.entries = std::move(entries);
        return Value::unknown(hcl::Type::dynamic(), std::move(refinement)).withMarks(marks);
    }
    Fields fields;
    for (auto &[name, values] : entries)
        fields.push_back({name.asString(), std::move(values)});
    return Value::object(std::move(fields));
}

static Value conditions(const Value &blocks)
{
    if (!blocks.isKnown())
        return blocks;
    using Entries = std::vector<std::pair<Value, Value>>;
    std::vector<std::pair<std::string, Entries>> byTest;
    for (const Value &block : blocks.elements()) {
        const Value *test = block.find("test");
        const Value *variable = block.find("variable");
        const Value *values = block.find("values");
        if (test == nullptr || variable == nullptr || values == nullptr || !test->is(Kind::String))
            return Value::unknown().withMarks(block.deepMarks());
        auto same = std::find_if(byTest.begin(), byTest.end(),
                                 [&](const auto &entry) { return entry.first == test->asString(); });
        if (same == byTest.end())
            same = byTest.insert(byTest.end(), {test->asString(), {}});
        same->second.emplace_back(*variable, texts(*values));
    }
    Fields fields;
    for (auto &[test, variables] : byTest)
        fields.push_back({test, conditionValue(std::move(variables))});
    return Value::object(std::move(fields));
}

static Value statement(const Value &block)
{
    if (!block.isKnown())
        return block;
    Fields fields;
    if (const Value *sid = written(block, "sid"); sid != nullptr && !(sid->is(Kind::String) && sid->asString().empty()))
        fields.push_back({"Sid", *sid});
    const Value *effect = written(block, "effect");
    fields.push_back({"Effect", effect != nullptr ? *effect : Value::string("Allow")});
    static constexpr std::pair<const char *, const char *> lists[] = {{"actions", "Action"},
                                                                      {"not_actions", "NotAction"},
                                                                      {"resources", "Resource"},
                                                                      {"not_resources", "NotResource"}};
    for (const auto &[argument, element] : lists) {
        if (const Value *list = written(block, argument); list != nullptr && (list->isUnknown() || list->length() > 0))
            fields.push_back({element, texts(*list)});
    }
    if (const Value *blocks = written(block, "principals"))
        fields.push_back({"Principal", principals(*blocks)});
    if (const Value *blocks = written(block, "not_principals"))
        fields.push_back({"NotPrincipal", principals(*blocks)});
    if (const Value *blocks = written(block, "condition"))
        fields.push_back({"Condition", conditions(*blocks)});
    return Value::object(std::move(fields));
}

// The document that a JSON string holds, also where the string is unknown but its structure is not.
static std::optional<Value> decoded(const Value &text)
{
    if (text.is(Kind::String)) {
        Result<Value> document = hcl::fromJson(text.asString());
        return document ? std::optional(document->withMarks(text.marks())) : std::nullopt;
    }
    const hcl::Refinement *refinement = text.isUnknown() ? text.refinement() : nullptr;
    return refinement != nullptr ? refinement->json : std::nullopt;
}

static void addDocument(Statements &statements, const Value &text)
{
    const std::optional<Value> document = decoded(text);
    const Value *list = document && document->is(Kind::Object) ? document->find("Statement") : nullptr;
    if (list == nullptr || !list->isKnown()) {
        if (text.isUnknown() || (list != nullptr && list->isUnknown()))
            statements.add(Value::unknown().withMarks(text.marks()));
        return;
    }
    if (list->is(Kind::Object))
        statements.add(*list);
    for (const Value &element : list->elements())
        statements.add(element);
}

static void addDocuments(Statements &statements, const Value &attributes, std::string_view list,
                         std::string_view single)
{
    if (const Value *text = written(attributes, single))
        addDocument(statements, *text);
    const Value *documents = written(attributes, list);
    if (documents == nullptr)
        return;
    if (documents->isUnknown())
        statements.add(Value::unknown().withMarks(documents->marks()));
    for (const Value &document : documents->elements())
        addDocument(statements, document);
}

Value iamPolicyDocument(const Value &attributes)
{
    Statements statements;
    addDocuments(statements, attributes, "source_policy_documents", "source_json");
    if (const Value *blocks = written(attributes, "statement")) {
        if (blocks->isUnknown())
            statements.add(*blocks);
        for (const Value &block : blocks->elements())
            statements.add(statement(block));
    }
    addDocuments(statements, attributes, "override_policy_documents", "override_json");
    Fields fields;
    const Value *version = written(attributes, "version");
    fields.push_back({"Version", version != nullptr ? *version : Value::string("2012-10-17")});
    if (const Value *id = written(attributes, "policy_id"))
        fields.push_back({"Id", *id});
    if (!statements.isEmpty())
        fields.push_back({"Statement", std::move(statements).value()});
    return Value::object(std::move(fields));
}

} // namespace drydock::terraform
