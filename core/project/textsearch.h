// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

enum class PatternKind : std::uint8_t { Literal, RegularExpression };
enum class LetterCase : std::uint8_t { Ignored, Significant };
enum class WordRule : std::uint8_t { Anywhere, WholeWords };

struct SearchQuery
{
    std::string pattern = {};
    PatternKind kind = PatternKind::Literal;
    LetterCase letterCase = LetterCase::Ignored;
    WordRule words = WordRule::Anywhere;
    /// Which files: globs separated by commas, `*.tf, modules/**`; one without `/` fits a file's name in any folder.
    /// Empty: all.
    std::string include = {};
    std::string exclude = {};
};

/// A place in a text. Bytes [start, end); lines and columns count from 1, columns in code points.
struct TextMatch
{
    std::size_t start = 0;
    std::size_t end = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::string excerpt;           ///< the line of the match, cut to some 240 bytes around it
    std::size_t excerptStart = 0;  ///< where the match begins in the excerpt, bytes
    std::size_t excerptLength = 0; ///< as much of the match as the excerpt holds

    bool operator==(const TextMatch &) const = default;
};

/// A compiled query. Immutable, safe from any thread, cheap to copy. Expressions are RE2's: linear in the text.
/// Codes: `search.empty`, `search.pattern` (with what is wrong and where), `search.replacement`.
class TextPattern
{
public:
    [[nodiscard]] static Result<TextPattern> compile(const SearchQuery &query);

    /// Matches that do not overlap, at most `limit`. An expression may match over line ends; one that matches nothing
    /// at a place (`a*`) is no match there.
    [[nodiscard]] std::vector<TextMatch> find(std::string_view text, std::size_t limit) const;
    /// What a match is replaced by: the text as it is for a literal; `$1`, `${1}`, `${name}` and `$0` are groups of an
    /// expression, `$$` is a dollar sign, `\n` and `\t` what they are everywhere.
    [[nodiscard]] Result<std::string> replacement(std::string_view text, const TextMatch &match,
                                                  std::string_view with) const;

private:
    struct Compiled;
    explicit TextPattern(std::shared_ptr<const Compiled> compiled);

    std::shared_ptr<const Compiled> m_compiled;
};

struct SearchLimits
{
    std::size_t matches = 10'000;
    std::size_t matchesPerFile = 2'000;
    std::uint64_t fileBytes = 4 << 20;
};

struct FileMatches
{
    std::string path;
    std::string sha256; ///< of the text that was searched
    std::vector<TextMatch> matches;
};

struct SearchResult
{
    std::vector<FileMatches> files; ///< by path
    std::size_t matchCount = 0;
    std::size_t searchedFiles = 0;
    std::size_t skippedFiles = 0; ///< binary, too large, or not readable
    bool isCut = false;           ///< a limit was reached: there may be more
};

/// Texts that stand for what is on disk: path -> text. What editors hold and did not save.
using UnsavedTexts = std::map<std::string, std::string, std::less<>>;

/// Searches the configuration files below `root`. `found` is told of every file with matches as soon as it was
/// searched, on the calling thread. Stops within one file when the task is cancelled.
[[nodiscard]] Result<SearchResult> searchFiles(const std::filesystem::path &root, const SearchQuery &query,
                                               const UnsavedTexts &unsaved = {}, const SearchLimits &limits = {},
                                               const Task &task = {},
                                               const std::function<void(const FileMatches &)> &found = {});

/// `text` with the given matches replaced. Code: `search.changed` when a match does not lie in the text.
[[nodiscard]] Result<std::string> replaceMatches(std::string_view text, const TextPattern &pattern,
                                                 const std::vector<TextMatch> &matches, std::string_view with);

} // namespace drydock::project
