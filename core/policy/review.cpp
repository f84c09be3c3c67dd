// SPDX-License-Identifier: MIT
#include "core/policy/review.h"

#include "core/hcl/source.h"
#include "core/policy/baseline.h"
#include "core/policy/engine.h"
#include "core/policy/fingerprint.h"
#include "core/policy/gate.h"
#include "core/policy/ignorecomments.h"
#include "core/policy/places.h"
#include "core/terraform/configuration.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <new>
#include <set>
#include <system_error>
#include <thread>
#include <tuple>

namespace drydock::policy {

namespace fs = std::filesystem;

Result<fs::path> reviewRoot(const std::vector<fs::path> &paths)
{
    if (paths.empty())
        return failure("review.no-path", "There is nothing to review.", {}, "Name at least one folder or file.");
    std::optional<fs::path> root;
    for (const fs::path &path : paths) {
        std::error_code failed;
        fs::path real = fs::canonical(path, failed);
        if (failed)
            return failure("review.no-path", "There is no such file or folder.", path.string(), "Check the path.");
        if (!fs::is_directory(real))
            real = real.parent_path();
        if (!root) {
            root = real;
            continue;
        }
        const auto [mine, theirs] = std::mismatch(root->begin(), root->end(), real.begin(), real.end());
        fs::path shared;
        for (auto part = root->begin(); part != mine; ++part)
            shared /= *part;
        root = shared;
    }
    return *root;
}

namespace {

/// What the reviews of all configurations amount to, joined by source place.
class Collector
{
public:
    void add(const terraform::Evaluation &evaluation, EngineResult result);
    ReviewResult finish(const ReviewConfig &config, const Baseline &baseline, const std::string &baselineFile,
                        Timestamp now);

private:
    using Key = std::tuple<std::string, std::string, std::uint32_t, std::uint32_t>;
    static Key keyOf(const std::string &rule, const SourceRange &range)
    {
        return {rule, range.file, range.startByte, range.endByte};
    }
    void addHit(Hit hit);
    void addModule(const terraform::Module &module);
    void setFingerprints();

    std::vector<Hit> m_hits;
    std::map<Key, std::size_t> m_hitAt;
    std::set<Key> m_undecidedAt;
    std::set<const terraform::Module *> m_seenModules;
    std::vector<std::shared_ptr<const terraform::Module>>
        m_modules; ///< keeps sources alive that diagnostics point into
    std::set<std::string> m_files;
    std::set<std::string> m_unreadable;
    std::set<std::tuple<std::string, std::string, std::uint32_t>> m_seenDiagnostics;
    std::vector<IgnoreComment> m_comments;
    ReviewResult m_result;
};

} // namespace

void Collector::addHit(Hit hit)
{
    const auto [at, isNew] = m_hitAt.try_emplace(keyOf(hit.finding.ruleId, hit.finding.range), m_hits.size());
    if (isNew) {
        m_hits.push_back(std::move(hit));
        return;
    }
    Hit &known = m_hits[at->second];
    for (std::string &instance : hit.finding.instances)
        if (std::find(known.finding.instances.begin(), known.finding.instances.end(), instance) ==
            known.finding.instances.end())
            known.finding.instances.push_back(std::move(instance));
    known.blocks.insert(known.blocks.end(), hit.blocks.begin(), hit.blocks.end());
}

void Collector::addModule(const terraform::Module &module)
{
    if (!m_seenModules.insert(&module).second)
        return;
    ++m_result.modules;
    for (const hcl::ParsedFile &file : module.files()) {
        if (!m_files.insert(file.source().name()).second)
            continue;
        auto comments = ignoreComments(file);
        std::move(comments.begin(), comments.end(), std::back_inserter(m_comments));
    }
}

void Collector::add(const terraform::Evaluation &evaluation, EngineResult result)
{
    for (Hit &hit : result.hits)
        addHit(std::move(hit));
    for (Undecided &undecided : result.undecided)
        if (m_undecidedAt.insert(keyOf(undecided.ruleId, undecided.range)).second)
            m_result.undecided.push_back(std::move(undecided));
    for (const auto &module : evaluation.configuration().modules()) {
        addModule(*module);
        m_modules.push_back(module);
    }
    for (const terraform::Diagnostic &diagnostic : evaluation.diagnostics()) {
        ReviewDiagnostic converted = toDiagnostic(diagnostic);
        if (isUnread(diagnostic))
            m_unreadable.insert(converted.range.file);
        if (m_seenDiagnostics.emplace(converted.summary, converted.range.file, converted.range.startByte).second)
            m_result.diagnostics.push_back(std::move(converted));
    }
    m_result.resources += static_cast<std::uint32_t>(evaluation.resources().size());
}

void Collector::setFingerprints()
{
    // In the order of the source, so that the ordinals of equal findings do not depend on threads.
    std::sort(m_hits.begin(), m_hits.end(), [](const Hit &a, const Hit &b) {
        const auto key = [](const Finding &f) {
            return std::tie(f.range.file, f.range.startByte, f.range.endByte, f.ruleId);
        };
        return key(a.finding) < key(b.finding);
    });
    Fingerprints fingerprints;
    for (Hit &hit : m_hits) {
        const std::string folder = fs::path(hit.finding.range.file).parent_path().generic_string();
        hit.finding.fingerprint = fingerprints.next({hit.finding.ruleId, folder, hit.address, hit.evidence});
    }
}

template <typename T>
static void sortByPlace(std::vector<T> &list)
{
    std::stable_sort(list.begin(), list.end(), [](const T &a, const T &b) {
        return std::tie(a.range.file, a.range.line, a.range.column) <
               std::tie(b.range.file, b.range.line, b.range.column);
    });
}

static void append(std::vector<ReviewDiagnostic> &target, std::vector<ReviewDiagnostic> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(target));
}

