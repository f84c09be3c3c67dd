// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/location.h"
#include "core/language/snapshot.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language::test {

/// Files below "/work" that a test writes down itself. A `|` in the text is the caret and is taken out; it may stand in
/// one file only. `‖` stands for a real `|`.
class Project
{
public:
    explicit Project(const std::map<std::string, std::string> &files, SnapshotOptions options = {});
    /// One file main.tf.
    explicit Project(const std::string &text)
        : Project(std::map<std::string, std::string>{{"main.tf", text}})
    {
    }

    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] const std::filesystem::path &caretFile() const { return m_caretFile; }
    [[nodiscard]] std::uint32_t caret() const { return m_caret; }
    [[nodiscard]] static std::filesystem::path path(const std::string &name) { return "/work/" + name; }

    /// "main.tf:3:region": file, line and the text there.
    [[nodiscard]] std::string show(const Location &location) const;

private:
    std::filesystem::path m_caretFile;
    std::uint32_t m_caret = 0;
    Snapshot m_snapshot;
};

/// The files with the edits done: name -> text, only those that change.
[[nodiscard]] std::map<std::string, std::string> applied(const Snapshot &snapshot, const std::vector<FileEdit> &edits);

} // namespace drydock::language::test
