// SPDX-License-Identifier: MIT
#include "core/policy/policyfunctions.h"

#include "core/policy/iam.h"
#include "core/policy/joins.h"
#include "core/policy/logic.h"
#include "core/policy/network.h"
#include "core/policy/pods.h"
#include "core/policy/tags.h"
#include "core/policy/valuetools.h"

#include <utility>

namespace drydock::policy {

using hcl::Accepts;
using hcl::callError;
using hcl::CallResult;
using hcl::Parameter;
using hcl::Truth;
using hcl::Value;
using Arguments = std::span<const Value>;

namespace {

/// Fills a table with the functions that rules have beyond Terraform's.
class TableBuilder
{
public:
    explicit TableBuilder(const RuleState *state)
        : m_table(hcl::FunctionTable::standard())
        , m_state(state)
    {
    }

    hcl::FunctionTable build()
    {
        addGraph();
        addIam();
        addPlatform();
        addLogic();
        return std::move(m_table);
    }

private:
    using Body = CallResult (*)(const RuleState &state, Arguments arguments);
    enum class Last { Fixed, Optional };

    void add(const char *name, const char *description, std::initializer_list<const char *> parameters, Body body,
             Last last = Last::Fixed)
    {
        hcl::Function function;
        function.name = name;
        function.description = description;
        for (const char *parameter : parameters)
            function.parameters.push_back({parameter, hcl::Type::dynamic(), Accepts::Everything});
        if (last == Last::Optional) {
            function.variadic = function.parameters.back();
            function.parameters.pop_back();
        }
        function.eager = [body, state = m_state](Arguments arguments, const hcl::EvaluationContext &) -> CallResult {
            if (state == nullptr || state->subjects == nullptr)
                return callError("only rules under review can call this");
            return body(*state, arguments);
        };
        m_table.add(std::move(function));
    }

    void addGraph();
    void addIam();
    void addPlatform();
    void addLogic();

    hcl::FunctionTable m_table;
    const RuleState *m_state;
};

} // namespace

/// A text or a list of texts.
static std::vector<std::string> texts(const Value &value)
{
    std::vector<std::string> result;
    for (const Value &element : elementsOf(value).value_or(std::vector<Value>()))
        if (auto text = textOf(element))
            result.push_back(std::move(*text));
    return result;
}

static std::string text(const Value &value)
{
    return textOf(value).value_or("");
}

/// The subject that an object given to a function is; null when it is none.
static const Subject *subjectOf(const RuleState &state, const Value &value)
{
    const auto address = identityOf(value);
    if (!address)
        return nullptr;
    if (state.current != nullptr && state.current->address() == *address)
        return state.current;
    return state.subjects->find(*address);
}

/// Calls `make` with the subject that the first argument is.
template <typename Make>
static CallResult withSubject(const RuleState &state, Arguments arguments, Make make)
{
    if (arguments[0].isUnknown())
        return Value::unknown().withMarks(arguments[0].marks());
    const Subject *subject = subjectOf(state, arguments[0]);
    if (subject == nullptr)
        return callError("must be self or a resource from related() or resources()", 0);
    return make(*subject);
}

static CallResult decided(Truth truth, Arguments arguments)
{
    hcl::Marks marks;
    if (truth == Truth::Unknown)
        for (const Value &argument : arguments)
            marks |= argument.deepMarks();
    return truthValue(truth, marks);
}

void TableBuilder::addGraph()
{
    add(
        "related", "Resources of a type whose attribute refers to the resource under review.",
        {"type", "attribute", "identity"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            if (arguments.size() < 2)
                return callError("needs a type and an attribute");
            if (state.current == nullptr)
                return callError("a rule for the whole configuration has no resource; use related_to()");
            return related(*state.subjects, *state.current, texts(arguments[0]), text(arguments[1]),
                           arguments.size() > 2 ? texts(arguments[2]) : std::vector<std::string>());
        },
        Last::Optional);
    add("related_to", "Resources of a type whose attribute refers to the given resource.",
        {"resource", "type", "attribute"}, [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments, [&](const Subject &subject) {
                return related(*state.subjects, subject, texts(arguments[1]), text(arguments[2]));
            });
        });
    add("resources", "All resources of a type in the configuration.", {"type"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return allOf(*state.subjects, texts(arguments[0]));
        });
    add("refers_to", "Resources of a type that a value derives from or names.", {"value", "type"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return referredTo(*state.subjects, arguments[0], texts(arguments[1]));
        });
    add("address", "The address of a resource.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments,
                               [](const Subject &subject) { return Value::string(subject.address()); });
        });
    add("provider", "The attributes of the provider configuration that manages a resource.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments, [](const Subject &subject) {
                const terraform::ProviderInstance *provider = subject.instance->provider();
                return provider == nullptr ? Value() : provider->attributes();
            });
        });
    add("meta", "Meta-arguments of a resource: lifecycle, depends_on, provisioner.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments, [](const Subject &subject) { return subject.instance->meta(); });
        });
}

