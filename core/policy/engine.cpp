// SPDX-License-Identifier: MIT
#include "core/policy/engine.h"

#include "core/hcl/json.h"
#include "core/policy/fixer.h"
#include "core/policy/places.h"
#include "core/policy/policyfunctions.h"
#include "core/policy/reason.h"
#include "core/policy/rulescope.h"
#include "core/policy/valuetools.h"
#include "core/terraform/module.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace drydock::policy {

using hcl::Truth;
using hcl::Value;

namespace {

/// Where a finding points.
struct Place
{
    terraform::SourceRange range;
    std::string path; ///< attribute path in the subject, empty for the whole resource
    std::string evidence;
};

/// One configuration under review: runs every rule on every subject and joins what is about the same place.
class Run
{
public:
    Run(const terraform::Evaluation &evaluation, const Value &settings)
        : m_evaluation(evaluation)
        , m_subjects(evaluation)
        , m_settings(settings)
        , m_functions(policyFunctions(&m_state))
    {
        m_state.subjects = &m_subjects;
    }

    void apply(const CompiledRule &rule, const Subject *subject);
    [[nodiscard]] const Subjects &subjects() const { return m_subjects; }
    EngineResult take() && { return std::move(m_result); }

private:
    struct Question
    {
        const CompiledRule &rule;
        const Subject *subject;
        RuleScope &scope;
        std::optional<std::string> undecidedWhen; ///< why it is not known whether the rule applies
    };

    void decide(Question &question, const std::optional<Value> &element);
    void addHit(Question &question, const Place &place);
    void addUndecided(const Question &question, const Place &place, std::string reason);
    [[nodiscard]] Place placeFor(const Question &question, const std::optional<Value> &element) const;
    [[nodiscard]] Place configurationPlace(const Rule &rule) const;
    [[nodiscard]] Hit makeHit(Question &question, const Place &place);

    using Key = std::tuple<std::string_view, const hcl::SourceFile *, std::uint32_t, std::uint32_t>;
    [[nodiscard]] static Key keyOf(const Question &question, const Place &place)
    {
        return {question.rule.rule->id, place.range.file, place.range.start, place.range.end};
    }

    const terraform::Evaluation &m_evaluation;
    Subjects m_subjects;
    const Value &m_settings;
    RuleState m_state;
    hcl::FunctionTable m_functions;
    EngineResult m_result;
    std::map<Key, std::size_t> m_hitAt;
    std::map<Key, std::size_t> m_undecidedAt;
};

} // namespace

void Run::apply(const CompiledRule &rule, const Subject *subject)
{
    m_state.current = subject;
    RuleScope scope(rule, subject, m_settings, m_functions);
    Question question{rule, subject, scope, std::nullopt};
    if (rule.when) {
        const Evaluated when = scope.evaluate(*rule.when);
        const Truth applies = when.error.empty() ? truthOf(when.value) : Truth::Unknown;
        if (applies == Truth::False)
            return;
        if (applies == Truth::Unknown)
            question.undecidedWhen = when.error.empty() ? reasonFor(when.value) : when.error;
    }
    if (!rule.each) {
        decide(question, std::nullopt);
        return;
    }
    const Evaluated list = scope.evaluate(*rule.each);
    const auto elements = list.error.empty() ? elementsOf(list.value) : std::nullopt;
    if (!elements) {
        addUndecided(question, placeFor(question, std::nullopt),
                     list.error.empty() ? reasonFor(list.value) : list.error);
        return;
    }
    // The list's own marks stay off the elements: through a filter it has those of all blocks that were looked at.
    const auto raw = list.value.elements();
    for (std::size_t i = 0; i < elements->size(); ++i)
        decide(question, raw.size() == elements->size() ? raw[i] : (*elements)[i]);
}

