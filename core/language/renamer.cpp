// SPDX-License-Identifier: MIT
#include "core/language/renamer.h"

#include "core/hcl/formatter.h"
#include "core/hcl/literal.h"
#include "core/language/usecollector.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace drydock::language {

namespace fs = std::filesystem;

static bool hasType(SymbolKind kind)
{
    return kind == SymbolKind::Resource || kind == SymbolKind::Data || kind == SymbolKind::Ephemeral;
}

Renamer::Renamer(const SnapshotData &data, Symbol from, std::string_view newName)
    : m_data(data)
    , m_newName(newName)
{
    m_result.from = std::move(from);
    m_result.to = m_result.from;
    const std::size_t point = m_result.from.name.find('.');
    const bool keepsFirst =
        (hasType(m_result.from.kind) || m_result.from.kind == SymbolKind::Provider) && point != std::string::npos;
    m_result.to.name = (keepsFirst ? m_result.from.name.substr(0, point + 1) : std::string()) + m_newName;
}

Result<> Renamer::check() const
{
    const Symbol &from = m_result.from;
    static constexpr std::array<SymbolKind, 10> Renamable{
        SymbolKind::Variable,  SymbolKind::Local,  SymbolKind::Output,   SymbolKind::Resource, SymbolKind::Data,
        SymbolKind::Ephemeral, SymbolKind::Module, SymbolKind::Provider, SymbolKind::Check,    SymbolKind::Run};
    const bool isDefaultProvider = from.kind == SymbolKind::Provider && from.name.find('.') == std::string::npos;
    if (std::find(Renamable.begin(), Renamable.end(), from.kind) == Renamable.end() || isDefaultProvider)
        return failure("rename.fixed", "\"" + from.address() + "\" has no name of its own.", {},
                       isDefaultProvider ? "Only a provider's alias can be renamed." : "");
    if (m_data.files->known(from.module) == nullptr)
        return failure("rename.fixed", from.address() + " belongs to a module outside of this folder.",
                       from.module.string(), "Open the folder that holds the module.");
    if (!hcl::isIdentifier(m_newName))
        return failure("rename.name", "\"" + m_newName + "\" is not a name.", {},
                       "A name begins with a letter or an underscore; letters, digits, underscores and dashes follow.");
    static constexpr std::array<std::string_view, 8> Reserved{"source",   "version",   "providers",  "count",
                                                              "for_each", "lifecycle", "depends_on", "locals"};
    if (from.kind == SymbolKind::Variable && std::find(Reserved.begin(), Reserved.end(), m_newName) != Reserved.end())
        return failure("rename.name", "\"" + m_newName + "\" is a word of module blocks and cannot name a variable.",
                       {}, "Choose another name.");
    return checkFree();
}

// The new name must not mean anything yet.
Result<> Renamer::checkFree() const
{
    const Symbol &from = m_result.from;
    const DirectoryPointer directory = m_data.files->directory(from.module);
    if (!directory || directory->find(from.kind, from.name).empty())
        return failure("rename.unknown", "There is no " + from.address() + " in this module.", from.module.string(),
                       "Check the address.");
    const std::vector<DeclaredPlace> taken = directory->find(from.kind, m_result.to.name);
    if (!taken.empty()) {
        const hcl::SourceFile &source = taken.front().file->parsed().source();
        return failure("rename.exists", m_result.to.address() + " is there already.",
                       source.name() + ":" +
                           std::to_string(source.position(taken.front().declared->nameRange.start).line),
                       "Choose another name, or remove that one first.");
    }
    for (const Entry &file : directory->files()) {
        for (const Use &use : file->index().uses) {
            const bool isRemoved = use.role == OccurrenceRole::Address && !use.isHistory && use.through.empty() &&
                                   use.kind == from.kind && use.name == m_result.to.name;
            if (isRemoved) {
                const hcl::SourceFile &source = file->parsed().source();
                return failure("rename.exists", "An import or removed block names " + m_result.to.address() + ".",
                               source.name() + ":" + std::to_string(source.position(use.range.start).line),
                               "Choose another name, or take that block out first.");
            }
        }
    }
    return {};
}

void Renamer::edit(const FileEntry &file, hcl::TextEdit edit)
{
    m_edits[file.path()].push_back(std::move(edit));
}

void Renamer::note(const FileEntry &file, const Use &use, const std::string &why)
{
    const hcl::SourceFile &source = file.parsed().source();
    m_result.notes.push_back(source.name() + ":" + std::to_string(source.position(use.range.start).line) + ": " + why);
}

void Renamer::replaceNames(const FileEntry &file)
{
    const Symbol &from = m_result.from;
    const FileIndex &index = file.index();
    const fs::path module = m_data.moduleOf(file);
    std::vector<hcl::ByteRange> ranges;
    for (const Declared &declared : index.declared) {
        if (declared.kind == from.kind && declared.name == from.name && module == from.module)
            ranges.push_back(declared.nameRange);
    }
    for (const Use &use : index.uses) {
        const bool isOutputOf = from.kind == SymbolKind::Output && use.kind == SymbolKind::Module && use.isWhole;
        if (isOutputOf) {
            std::vector<std::string> through = use.through;
            through.push_back(use.name);
            if (m_data.follow(module, through) == from.module)
                note(file, use,
                     "module." + use.name + " is used as a whole; check whether \"" + from.name + "\" is asked of it.");
            continue;
        }
        if (use.kind != from.kind || use.name != from.name || use.isHistory ||
            m_data.follow(module, use.through) != from.module)
            continue;
        ranges.push_back(use.range);
    }
    std::sort(ranges.begin(), ranges.end(), [](auto a, auto b) { return a.start < b.start; });
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    for (const hcl::ByteRange range : ranges)
        edit(file, {range.start, range.end, m_newName});
    m_result.occurrences += ranges.size();
}

