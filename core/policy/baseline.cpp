// SPDX-License-Identifier: MIT
#include "core/policy/baseline.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace drydock::policy {

using Json = nlohmann::ordered_json;

static constexpr std::string_view rewriteHint = "Write it anew with --write-baseline.";

Baseline Baseline::of(const std::vector<Finding> &findings, Timestamp now)
{
    Baseline baseline;
    baseline.created = now;
    for (const Finding &finding : findings)
        if (finding.status != FindingStatus::Waived)
            baseline.entries.push_back({finding.fingerprint, finding.ruleId, finding.resource, finding.range.file});
    std::sort(baseline.entries.begin(), baseline.entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.file, a.rule, a.resource, a.fingerprint) <
               std::tie(b.file, b.rule, b.resource, b.fingerprint);
    });
    return baseline;
}

static std::string textOf(const Json &object, const char *key)
{
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

static Result<Baseline> read(const Json &document, const std::string &file)
{
    if (!document.is_object() || !document.contains("version"))
        return failure("baseline.invalid", "The file is not a baseline.", file, std::string(rewriteHint));
    if (document["version"] != 1)
        return failure("baseline.version",
                       "The baseline has version " + document["version"].dump() + "; only 1 is known.", file,
                       std::string(rewriteHint));
    if (!document.contains("findings") || !document["findings"].is_array())
        return failure("baseline.invalid", "The baseline has no list \"findings\".", file, std::string(rewriteHint));
    Baseline baseline;
    if (auto created = parseTimestamp(textOf(document, "created")); created)
        baseline.created = *created;
    for (const Json &entry : document["findings"]) {
        const std::string fingerprint = entry.is_object() ? textOf(entry, "fingerprint") : std::string();
        if (fingerprint.empty())
            return failure("baseline.invalid",
                           "Entry " + std::to_string(baseline.entries.size() + 1) +
                               " of the baseline has no fingerprint.",
                           file, std::string(rewriteHint));
        baseline.entries.push_back(
            {fingerprint, textOf(entry, "rule"), textOf(entry, "resource"), textOf(entry, "file")});
    }
    return baseline;
}

/// ":LINE:COLUMN" of the byte (from 1) at which a JSON reader gave up.
static std::string placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    return ":" + std::to_string(lines + 1) + ":" + std::to_string(before.size() - lineStart + 1);
}

Result<Baseline> Baseline::load(const std::filesystem::path &file)
{
    auto text = readFile(file);
    if (!text)
        return tl::unexpected(text.error());
    try {
        return read(Json::parse(*text), file.string());
    } catch (const Json::parse_error &error) {
        return failure("baseline.invalid", "The baseline is not valid JSON.",
                       file.string() + placeOf(*text, error.byte), std::string(rewriteHint));
    }
}

Result<> Baseline::write(const std::filesystem::path &file) const
{
    Json list = Json::array();
    for (const Entry &entry : entries)
        list.push_back(Json{{"fingerprint", entry.fingerprint},
                            {"rule", entry.rule},
                            {"resource", entry.resource},
                            {"file", entry.file}});
    const Json document{{"version", 1}, {"created", formatTimestamp(created)}, {"findings", std::move(list)}};
    return writeFileAtomically(file, document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::size_t Baseline::apply(std::vector<Finding> &findings) const
{
    std::map<std::string_view, std::size_t> known;
    for (const Entry &entry : entries)
        ++known[entry.fingerprint];
    for (Finding &finding : findings) {
        const auto at = known.find(finding.fingerprint);
        if (at == known.end() || at->second == 0)
            continue;
        --at->second;
        if (finding.status != FindingStatus::Open)
            continue;
        finding.status = FindingStatus::Baselined;
        finding.statusReason = "known when the baseline of " + formatTimestamp(created).substr(0, 10) + " was written";
    }
    std::size_t stale = 0;
    for (const auto &[fingerprint, count] : known)
        stale += count;
    return stale;
}

} // namespace drydock::policy
