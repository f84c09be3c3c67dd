// SPDX-License-Identifier: MIT
#include "core/language/references.h"

#include "core/language/snapshot.h"
#include "core/language/snapshotdata.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

static void collect(const SnapshotData &data, const FileEntry &file, const Symbol &symbol, Include include,
                    std::vector<Occurrence> &out)
{
    const FileIndex &index = file.index();
    std::optional<fs::path> module;
    const auto moduleOfFile = [&]() -> const fs::path & {
        if (!module)
            module = data.moduleOf(file);
        return *module;
    };
    if (include == Include::Declarations) {
        for (const Declared &declared : index.declared) {
            if (declared.kind == symbol.kind && declared.name == symbol.name && moduleOfFile() == symbol.module)
                out.push_back({{file.path(), declared.nameRange}, OccurrenceRole::Declaration});
        }
    }
    for (const Use &use : index.uses) {
        if (use.kind == symbol.kind && use.name == symbol.name &&
            data.follow(moduleOfFile(), use.through) == symbol.module)
            out.push_back({{file.path(), use.range}, use.role});
    }
}

static void tidy(std::vector<Occurrence> &all)
{
    std::sort(all.begin(), all.end(), [](const Occurrence &a, const Occurrence &b) { return a.location < b.location; });
    const auto last = std::unique(all.begin(), all.end(),
                                  [](const Occurrence &a, const Occurrence &b) { return a.location == b.location; });
    all.erase(last, all.end());
}

std::vector<Occurrence> references(const Snapshot &snapshot, const Symbol &symbol, Include include)
{
    std::vector<Occurrence> all;
    for (const DirectoryPointer &directory : snapshot.data().files->directories()) {
        for (const Entry &file : directory->files())
            collect(snapshot.data(), *file, symbol, include, all);
    }
    tidy(all);
    return all;
}

std::vector<Occurrence> referencesInFile(const Snapshot &snapshot, const Symbol &symbol, const fs::path &path)
{
    std::vector<Occurrence> all;
    if (const FileEntry *file = snapshot.data().files->file(path))
        collect(snapshot.data(), *file, symbol, Include::Declarations, all);
    tidy(all);
    return all;
}

} // namespace drydock::language
