// SPDX-License-Identifier: MIT
#include "core/hcl/edit.h"

#include "core/hcl/editpath.h"
#include "core/hcl/formatter.h"

#include <algorithm>
#include <utility>

namespace drydock::hcl {

Editor::Editor(ParsedFile file)
    : m_file(std::move(file))
{
}

static Block blockAt(Body body, const PathStep &step)
{
    std::uint32_t index = 0;
    for (const Block block : body.blocks())
        if (block.type() == step.name && index++ == step.index)
            return block;
    return {};
}

static ObjectItem itemAt(Expression object, const PathStep &step)
{
    for (const ObjectItem item : object.items())
        if (item.keyName() == step.name)
            return item;
    return {};
}

static Failure notASpot(const SourceFile &source, const PathStep &step, View at, std::string_view what)
{
    const Position position = source.position(at.range().start);
    return failure("edit.path", "\"" + step.name + "\" is not " + std::string(what) + ", so nothing can be set in it.",
                   source.name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column),
                   "Change it by hand.");
}

/// The expression as the formatter prints it behind `name = `.
static Result<std::string> formattedExpression(std::string_view expression)
{
    const ParsedFile file = parse(SourceFile("<expression>", "x = " + std::string(expression) + "\n"));
    if (!file.ok() || file.body().items().size() != 1)
        return failure("edit.syntax", "\"" + std::string(expression) + "\" is not an expression.", {},
                       file.ok() ? "" : file.diagnostics.front().detail);
    std::string text = format(file);
    text.erase(0, 4);
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

static Result<std::string> formattedItems(std::string_view source)
{
    const ParsedFile file = parse(SourceFile("<source>", std::string(source) + "\n"));
    if (!file.ok())
        return failure(toError(file.diagnostics.front(), file.source(), "edit.syntax"));
    std::string text = format(file);
    while (text.starts_with('\n'))
        text.erase(0, 1);
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::vector<Editor::NewItem> &Editor::gainOf(NodeId parent)
{
    for (Gain &gain : m_gains)
        if (gain.parent == parent)
            return gain.items;
    m_gains.push_back({parent, {}});
    return m_gains.back().items;
}

void Editor::replace(ByteRange range, std::string replacement)
{
    for (TextEdit &edit : m_edits)
        if (edit.startByte == range.start && edit.endByte == range.end) {
            edit.replacement = std::move(replacement);
            return;
        }
    m_edits.push_back({range.start, range.end, std::move(replacement)});
}

void Editor::addNew(std::vector<NewItem> &items, const std::vector<PathStep> &steps, std::size_t at,
                    std::string expression)
{
    const PathStep &step = steps[at];
    const bool last = at + 1 == steps.size();
    const NewKind kind = last ? NewKind::Attribute : steps[at + 1].quoted ? NewKind::Object : NewKind::Block;
    auto found = std::find_if(items.begin(), items.end(),
                              [&](const NewItem &item) { return item.kind == kind && item.name == step.name; });
    if (found == items.end())
        found = items.insert(items.end(), {kind, step.name, {}, {}});
    if (last)
        found->source = std::move(expression);
    else
        addNew(found->children, steps, at + 1, std::move(expression));
}

Result<> Editor::setInObject(Expression object, const std::vector<PathStep> &steps, std::size_t at,
                             std::string expression)
{
    const PathStep &step = steps[at];
    const ObjectItem item = itemAt(object, step);
    if (!item) {
        NewItem fresh{NewKind::Attribute, step.name, std::move(expression), {}};
        for (std::size_t i = steps.size() - 1; i > at; --i)
            fresh.name = steps[i].name, fresh = {NewKind::Object, steps[i - 1].name, {}, {fresh}};
        std::vector<NewItem> &items = gainOf(object.id());
        std::erase_if(items, [&](const NewItem &other) { return other.name == fresh.name; });
        items.push_back(std::move(fresh));
        return {};
    }
    if (at + 1 == steps.size()) {
        replace(item.value().range(), std::move(expression));
        return {};
    }
    if (item.value().kind() != ExpressionKind::Object)
        return notASpot(m_file.source(), step, item, "an object");
    return setInObject(item.value(), steps, at + 1, std::move(expression));
}

Result<> Editor::setAttribute(Body body, std::string_view path, std::string_view expression)
{
    const auto steps = parsePath(path);
    if (!steps)
        return failure(steps.error());
    auto formatted = formattedExpression(expression);
    if (!formatted)
        return failure(std::move(formatted.error()));
    for (std::size_t at = 0; at < steps->size(); ++at) {
        const PathStep &step = (*steps)[at];
        const bool last = at + 1 == steps->size();
        if (const Block block = blockAt(body, step); block && !last) {
            body = block.body();
            continue;
        } else if (block) {
            return notASpot(m_file.source(), step, block, "an argument but a block");
        }
        const Attribute attribute = body.attribute(step.name);
        if (!attribute) {
            addNew(gainOf(body.id()), *steps, at, std::move(*formatted));
            return {};
        }
        if (last) {
            replace(attribute.value().range(), std::move(*formatted));
            return {};
        }
        if (attribute.value().kind() != ExpressionKind::Object)
            return notASpot(m_file.source(), step, attribute, "a block or an object");
        return setInObject(attribute.value(), *steps, at + 1, std::move(*formatted));
    }
    return {};
}

Result<> Editor::remove(Body body, std::string_view path)
{
    const auto steps = parsePath(path);
    if (!steps)
        return failure(steps.error());
    Expression object;
    for (std::size_t at = 0; at < steps->size(); ++at) {
        const PathStep &step = (*steps)[at];
        const bool last = at + 1 == steps->size();
        if (object) {
            const ObjectItem item = itemAt(object, step);
            if (item && last)
                removeObjectItem(object, item);
            if (!item || last)
                return {};
            object = item.value();
        } else if (const Block block = blockAt(body, step)) {
            if (last)
                removeLines(block.range());
            body = block.body();
        } else if (const Attribute attribute = body.attribute(step.name)) {
            if (last)
                removeLines(attribute.range());
            object = attribute.value();
        } else {
            return {};
        }
    }
    return {};
}

Result<> Editor::removeBlock(Block block)
{
    removeLines(block.range());
    return {};
}

Result<> Editor::appendToBody(Body body, std::string_view source)
{
    auto text = formattedItems(source);
    if (!text)
        return failure(std::move(text.error()));
    gainOf(body.id()).push_back({NewKind::Source, {}, std::move(*text), {}});
    return {};
}

Result<> Editor::appendAfter(Block block, std::string_view source)
{
    auto text = formattedItems(source);
    if (!text)
        return failure(std::move(text.error()));
    const std::string_view all = m_file.source().text();
    const std::size_t newline = all.find('\n', block.range().end);
    const auto at = static_cast<std::uint32_t>(newline == std::string_view::npos ? all.size() : newline + 1);
    m_edits.push_back({at, at, (newline == std::string_view::npos ? "\n\n" : "\n") + *text + "\n"});
    return {};
}

Result<> Editor::appendToFile(std::string_view source)
{
    return appendToBody(m_file.body(), source);
}

Result<std::vector<TextEdit>> Editor::edits() const
{
    if (m_file.tree->syntax() == Syntax::Json)
        return failure("edit.json", "Files in JSON syntax cannot be changed here.", m_file.source().name(),
                       "Change the file by hand, or the program that makes it.");
    if (!m_file.ok())
        return failure("edit.unparsed", "The file has errors, so it cannot be changed safely.", m_file.source().name(),
                       "Correct the errors first.");
    return layOutEdits(m_file, rawEdits());
}

Result<std::string> Editor::text() const
{
    auto changes = edits();
    if (!changes)
        return failure(std::move(changes.error()));
    return applyEdits(m_file.source().text(), std::move(*changes));
}

} // namespace drydock::hcl