ReviewResult Collector::finish(const ReviewConfig &config, const Baseline &baseline, const std::string &baselineFile,
                               Timestamp now)
{
    const auto excluded = [&config](const auto &item) { return config.excludes(item.range.file); };
    std::erase_if(m_hits, [&](const Hit &hit) { return excluded(hit.finding); });
    std::erase_if(m_result.undecided, excluded);
    std::erase_if(m_result.diagnostics, excluded);
    std::erase_if(m_comments, excluded);
    const auto excludedFile = [&config](const std::string &file) { return config.excludes(file); };
    std::erase_if(m_files, excludedFile);
    std::erase_if(m_unreadable, excludedFile);
    // A finding in one instance says more than "not known" in another.
    std::erase_if(m_result.undecided, [this](const Undecided &undecided) {
        return m_hitAt.count(keyOf(undecided.ruleId, undecided.range)) > 0;
    });
    setFingerprints();
    append(m_result.diagnostics, applyIgnoreComments(m_comments, m_hits));
    for (Hit &hit : m_hits) {
        auto &instances = hit.finding.instances;
        std::sort(instances.begin(), instances.end());
        hit.finding.resource = instances.front();
        m_result.findings.push_back(std::move(hit.finding));
    }
    std::stable_sort(m_result.findings.begin(), m_result.findings.end(), [](const Finding &a, const Finding &b) {
        return std::tie(a.range.file, a.range.line, a.ruleId) < std::tie(b.range.file, b.range.line, b.ruleId);
    });
    append(m_result.diagnostics, applyWaivers(config.waivers, now, m_result.findings));
    if (const std::size_t stale = baseline.apply(m_result.findings); stale > 0) {
        ReviewDiagnostic diagnostic{DiagnosticSeverity::Warning,
                                    std::to_string(stale) + (stale == 1 ? " entry" : " entries") +
                                        " of the baseline match no finding any more.",
                                    "They were fixed or have changed: write the baseline anew with --write-baseline.",
                                    {}};
        diagnostic.range.file = baselineFile;
        m_result.diagnostics.push_back(std::move(diagnostic));
    }
    sortByPlace(m_result.undecided);
    sortByPlace(m_result.diagnostics);
    m_result.files = static_cast<std::uint32_t>(m_files.size());
    m_result.unreadable = static_cast<std::uint32_t>(m_unreadable.size());
    return std::move(m_result);
}

static Error outOfMemory(std::string place)
{
    return {"system.memory", "There is not enough memory to review this.", std::move(place),
            "Review fewer folders at a time, or where more memory is free."};
}

namespace {

/// Evaluates configurations and runs the engine on them, on several threads.
class Reviewer
{
public:
    Reviewer(const Engine &engine, const std::vector<terraform::Configuration> &configurations, const Task &task)
        : m_engine(engine)
        , m_configurations(configurations)
        , m_task(task)
    {
    }

    Result<> run(unsigned threads, Collector &collector)
    {
        const std::size_t count = m_configurations.size();
        const unsigned wanted = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
        const auto workers = static_cast<unsigned>(std::min<std::size_t>(wanted, count));
        m_outcomes.resize(count);
        {
            std::vector<std::jthread> helpers;
            startHelpers(helpers, workers);
            work(&m_task);
        }
        for (auto &outcome : m_outcomes) {
            if (!outcome)
                return m_task.check();
            if (!*outcome)
                return tl::unexpected(outcome->error());
            collector.add((*outcome)->evaluation, std::move((*outcome)->result));
        }
        return {};
    }

private:
    struct Outcome
    {
        terraform::Evaluation evaluation;
        EngineResult result;
    };

    void startHelpers(std::vector<std::jthread> &helpers, unsigned workers)
    {
        try {
            for (unsigned i = 1; i < workers; ++i)
                helpers.emplace_back([this] { work(nullptr); });
        } catch (const std::system_error &) {
            return; // no more threads: those there are do all of it
        }
    }

    /// `reporter` is given on the calling thread only: progress is called there.
    void work(const Task *reporter)
    {
        const Task silent{m_task.stop, {}};
        for (std::size_t i = m_next++; i < m_configurations.size(); i = m_next++) {
            if (m_task.stop.stop_requested())
                return;
            m_outcomes[i] = one(m_configurations[i], silent);
            const std::size_t done = ++m_done;
            if (reporter != nullptr)
                reporter->report(static_cast<double>(done) / static_cast<double>(m_configurations.size()),
                                 "Reviewed " + std::to_string(done) + " of " + std::to_string(m_configurations.size()) +
                                     " configurations");
        }
    }

