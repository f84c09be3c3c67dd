// SPDX-License-Identifier: MIT
#include "core/policy/fingerprint.h"

#include "core/base/sha256.h"

#include <algorithm>

namespace drydock::policy {

namespace {

/// Copies source text without comments and with single blanks.
class Normaliser
{
public:
    explicit Normaliser(std::string_view text)
        : m_text(text)
    {
        m_result.reserve(text.size());
    }

    std::string run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"')
                quoted();
            else if (c == '#' || m_text.substr(m_at, 2) == "//")
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            else if (m_text.substr(m_at, 2) == "/*")
                blockComment();
            else if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
                blank();
            else
                copy();
        }
        return std::move(m_result);
    }

private:
    void copy() { m_result += m_text[m_at++]; }

    // The formatter adds and removes blanks around punctuation; only those between two words mean something.
    void blank()
    {
        m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        if (!m_result.empty() && m_at < m_text.size() && isWord(m_result.back()) && isWord(m_text[m_at]))
            m_result += ' ';
    }

    static bool isWord(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    }

    void quoted()
    {
        copy();
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                copy();
            copy();
        }
        if (m_at < m_text.size())
            copy();
    }

    void blockComment()
    {
        const std::size_t end = m_text.find("*/", m_at + 2);
        m_at = end == std::string_view::npos ? m_text.size() : end + 2;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_result;
};

} // namespace

std::string normalisedEvidence(std::string_view evidence)
{
    return Normaliser(evidence).run();
}

std::string Fingerprints::next(const FingerprintParts &parts)
{
    // NUL cannot be in any part, so no two lists of parts run together to one text.
    std::string key;
    for (const std::string_view part : {parts.ruleId, parts.modulePath, parts.address})
        key.append(part).push_back('\0');
    key += normalisedEvidence(parts.evidence);
    const unsigned ordinal = m_seen[key]++;
    if (ordinal > 0)
        key += '\0' + std::to_string(ordinal);
    constexpr std::size_t digits = 32;
    return sha256Hex(key).substr(0, digits);
}

} // namespace drydock::policy
