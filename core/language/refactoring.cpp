// SPDX-License-Identifier: MIT
// Changes that are offered for a selection, whether something is wrong or not.
#include "core/language/fixes.h"
#include "core/language/quickfix.h"
#include "core/language/shape.h"
#include "core/language/snapshot.h"
#include "core/language/usecollector.h"

#include <algorithm>
#include <array>

namespace drydock::language {

namespace fs = std::filesystem;

static hcl::ByteRange trimmed(std::string_view text, hcl::ByteRange range)
{
    const std::string_view blanks = " \t\r\n";
    while (range.start < range.end && blanks.find(text[range.start]) != std::string_view::npos)
        ++range.start;
    while (range.end > range.start && blanks.find(text[range.end - 1]) != std::string_view::npos)
        --range.end;
    return range;
}

// The expression that is exactly selected; with a caret alone, the value of the argument around it.
static hcl::Expression selected(const FileEntry &file, hcl::ByteRange selection, std::string &argument)
{
    const hcl::Tree &tree = *file.parsed().tree;
    const hcl::ByteRange wanted = trimmed(file.text(), selection);
    hcl::Expression found;
    for (hcl::NodeId id = tree.root(); id != 0;) {
        const hcl::Node &node = tree.node(id);
        if (wanted.start < node.start || wanted.end > node.end) {
            id = tree.nextSibling(id);
            continue;
        }
        const hcl::Attribute attribute(&tree, tree.kind(id) == hcl::NodeKind::Attribute ? id : 0);
        if (attribute) {
            argument = attribute.name();
            if (wanted.empty())
                return wanted.start >= attribute.value().range().start ? attribute.value() : hcl::Expression();
        }
        const hcl::Expression expression(&tree, id);
        const bool isExpression = expression.kind() != hcl::ExpressionKind::Missing;
        if (isExpression && expression.range() == wanted && !found)
            found = expression;
        id = node.first;
    }
    return found;
}

// Names that mean something only where the expression stands now.
static bool isBoundToPlace(const FileEntry &file, const hcl::Expression &expression)
{
    static constexpr std::array<std::string_view, 3> Instance{"each", "count", "self"};
    const hcl::Tree &tree = *file.parsed().tree;
    const hcl::ByteRange range = expression.range();
    for (hcl::NodeId id = 1; id <= tree.nodeCount(); ++id) {
        const hcl::Node &node = tree.node(id);
        if (node.start < range.start || node.end > range.end || tree.kind(id) != hcl::NodeKind::Variable)
            continue;
        const std::string_view name = hcl::Expression(&tree, id).name();
        if (std::find(Instance.begin(), Instance.end(), name) != Instance.end())
            return true;
    }
    const CaretContext context = caretContext(file.text(), range.start);
    const bool isInDynamic = std::any_of(context.blocks.begin(), context.blocks.end(),
                                         [](const OpenBlock &block) { return block.type == "dynamic"; });
    return !context.forNames.empty() || isInDynamic;
}

static std::string freeName(const SnapshotData &data, const fs::path &module, SymbolKind kind, std::string name)
{
    const DirectoryPointer directory = data.files->directory(module);
    const std::string base = name;
    for (int number = 2; directory && !directory->find(kind, name).empty(); ++number)
        name = base + "_" + std::to_string(number);
    return name;
}

static bool isLiteral(const hcl::Expression &expression)
{
    switch (expression.kind()) {
    case hcl::ExpressionKind::String:
    case hcl::ExpressionKind::Number:
    case hcl::ExpressionKind::True:
    case hcl::ExpressionKind::False:
        return true;
    case hcl::ExpressionKind::Tuple:
        return std::all_of(expression.elements().begin(), expression.elements().end(), isLiteral);
    default:
        return false;
    }
}

static std::string literalType(const hcl::Expression &expression)
{
    switch (expression.kind()) {
    case hcl::ExpressionKind::Number:
        return "number";
    case hcl::ExpressionKind::True:
    case hcl::ExpressionKind::False:
        return "bool";
    case hcl::ExpressionKind::Tuple:
        return expression.elements().empty() ? "list(string)"
                                             : "list(" + literalType(*expression.elements().begin()) + ")";
    default:
        return "string";
    }
}

static QuickFix joined(std::string title, const FileEntry &file, hcl::ByteRange range, const std::string &replacement,
                       FixEdit declaration)
{
    QuickFix fix;
    fix.title = std::move(title);
    hcl::TextEdit edit{range.start, range.end, replacement};
    if (declaration.file == file.path()) {
        fix.edits.push_back({file.path(), {std::move(edit), std::move(declaration.edit)}});
        std::sort(fix.edits[0].edits.begin(), fix.edits[0].edits.end(),
                  [](const hcl::TextEdit &a, const hcl::TextEdit &b) { return a.startByte < b.startByte; });
    } else {
        fix.edits.push_back({file.path(), {std::move(edit)}});
        fix.edits.push_back({declaration.file, {std::move(declaration.edit)}});
    }
    return fix;
}

std::vector<QuickFix> refactorings(const Snapshot &snapshot, const fs::path &path, hcl::ByteRange selection)
{
    const SnapshotData &data = snapshot.data();
    const FileEntry *file = data.files->file(path);
    std::vector<QuickFix> fixes;
    if (file == nullptr || !file->isConfiguration() || !file->parsed().ok() ||
        selection.end > file->parsed().source().size() || path.native().ends_with(".json"))
        return fixes;
    std::string argument;
    const hcl::Expression expression = selected(*file, selection, argument);
    if (!expression || argument.empty() || isBoundToPlace(*file, expression))
        return fixes;
    const CaretContext context = caretContext(file->text(), expression.range().start);
    const std::string outer = context.blocks.empty() ? std::string() : context.blocks.front().type;
    // Values that must be constant, or that have no expression.
    const bool isConstantPlace = outer == "variable" || outer == "terraform" || outer == "moved" ||
                                 outer == "removed" ||
                                 (outer == "module" && (argument == "source" || argument == "version")) ||
                                 argument == "provider" || argument == "providers" || argument == "depends_on";
    if (outer.empty() || isConstantPlace)
        return fixes;
    const fs::path module = data.moduleOf(*file);
    const std::string text(expression.text());
    if (outer != "locals" || expression.range() != selection) {
        const std::string name = freeName(data, module, SymbolKind::Local, argument);
        fixes.push_back(joined("Extract to local value \"" + name + "\"", *file, expression.range(), "local." + name,
                               appendLocal(*file, name + " = " + text)));
    }
    if (isLiteral(expression)) {
        const std::string name = freeName(data, module, SymbolKind::Variable, argument);
        fixes.push_back(joined("Turn into variable \"" + name + "\"", *file, expression.range(), "var." + name,
                               appendBlock(data, module, "variables.tf", path,
                                           "variable \"" + name + "\" {\n  type    = " + literalType(expression) +
                                               "\n  default = " + text + "\n}\n")));
    }
    return fixes;
}

} // namespace drydock::language