    /// Out of memory ends the review with an error: an exception that leaves a thread would end the program.
    Result<Outcome> one(const terraform::Configuration &configuration, const Task &task) const
    try {
        return evaluated(configuration, task);
    } catch (const std::bad_alloc &) {
        const auto &module = configuration.root().module;
        return failure(outOfMemory(module ? module->directory().string() : std::string()));
    }

    Result<Outcome> evaluated(const terraform::Configuration &configuration, const Task &task) const
    {
        auto evaluation = terraform::evaluate(configuration, task);
        if (!evaluation)
            return tl::unexpected(evaluation.error());
        auto result = m_engine.run(*evaluation, task);
        if (!result)
            return tl::unexpected(result.error());
        return Outcome{std::move(*evaluation), std::move(*result)};
    }

    const Engine &m_engine;
    const std::vector<terraform::Configuration> &m_configurations;
    const Task &m_task;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::size_t> m_done{0};
    std::vector<std::optional<Result<Outcome>>> m_outcomes;
};

} // namespace

static void countFindings(ReviewResult &result)
{
    for (const Finding &finding : result.findings) {
        if (finding.status == FindingStatus::Open)
            result.open.add(finding.severity);
        else
            ++(finding.status == FindingStatus::Waived ? result.waived : result.baselined);
    }
}

/// The gate of tfreview.yaml with what the request says instead.
static GatePolicy gatePolicy(const ReviewRequest &request, const ReviewConfig &config)
{
    GatePolicy policy = config.gate;
    if (request.failOn) {
        policy.failOn = request.failOn->severity;
        policy.thresholds.clear();
        if (!policy.failOn)
            policy.onUnreadable = OnUnreadable::Tell; // "none" turns the gate off as a whole
    }
    if (request.onUnreadable)
        policy.onUnreadable = *request.onUnreadable;
    return policy;
}

static Result<> startBaseline(const fs::path &file, Timestamp now, std::vector<Finding> &findings)
{
    const Baseline baseline = Baseline::of(findings, now);
    if (auto written = baseline.write(file); !written)
        return written;
    baseline.apply(findings);
    return {};
}

static Result<Baseline> loadBaseline(const ReviewRequest &request, const ReviewConfig &config, std::string &file)
{
    if (request.baseline)
        file = request.baseline->string();
    else if (!config.baseline.empty())
        file = (fs::path(config.file).parent_path() / config.baseline).string();
    return file.empty() ? Result<Baseline>(Baseline()) : Baseline::load(file);
}

static Result<std::vector<terraform::Configuration>>
loadConfigurations(const ReviewRequest &request, const ReviewConfig &config, const fs::path &root, const Task &task)
{
    terraform::LoadOptions options;
    options.base = root;
    options.schemas = request.schemas;
    options.resolver = request.modules;
    for (const std::string &file : config.variableFiles)
        options.variableFiles.push_back(fs::path(config.file).parent_path() / file);
    std::vector<fs::path> paths;
    for (const fs::path &path : request.paths)
        paths.push_back(fs::canonical(path));
    return terraform::loadTree(paths, options, task);
}

static Result<ReviewResult> reviewAll(const ReviewRequest &request, const RuleSet &rules, const Clock &clock,
                                      const Task &task)
{
    const Timestamp started = clock.now();
    auto root = reviewRoot(request.paths);
    if (!root)
        return tl::unexpected(root.error());
    auto config = loadReviewConfig(request.configFile, *root);
    if (!config)
        return tl::unexpected(config.error());
    std::string baselineFile;
    auto baseline = loadBaseline(request, *config, baselineFile);
    if (!baseline)
        return tl::unexpected(baseline.error());
    auto configurations = loadConfigurations(request, *config, *root, task);
    if (!configurations)
        return tl::unexpected(configurations.error());
    const Engine engine(rules, *config);
    Collector collector;
    if (auto done = Reviewer(engine, *configurations, task).run(request.threads, collector); !done)
        return tl::unexpected(done.error());
    ReviewResult result = collector.finish(*config, *baseline, baselineFile, started);
    if (request.newBaseline)
        if (auto written = startBaseline(*request.newBaseline, started, result.findings); !written)
            return tl::unexpected(written.error());
    countFindings(result);
    result.root = request.paths.size() == 1 ? request.paths.front().string() : root->string();
    result.rules = static_cast<std::uint32_t>(engine.ruleCount());
    result.gate = decideGate(gatePolicy(request, *config), result.open, result.unreadable);
    result.started = started;
    result.duration = clock.now() - started;
    return result;
}

Result<ReviewResult> review(const ReviewRequest &request, const RuleSet &rules, const Clock &clock, const Task &task)
try {
    return reviewAll(request, rules, clock, task);
} catch (const std::bad_alloc &) {
    return failure(outOfMemory(request.paths.empty() ? std::string() : request.paths.front().string()));
}

} // namespace drydock::policy
