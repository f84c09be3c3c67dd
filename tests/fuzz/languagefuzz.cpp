// SPDX-License-Identifier: MIT
// Everything an editor asks, of any text with the caret anywhere.
#include "core/hcl/parser.h"
#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/folding.h"
#include "core/language/formatting.h"
#include "core/language/hover.h"
#include "core/language/links.h"
#include "core/language/outline.h"
#include "core/language/problems.h"
#include "core/language/quickfix.h"
#include "core/language/rename.h"
#include "core/language/signature.h"
#include "core/language/snapshot.h"
#include "core/terraform/filesource.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace drydock;
using namespace drydock::language;

static void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

static void requireEdits(const Snapshot &snapshot, const std::vector<FileEdit> &edits, const char *what)
{
    for (const FileEdit &edit : edits)
        require(hcl::applyEdits(snapshot.text(edit.file), edit.edits).has_value(), what);
}

static void askAt(const Snapshot &snapshot, const std::filesystem::path &file, std::uint32_t offset)
{
    const Completions completions = complete(snapshot, file, offset);
    require(completions.replace.start <= completions.replace.end &&
                completions.replace.end <= snapshot.text(file).size(),
            "a completion outside of the text");
    for (const CompletionItem &item : completions.items)
        (void)expandSnippet(item.insert, "  ");
    (void)signatureHelp(snapshot, file, offset);
    (void)definition(snapshot, file, offset);
    (void)hover(snapshot, file, offset, Task{}, HoverValues::Skip);
    (void)matchingBrackets(snapshot.text(file), offset);
    (void)indentationAt(snapshot.text(file), offset);
    (void)breadcrumbs(*snapshot.file(file), offset);
    (void)selectionRanges(*snapshot.file(file), {offset, offset});
    for (const QuickFix &fix : refactorings(snapshot, file, {offset, offset}))
        requireEdits(snapshot, fix.edits, "a refactoring that cannot be done");
    if (const auto target = renameTarget(snapshot, file, offset)) {
        if (const auto renaming = rename(snapshot, target->symbol, "renamed_by_fuzz"))
            requireEdits(snapshot, renaming->edits, "a rename that cannot be done");
    }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2 || size > 20'000)
        return 0;
    const std::string text(reinterpret_cast<const char *>(data + 2), size - 2);
    SnapshotOptions options;
    options.files = std::make_shared<terraform::MemoryFiles>(std::map<std::filesystem::path, std::string>{
        {"/work/main.tf", text},
        {"/work/other.tf", "variable \"a\" {}\nmodule \"m\" {\n  source = \"./m\"\n  x = var.a\n}\n"},
        {"/work/m/main.tf", "variable \"x\" {}\noutput \"y\" {\n  value = var.x\n}\n"}});
    const Snapshot snapshot = Snapshot::open("/work", options, Task{}).value();
    const std::filesystem::path file = "/work/main.tf";
    (void)outline(*snapshot.file(file), OutlineDepth::Everything);
    (void)foldingRanges(*snapshot.file(file));
    (void)documentLinks(snapshot, file);
    requireEdits(snapshot, {{file, formatDocument(*snapshot.file(file))}}, "formatting that cannot be done");
    if (const auto problems = moduleProblems(snapshot, file, Task{})) {
        for (const Problem &problem : *problems)
            for (const QuickFix &fix : quickFixes(snapshot, problem))
                requireEdits(snapshot, fix.edits, "a fix that cannot be done");
    }
    const std::uint32_t start = (static_cast<std::uint32_t>(data[0]) << 8U | data[1]) % (text.size() + 1);
    for (std::uint32_t offset = start; offset <= text.size(); offset += 97)
        askAt(snapshot, file, offset);
    askAt(snapshot, file, static_cast<std::uint32_t>(text.size()));
    return 0;
}
