// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/language/rename.h"
#include "core/language/snapshotdata.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// Makes the edits of one rename(). Used once.
class Renamer
{
public:
    Renamer(const SnapshotData &data, Symbol from, std::string_view newName);

    [[nodiscard]] Result<Renaming> run(MovedBlock moved);

private:
    [[nodiscard]] Result<> check() const;
    [[nodiscard]] Result<> checkFree() const;
    void replaceNames(const FileEntry &file);
    void addMoved();
    [[nodiscard]] std::vector<hcl::TextEdit> laidOut(const std::filesystem::path &path,
                                                     std::vector<hcl::TextEdit> edits) const;
    void dropMovesFrom(const std::string &address);
    void note(const FileEntry &file, const Use &use, const std::string &why);
    void edit(const FileEntry &file, hcl::TextEdit edit);
    [[nodiscard]] const FileEntry *declaringFile(hcl::ByteRange &whole) const;

    const SnapshotData &m_data;
    Renaming m_result;
    std::string m_newName; ///< the part that changes
    std::map<std::filesystem::path, std::vector<hcl::TextEdit>> m_edits;
};

} // namespace drydock::language
