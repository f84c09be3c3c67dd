// SPDX-License-Identifier: MIT
#include "core/language/jsonproposals.h"

#include "core/language/completer.h"
#include "core/language/jsoncaret.h"
#include "core/language/snapshotdata.h"
#include "core/terraform/configurationschema.h"

#include <algorithm>
#include <vector>

namespace drydock::language {

using hcl::StringMeaning;
using Where = CaretContext::Where;

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(' ') - start + 1);
}

bool isStop(std::string_view text)
{
    return text.starts_with('$') && text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// Writes a snippet line by line.
class SnippetWriter
{
public:
    void line(std::string_view line)
    {
        if (line.empty())
            return;
        if (line == "}") {
            close();
        } else if (isStop(line)) {
            // Behind another property no empty line may follow it without a comma.
            if (m_isFirst)
                begin();
            m_text += line;
            m_isFirst = false;
        } else if (line.ends_with(" {")) {
            header(trimmed(line.substr(0, line.size() - 2)));
        } else {
            argument(line);
        }
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void begin()
    {
        if (!m_isFirst)
            m_text += ',';
        if (!m_text.empty())
            m_text += '\n' + std::string(m_depth * 2, ' ');
        m_isFirst = false;
    }

    void open(std::string_view quotedName)
    {
        begin();
        m_text.append(quotedName).append(": {");
        ++m_depth;
        m_isFirst = true;
    }

    void header(std::string_view names)
    {
        std::size_t levels = 1;
        const bool isArgument = names.ends_with(" =");
        const std::size_t end = std::min(names.find(' '), names.size());
        open('"' + std::string(names.substr(0, end)) + '"');
        for (std::size_t at = names.find('"', end); !isArgument && at != std::string_view::npos; ++levels) {
            const std::size_t close = names.find('"', at + 1);
            open(names.substr(at, close - at + 1));
            at = close == std::string_view::npos ? close : names.find('"', close + 1);
        }
        m_levels.push_back(levels);
    }

    void close()
    {
        for (std::size_t level = 0; !m_levels.empty() && level < m_levels.back(); ++level) {
            --m_depth;
            m_text += '\n' + std::string(m_depth * 2, ' ') + '}';
        }
        if (!m_levels.empty())
            m_levels.pop_back();
        m_isFirst = false;
    }

    void argument(std::string_view line)
    {
        const std::size_t sign = line.find(" =");
        const std::string_view name = trimmed(line.substr(0, sign));
        std::string value(sign == std::string_view::npos ? "$0" : trimmed(line.substr(sign + 2)));
        const bool isJson = value.starts_with('"') || value.starts_with('[') || value.starts_with('{') ||
                            value.ends_with(":false}") || value.ends_with(":true}");
        begin();
        m_text += '"' + std::string(name) + "\": " + (isJson ? value : '"' + value + '"');
    }

    std::string m_text;
    std::size_t m_depth = 0;
    std::vector<std::size_t> m_levels; ///< how many braces each open block has
    bool m_isFirst = true;
};

/// Turns the proposals of the native syntax into ones that leave JSON.
class JsonProposals
{
public:
    JsonProposals(JsonCaret caret, Completions found)
        : m_caret(std::move(caret))
        , m_found(std::move(found))
    {
    }

    Completions take()
    {
        const Where where = m_caret.context.where;
        const bool isName = where == Where::BodyItem || where == Where::Label || where == Where::ObjectKey;
        // The closing quote that the editor put there is replaced along with the word.
        if (isName && m_caret.isClosed)
            ++m_found.replace.end;
        std::erase_if(m_found.items, [&](CompletionItem &item) { return isName ? !name(item) : !value(item); });
        return std::move(m_found);
    }

private:
    bool name(CompletionItem &item) const
    {
        if (item.kind == CompletionKind::Snippet)
            return false;
        const bool isLabel = m_caret.context.where == Where::Label;
        std::string text = '"' + item.label + '"';
        item.isSnippet = !m_caret.hasColon;
        if (!m_caret.hasColon) {
            std::string native = item.insert;
            if (isLabel && native.find('{') == std::string::npos)
                native = item.label + (m_caret.labelsLeft > 0 ? " \"${1:name}\" {\n  $0\n}" : " {\n  $0\n}");
            else if (m_caret.context.where == Where::ObjectKey)
                native = item.label + " = $0";
            text = jsonSnippet(native) + (m_caret.needsComma ? "," : "");
        }
        item.insert = m_caret.isInString ? text.substr(1) : text;
        return true;
    }

    bool value(CompletionItem &item) const
    {
        const bool isWord = item.label == "true" || item.label == "false" || item.label == "null";
        const bool isLiteral = item.kind == CompletionKind::Value || item.kind == CompletionKind::Path;
        if (!m_caret.isInString)
            return bare(item, isWord, isLiteral);
        const bool isText = m_caret.context.where == Where::Text && !m_caret.context.isTemplate;
        if (isText && isWord)
            return false;
        encode(item);
        if (isText && !isLiteral)
            sequence(item, {});
        if (!m_caret.isClosed && isText)
            item.insert += '"';
        return true;
    }

    // Outside of quotes.
    bool bare(CompletionItem &item, bool isWord, bool isLiteral) const
    {
        if (m_caret.strings == StringMeaning::Expression) {
            encode(item);
            item.insert = '"' + item.insert + '"';
        } else if (!isWord && !isLiteral) {
            if (m_caret.strings == StringMeaning::Verbatim)
                return false;
            encode(item);
            sequence(item, "\"");
        }
        if (m_caret.needsComma)
            item.insert += ',';
        return true;
    }

    static void sequence(CompletionItem &item, std::string_view quote)
    {
        // In a snippet a `$` and a `}` of the text itself have a backslash.
        const std::string_view open = item.isSnippet ? "\\${" : "${";
        const std::string_view close = item.isSnippet ? "\\}" : "}";
        item.insert = std::string(quote).append(open).append(item.insert).append(close).append(quote);
    }

    // As the inside of a JSON string.
    static void encode(CompletionItem &item)
    {
        std::string text;
        for (std::size_t at = 0; at < item.insert.size(); ++at) {
            const char c = item.insert[at];
            if (c == '"') {
                text += item.isSnippet ? "\\\\\"" : "\\\"";
            } else if (c == '\n') {
                text += ' ';
                at = std::min(item.insert.find_first_not_of(' ', at + 1), item.insert.size()) - 1;
            } else if (c == '\\' && !item.isSnippet) {
                text += "\\\\";
            } else {
                text += c;
            }
        }
        item.insert = std::move(text);
    }

    JsonCaret m_caret;
    Completions m_found;
};

} // namespace

std::string jsonSnippet(std::string_view native)
{
    SnippetWriter writer;
    while (!native.empty()) {
        const std::size_t end = std::min(native.find('\n'), native.size());
        writer.line(trimmed(native.substr(0, end)));
        native.remove_prefix(std::min(end + 1, native.size()));
    }
    return writer.take();
}

Completions completeJson(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset)
{
    const auto schemas = snapshot.schemas();
    const auto schema = file.kind() == FileKind::Variables ? hcl::argumentsOnly(StringMeaning::Verbatim)
                        : file.kind() == FileKind::Test    ? terraform::testSchema(schemas.get())
                                                           : terraform::configurationSchema(schemas.get());
    JsonCaret caret = jsonCaret(file.text(), offset, *schema);
    Completions found = Completer(snapshot, file, offset, caret).run();
    return JsonProposals(std::move(caret), std::move(found)).take();
}

} // namespace drydock::language
