// SPDX-License-Identifier: MIT
#include "core/knowledge/article.h"

#include <algorithm>

namespace drydock::knowledge {

namespace {

/// Takes Markdown's marks away line by line. It need not be exact: what it leaves is searched and shown in one line.
class PlainTextReader
{
public:
    PlainText read(std::string_view markdown)
    {
        while (!markdown.empty()) {
            const std::size_t end = markdown.find('\n');
            std::string_view line = markdown.substr(0, end);
            markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            readLine(line);
        }
        return std::move(m_text);
    }

private:
    void readLine(std::string_view line)
    {
        const std::size_t first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos) {
            endParagraph();
            return;
        }
        const std::string_view trimmed = line.substr(first);
        if (trimmed.starts_with("```") || trimmed.starts_with("~~~")) {
            m_code = !m_code;
            endParagraph();
        } else if (m_code) {
            append(m_text.body, trimmed);
        } else if (trimmed.starts_with('#')) {
            readHeading(trimmed);
        } else {
            readText(trimmed);
        }
    }

    void readHeading(std::string_view line)
    {
        endParagraph();
        const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
        const std::string text = inlineText(line.substr(level));
        append(m_text.headings, text);
        if (m_text.firstHeading.empty())
            append(m_text.firstHeading, text);
    }

    void readText(std::string_view line)
    {
        const bool isBlock = line.starts_with('>') || line.starts_with('|') || line.starts_with("- ") ||
                             line.starts_with("* ") || line.starts_with("+ ") || line.starts_with('<');
        if (isBlock)
            endParagraph();
        const std::string text = inlineText(line.substr(isBlock && !line.starts_with('<') ? 1 : 0));
        append(m_text.body, text);
        if (!isBlock && !m_paragraphDone) {
            append(m_text.firstParagraph, text);
            m_inParagraph = true;
        }
    }

    void endParagraph()
    {
        m_paragraphDone = m_paragraphDone || m_inParagraph;
        m_inParagraph = false;
    }

    /// Emphasis, code marks, link targets and tags go; `_` stays, for it stands in the names people search for.
    static std::string inlineText(std::string_view line)
    {
        std::string text;
        for (std::size_t at = 0; at < line.size(); ++at) {
            const char c = line[at];
            if (c == '\\' && at + 1 < line.size()) {
                text.push_back(line[++at]);
            } else if (c == '`' || c == '*' || c == '[' || (c == '!' && line.substr(at + 1, 1) == "[")) {
                continue;
            } else if (c == ']') {
                at = skipTarget(line, at);
            } else if (c == '<' && line.find('>', at) != std::string_view::npos) {
                at = line.find('>', at);
            } else {
                text.push_back(c == '|' ? ' ' : c);
            }
        }
        return text;
    }

    static std::size_t skipTarget(std::string_view line, std::size_t at)
    {
        const char open = at + 1 < line.size() ? line[at + 1] : '\0';
        const std::size_t end = open == '('   ? line.find(')', at)
                                : open == '[' ? line.find(']', at + 1)
                                              : std::string_view::npos;
        return end == std::string_view::npos ? at : end;
    }

    /// One space between words; control characters are dropped because search marks hits with two of them.
    static void append(std::string &target, std::string_view text)
    {
        bool gap = !target.empty();
        for (const char c : text) {
            if (static_cast<unsigned char>(c) <= ' ') {
                gap = !target.empty();
                continue;
            }
            if (gap)
                target.push_back(' ');
            gap = false;
            target.push_back(c);
        }
    }

    PlainText m_text;
    bool m_code = false;
    bool m_inParagraph = false;
    bool m_paragraphDone = false;
};

} // namespace

PlainText plainText(std::string_view markdown)
{
    return PlainTextReader().read(markdown);
}

} // namespace drydock::knowledge