const FileEntry *Renamer::declaringFile(hcl::ByteRange &whole) const
{
    const DirectoryPointer directory = m_data.files->directory(m_result.from.module);
    const FileEntry *found = nullptr;
    for (const DeclaredPlace &place : directory->find(m_result.from.kind, m_result.from.name)) {
        if (found != nullptr && place.file->kind() == FileKind::Override)
            continue;
        found = place.file;
        whole = place.declared->whole;
    }
    return found;
}

// The address as one text without spaces, for comparing.
static std::string plainAddress(const hcl::Expression &expression)
{
    std::string out;
    for (const char c : expression.text()) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            out += c;
    }
    if (out.size() >= 2 && out.front() == '"')
        out = out.substr(1, out.size() - 2);
    return out;
}

// A statement "new name -> old name" (an earlier rename that is now taken back) would close a circle with ours. It is
// taken out; what led to its beginning leads to its end instead.
void Renamer::dropMovesFrom(const std::string &address)
{
    const DirectoryPointer directory = m_data.files->directory(m_result.from.module);
    std::string target;
    const auto each = [&](const auto &visit) {
        for (const Entry &file : directory->files()) {
            if (!file->isConfiguration())
                continue;
            for (const hcl::Block block : file->parsed().body().blocks()) {
                const hcl::Attribute from = block.type() == "moved" ? block.body().attribute("from") : hcl::Attribute();
                const hcl::Attribute to = from ? block.body().attribute("to") : hcl::Attribute();
                if (to)
                    visit(*file, block, from, to);
            }
        }
    };
    each([&](const FileEntry &file, const hcl::Block &block, const hcl::Attribute &from, const hcl::Attribute &to) {
        if (plainAddress(from.value()) != address)
            return;
        target = plainAddress(to.value());
        const std::string_view text = file.text();
        hcl::ByteRange range = block.range();
        while (range.end < text.size() &&
               (text[range.end] == ' ' || text[range.end] == '\t' || text[range.end] == '\r'))
            ++range.end;
        if (range.end < text.size() && text[range.end] == '\n')
            ++range.end;
        // One of the empty lines around it goes as well.
        const bool isAfterEmpty = range.start >= 2 && text[range.start - 1] == '\n' && text[range.start - 2] == '\n';
        if (isAfterEmpty && (range.end >= text.size() || text[range.end] == '\n'))
            --range.start;
        edit(file, {range.start, range.end, {}});
        m_result.notes.push_back(file.parsed().source().name() + ":" +
                                 std::to_string(file.parsed().source().position(block.range().start).line) +
                                 ": the moved block from " + address + " was taken out, for it would close a circle.");
    });
    if (target.empty())
        return;
    each([&](const FileEntry &file, const hcl::Block &, const hcl::Attribute &, const hcl::Attribute &to) {
        if (plainAddress(to.value()) == address)
            edit(file, {to.value().range().start, to.value().range().end, target});
    });
}

void Renamer::addMoved()
{
    hcl::ByteRange whole;
    const FileEntry *file = declaringFile(whole);
    if (file == nullptr)
        return;
    if (file->path().native().ends_with(".json")) {
        m_result.notes.push_back(file->parsed().source().name() +
                                 ": add a moved block yourself; files in JSON syntax get none here.");
        return;
    }
    dropMovesFrom(m_result.to.address());
    const std::string_view text = file->text();
    const bool isCrlf = text.find("\r\n") != std::string_view::npos;
    const std::string end = isCrlf ? "\r\n" : "\n";
    // Behind the block, on the lines after the one that it ends on.
    std::size_t at = text.find('\n', whole.end);
    const bool hasLineEnd = at != std::string_view::npos;
    at = hasLineEnd ? at + 1 : text.size();
    std::string block = (hasLineEnd ? "" : end) + end + "moved {" + end + "  from = " + m_result.from.address() + end +
                        "  to   = " + m_result.to.address() + end + "}" + end;
    edit(*file, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), std::move(block)});
    m_result.addsMoved = true;
}

// A longer name moves the `=` of its neighbours: a file that was formatted stays so, any other is left as it is.
std::vector<hcl::TextEdit> Renamer::laidOut(const fs::path &path, std::vector<hcl::TextEdit> edits) const
{
    const FileEntry *file = m_data.files->file(path);
    if (path.native().ends_with(".json") || !file->parsed().ok() || hcl::format(file->parsed()) != file->text())
        return edits;
    return hcl::layOutEdits(file->parsed(), edits).value_or(edits);
}

Result<Renaming> Renamer::run(MovedBlock moved)
{
    if (m_newName == m_result.from.name.substr(m_result.from.name.find('.') + 1) && m_result.to == m_result.from)
        return std::move(m_result);
    if (Result<> done = check(); !done)
        return failure(done.error());
    for (const DirectoryPointer &directory : m_data.files->directories()) {
        for (const Entry &file : directory->files())
            replaceNames(*file);
    }
    const bool hasState = m_result.from.kind == SymbolKind::Resource || m_result.from.kind == SymbolKind::Module;
    if (hasState && moved == MovedBlock::Add)
        addMoved();
    for (auto &[file, edits] : m_edits) {
        edits = laidOut(file, std::move(edits));
        std::stable_sort(edits.begin(), edits.end(),
                         [](const hcl::TextEdit &a, const hcl::TextEdit &b) { return a.startByte < b.startByte; });
        m_result.edits.push_back({file, std::move(edits)});
    }
    return std::move(m_result);
}

} // namespace drydock::language
