// SPDX-License-Identifier: MIT
#include "core/policy/joins.h"

#include "core/policy/joincache.h"
#include "core/policy/valuetools.h"

#include <algorithm>
#include <array>

namespace drydock::policy {

using hcl::Truth;
using hcl::Value;

// What names a resource when nothing else is said, in the providers that the shipped rules cover.
static constexpr std::array<std::string_view, 9> usualIdentity = {
    "name", "bucket", "identifier",    "cluster_identifier", "metadata.name",
    "id",   "arn",    "function_name", "repository_id"};

/// Whether the origin is this resource: exactly, as a whole (`aws_x.y` for `aws_x.y[0]`), or one of an unknown number.
static bool isOrigin(std::string_view origin, const Subject &target)
{
    const std::string &address = target.address();
    if (origin == address)
        return true;
    const std::string_view base = withoutKey(address);
    if (withoutKey(origin) != base)
        return false;
    return origin == base || origin.ends_with("[*]") || address.ends_with("[*]");
}

static bool hasUnsettledOrigin(const std::vector<std::string> &origins)
{
    return std::any_of(origins.begin(), origins.end(),
                       [](const std::string &origin) { return !isResourceOrigin(origin); });
}

static std::vector<std::string> identityTexts(const Subject &target, std::string_view attribute,
                                              const std::vector<std::string> &identity)
{
    std::vector<std::string> texts;
    const auto take = [&](std::string_view path) {
        if (auto text = textOf(valueAt(target.attributes, path)); text && !text->empty())
            texts.push_back(std::move(*text));
    };
    for (const std::string &path : identity)
        take(path);
    if (!identity.empty())
        return texts;
    for (const std::string_view path : usualIdentity)
        take(path);
    const std::vector<std::string> steps = pathSteps(attribute);
    if (!steps.empty())
        take(steps.back());
    return texts;
}

/// Does this single (not list) value mean the target?
static Truth means(const Value &value, const Subject &target, const std::vector<std::string> &identity)
{
    const std::vector<std::string> origins = originsOf(value.deepMarks());
    if (std::any_of(origins.begin(), origins.end(),
                    [&](const std::string &origin) { return isOrigin(origin, target); }))
        return Truth::True;
    if (value.isUnknown())
        return origins.empty() || hasUnsettledOrigin(origins) ? Truth::Unknown : Truth::False;
    const auto text = textOf(value);
    const bool equal = text && std::find(identity.begin(), identity.end(), *text) != identity.end();
    return equal ? Truth::True : Truth::False;
}

static Truth anyMeans(const Value &value, const Subject &target, const std::vector<std::string> &identity)
{
    if (value.isUnknown())
        return means(value, target, identity);
    const auto elements = elementsOf(value);
    Truth result = Truth::False;
    for (const Value &element : *elements) {
        const Truth one = means(element, target, identity);
        if (one == Truth::True)
            return one;
        if (one == Truth::Unknown)
            result = one;
    }
    return result;
}

/// A resource of which it is not known how many there are may be there or not, unless the target repeats with it.
static bool mayBeMissing(const Subject &candidate, const Subject *target)
{
    return candidate.instance->expansionUnknown() && (target == nullptr || !target->instance->expansionUnknown());
}

namespace {

/// Collects what is sure and what is possible into the list that the join functions promise.
class JoinResult
{
public:
    void add(const Subject &subject) { m_sure.push_back(subject.self()); }
    void addPossible(const hcl::Marks &why) { m_possible.push_back(Value::unknown().withMarks(why)); }

    Value value() &&
    {
        if (m_sure.empty() && !m_possible.empty()) {
            hcl::Marks why;
            for (const Value &possible : m_possible)
                why |= possible.marks();
            return Value::unknown().withMarks(why);
        }
        m_sure.insert(m_sure.end(), m_possible.begin(), m_possible.end());
        return Value::tuple(std::move(m_sure));
    }

private:
    std::vector<Value> m_sure;
    std::vector<Value> m_possible;
};

} // namespace

/// By what an attribute of the subjects of a type says.
static const JoinIndex &attributeIndex(const Subjects &subjects, const std::string &type, std::string_view attribute)
{
    const std::string key = type + "|" + std::string(attribute);
    if (const JoinIndex *known = subjects.joinCache().find(key); known != nullptr)
        return *known;
    JoinIndex index;
    for (const Subject *subject : subjects.named(type)) {
        const Value value = valueAt(subject->attributes, attribute);
        for (const Value &element : elementsOf(value).value_or(std::vector<Value>{value})) {
            const std::vector<std::string> origins = originsOf(element.deepMarks());
            for (const std::string &origin : origins)
                index.addAddress(origin, subject);
            if (auto text = textOf(element))
                index.addText(std::move(*text), subject);
            else if (element.isUnknown() && (origins.empty() || hasUnsettledOrigin(origins)))
                index.addOpen(subject);
        }
    }
    return subjects.joinCache().keep(key, std::move(index));
}

/// By what identifies the subjects of a type.
static const JoinIndex &identityIndex(const Subjects &subjects, const std::string &type)
{
    if (const JoinIndex *known = subjects.joinCache().find(type); known != nullptr)
        return *known;
    JoinIndex index;
    for (const Subject *subject : subjects.named(type)) {
        index.addAddress(subject->address(), subject);
        for (std::string &text : identityTexts(*subject, {}, {}))
            index.addText(std::move(text), subject);
    }
    return subjects.joinCache().keep(type, std::move(index));
}

Value related(const Subjects &subjects, const Subject &target, const std::vector<std::string> &types,
              std::string_view attribute, const std::vector<std::string> &identity)
{
    const std::vector<std::string> texts = identityTexts(target, attribute, identity);
    JoinResult result;
    for (const std::string &type : types) {
        for (const Subject *candidate :
             attributeIndex(subjects, type, attribute).candidates(texts, {target.address()})) {
            if (candidate->instance == target.instance)
                continue;
            const Value value = valueAt(candidate->attributes, attribute);
            const Truth answer = anyMeans(value, target, texts);
            if (answer == Truth::False)
                continue;
            if (mayBeMissing(*candidate, &target))
                result.addPossible(countMark(candidate->address()));
            else if (answer == Truth::True)
                result.add(*candidate);
            else
                result.addPossible(value.deepMarks());
        }
    }
    return std::move(result).value();
}

Value referredTo(const Subjects &subjects, const Value &value, const std::vector<std::string> &types)
{
    std::vector<std::string> texts;
    for (const Value &element : elementsOf(value).value_or(std::vector<Value>()))
        if (auto text = textOf(element))
            texts.push_back(std::move(*text));
    const std::vector<std::string> origins = originsOf(value.deepMarks());
    JoinResult result;
    for (const std::string &type : types)
        for (const Subject *candidate : identityIndex(subjects, type).candidates(texts, origins))
            if (anyMeans(value, *candidate, identityTexts(*candidate, {}, {})) == Truth::True)
                result.add(*candidate);
    if (value.isUnknown() && (origins.empty() || hasUnsettledOrigin(origins)))
        result.addPossible(value.deepMarks());
    return std::move(result).value();
}

Value allOf(const Subjects &subjects, const std::vector<std::string> &types)
{
    JoinResult result;
    for (const std::string &type : types) {
        for (const Subject *candidate : subjects.named(type)) {
            if (mayBeMissing(*candidate, nullptr))
                result.addPossible(countMark(candidate->address()));
            else
                result.add(*candidate);
        }
    }
    return std::move(result).value();
}

} // namespace drydock::policy
