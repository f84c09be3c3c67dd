// SPDX-License-Identifier: MIT
#include "core/language/unused.h"

#include "core/language/snapshot.h"
#include "core/language/snapshotdata.h"

#include <string>
#include <unordered_set>

namespace drydock::language {

namespace fs = std::filesystem;

// "local.x" for each name that is read; inside `variable "x"` its own validation does not count.
static void collectReads(const FileEntry &file, std::unordered_set<std::string> &read)
{
    const FileIndex &index = file.index();
    auto declared = index.declared.begin();
    for (const Use &use : index.uses) {
        if (!use.through.empty() || use.role != OccurrenceRole::Read)
            continue;
        while (declared != index.declared.end() && declared->whole.end < use.range.start)
            ++declared;
        const bool isOwn = use.kind == SymbolKind::Variable && declared != index.declared.end() &&
                           declared->kind == use.kind && declared->name == use.name &&
                           declared->whole.contains(use.range.start);
        if (!isOwn)
            read.insert(std::string(addressPrefix(use.kind)) + use.name);
    }
}

std::vector<Problem> unusedNames(const Snapshot &snapshot, const fs::path &module)
{
    std::vector<Problem> out;
    const DirectoryPointer directory = snapshot.data().files->directory(module);
    if (!directory)
        return out;
    std::unordered_set<std::string> read;
    bool isWhole = true;
    for (const Entry &file : directory->files()) {
        collectReads(*file, read);
        isWhole = isWhole && (file->parsed().ok() || !file->isConfiguration());
    }
    // What cannot be read may use anything.
    if (!isWhole)
        return out;
    for (const Entry &file : directory->files()) {
        if (file->kind() != FileKind::Configuration)
            continue;
        for (const Declared &declared : file->index().declared) {
            const bool isKind = declared.kind == SymbolKind::Variable || declared.kind == SymbolKind::Local ||
                                declared.kind == SymbolKind::Data;
            const std::string address = std::string(addressPrefix(declared.kind)) + declared.name;
            if (!isKind || read.contains(address))
                continue;
            // A data source with conditions is there for them.
            if (declared.kind == SymbolKind::Data && declared.block && declared.block.body().block("lifecycle"))
                continue;
            const std::string_view what = declared.kind == SymbolKind::Variable ? "variable"
                                          : declared.kind == SymbolKind::Local  ? "local"
                                                                                : "data";
            Problem problem;
            problem.severity = ProblemSeverity::Hint;
            problem.code = "unused." + std::string(what);
            problem.summary = "Unused " + std::string(kindName(declared.kind));
            problem.detail = "Nothing in this module refers to " + address + ".";
            problem.hint = "Remove it, or use it.";
            problem.location = {file->path(), declared.nameRange};
            problem.isUnnecessary = true;
            out.push_back(std::move(problem));
        }
    }
    return out;
}

} // namespace drydock::language
