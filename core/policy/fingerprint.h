// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace drydock::policy {

/// What identifies a finding when lines move and files are reformatted.
struct FingerprintParts
{
    std::string_view ruleId;
    std::string_view modulePath; ///< of the source: folder of the module, relative to the reviewed root
    std::string_view address;    ///< within the module, without instance keys: `aws_security_group.web`
    std::string_view evidence;   ///< the source text that the finding points at; white space and comments do not count
};

/// Makes fingerprints (32 hexadecimal digits) for the findings of one review. Two findings with equal parts get
/// different fingerprints by their order.
class Fingerprints
{
public:
    [[nodiscard]] std::string next(const FingerprintParts &parts);

private:
    std::map<std::string, unsigned> m_seen;
};

/// `evidence` without comments and without white space other than one blank between two words; text in quotes is kept.
[[nodiscard]] std::string normalisedEvidence(std::string_view evidence);

} // namespace drydock::policy
