// SPDX-License-Identifier: MIT
#include "core/store/schema.h"

#include <algorithm>
#include <cctype>

namespace drydock::store {

namespace {

/// Walks a script once; knows just enough of SQL's lexical rules to find the semicolons that end statements.
class Splitter
{
public:
    explicit Splitter(std::string_view script)
        : m_script(script)
    {
    }

    Result<std::vector<std::string>> run()
    {
        while (m_at < m_script.size())
            if (auto stepped = step(); !stepped)
                return Failure(stepped.error());
        finishStatement();
        return std::move(m_statements);
    }

private:
    Result<> step()
    {
        const char c = m_script[m_at];
        if (c == '\'' || c == '"' || c == '`')
            return copyQuoted(c);
        if (m_script.substr(m_at, 2) == "--")
            return skipLine();
        if (m_script.substr(m_at, 2) == "/*")
            return skipBlock();
        if (std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_')
            return copyWord();
        ++m_at;
        if (c == ';' && m_depth == 0)
            finishStatement();
        else
            m_current.push_back(c);
        return {};
    }

    Result<> copyQuoted(char quote)
    {
        // A doubled quote reads as two quoted pieces in a row, which copies the same.
        const std::size_t end = m_script.find(quote, m_at + 1);
        if (end == std::string_view::npos)
            return open("quoted text");
        m_current += m_script.substr(m_at, end + 1 - m_at);
        m_at = end + 1;
        return {};
    }

    Result<> skipLine()
    {
        m_at = std::min(m_script.find('\n', m_at), m_script.size());
        return {};
    }

    Result<> skipBlock()
    {
        const std::size_t end = m_script.find("*/", m_at + 2);
        if (end == std::string_view::npos)
            return open("comment");
        m_current.push_back(' ');
        m_at = end + 2;
        return {};
    }

    Result<> copyWord()
    {
        const std::size_t start = m_at;
        while (m_at < m_script.size() &&
               (std::isalnum(static_cast<unsigned char>(m_script[m_at])) != 0 || m_script[m_at] == '_'))
            ++m_at;
        std::string word(m_script.substr(start, m_at - start));
        m_current += word;
        std::transform(word.begin(), word.end(), word.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        if (word == "TRIGGER")
            m_trigger = true;
        // CASE … END may stand inside a trigger's body.
        if (m_trigger && (word == "BEGIN" || (word == "CASE" && m_depth > 0)))
            ++m_depth;
        else if (word == "END" && m_depth > 0)
            --m_depth;
        return {};
    }

    [[nodiscard]] Failure open(std::string_view what) const
    {
        const auto line = 1 + std::count(m_script.begin(), m_script.begin() + static_cast<std::ptrdiff_t>(m_at), '\n');
        return failure("store.script", "The SQL script ends inside a " + std::string(what) + ".",
                       "line " + std::to_string(line), "Close it.");
    }

    void finishStatement()
    {
        const auto isSpace = [](unsigned char c) { return std::isspace(c) != 0; };
        const auto first = std::find_if_not(m_current.begin(), m_current.end(), isSpace);
        const auto last = std::find_if_not(m_current.rbegin(), m_current.rend(), isSpace).base();
        if (first < last)
            m_statements.emplace_back(first, last);
        m_current.clear();
        m_depth = 0;
        m_trigger = false;
    }

    std::string_view m_script;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_trigger = false;
    std::string m_current;
    std::vector<std::string> m_statements;
};

} // namespace

Result<std::vector<std::string>> splitStatements(std::string_view script)
{
    return Splitter(script).run();
}

} // namespace drydock::store
