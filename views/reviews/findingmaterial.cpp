// SPDX-License-Identifier: MIT
#include "views/reviews/findingmaterial.h"

#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/report/fixpatch.h"
#include "core/report/sourcetext.h"

#include <chrono>
#include <set>
#include <system_error>

namespace drydock::reviews {

namespace fs = std::filesystem;

namespace {

bool writtenAfter(const fs::path &root, const std::string &file, Timestamp moment)
{
    std::error_code error;
    const fs::path path = fs::is_regular_file(root, error) ? root : root / file;
    const auto written = fs::last_write_time(path, error);
    return !error && std::chrono::file_clock::to_sys(written) > moment;
}

std::set<std::string> filesOf(const policy::Fix &fix)
{
    std::set<std::string> files;
    for (const policy::TextEdit &edit : fix.edits)
        files.insert(edit.file);
    return files;
}

void gatherFix(FindingMaterial &material, const report::SourceText &source)
{
    const policy::Fix &fix = *material.finding.fix;
    auto after = report::changedFiles(fix.edits, source);
    auto patch = report::fixPatch(fix, source);
    if (!after || !patch) {
        material.fixError = after ? patch.error() : after.error();
        return;
    }
    for (const auto &[file, text] : *after)
        material.fixBefore.emplace(file, source(file).value_or(std::string()));
    material.fixAfter = std::move(*after);
    material.patch = std::move(*patch);
}

} // namespace

Result<FindingMaterial> gatherMaterial(const policy::Finding &finding, const fs::path &root, Timestamp reviewed,
                                       const ArticleReader &articles, const Task &task)
{
    const report::SourceText source = report::folderSource(root);
    FindingMaterial material{finding, source(finding.range.file), std::string(), {}, {}, {}, std::nullopt, false};
    material.changedSince = writtenAfter(root, finding.range.file, reviewed);
    if (finding.fix)
        gatherFix(material, source);
    if (auto going = task.check(); !going)
        return failure(std::move(going.error()));
    if (!finding.article.empty())
        material.article = articles(finding.article, task);
    return material;
}

Result<> applyFix(const policy::Fix &fix, const fs::path &root, Timestamp reviewed)
{
    for (const std::string &file : filesOf(fix)) {
        if (writtenAfter(root, file, reviewed))
            return failure("fix.file-changed", "The file was changed after the review.", file,
                           "Review again, then apply the fix.");
    }
    const auto changed = report::changedFiles(fix.edits, report::folderSource(root));
    if (!changed)
        return failure(changed.error());
    std::error_code ignored;
    for (const auto &[file, text] : *changed) {
        const auto path = fs::is_regular_file(root, ignored) ? Result<fs::path>(root) : resolveInside(root, file);
        if (!path)
            return failure(path.error());
        if (auto written = writeFileAtomically(*path, text); !written)
            return written;
    }
    return {};
}

} // namespace drydock::reviews
