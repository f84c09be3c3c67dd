// SPDX-License-Identifier: MIT
#include "core/diff/worddiff.h"

#include "core/diff/myers.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace drydock::diff {

namespace {

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_';
}

bool isBlank(std::string_view token)
{
    return token.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view withoutLineEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> tokens(std::string_view line)
{
    std::vector<std::string_view> result;
    for (std::size_t start = 0; start < line.size();) {
        std::size_t end = start + 1;
        if (isWordByte(line[start])) {
            while (end < line.size() && isWordByte(line[end]))
                ++end;
        } else if (line[start] == ' ') {
            while (end < line.size() && line[end] == ' ')
                ++end;
        }
        result.push_back(line.substr(start, end - start));
        start = end;
    }
    return result;
}

/// The changed tokens as ranges; two that only blanks separate become one, which is calmer to read.
std::vector<ByteRange> ranges(std::span<const std::string_view> words, std::span<const char> changed)
{
    std::vector<ByteRange> result;
    std::uint32_t position = 0;
    bool onlyBlanksSince = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = position + static_cast<std::uint32_t>(words[i].size());
        if (changed[i]) {
            if (onlyBlanksSince && !result.empty())
                result.back().end = end;
            else
                result.push_back({position, end});
            onlyBlanksSince = true;
        } else if (!isBlank(words[i])) {
            onlyBlanksSince = false;
        }
        position = end;
    }
    return result;
}

std::size_t weight(std::span<const std::string_view> words, std::span<const char> changed, char wanted)
{
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (changed[i] == wanted && !isBlank(words[i]))
            bytes += words[i].size();
    }
    return bytes;
}

std::vector<ByteRange> whole(std::string_view line)
{
    if (line.empty())
        return {};
    return {{0, static_cast<std::uint32_t>(line.size())}};
}

} // namespace

WordChanges compareWords(std::string_view before, std::string_view after)
{
    before = withoutLineEnd(before);
    after = withoutLineEnd(after);
    if (before.size() > maximumWordLine || after.size() > maximumWordLine)
        return {whole(before), whole(after), before == after ? 1.0 : 0.0};
    const std::vector<std::string_view> beforeWords = tokens(before);
    const std::vector<std::string_view> afterWords = tokens(after);
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto symbolsOf = [&numbers](std::span<const std::string_view> words) {
        std::vector<std::uint32_t> symbols;
        for (const std::string_view word : words)
            symbols.push_back(numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
        return symbols;
    };
    const Unmatched unmatched = compareSymbols(symbolsOf(beforeWords), symbolsOf(afterWords));
    WordChanges changes{ranges(beforeWords, unmatched.before), ranges(afterWords, unmatched.after), 1.0};
    const std::size_t common = weight(beforeWords, unmatched.before, 0) + weight(afterWords, unmatched.after, 0);
    const std::size_t all = common + weight(beforeWords, unmatched.before, 1) + weight(afterWords, unmatched.after, 1);
    if (all > 0)
        changes.similarity = static_cast<double>(common) / static_cast<double>(all);
    return changes;
}

} // namespace drydock::diff
