// SPDX-License-Identifier: MIT
#include "views/configurations/snapshotassistance.h"

#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/hover.h"
#include "core/language/signature.h"
#include "views/models/text.h"

using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

/// A text in bytes, and where the question is.
struct Question
{
    language::Snapshot snapshot;
    std::filesystem::path file;
    std::string text;
    std::uint32_t offset = 0;
};

int utf16(std::string_view text, std::uint32_t bytes)
{
    const auto size = static_cast<qsizetype>(std::min<std::size_t>(bytes, text.size()));
    return static_cast<int>(QString::fromUtf8(text.data(), size).size());
}

controls::TextRange rangeIn(std::string_view text, hcl::ByteRange range)
{
    return {utf16(text, range.start), utf16(text, range.end)};
}

controls::CompletionKind kindOf(language::CompletionKind kind)
{
    using From = language::CompletionKind;
    using To = controls::CompletionKind;
    switch (kind) {
    case From::BlockType:
    case From::Block:
        return To::Block;
    case From::ResourceType:
        return To::Type;
    case From::Argument:
    case From::Attribute:
    case From::Output:
        return To::Property;
    case From::Variable:
    case From::Local:
        return To::Variable;
    case From::Resource:
    case From::DataSource:
        return To::Reference;
    case From::Module:
        return To::Module;
    case From::Function:
        return To::Function;
    case From::Keyword:
        return To::Keyword;
    case From::Value:
        return To::Value;
    case From::Path:
        return To::File;
    case From::Snippet:
        return To::Snippet;
    }
    return To::Text;
}

controls::CompletionItem itemOf(const language::CompletionItem &from, int rank)
{
    controls::CompletionItem item;
    item.label = toText(from.label);
    item.detail = toText(from.detail);
    item.documentation = toText(from.documentation);
    item.insertText = toText(from.insert);
    item.filterText = toText(from.filter);
    item.kind = kindOf(from.kind);
    item.format = from.isSnippet ? controls::InsertFormat::Snippet : controls::InsertFormat::Plain;
    item.after = from.insert.ends_with('.') ? controls::AfterInsert::AskAgain : controls::AfterInsert::Nothing;
    item.tag = from.isDeprecated ? controls::DiagnosticTag::Deprecated : controls::DiagnosticTag::None;
    item.rank = rank;
    return item;
}

controls::CompletionList completions(const Question &question)
{
    const language::Completions found = language::complete(question.snapshot, question.file, question.offset);
    controls::CompletionList list;
    list.replaced = rangeIn(question.text, found.replace);
    for (const language::CompletionItem &item : found.items)
        list.items << itemOf(item, static_cast<int>(list.items.size()));
    list.coverage = found.isIncomplete ? controls::ListCoverage::Partial : controls::ListCoverage::Complete;
    return list;
}

controls::SignatureHelp signatureOf(const Question &question)
{
    controls::SignatureHelp help;
    const auto found = language::signatureHelp(question.snapshot, question.file, question.offset);
    if (!found)
        return help;
    help.label = toText(found->label);
    for (const hcl::ByteRange &parameter : found->parameters)
        help.parameters << rangeIn(found->label, parameter);
    help.active = found->active < found->parameters.size() ? static_cast<int>(found->active) : -1;
    help.documentation = toText(found->documentation);
    return help;
}

} // namespace

SnapshotAssistance::SnapshotAssistance(shell::TaskRunner &tasks, Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_completion(tasks, this)
    , m_hover(tasks, this)
    , m_signature(tasks, this)
    , m_link(tasks, this)
{
}

SnapshotAssistance::~SnapshotAssistance() = default;

QString SnapshotAssistance::completionTriggers() const
{
    QString triggers;
    for (char letter = '!'; letter < '~'; ++letter) {
        if (language::opensCompletion(letter))
            triggers += QLatin1Char(letter);
    }
    return triggers;
}

template <typename Value, typename Compute>
void SnapshotAssistance::ask(shell::TaskSlot &slot, const controls::AssistanceRequest &request, Compute compute,
                             const Answer<Value> &answer)
{
    const Place place = m_source();
    if (place.snapshot.root().empty())
        return answer({});
    slot.run(
        tr("Answer the editor"),
        [place, text = request.text.text, position = request.position, compute](const Task &task) -> Result<Value> {
            Question question{place.snapshot, place.file, toUtf8(text),
                              static_cast<std::uint32_t>(QStringView(text).left(position).toUtf8().size())};
            question.snapshot = place.snapshot.withText(place.file, question.text);
            return compute(question, task);
        },
        [answer](const Result<Value> &value) { answer(value ? *value : Value()); });
}

void SnapshotAssistance::complete(const controls::AssistanceRequest &request,
                                  const Answer<controls::CompletionList> &answer)
{
    ask<controls::CompletionList>(
        m_completion, request, [](const Question &question, const Task &) { return completions(question); }, answer);
}

void SnapshotAssistance::hover(const controls::AssistanceRequest &request, const Answer<controls::HoverText> &answer)
{
    const auto compute = [](const Question &question, const Task &task) {
        const auto found = language::hover(question.snapshot, question.file, question.offset, task);
        return found ? controls::HoverText{rangeIn(question.text, found->range), toText(found->markdown())}
                     : controls::HoverText();
    };
    ask<controls::HoverText>(m_hover, request, compute, answer);
}

void SnapshotAssistance::signature(const controls::AssistanceRequest &request,
                                   const Answer<controls::SignatureHelp> &answer)
{
    ask<controls::SignatureHelp>(
        m_signature, request, [](const Question &question, const Task &) { return signatureOf(question); }, answer);
}

void SnapshotAssistance::link(const controls::AssistanceRequest &request, const Answer<controls::TextRange> &answer)
{
    const auto compute = [](const Question &question, const Task &) {
        const auto found = language::definition(question.snapshot, question.file, question.offset);
        return found.empty() ? controls::TextRange() : rangeIn(question.text, found.front().origin);
    };
    ask<controls::TextRange>(m_link, request, compute, answer);
}

} // namespace drydock::configurations
