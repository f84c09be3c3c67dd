// SPDX-License-Identifier: MIT
#include "core/report/fixpatch.h"

#include "core/diff/unified.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace drydock::report {

using policy::TextEdit;

namespace {

auto keyOf(const TextEdit &edit)
{
    return std::tie(edit.file, edit.startByte, edit.endByte, edit.replacement);
}

bool overlap(const TextEdit &left, const TextEdit &right)
{
    return left.startByte < right.endByte && right.startByte < left.endByte;
}

using EditsByFile = std::map<std::string, std::vector<TextEdit>>;

EditsByFile byFile(std::span<const TextEdit> edits)
{
    EditsByFile files;
    for (const TextEdit &edit : edits)
        files[edit.file].push_back(edit);
    return files;
}

Result<std::string> patchOf(std::span<const TextEdit> edits, const SourceText &source)
{
    auto files = changedFiles(edits, source);
    if (!files)
        return failure(std::move(files.error()));
    std::string patch;
    for (const auto &[file, after] : *files) {
        const auto before = source(file);
        if (!before)
            return failure(before.error());
        patch += diff::unifiedDiff(file, *before, after);
    }
    return patch;
}

bool fits(const policy::Fix &fix, const EditsByFile &chosen, const SourceText &source)
{
    return std::all_of(fix.edits.begin(), fix.edits.end(), [&](const TextEdit &edit) {
        const auto text = source(edit.file);
        if (!text || edit.startByte > edit.endByte || edit.endByte > text->size())
            return false;
        const auto others = chosen.find(edit.file);
        return others == chosen.end() || std::none_of(others->second.begin(), others->second.end(),
                                                      [&](const TextEdit &other) { return overlap(edit, other); });
    });
}

bool isChosen(const TextEdit &edit, const EditsByFile &chosen)
{
    const auto others = chosen.find(edit.file);
    return others != chosen.end() && std::any_of(others->second.begin(), others->second.end(),
                                                 [&](const TextEdit &other) { return keyOf(edit) == keyOf(other); });
}

} // namespace

Result<std::string> applyEdits(std::string_view text, std::vector<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &left, const TextEdit &right) {
        return std::tie(left.startByte, left.endByte) < std::tie(right.startByte, right.endByte);
    });
    std::string result;
    std::size_t position = 0;
    for (const TextEdit &edit : edits) {
        if (edit.startByte > edit.endByte || edit.endByte > text.size())
            return failure("fix.outside", "The fix no longer fits the file.", edit.file,
                           "The file changed since the review; review it again.");
        if (edit.startByte < position)
            return failure("fix.overlap", "Two changes of the fix touch the same text.", edit.file,
                           "Apply one, then review again.");
        result += text.substr(position, edit.startByte - position);
        result += edit.replacement;
        position = edit.endByte;
    }
    return result.append(text.substr(position));
}

Result<std::map<std::string, std::string>> changedFiles(std::span<const TextEdit> edits, const SourceText &source)
{
    std::map<std::string, std::string> changed;
    for (auto &[file, ofFile] : byFile(edits)) {
        const auto text = source(file);
        if (!text)
            return failure(text.error());
        auto after = applyEdits(*text, ofFile);
        if (!after)
            return failure(std::move(after.error()));
        changed.emplace(file, std::move(*after));
    }
    return changed;
}

Result<std::string> fixPatch(const policy::Fix &fix, const SourceText &source)
{
    return patchOf(fix.edits, source);
}

CombinedPatch combinedPatch(const policy::ReviewResult &review, const SourceText &source)
{
    CombinedPatch result;
    EditsByFile chosen;
    for (const policy::Finding &finding : review.findings) {
        if (!finding.fix || finding.status != policy::FindingStatus::Open || finding.fix->edits.empty())
            continue;
        policy::Fix rest = *finding.fix;
        std::erase_if(rest.edits, [&](const TextEdit &edit) { return isChosen(edit, chosen); });
        if (!fits(rest, chosen, source)) {
            ++result.skipped;
            continue;
        }
        ++result.fixes;
        for (TextEdit &edit : rest.edits)
            chosen[edit.file].push_back(std::move(edit));
    }
    for (const auto &[file, edits] : chosen) {
        if (auto patch = patchOf(edits, source))
            result.text += *patch;
    }
    return result;
}

} // namespace drydock::report
