// SPDX-License-Identifier: MIT
#include "core/language/completion.h"

#include "core/language/completer.h"
#include "core/language/jsoncaret.h"
#include "core/language/jsonproposals.h"
#include "core/language/snapshot.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;
using Where = CaretContext::Where;

Completer::Completer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset)
    : Completer(snapshot, file, offset, caretContext(file.text(), offset), Syntax::Native)
{
}

Completer::Completer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset, const JsonCaret &caret)
    : Completer(snapshot, file, offset, caret.context, Syntax::Json)
{
    m_strings = caret.strings;
}

Completer::Completer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset, CaretContext context,
                     Syntax syntax)
    : m_snapshot(snapshot)
    , m_data(snapshot.data())
    , m_file(file)
    , m_offset(offset)
    , m_context(std::move(context))
    , m_syntax(syntax)
    , m_module(m_data.moduleOf(file))
    , m_shapes(snapshot, m_module)
    , m_candidates(m_context.typed)
{
}

Completions Completer::run()
{
    switch (m_context.where) {
    case Where::Nothing:
        break;
    case Where::BodyItem:
        bodyItems();
        break;
    case Where::Label:
        labels();
        break;
    case Where::Value:
        values();
        break;
    case Where::ObjectKey:
        objectKeys();
        break;
    case Where::Text:
        texts();
        break;
    }
    return m_candidates.take(m_context.word);
}

std::string Completer::place() const
{
    return placeOf(m_context.blocks);
}

SymbolKind Completer::kindOfBlock() const
{
    return language::kindOfBlock(m_context.blocks);
}

std::vector<std::string> Completer::nestedTypes() const
{
    return language::nestedTypes(m_context.blocks);
}

const terraform::BlockSchema *Completer::bodySchema()
{
    m_schema = bodySchemaOf(m_shapes, m_context.blocks);
    return m_schema.body;
}

bool Completer::isTyped(hcl::ByteRange name) const
{
    // In JSON the quote belongs to the name and not to the word.
    return name.start + (m_syntax == Syntax::Json && m_context.isQuoted ? 1 : 0) == m_context.word.start;
}

std::set<std::string> Completer::written() const
{
    if (m_syntax == Syntax::Json)
        return {m_context.writtenKeys.begin(), m_context.writtenKeys.end()};
    std::set<std::string> names;
    const std::uint32_t start = m_context.blocks.empty() ? 0 : m_context.blocks.back().bodyStart;
    // The innermost body that the parser sees around the caret; its own name may be the one being typed.
    hcl::Body body = m_file.parsed().body();
    for (bool isDeeper = true; isDeeper;) {
        isDeeper = false;
        for (const hcl::Block block : body.blocks()) {
            const hcl::Body inside = block.body();
            if (inside && inside.range().start + 1 <= start && m_offset <= block.range().end) {
                body = inside;
                isDeeper = true;
                break;
            }
        }
    }
    if (start != 0 && body.range().start + 1 != start)
        return names;
    for (const hcl::Attribute attribute : body.attributes()) {
        if (!isTyped(attribute.range()))
            names.emplace(attribute.name());
    }
    return names;
}

void Completer::eachDeclared(SymbolKind kind,
                             const std::function<void(const FileEntry &, const Declared &)> &visit) const
{
    const DirectoryPointer directory = m_data.files->directory(m_module);
    for (const Entry &file : directory ? directory->files() : std::vector<Entry>()) {
        for (const Declared &declared : file->index().declared) {
            if (declared.kind == kind)
                visit(*file, declared);
        }
    }
}

void Completer::eachBody(SymbolKind kind, const std::string &type, std::span<const std::string> nested,
                         const std::function<void(const hcl::Body &)> &visit) const
{
    const std::function<void(const hcl::Body &, std::span<const std::string>)> descend =
        [&](const hcl::Body &body, std::span<const std::string> path) {
            if (path.empty()) {
                visit(body);
                return;
            }
            for (const hcl::Block block : body.blocks()) {
                if (block.type() == path.front())
                    descend(block.body(), path.subspan(1));
                else if (block.type() == "dynamic" && block.label(0) == path.front())
                    if (const hcl::Block content = block.body().block("content"))
                        descend(content.body(), path.subspan(1));
            }
        };
    const std::string prefix = type + ".";
    for (const DirectoryPointer &directory : m_data.files->directories()) {
        for (const Entry &file : directory->files()) {
            for (const Declared &declared : file->index().declared) {
                const bool isSame = declared.kind == kind && (kind == SymbolKind::Provider || kind == SymbolKind::Module
                                                                  ? declared.block.label(0) == type
                                                                  : declared.name.starts_with(prefix));
                if (isSame)
                    descend(declared.block.body(), nested);
            }
        }
    }
}

Completions complete(const Snapshot &snapshot, const fs::path &file, std::uint32_t offset)
{
    const FileEntry *entry = snapshot.data().files->file(file);
    if (entry == nullptr)
        return {};
    const std::uint32_t at = std::min(offset, entry->parsed().source().size());
    return file.native().ends_with(".json") ? completeJson(snapshot, *entry, at)
                                            : Completer(snapshot, *entry, at).run();
}

bool opensCompletion(char typed)
{
    return (typed >= 'a' && typed <= 'z') || (typed >= 'A' && typed <= 'Z') || typed == '_' || typed == '.' ||
           typed == '"' || typed == '{' || typed == '/' || typed == '=';
}

ExpandedSnippet expandSnippet(std::string_view snippet, std::string_view indent)
{
    ExpandedSnippet out;
    std::vector<std::pair<int, hcl::ByteRange>> stops;
    const auto here = [&] { return static_cast<std::uint32_t>(out.text.size()); };
    for (std::size_t at = 0; at < snippet.size(); ++at) {
        const char c = snippet[at];
        if (c == '\\' && at + 1 < snippet.size() &&
            (snippet[at + 1] == '$' || snippet[at + 1] == '}' || snippet[at + 1] == '\\')) {
            out.text += snippet[++at];
        } else if (c == '$' && at + 1 < snippet.size() && snippet[at + 1] >= '0' && snippet[at + 1] <= '9') {
            stops.push_back({snippet[++at] - '0', {here(), here()}});
        } else if (c == '$' && at + 2 < snippet.size() && snippet[at + 1] == '{' && snippet[at + 2] >= '0' &&
                   snippet[at + 2] <= '9') {
            const int number = snippet[at + 2] - '0';
            const std::size_t close = std::min(snippet.find('}', at), snippet.size());
            const std::size_t colon = snippet.find(':', at);
            const std::uint32_t start = here();
            if (colon != std::string_view::npos && colon < close)
                out.text += snippet.substr(colon + 1, close - colon - 1);
            stops.push_back({number, {start, here()}});
            at = close;
        } else {
            out.text += c;
            if (c == '\n')
                out.text += indent;
        }
    }
    if (std::none_of(stops.begin(), stops.end(), [](const auto &stop) { return stop.first == 0; }))
        stops.push_back({0, {here(), here()}});
    // $1, $2 …, and $0 at the end.
    std::stable_sort(stops.begin(), stops.end(), [](const auto &a, const auto &b) {
        return (a.first == 0 ? 100 : a.first) < (b.first == 0 ? 100 : b.first);
    });
    for (const auto &[number, range] : stops)
        out.stops.push_back(range);
    return out;
}

} // namespace drydock::language