void Run::decide(Question &question, const std::optional<Value> &element)
{
    if (element) {
        if (element->isUnknown()) {
            addUndecided(question, placeFor(question, element), reasonFor(*element));
            return;
        }
        question.scope.setElement(*element);
    }
    const Evaluated answer = question.scope.evaluate(*question.rule.condition);
    const Truth truth = answer.error.empty() ? truthOf(answer.value) : Truth::Unknown;
    if (truth == Truth::Unknown) {
        addUndecided(question, placeFor(question, element),
                     answer.error.empty() ? reasonFor(answer.value) : answer.error);
        return;
    }
    if ((truth == Truth::True) != question.rule.denies())
        return;
    const Place place = placeFor(question, element);
    if (question.undecidedWhen)
        addUndecided(question, place, *question.undecidedWhen);
    else
        addHit(question, place);
}

static std::string withoutIndexes(const std::string &path)
{
    std::string result;
    bool inside = false;
    for (const char c : path) {
        inside = c == '[' || (inside && c != ']');
        if (!inside && c != ']')
            result += c;
    }
    return result;
}

Place Run::placeFor(const Question &question, const std::optional<Value> &element) const
{
    const Rule &rule = *question.rule.rule;
    if (question.subject == nullptr)
        return configurationPlace(rule);
    const Subject &subject = *question.subject;
    const std::string base = element ? locationOf(*element).value_or("") : std::string();
    const auto below = [&base](const std::string &path) { return base.empty() ? path : base + "." + path; };
    std::string path = rule.at.empty() ? base : below(rule.at.front());
    bool written = rule.at.empty() && !base.empty();
    for (const std::string &at : rule.at) {
        if (valueAt(subject.attributes, below(at)).isNull())
            continue;
        path = below(at);
        written = true;
        break;
    }
    Place place;
    place.path = path;
    place.range =
        path.empty() ? subject.instance->headerRange() : subject.instance->sourceRange(subject.sourcePath(path));
    place.evidence = withoutIndexes(path) + (written ? "=" + std::string(textAt(place.range)) : " is not there");
    return place;
}

/// `provider.aws`, `terraform`, a resource type: the first such block of the root module.
static terraform::SourceRange blockNamed(const terraform::Module &module, std::string_view name)
{
    for (const terraform::ProviderBlock &provider : module.providers())
        if (name == "provider." + provider.name)
            return terraform::rangeOf(provider.block, provider.block.headerRange());
    if (name == "terraform" && !module.settings().blocks.empty()) {
        const hcl::Block &block = module.settings().blocks.front();
        return terraform::rangeOf(block, block.headerRange());
    }
    return {};
}

Place Run::configurationPlace(const Rule &rule) const
{
    Place place;
    place.evidence = "configuration";
    const auto &module = m_evaluation.configuration().root().module;
    for (const std::string &at : rule.at) {
        if (module)
            place.range = blockNamed(*module, at);
        if (const auto subjects = m_subjects.named(at); !place.range && !subjects.empty())
            place.range = subjects.front()->instance->headerRange();
        if (place.range) {
            place.path = at;
            return place;
        }
    }
    if (module && !module->files().empty())
        place.range = {&module->files().front().source(), 0, 0};
    return place;
}

