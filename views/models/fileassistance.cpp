// SPDX-License-Identifier: MIT
#include "views/models/fileassistance.h"

#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/hover.h"
#include "core/language/links.h"
#include "core/language/problems.h"
#include "core/language/quickfix.h"
#include "core/language/references.h"
#include "core/language/signature.h"

namespace drydock::models {

namespace {

QList<CodeOffer> offersAt(const Asked &asked)
{
    QList<CodeOffer> offers;
    const auto add = [&](const language::QuickFix &fix) {
        offers << CodeOffer{QString::fromStdString(fix.title), fileChanges(fix.edits, asked.texts)};
    };
    if (const auto problems = language::moduleProblems(asked.snapshot, asked.file, asked.task)) {
        for (const language::Problem &problem : *problems) {
            const hcl::ByteRange range = problem.location.range;
            if (problem.location.file != asked.file || asked.offset < range.start || asked.offset > range.end)
                continue;
            for (const language::QuickFix &fix : language::quickFixes(asked.snapshot, problem))
                add(fix);
        }
    }
    for (const language::QuickFix &fix :
         language::refactorings(asked.snapshot, asked.file, {asked.offset, asked.offset}))
        add(fix);
    return offers;
}

controls::TextRange linkAt(const Asked &asked)
{
    const auto found = language::definition(asked.snapshot, asked.file, asked.offset);
    if (!found.empty())
        return asked.texts.range(asked.file, found.front().origin);
    for (const language::DocumentLink &link : language::documentLinks(asked.snapshot, asked.file)) {
        if (link.range.contains(asked.offset))
            return asked.texts.range(asked.file, link.range);
    }
    return {};
}

controls::HoverText hoverAt(const Asked &asked)
{
    const auto hover = language::hover(asked.snapshot, asked.file, asked.offset, asked.task);
    if (!hover)
        return {};
    return {asked.texts.range(asked.file, hover->range), QString::fromStdString(hover->markdown())};
}

/// Of the name at the position, in its own file alone: what an editor marks.
QList<controls::TextRange> occurrencesAt(const Asked &asked)
{
    QList<controls::TextRange> ranges;
    const auto symbol = language::symbolAt(asked.snapshot, asked.file, asked.offset);
    if (!symbol)
        return ranges;
    for (const language::Occurrence &one : language::references(asked.snapshot, *symbol)) {
        if (one.location.file == asked.file)
            ranges << asked.texts.range(asked.file, one.location.range);
    }
    return ranges;
}

} // namespace

QString LanguageSession::FileAssistance::completionTriggers() const
{
    QString triggers;
    for (char letter = ' '; letter < '\x7f'; ++letter) {
        const QChar shown = QLatin1Char(letter);
        if (!shown.isLetterOrNumber() && shown != u'_' && language::opensCompletion(letter))
            triggers += shown;
    }
    return triggers;
}

void LanguageSession::FileAssistance::complete(const controls::AssistanceRequest &request,
                                               const Answer<controls::CompletionList> &answer)
{
    m_session.ask<controls::CompletionList>(
        question("complete", request), &m_session,
        [](const Asked &asked) {
            return asked.texts.completions(language::complete(asked.snapshot, asked.file, asked.offset), asked.file);
        },
        answer);
}

void LanguageSession::FileAssistance::hover(const controls::AssistanceRequest &request,
                                            const Answer<controls::HoverText> &answer)
{
    Question asked = question("hover", request);
    asked.cost = Question::Cost::Evaluation;
    m_session.ask<controls::HoverText>(asked, &m_session, hoverAt, answer);
}

void LanguageSession::FileAssistance::signature(const controls::AssistanceRequest &request,
                                                const Answer<controls::SignatureHelp> &answer)
{
    m_session.ask<controls::SignatureHelp>(
        question("signature", request), &m_session,
        [](const Asked &asked) {
            const auto help = language::signatureHelp(asked.snapshot, asked.file, asked.offset);
            return help ? asked.texts.signature(*help) : controls::SignatureHelp();
        },
        answer);
}

void LanguageSession::FileAssistance::link(const controls::AssistanceRequest &request,
                                           const Answer<controls::TextRange> &answer)
{
    m_session.ask<controls::TextRange>(question("link", request), &m_session, linkAt, answer);
}

void LanguageSession::FileAssistance::occurrences(const controls::AssistanceRequest &request,
                                                  const Answer<QList<controls::TextRange>> &answer)
{
    m_session.ask<QList<controls::TextRange>>(question("occurrences", request), &m_session, occurrencesAt, answer);
}

void LanguageSession::FileAssistance::actions(const controls::AssistanceRequest &request,
                                              const Answer<QList<controls::CodeAction>> &answer)
{
    LanguageSession *session = &m_session;
    m_session.ask<QList<CodeOffer>>(question("actions", request), &m_session, offersAt,
                                    [session, answer, file = m_file](const QList<CodeOffer> &offers) {
                                        answer(session->keepActions(offers, file));
                                    });
}

} // namespace drydock::models
