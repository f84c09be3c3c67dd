// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

/// Text that was typed and not saved yet.
struct Draft
{
    std::string projectId;
    std::string path;           ///< relative to the project's root
    std::string base;           ///< what the file held on disk when the editing began
    bool baseExists = true;     ///< false: the file was new
    std::string text;           ///< what the editor held
    std::uint32_t line = 1;     ///< of the cursor, from 1
    Timestamp written;          ///< set by write()
    bool heldElsewhere = false; ///< set by list(): another process that still runs wrote it, so it is its to save
};

/// Unsaved texts, so that nothing typed is lost when the process dies: one file for each text and process in
/// `<workspace>/drafts`, written whole or not at all. Safe from any thread.
///
/// File: the line "drydock draft 1", then lines "NAME VALUE" (project, path, owner, written, line, base-exists, base,
/// text; the last two are sizes in bytes), an empty line, the base, the text, and their SHA-256 in hexadecimal.
class Drafts
{
public:
    explicit Drafts(const Workspace &workspace);

    [[nodiscard]] Result<> write(const Draft &draft) const;
    /// After it was saved or given up: this process' draft and those of processes that have ended. None is fine, too.
    [[nodiscard]] Result<> remove(std::string_view projectId, std::string_view path) const;
    /// Those of one project, oldest first. A damaged file is put aside as `*.damaged` and left out.
    [[nodiscard]] Result<std::vector<Draft>> list(std::string_view projectId) const;

private:
    std::filesystem::path m_folder;
    const Workspace &m_workspace;
};

} // namespace drydock::project