static bool isListed(const std::vector<std::string> &list, const std::string &text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

void Run::addHit(Question &question, const Place &place)
{
    const auto [at, isNew] = m_hitAt.try_emplace(keyOf(question, place), m_result.hits.size());
    if (isNew) {
        m_result.hits.push_back(makeHit(question, place));
        return;
    }
    auto &instances = m_result.hits[at->second].finding.instances;
    if (question.subject != nullptr && !isListed(instances, question.subject->address()))
        instances.push_back(question.subject->address());
}

static std::vector<DerivationStep> derivationOf(const Subject &subject, const std::string &path)
{
    std::vector<DerivationStep> steps;
    if (path.empty())
        return steps;
    for (const terraform::DerivationStep &step : subject.instance->derivation(subject.sourcePath(path))) {
        DerivationStep converted{step.text, std::nullopt};
        if (step.range)
            converted.range = toRange(step.range);
        steps.push_back(std::move(converted));
    }
    // One step alone is the argument itself, which the finding shows anyway.
    if (steps.size() < 2)
        steps.clear();
    return steps;
}

/// The resource's own block and those of the module calls that lead to it.
static std::vector<SourceRange> blocksAround(const terraform::ResourceInstance &instance)
{
    std::vector<SourceRange> blocks{toRange(instance.range())};
    for (const terraform::ModuleNode *node = &instance.module().node(); node != nullptr; node = node->parent)
        if (node->call != nullptr)
            blocks.push_back(toRange(terraform::rangeOf(node->call->block)));
    return blocks;
}

Hit Run::makeHit(Question &question, const Place &place)
{
    const Rule &rule = *question.rule.rule;
    Hit hit;
    Finding &finding = hit.finding;
    finding.ruleId = rule.id;
    finding.title = rule.title;
    finding.severity = question.rule.severity;
    finding.article = rule.article();
    finding.range = toRange(place.range);
    finding.message = question.scope.render(rule.message.text).value_or(rule.title);
    hit.evidence = place.evidence;
    if (question.subject == nullptr) {
        finding.resource = place.path.empty() ? "configuration" : place.path;
        finding.instances = {finding.resource};
        hit.address = "configuration";
        hit.blocks = {finding.range};
        return hit;
    }
    const terraform::ResourceInstance &instance = *question.subject->instance;
    finding.resource = instance.addressText();
    finding.instances = {finding.resource};
    hit.address = instance.address().localText();
    hit.blocks = blocksAround(instance);
    finding.derivation = derivationOf(*question.subject, place.path);
    finding.fix = makeFix(question.rule, *question.subject, question.scope, place.path);
    if (!rule.fix.empty() && instance.file().tree->syntax() == hcl::Syntax::Json)
        finding.fixNote = rule.fix.title + ". This is for you to write: files in JSON syntax are not changed here.";
    return hit;
}

void Run::addUndecided(const Question &question, const Place &place, std::string reason)
{
    const auto [at, isNew] = m_undecidedAt.try_emplace(keyOf(question, place), m_result.undecided.size());
    if (!isNew)
        return;
    Undecided undecided;
    undecided.ruleId = question.rule.rule->id;
    undecided.severity = question.rule.severity;
    undecided.resource = question.subject == nullptr ? "configuration" : question.subject->address();
    undecided.range = toRange(place.range);
    undecided.reason = std::move(reason);
    m_result.undecided.push_back(std::move(undecided));
}

static std::vector<std::pair<const Rule *, Severity>> activeRules(const RuleSet &rules, const ReviewConfig &config)
{
    std::vector<std::pair<const Rule *, Severity>> active;
    for (const Rule &rule : rules.rules())
        if (!config.disables(rule.id))
            active.emplace_back(&rule, config.severityOf(rule.id, rule.severity));
    return active;
}

Engine::Engine(const RuleSet &rules, const ReviewConfig &config)
    : m_book(activeRules(rules, config))
{
    if (auto settings = hcl::fromJson(config.settings))
        m_settings = *settings;
}

Result<EngineResult> Engine::run(const terraform::Evaluation &evaluation, const Task &task) const
{
    Run run(evaluation, m_settings);
    for (const std::string_view type : run.subjects().types()) {
        const std::vector<const CompiledRule *> rules = m_book.forType(type);
        for (const CompiledRule *rule : rules) {
            if (auto go = task.check(); !go)
                return tl::unexpected(go.error());
            for (const Subject *subject : run.subjects().ofType(type))
                run.apply(*rule, subject);
        }
    }
    for (const CompiledRule *rule : m_book.forConfiguration())
        run.apply(*rule, nullptr);
    return std::move(run).take();
}

} // namespace drydock::policy
