// SPDX-License-Identifier: MIT
#include "core/report/sourcetext.h"

#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/diff/linediff.h"

#include <algorithm>
#include <map>
#include <memory>
#include <system_error>

namespace drydock::report {

namespace fs = std::filesystem;

static Result<std::string> readBelow(const fs::path &root, const std::string &file)
{
    std::error_code ignored;
    if (fs::is_regular_file(root, ignored)) {
        if (file != root.filename().string())
            return failure("report.source", "\"" + file + "\" is not the reviewed file.", root.string());
        return readFile(root);
    }
    auto path = resolveInside(root, file);
    if (!path)
        return failure(std::move(path.error()));
    return readFile(*path);
}

SourceText folderSource(const fs::path &root)
{
    const auto known = std::make_shared<std::map<std::string, Result<std::string>>>();
    return [root, known](const std::string &file) -> Result<std::string> {
        const auto found = known->find(file);
        if (found != known->end())
            return found->second;
        return known->emplace(file, readBelow(root, file)).first->second;
    };
}

static std::string withoutLineEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    return std::string(line);
}

Excerpt excerpt(const policy::SourceRange &range, const SourceText &source, std::uint32_t context,
                std::uint32_t maximum)
{
    Excerpt result;
    result.marked = range;
    if (range.file.empty() || range.line == 0 || !source || maximum == 0)
        return result;
    const auto text = source(range.file);
    if (!text)
        return result;
    const auto lines = diff::splitLines(*text);
    if (range.line > lines.size())
        return result;
    result.firstLine = range.line - std::min(context, range.line - 1);
    const std::size_t wanted = static_cast<std::size_t>(std::max(range.endLine, range.line)) + context;
    const std::size_t last = std::min({lines.size(), wanted, static_cast<std::size_t>(result.firstLine) + maximum - 1});
    for (std::size_t line = result.firstLine; line <= last; ++line)
        result.lines.push_back(withoutLineEnd(lines[line - 1]));
    return result;
}

} // namespace drydock::report
