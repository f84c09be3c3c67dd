// SPDX-License-Identifier: MIT
#include "core/policy/waiverwriter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace drydock::policy {

namespace {

bool isPlain(std::string_view value)
{
    static constexpr std::array<std::string_view, 8> reserved{"true", "false", "null", "yes", "no", "on", "off", "y"};
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (value.empty() || !isLetter(value.front()) || value.back() == ' ' ||
        std::find(reserved.begin(), reserved.end(), value) != reserved.end())
        return false;
    return std::all_of(value.begin(), value.end(), [&isLetter](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || std::string_view(" ,.()_/-@").find(c) != std::string_view::npos;
    });
}

/// A YAML scalar: plain where that is safe, else in double quotes.
std::string scalar(std::string_view value)
{
    if (isPlain(value))
        return std::string(value);
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string text = "\"";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            text += {'\\', c};
        else if (c == '\n')
            text += "\\n";
        else if (byte < 0x20)
            text += {'\\', 'x', hex[byte >> 4U], hex[byte & 15U]};
        else
            text += c;
    }
    return text + "\"";
}

std::vector<std::string> splitLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t indentationOf(std::string_view line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

bool isBlankOrComment(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(" \t");
    return start == std::string_view::npos || line[start] == '#';
}

/// What follows `waivers:` on its line, without a comment; none where the line is another one.
std::optional<std::string> valueOfWaivers(std::string_view line)
{
    static constexpr std::string_view key = "waivers:";
    if (!line.starts_with(key))
        return std::nullopt;
    std::string value(line.substr(key.size()));
    if (const std::size_t comment = value.find(" #"); comment != std::string::npos)
        value.resize(comment);
    value.erase(0, std::min(value.find_first_not_of(' '), value.size()));
    value.erase(value.find_last_not_of(" \t") + 1);
    return value;
}

/// Where a new item goes in the block list after line `key`, and how far it is indented.
struct ListEnd
{
    std::size_t line = 0;
    std::size_t indentation = 2;
};

ListEnd endOfList(const std::vector<std::string> &lines, std::size_t key)
{
    ListEnd end{key + 1, 2};
    bool hasItem = false;
    for (std::size_t i = key + 1; i < lines.size(); ++i) {
        if (isBlankOrComment(lines[i]))
            continue;
        const std::size_t indentation = indentationOf(lines[i]);
        const bool isItem = lines[i].compare(indentation, 1, "-") == 0 && lines[i].compare(0, 3, "---") != 0;
        if (indentation == 0 && !isItem)
            break;
        if (isItem && !hasItem) {
            end.indentation = indentation;
            hasItem = true;
        }
        end.line = i + 1;
    }
    return end;
}

Failure unknownLayout()
{
    return failure("waiver.layout", "The list \"waivers\" is written on one line, where nothing can be added safely.",
                   "tfreview.yaml", "Write it as a list with one \"- rule: …\" per waiver, then try again.");
}

std::string joined(const std::vector<std::string> &lines, std::string_view lineEnd)
{
    std::string text;
    for (const std::string &line : lines)
        text.append(line).append(lineEnd);
    return text;
}

} // namespace

std::string waiverLines(const Waiver &waiver, std::size_t indentation)
{
    const std::string first(indentation, ' ');
    const std::string next = first + "  ";
    std::string text = first + "- rule: " + scalar(waiver.rule) + "\n";
    if (waiver.resource != "*")
        text += next + "resource: " + scalar(waiver.resource) + "\n";
    if (waiver.file != "**")
        text += next + "file: " + scalar(waiver.file) + "\n";
    text += next + "reason: " + scalar(waiver.reason) + "\n";
    if (!waiver.owner.empty())
        text += next + "owner: " + scalar(waiver.owner) + "\n";
    if (waiver.expires)
        text += next + "expires: " + formatTimestamp(*waiver.expires).substr(0, 10) + "\n";
    return text;
}

Result<std::string> withWaiver(std::string_view text, const Waiver &waiver)
{
    if (waiver.reason.find_first_not_of(" \t\n") == std::string::npos)
        return failure("waiver.reason", "A waiver needs a reason.", "tfreview.yaml", "Say why the risk is accepted.");
    const std::string_view lineEnd = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
    std::vector<std::string> lines = splitLines(text);
    const auto key = std::find_if(lines.begin(), lines.end(),
                                  [](const std::string &line) { return valueOfWaivers(line).has_value(); });
    if (key == lines.end()) {
        if (std::find(lines.begin(), lines.end(), "...") != lines.end())
            return unknownLayout();
        if (!lines.empty() && !lines.back().empty())
            lines.emplace_back();
        lines.emplace_back("waivers:");
        for (std::string &line : splitLines(waiverLines(waiver)))
            lines.push_back(std::move(line));
        return joined(lines, lineEnd);
    }
    const std::string value = *valueOfWaivers(*key);
    if (value == "[]" || value == "null" || value == "~")
        key->replace(key->find(value), value.size(), "");
    else if (!value.empty())
        return unknownLayout();
    key->erase(key->find_last_not_of(' ') + 1);
    const ListEnd end = endOfList(lines, static_cast<std::size_t>(key - lines.begin()));
    std::vector<std::string> added = splitLines(waiverLines(waiver, end.indentation));
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end.line), std::make_move_iterator(added.begin()),
                 std::make_move_iterator(added.end()));
    return joined(lines, lineEnd);
}

} // namespace drydock::policy
