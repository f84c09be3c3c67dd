// SPDX-License-Identifier: MIT
#include "core/policy/ignorecomments.h"

#include "core/base/glob.h"
#include "core/policy/places.h"

#include <algorithm>
#include <optional>

namespace drydock::policy {

static constexpr std::string_view marker = "drydock:ignore";
static constexpr std::string_view blanks = " \t\r\n";

/// The comment's own words, without `#`, `//`, `/* */` or the quotes that it has in JSON.
static std::string_view words(std::string_view comment)
{
    if (comment.starts_with('"') && comment.size() >= 2)
        return comment.substr(1, comment.size() - 2);
    if (comment.starts_with("/*") && comment.ends_with("*/") && comment.size() >= 4)
        comment = comment.substr(2, comment.size() - 4);
    else
        comment.remove_prefix(comment.starts_with("#") ? 1 : 2);
    const std::size_t start = std::min(comment.find_first_not_of(blanks), comment.size());
    comment.remove_prefix(start);
    return comment.substr(0, comment.find_last_not_of(blanks) + 1);
}

static std::optional<IgnoreComment> parseComment(std::string_view text)
{
    std::string_view rest = words(text);
    if (!rest.starts_with(marker))
        return std::nullopt;
    rest.remove_prefix(marker.size());
    if (!rest.empty() && blanks.find(rest.front()) == std::string_view::npos && rest.front() != ':')
        return std::nullopt;
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t:"), rest.size()));
    IgnoreComment comment;
    const std::size_t end = std::min(rest.find_first_of(blanks), rest.size());
    std::string_view rules = rest.substr(0, end);
    while (!rules.empty()) {
        const std::size_t comma = std::min(rules.find(','), rules.size());
        if (comma > 0)
            comment.rules.emplace_back(rules.substr(0, comma));
        rules.remove_prefix(std::min(comma + 1, rules.size()));
    }
    rest.remove_prefix(end);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t:-"), rest.size()));
    comment.reason = rest;
    return comment;
}

/// Whether only blanks and further comments stand between two places, and no empty line.
static bool isDirectlyAbove(const hcl::ParsedFile &file, hcl::ByteRange comment, std::uint32_t blockStart)
{
    const hcl::SourceFile &source = file.source();
    const std::uint32_t commentLine = source.position(comment.start).line;
    const std::uint32_t blockLine = source.position(blockStart).line;
    for (std::uint32_t line = commentLine; line < blockLine; ++line) {
        const std::string_view text = source.line(line);
        const std::size_t first = text.find_first_not_of(" \t");
        if (first == std::string_view::npos || (text[first] != '#' && text[first] != '/' && text[first] != '*'))
            return false;
    }
    return commentLine < blockLine;
}

static std::optional<hcl::ByteRange> coveredBlock(const hcl::ParsedFile &file, const hcl::Body &body,
                                                  hcl::ByteRange comment)
{
    for (const hcl::Block block : body.blocks()) {
        const hcl::ByteRange range = block.range();
        if (comment.start >= range.start && comment.start < range.end) {
            const auto inner = coveredBlock(file, block.body(), comment);
            return inner ? inner : range;
        }
        if (comment.start < range.start)
            return isDirectlyAbove(file, comment, range.start) ? std::optional(range) : std::nullopt;
        // `} # drydock:ignore …` behind the block, on its last line.
        const hcl::SourceFile &source = file.source();
        if (source.position(range.end).line == source.position(comment.start).line)
            return range;
    }
    return std::nullopt;
}

static SourceRange converted(const hcl::ParsedFile &file, hcl::ByteRange range)
{
    return toRange({&file.source(), range.start, range.end});
}

std::vector<IgnoreComment> ignoreComments(const hcl::ParsedFile &file)
{
    std::vector<IgnoreComment> result;
    if (file.source().text().find(marker) == std::string_view::npos)
        return result;
    for (const hcl::ByteRange range : file.tree->comments()) {
        auto comment = parseComment(file.source().text(range));
        if (!comment)
            continue;
        comment->range = converted(file, range);
        if (const auto covered = coveredBlock(file, file.body(), range))
            comment->covered = converted(file, *covered);
        result.push_back(std::move(*comment));
    }
    return result;
}

static bool contains(const SourceRange &outer, const SourceRange &inner)
{
    return outer.file == inner.file && outer.startByte <= inner.startByte && inner.endByte <= outer.endByte;
}

static bool covers(const IgnoreComment &comment, const Hit &hit)
{
    if (comment.covered.file.empty())
        return false;
    const bool rule = std::any_of(comment.rules.begin(), comment.rules.end(), [&hit](const std::string &pattern) {
        return globMatches(pattern, hit.finding.ruleId);
    });
    if (!rule)
        return false;
    return contains(comment.covered, hit.finding.range) ||
           std::any_of(hit.blocks.begin(), hit.blocks.end(),
                       [&comment](const SourceRange &block) { return contains(comment.covered, block); });
}

static ReviewDiagnostic warning(const IgnoreComment &comment, std::string summary, std::string detail)
{
    return {DiagnosticSeverity::Warning, std::move(summary), std::move(detail), comment.range};
}

std::vector<ReviewDiagnostic> applyIgnoreComments(const std::vector<IgnoreComment> &comments, std::vector<Hit> &hits)
{
    std::vector<ReviewDiagnostic> diagnostics;
    for (const IgnoreComment &comment : comments) {
        if (comment.rules.empty()) {
            diagnostics.push_back(warning(comment, "The ignore comment names no rule.",
                                          "Write `# drydock:ignore RULE reason`; it has no effect as it is."));
            continue;
        }
        bool used = false;
        for (Hit &hit : hits) {
            if (!covers(comment, hit))
                continue;
            used = true;
            if (hit.finding.status != FindingStatus::Open)
                continue;
            hit.finding.status = FindingStatus::Waived;
            hit.finding.statusReason =
                comment.reason.empty() ? "ignored by a comment without a reason" : comment.reason;
        }
        if (!used)
            diagnostics.push_back(
                warning(comment, "The ignore comment covers no finding.",
                        "The problem is gone, or the rule or the place is wrong: remove or correct it."));
        else if (comment.reason.empty())
            diagnostics.push_back(warning(comment, "The ignore comment gives no reason.",
                                          "Say why behind the rule, so that it can be judged later."));
    }
    return diagnostics;
}

} // namespace drydock::policy
