// SPDX-License-Identifier: MIT
// Search in the files of a project; what one text holds is found by textpattern.cpp.
#include "core/project/textsearch.h"

#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/base/glob.h"
#include "core/base/sha256.h"
#include "core/diff/unified.h"
#include "core/project/configurationfiles.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace drydock::project {

namespace {

/// Globs separated by commas.
class PathFilter
{
public:
    explicit PathFilter(std::string_view list)
    {
        while (!list.empty()) {
            std::string_view part = list.substr(0, list.find(','));
            list.remove_prefix(std::min(part.size() + 1, list.size()));
            while (!part.empty() && std::isspace(static_cast<unsigned char>(part.front())) != 0)
                part.remove_prefix(1);
            while (!part.empty() && (std::isspace(static_cast<unsigned char>(part.back())) != 0 || part.back() == '/'))
                part.remove_suffix(1);
            if (!part.empty())
                m_globs.emplace_back(part);
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_globs.empty(); }
    [[nodiscard]] bool fits(std::string_view path) const
    {
        const std::string_view name = path.substr(path.rfind('/') + 1);
        return std::any_of(m_globs.begin(), m_globs.end(), [&](const std::string &glob) {
            return globMatches(glob, path) || globMatches(glob + "/**", path) ||
                   (glob.find('/') == std::string::npos && globMatches(glob, name));
        });
    }

private:
    std::vector<std::string> m_globs;
};

class Search
{
public:
    Search(const SearchLimits &limits, TextPattern pattern, const std::function<void(const FileMatches &)> &found)
        : m_limits(limits)
        , m_pattern(std::move(pattern))
        , m_found(found)
    {
    }

    void look(const std::string &path, std::string_view text)
    {
        if (text.size() > m_limits.fileBytes || diff::looksBinary(text)) {
            ++m_result.skippedFiles;
            return;
        }
        ++m_result.searchedFiles;
        const std::size_t most = std::min(m_limits.matchesPerFile, m_limits.matches - m_result.matchCount);
        auto matches = m_pattern.find(text, most + 1);
        if (matches.size() > most) {
            matches.pop_back();
            m_result.isCut = true;
        }
        if (matches.empty())
            return;
        m_result.matchCount += matches.size();
        m_result.files.push_back({path, sha256Hex(text), std::move(matches)});
        if (m_found)
            m_found(m_result.files.back());
    }

    void skip() { ++m_result.skippedFiles; }
    [[nodiscard]] bool isFull() const { return m_result.matchCount >= m_limits.matches; }
    [[nodiscard]] SearchResult &result() { return m_result; }

private:
    const SearchLimits &m_limits;
    TextPattern m_pattern;
    const std::function<void(const FileMatches &)> &m_found;
    SearchResult m_result;
};

} // namespace

/// Paths of files on disk and of texts that are nowhere but in an editor, sorted.
static Result<std::set<std::string>> wantedPaths(const std::filesystem::path &root, const SearchQuery &query,
                                                 const UnsavedTexts &unsaved, const Task &task)
{
    const auto files = listConfigurationFiles(root, task);
    if (!files)
        return Failure(files.error());
    const PathFilter include(query.include);
    const PathFilter exclude(query.exclude);
    std::set<std::string> paths;
    const auto add = [&](const std::string &path) {
        if ((include.isEmpty() || include.fits(path)) && !exclude.fits(path))
            paths.insert(path);
    };
    for (const ConfigurationFile &file : *files)
        add(file.path);
    for (const auto &[path, text] : unsaved)
        add(path);
    return paths;
}

Result<SearchResult> searchFiles(const std::filesystem::path &root, const SearchQuery &query,
                                 const UnsavedTexts &unsaved, const SearchLimits &limits, const Task &task,
                                 const std::function<void(const FileMatches &)> &found)
{
    auto pattern = TextPattern::compile(query);
    if (!pattern)
        return Failure(pattern.error());
    const auto paths = wantedPaths(root, query, unsaved, task);
    if (!paths)
        return Failure(paths.error());
    Search search(limits, std::move(*pattern), found);
    std::size_t done = 0;
    for (const std::string &path : *paths) {
        if (auto going = task.check(); !going)
            return Failure(going.error());
        if (search.isFull()) {
            search.result().isCut = true;
            break;
        }
        task.report(static_cast<double>(done++) / static_cast<double>(paths->size()), path);
        if (const auto open = unsaved.find(path); open != unsaved.end()) {
            search.look(path, open->second);
            continue;
        }
        const auto file = resolveInside(root, path);
        const auto text = file ? readFile(*file, limits.fileBytes) : Result<std::string>(Failure(file.error()));
        if (text)
            search.look(path, *text);
        else
            search.skip();
    }
    return std::move(search.result());
}

} // namespace drydock::project
