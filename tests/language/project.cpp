// SPDX-License-Identifier: MIT
#include "tests/language/project.h"

#include "core/hcl/parser.h"
#include "core/terraform/filesource.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace drydock::language::test {

Project::Project(const std::map<std::string, std::string> &files, SnapshotOptions options)
{
    std::map<std::filesystem::path, std::string> all;
    for (const auto &[name, marked] : files) {
        std::string text = marked;
        if (const std::size_t at = text.find('|'); at != std::string::npos) {
            text.erase(at, 1);
            m_caret = static_cast<std::uint32_t>(at);
            m_caretFile = path(name);
        }
        static const std::string Bar = "‖";
        for (std::size_t at = text.find(Bar); at != std::string::npos; at = text.find(Bar))
            text.replace(at, Bar.size(), "|");
        all.emplace(path(name), std::move(text));
    }
    options.files = std::make_shared<terraform::MemoryFiles>(std::move(all));
    Result<Snapshot> opened = Snapshot::open("/work", options, Task{});
    if (!opened)
        throw std::runtime_error(opened.error().text());
    m_snapshot = *std::move(opened);
}

std::string Project::show(const Location &location) const
{
    const hcl::ParsedFile *file = m_snapshot.file(location.file);
    if (file == nullptr)
        return "no file " + location.file.string();
    return m_snapshot.displayName(location.file) + ":" +
           std::to_string(file->source().position(location.range.start).line) + ":" +
           std::string(file->source().text(location.range));
}

std::map<std::string, std::string> applied(const Snapshot &snapshot, const std::vector<FileEdit> &edits)
{
    std::map<std::string, std::string> texts;
    for (const FileEdit &edit : edits) {
        Result<std::string> text = hcl::applyEdits(snapshot.text(edit.file), edit.edits);
        if (!text)
            ADD_FAILURE() << text.error().text();
        else
            texts[snapshot.displayName(edit.file)] = *std::move(text);
    }
    return texts;
}

} // namespace drydock::language::test
