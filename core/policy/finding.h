// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::policy {

enum class Severity : std::uint8_t { Low, Medium, High, Critical };

[[nodiscard]] std::string_view severityName(Severity severity); ///< "low", "medium", "high", "critical"
[[nodiscard]] std::optional<Severity> severityFromName(std::string_view name);

enum class FindingStatus : std::uint8_t {
    Open,      ///< counts for the gate
    Waived,    ///< a waiver of tfreview.yaml or a comment in the source covers it
    Baselined, ///< known when the baseline was written
};

[[nodiscard]] std::string_view statusName(FindingStatus status); ///< "open", "waived", "baselined"

/// A place in a reviewed file. Lines and columns count from 1, columns in Unicode code points; bytes from 0, end
/// exclusive.
struct SourceRange
{
    std::string file; ///< relative to the reviewed root, `/` between its parts
    std::uint32_t startByte = 0;
    std::uint32_t endByte = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t endLine = 0;
    std::uint32_t endColumn = 0;
};

/// Replaces the bytes [startByte, endByte) of `file` (insertion where both are equal).
struct TextEdit
{
    std::string file;
    std::uint32_t startByte = 0;
    std::uint32_t endByte = 0;
    std::string replacement;
};

/// A change that makes the finding go away. Edits do not overlap and are sorted by file and start.
struct Fix
{
    std::string title;
    std::vector<TextEdit> edits;
};

/// One step of "how this value came to be", from the resource to where the value was written.
struct DerivationStep
{
    std::string text;
    std::optional<SourceRange> range;
};

struct Finding
{
    std::string ruleId;
    std::string title; ///< of the rule
    Severity severity = Severity::Medium;
    FindingStatus status = FindingStatus::Open;
    std::string resource; ///< address: `module.net.aws_subnet.public[0]`; of the first instance where there are several
    std::vector<std::string> instances; ///< all addresses that this source location stands for
    SourceRange range;
    std::string message;
    std::string fingerprint; ///< stable when lines move: rule, module path, address, evidence
    std::string article;     ///< knowledge article, for example "policies/aws-s3-bucket-https-only"
    std::vector<DerivationStep> derivation;
    std::optional<Fix> fix;
    std::string statusReason; ///< reason and owner of the waiver, or empty
    std::string fixNote{};    ///< why the rule's fix is not offered here: the file is in JSON syntax; mostly empty
};

/// A rule that could not be decided for a resource: neither a finding nor a pass.
struct Undecided
{
    std::string ruleId;
    Severity severity = Severity::Medium;
    std::string resource;
    SourceRange range;
    std::string reason; ///< "var.kms_key_id has no value"
};

enum class DiagnosticSeverity : std::uint8_t { Error, Warning };

/// Something the review could not read or resolve: a file that does not parse, a module that is not there, a stale
/// waiver.
struct ReviewDiagnostic
{
    DiagnosticSeverity severity = DiagnosticSeverity::Error;
    std::string summary;
    std::string detail;
    SourceRange range; ///< empty file where there is no place
};

struct SeverityCounts
{
    std::uint32_t critical = 0;
    std::uint32_t high = 0;
    std::uint32_t medium = 0;
    std::uint32_t low = 0;

    void add(Severity severity);
    [[nodiscard]] std::uint32_t total() const { return critical + high + medium + low; }
};

struct Gate
{
    bool passed = true;
    std::optional<Severity> failOn; ///< open findings of this severity or worse fail; none: the gate is off
    std::string reason;             ///< one sentence for a person
};

/// The outcome of one review. Plain data: may move between threads.
struct ReviewResult
{
    std::string root;              ///< the reviewed folder as it was named
    std::vector<Finding> findings; ///< sorted by file, line, rule
    std::vector<Undecided> undecided;
    std::vector<ReviewDiagnostic> diagnostics;
    Gate gate;
    SeverityCounts open;
    std::uint32_t waived = 0;
    std::uint32_t baselined = 0;
    std::uint32_t files = 0;
    std::uint32_t unreadable = 0; ///< files and folders that could not be read or parsed as a whole
    std::uint32_t modules = 0;
    std::uint32_t resources = 0;
    std::uint32_t rules = 0;
    Timestamp started;
    std::chrono::milliseconds duration{0};
};

} // namespace drydock::policy
