// SPDX-License-Identifier: MIT
#include "app/cli/renamecommand.h"

#include "core/base/atomicfile.h"
#include "core/diff/unified.h"
#include "core/language/rename.h"
#include "core/language/snapshot.h"

#include <nlohmann/json.hpp>

#include <ostream>
#include <system_error>

namespace drydock::cli {

namespace fs = std::filesystem;

void RenameCommand::configure(CommandOptions options)
{
    options.add("DIR", m_folder, "The module that declares it").required();
    options.add("OLD", m_old, "Its address there: aws_s3_bucket.logs, module.net, var.region, local.x, output.id")
        .required();
    options.add("NEW", m_new, "The address it gets; another name of the same kind and type").required();
    options.addFlag("--write", m_write, "Change the files; without it nothing is changed");
    options.addFlag("--diff", m_diff, "Show the changes as a unified diff");
    options.addFlag("--no-moved", m_noMoved, "Add no moved block: the resource was never applied");
    options.add("--within", m_within,
                "Folder that is searched for modules which use this one (default: the "
                "repository that DIR is in, else DIR)");
    options.add("--format", m_format, "text or json").choices({"text", "json"});
}

// A repository's root, for callers of the module stand beside or above it.
fs::path RenameCommand::searchedFolder() const
{
    if (!m_within.empty())
        return m_within;
    std::error_code error;
    fs::path folder = fs::weakly_canonical(m_folder, error);
    for (fs::path at = folder; at.has_relative_path(); at = at.parent_path()) {
        if (fs::exists(at / ".git", error))
            return at;
    }
    return folder;
}

int RenameCommand::run(Console &console)
{
    const Task task{console.stop, {}};
    std::error_code error;
    const fs::path module = fs::weakly_canonical(m_folder, error);
    if (error || !fs::is_directory(module, error))
        return report(console, Error{"configuration.missing", "There is no directory " + m_folder + ".", m_folder,
                                     "Name the directory of the module that declares " + m_old + "."});
    const Result<language::Snapshot> snapshot = language::Snapshot::open(searchedFolder(), {}, task);
    if (!snapshot)
        return report(console, snapshot.error());
    const Result<language::Renaming> renaming =
        language::rename(*snapshot, module.has_filename() ? module : module.parent_path(), m_old, m_new,
                         m_noMoved ? language::MovedBlock::Omit : language::MovedBlock::Add);
    if (!renaming)
        return report(console, renaming.error());
    Texts texts;
    for (const language::FileEdit &edit : renaming->edits) {
        Result<std::string> text = hcl::applyEdits(snapshot->text(edit.file), edit.edits);
        if (!text)
            return report(console, text.error());
        texts.emplace(edit.file, *std::move(text));
    }
    for (const auto &[file, text] : m_write ? texts : Texts()) {
        const fs::path target = fs::canonical(file, error);
        const fs::perms mode = fs::status(target, error).permissions();
        if (Result<> written = writeFileAtomically(target, text); !written)
            return report(console, written.error());
        fs::permissions(target, mode, error);
    }
    return print(console, *snapshot, *renaming, texts);
}

int RenameCommand::print(Console &console, const language::Snapshot &snapshot, const language::Renaming &renaming,
                         const Texts &texts) const
{
    std::string diff;
    if (m_diff) {
        for (const auto &[file, text] : texts)
            diff += diff::unifiedDiff(snapshot.displayName(file), snapshot.text(file), text);
    }
    if (m_format == "json") {
        nlohmann::json json{
            {"from", renaming.from.address()}, {"to", renaming.to.address()}, {"occurrences", renaming.occurrences},
            {"moved", renaming.addsMoved},     {"written", m_write},          {"files", nlohmann::json::array()},
            {"notes", renaming.notes}};
        for (const auto &[file, text] : texts)
            json["files"].push_back(snapshot.displayName(file));
        if (m_diff)
            json["diff"] = diff;
        console.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        return Success;
    }
    console.out << diff;
    if (!m_diff) {
        for (const auto &[file, text] : texts)
            console.out << snapshot.displayName(file) << '\n';
    }
    for (const std::string &note : renaming.notes)
        console.err << "note: " << note << '\n';
    console.err << renaming.from.address() << " -> " << renaming.to.address() << ": " << renaming.occurrences
                << (renaming.occurrences == 1 ? " place in " : " places in ") << texts.size()
                << (texts.size() == 1 ? " file" : " files") << (renaming.addsMoved ? ", with a moved block" : "")
                << (m_write ? "" : "; nothing was changed, add --write to do it") << '\n';
    return Success;
}

} // namespace drydock::cli
