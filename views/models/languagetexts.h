// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "views/models/languagesession.h"
#include "views/models/textoffsets.h"

#include <filesystem>
#include <map>
#include <string>

namespace drydock::hcl {
struct ParsedFile;
}
namespace drydock::language {
struct Completions;
struct FileEdit;
struct Location;
struct OutlineItem;
struct Problem;
struct SignatureHelp;
} // namespace drydock::language

namespace drydock::models {

[[nodiscard]] std::filesystem::path nativePath(const QString &file);
[[nodiscard]] QString toQString(const std::filesystem::path &path);

/// The text of an editor that belongs to a file.
struct KnownText
{
    QString file; ///< as the window calls it
    controls::EditorText text;
};
using KnownTexts = std::map<std::filesystem::path, KnownText>;

/// Turns what core/language says about one snapshot into what the window is told. Used within one answer.
class LanguageTexts final
{
public:
    LanguageTexts(const language::Snapshot &snapshot, const KnownTexts &known, QString folder);

    [[nodiscard]] const TextOffsets &offsets(const std::filesystem::path &file);
    [[nodiscard]] controls::TextRange range(const std::filesystem::path &file, hcl::ByteRange range);
    /// The name the window has for a file of the snapshot.
    [[nodiscard]] QString nameOf(const std::filesystem::path &file) const;

    [[nodiscard]] SourcePlace place(const language::Location &location, const QString &title = {});
    [[nodiscard]] SourceProblem problem(const language::Problem &problem);
    [[nodiscard]] controls::CompletionList completions(const language::Completions &found,
                                                       const std::filesystem::path &file);
    [[nodiscard]] controls::SignatureHelp signature(const language::SignatureHelp &help) const;
    [[nodiscard]] QList<OutlineNode> outline(const std::vector<language::OutlineItem> &items,
                                             const std::filesystem::path &file);
    [[nodiscard]] FileChange change(const language::FileEdit &edit);

private:
    const language::Snapshot &m_snapshot;
    const KnownTexts &m_known;
    QString m_folder;
    std::map<std::filesystem::path, TextOffsets> m_offsets;
};

} // namespace drydock::models