void TableBuilder::addIam()
{
    add("iam", "The statements of IAM policies in one shape.", {"policy"},
        [](const RuleState &, Arguments arguments) -> CallResult { return iamStatements(arguments[0]); });
    add("allows", "Whether a statement allows an action.", {"statement", "action"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(coversAction(arguments[0], "Allow", text(arguments[1])), arguments);
        });
    add("denies", "Whether a statement denies an action.", {"statement", "action"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(coversAction(arguments[0], "Deny", text(arguments[1])), arguments);
        });
    add("conditions", "The conditions of a statement on a variable (glob).", {"statement", "variable"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return conditionsOf(arguments[0], text(arguments[1]));
        });
    add("is_for_anyone", "Whether a statement has everybody as principal.", {"statement"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(isForAnyone(arguments[0]), arguments);
        });
    add("principals", "The identifiers of a statement's principals of one type.", {"statement", "type"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return principalsOf(arguments[0], text(arguments[1]));
        });
}

void TableBuilder::addPlatform()
{
    add("pods", "The pod that a Kubernetes workload describes, as a list of one.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments, podsOf);
        });
    add("pod", "The pod that a Kubernetes workload describes; null when it is none.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments, [](const Subject &subject) {
                const Value list = podsOf(subject);
                return list.isUnknown() ? list : list.element(0).value_or(Value());
            });
        });
    add("ingress", "What a firewall lets in.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments,
                               [](const Subject &subject) { return firewallRules(subject, Direction::Ingress); });
        });
    add("egress", "What a firewall lets out.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments,
                               [](const Subject &subject) { return firewallRules(subject, Direction::Egress); });
        });
    add("covers_port", "Whether a firewall rule is about a port.", {"rule", "port"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            const auto port = hcl::Number::parse(text(arguments[1]));
            if (!port || !port->toInt64())
                return callError("must be a port number", 1);
            return decided(coversPort(arguments[0], *port->toInt64()), arguments);
        });
    add("is_public", "Whether one of the addresses is the whole internet.", {"cidrs"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(isPublic(arguments[0]), arguments);
        });
    add("tags", "Tags of a resource with the provider's default tags.", {"resource"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments, tagsOf);
        });
    add("missing_tags", "Which of the names a resource has no tag for.", {"resource", "names"},
        [](const RuleState &state, Arguments arguments) -> CallResult {
            return withSubject(state, arguments,
                               [&](const Subject &subject) { return missingTags(subject, texts(arguments[1])); });
        });
    add("selects", "Whether a Kubernetes label selector matches labels.", {"selector", "labels"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(selects(arguments[0], arguments[1]), arguments);
        });
}

void TableBuilder::addLogic()
{
    add("is_set", "Whether a value is there and not empty; a reference to a resource counts.", {"value"},
        [](const RuleState &, Arguments arguments) -> CallResult { return decided(isSet(arguments[0]), arguments); });
    add("enabled", "Whether a value is true (also as text).", {"value"},
        [](const RuleState &, Arguments arguments) -> CallResult { return decided(truthOf(arguments[0]), arguments); });
    add("disabled", "Whether a value is there and false (also as text).", {"value"},
        [](const RuleState &, Arguments arguments) -> CallResult { return decided(isFalse(arguments[0]), arguments); });
    add("at_least", "Whether a number is there and not below a minimum.", {"value", "minimum"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(atLeast(arguments[0], arguments[1]), arguments);
        });
    add("exists", "Whether a list has an element.", {"list"}, [](const RuleState &, Arguments arguments) -> CallResult {
        return decided(hasElements(arguments[0]), arguments);
    });
    add("if_known", "The value, or the other one where it is not wholly known.", {"value", "otherwise"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return arguments[0].isWhollyKnown() ? arguments[0] : arguments[1];
        });
    add(
        "first_set", "The first value that is not null.", {"values"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            for (const Value &value : arguments)
                if (value.isUnknown() || !value.isNull())
                    return value;
            return Value();
        },
        Last::Optional);
    add("matches", "Whether a text matches a glob, as far as it is known.", {"text", "glob"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(matchesGlob(arguments[0], text(arguments[1])), arguments);
        });
    add("anytrue", "Whether one element is true.", {"list"},
        [](const RuleState &, Arguments arguments) -> CallResult { return decided(anyTrue(arguments[0]), arguments); });
    add("alltrue", "Whether all elements are true.", {"list"},
        [](const RuleState &, Arguments arguments) -> CallResult { return decided(allTrue(arguments[0]), arguments); });
    add("contains", "Whether a list has an element that equals the value.", {"list", "value"},
        [](const RuleState &, Arguments arguments) -> CallResult {
            return decided(containsValue(arguments[0], arguments[1]), arguments);
        });
}

hcl::FunctionTable policyFunctions(const RuleState *state)
{
    return TableBuilder(state).build();
}

} // namespace drydock::policy
