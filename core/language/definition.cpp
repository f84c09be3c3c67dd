// SPDX-License-Identifier: MIT
#include "core/language/definition.h"

#include "core/language/lookup.h"
#include "core/language/snapshot.h"
#include "core/language/snapshotdata.h"

#include <algorithm>
#include <cctype>

namespace drydock::language {

namespace fs = std::filesystem;

std::optional<NamedPlace> namedAt(const Snapshot &snapshot, const fs::path &path, std::uint32_t offset)
{
    const SnapshotData &data = snapshot.data();
    const FileEntry *file = data.files->file(path);
    if (file == nullptr)
        return std::nullopt;
    const auto holds = [&](hcl::ByteRange range) { return offset >= range.start && offset <= range.end; };
    const FileIndex &index = file->index();
    const Use *best = nullptr;
    // A name may stand inside another's hit: the output behind its call, a key inside brackets.
    for (const Use &use : index.uses) {
        if (holds(use.hit) && (best == nullptr || use.hit.size() <= best->hit.size()))
            best = &use;
    }
    if (best != nullptr)
        return NamedPlace{{data.follow(data.moduleOf(*file), best->through), best->kind, best->name},
                          best->range,
                          best->hit,
                          best,
                          nullptr};
    for (const Declared &declared : index.declared) {
        const hcl::ByteRange header =
            declared.block ? hcl::ByteRange{declared.block.range().start, declared.block.headerRange().end}
                           : declared.nameRange;
        if (holds(header) || holds(declared.nameRange))
            return NamedPlace{
                {data.moduleOf(*file), declared.kind, declared.name}, declared.nameRange, header, nullptr, &declared};
    }
    return std::nullopt;
}

std::optional<Symbol> symbolAt(const Snapshot &snapshot, const fs::path &file, std::uint32_t offset)
{
    std::optional<NamedPlace> place = namedAt(snapshot, file, offset);
    if (!place || place->symbol.module.empty())
        return std::nullopt;
    return std::move(place->symbol);
}

std::vector<Definition> declarations(const Snapshot &snapshot, const Symbol &symbol)
{
    std::vector<Definition> all;
    const DirectoryPointer directory = snapshot.data().files->directory(symbol.module);
    if (!directory)
        return all;
    for (const DeclaredPlace &place : directory->find(symbol.kind, symbol.name))
        all.push_back({symbol, {place.file->path(), place.declared->nameRange}, place.declared->whole, {}});
    // Overrides say more about what is declared elsewhere: they come last.
    std::stable_partition(all.begin(), all.end(), [](const Definition &definition) {
        return fileKind(definition.name.file.filename().native()) != FileKind::Override;
    });
    return all;
}

// The called module when the offset is in a call's `source`.
static std::vector<Definition> calledModule(const SnapshotData &data, const FileEntry &file, std::uint32_t offset)
{
    for (const Declared &declared : file.index().declared) {
        if (declared.kind != SymbolKind::Module || !declared.whole.contains(offset))
            continue;
        const hcl::Attribute source = declared.block.body().attribute("source");
        if (!source || offset < source.value().range().start || offset > source.value().range().end)
            return {};
        const fs::path target = data.moduleTarget(data.moduleOf(file), declared.name);
        const DirectoryPointer directory = target.empty() ? nullptr : data.files->directory(target);
        if (!directory)
            return {};
        const FileEntry *main = directory->file(target / "main.tf");
        const fs::path first = main != nullptr ? main->path() : directory->files().front()->path();
        return {{{data.moduleOf(file), SymbolKind::Module, declared.name}, {first, {}}, {}, source.value().range()}};
    }
    return {};
}

std::vector<Definition> definition(const Snapshot &snapshot, const fs::path &path, std::uint32_t offset)
{
    const FileEntry *file = snapshot.data().files->file(path);
    if (file == nullptr)
        return {};
    const std::optional<NamedPlace> place = namedAt(snapshot, path, offset);
    if (!place)
        return calledModule(snapshot.data(), *file, offset);
    std::vector<Definition> all = declarations(snapshot, place->symbol);
    for (Definition &definition : all)
        definition.origin = place->use != nullptr ? place->hit : place->range;
    return all;
}

// How well the letters fit: less is better, nothing when they do not.
static std::optional<int> fit(std::string_view text, std::string_view query)
{
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    const auto found = std::search(text.begin(), text.end(), query.begin(), query.end(),
                                   [&](char a, char b) { return lower(a) == lower(b); });
    if (found != text.end() || query.empty()) {
        const bool isWordStart =
            found == text.begin() || (found != text.end() && (found[-1] == '.' || found[-1] == '_'));
        return static_cast<int>(text.size()) + (isWordStart ? 0 : 200);
    }
    std::size_t at = 0;
    int gaps = 0;
    for (const char c : text) {
        if (at < query.size() && lower(c) == lower(query[at]))
            ++at;
        else
            gaps += at > 0 && at < query.size() ? 1 : 0;
    }
    return at == query.size() ? std::optional<int>(1000 + gaps * 10 + static_cast<int>(text.size())) : std::nullopt;
}

std::vector<Definition> findSymbols(const Snapshot &snapshot, std::string_view query, std::size_t limit)
{
    std::vector<std::pair<int, Definition>> ranked;
    for (const DirectoryPointer &directory : snapshot.data().files->directories()) {
        for (const Entry &file : directory->files()) {
            for (const Declared &declared : file->index().declared) {
                Symbol symbol{snapshot.data().moduleOf(*file), declared.kind, declared.name};
                if (const std::optional<int> rank = fit(symbol.address(), query))
                    ranked.push_back(
                        {*rank, {std::move(symbol), {file->path(), declared.nameRange}, declared.whole, {}}});
            }
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<Definition> out;
    for (auto &[rank, definition] : ranked) {
        if (out.size() == limit)
            break;
        out.push_back(std::move(definition));
    }
    return out;
}

} // namespace drydock::language
