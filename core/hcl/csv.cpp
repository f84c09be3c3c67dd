// SPDX-License-Identifier: MIT
#include "core/hcl/csv.h"

namespace drydock::hcl {

namespace {

class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }
    Result<std::vector<std::vector<std::string>>> read();

private:
    Result<std::vector<std::string>> record();
    Result<std::string> quoted();
    std::string plain();
    [[nodiscard]] bool atLineEnd() const
    {
        return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text.substr(m_at, 2) == "\r\n";
    }
    void skipLineEnd()
    {
        if (m_at < m_text.size() && m_text[m_at] == '\r')
            ++m_at;
        if (m_at < m_text.size())
            ++m_at;
        ++m_line;
    }
    [[nodiscard]] Failure wrong(const std::string &what) const
    {
        return failure("hcl.csv", "parse error on line " + std::to_string(m_line) + ": " + what);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

} // namespace

std::string Reader::plain()
{
    const std::size_t from = m_at;
    while (!atLineEnd() && m_text[m_at] != ',')
        ++m_at;
    return std::string(m_text.substr(from, m_at - from));
}

Result<std::string> Reader::quoted()
{
    std::string field;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '\r' && m_text.substr(m_at, 2) == "\r\n")
            continue;
        if (c == '\n')
            ++m_line;
        if (c != '"') {
            field += c;
            continue;
        }
        if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
            field += '"';
            ++m_at;
            continue;
        }
        ++m_at;
        if (!atLineEnd() && m_text[m_at] != ',')
            return wrong("extraneous or missing \" in quoted-field");
        return field;
    }
    return wrong("extraneous or missing \" in quoted-field");
}

Result<std::vector<std::string>> Reader::record()
{
    std::vector<std::string> fields;
    for (;;) {
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            auto field = quoted();
            if (!field)
                return tl::unexpected(field.error());
            fields.push_back(std::move(*field));
        } else {
            fields.push_back(plain());
            if (fields.back().find('"') != std::string::npos)
                return wrong("bare \" in non-quoted field");
        }
        if (m_at >= m_text.size() || m_text[m_at] != ',')
            return fields;
        ++m_at;
    }
}

Result<std::vector<std::vector<std::string>>> Reader::read()
{
    std::vector<std::vector<std::string>> records;
    while (m_at < m_text.size()) {
        if (atLineEnd()) {
            skipLineEnd();
            continue;
        }
        const std::size_t line = m_line;
        auto fields = record();
        if (!fields)
            return tl::unexpected(fields.error());
        if (!records.empty() && fields->size() != records.front().size()) {
            m_line = line;
            return wrong("wrong number of fields");
        }
        records.push_back(std::move(*fields));
        if (m_at < m_text.size())
            skipLineEnd();
    }
    return records;
}

Result<std::vector<std::vector<std::string>>> readCsv(std::string_view text)
{
    return Reader(text).read();
}

} // namespace drydock::hcl
