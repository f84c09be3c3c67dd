// SPDX-License-Identifier: MIT
#include "core/hcl/yamlguard.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace drydock::hcl {

namespace {

/// Remembers where the newest document starts; what is in it does not matter.
class DocumentStarts final : public YAML::EventHandler
{
public:
    [[nodiscard]] const YAML::Mark &newest() const { return m_newest; }

    void OnDocumentStart(const YAML::Mark &mark) override { m_newest = mark; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

private:
    YAML::Mark m_newest;
};

} // namespace

static std::optional<YamlProblem> controlCharacter(std::string_view text)
{
    const auto found = std::find_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
    });
    if (found == text.end())
        return std::nullopt;
    const std::string_view before = text.substr(0, static_cast<std::size_t>(found - text.begin()));
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    return YamlProblem{static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
                       before.size() - lineStart + 1, "control characters are not allowed",
                       "Write it as an escape in double quotes (\"\\x1b\"), or remove it."};
}

static std::optional<YamlProblem> secondDocument(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    DocumentStarts starts;
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(starts) || !parser.HandleNextDocument(starts))
            return std::nullopt;
    } catch (const YAML::Exception &) {
        return std::nullopt; // Load() will say it
    }
    return YamlProblem{static_cast<std::size_t>(starts.newest().line) + 1,
                       static_cast<std::size_t>(starts.newest().column) + 1, "only a single document is allowed",
                       "Keep one: remove what follows the first, or close its brackets and quotes."};
}

std::optional<YamlProblem> yamlProblem(std::string_view text)
{
    if (auto problem = controlCharacter(text))
        return problem;
    return secondDocument(text);
}

} // namespace drydock::hcl
