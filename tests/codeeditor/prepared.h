// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"

#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

namespace drydock::test {

/// Answers as a test prepared; at once or when it says so.
class PreparedAssistance final : public controls::Assistance
{
public:
    void offer(const QStringList &labels)
    {
        m_items.clear();
        for (const QString &label : labels)
            m_items << item(label);
    }
    void offerSnippet(const QString &label, const QString &snippet)
    {
        controls::CompletionItem offered = item(label);
        offered.insertText = snippet;
        offered.format = controls::InsertFormat::Snippet;
        m_items = {offered};
    }
    void offerItems(const QList<controls::CompletionItem> &items) { m_items = items; }
    void setDelayed(bool delayed) { m_isDelayed = delayed; }
    void answerAll()
    {
        for (const std::function<void()> &answer : std::exchange(m_waiting, {}))
            answer();
    }

    [[nodiscard]] QString completionTriggers() const override { return QStringLiteral("."); }
    [[nodiscard]] QString signatureTriggers() const override { return QStringLiteral("(,"); }
    void textSettled(const controls::EditorText &text) override { settled = text.text; }

    void complete(const controls::AssistanceRequest &request, const Answer<controls::CompletionList> &answer) override
    {
        ++asked;
        int start = request.position;
        while (start > 0 && (request.text.text[start - 1].isLetterOrNumber() || request.text.text[start - 1] == u'_'))
            --start;
        const controls::CompletionList list{{start, request.position}, m_items, controls::ListCoverage::Complete};
        if (m_isDelayed)
            m_waiting.emplace_back([answer, list] { answer(list); });
        else
            answer(list);
    }
    void hover(const controls::AssistanceRequest &request, const Answer<controls::HoverText> &answer) override
    {
        answer({{request.position, request.position}, hoverMarkdown});
    }
    void signature(const controls::AssistanceRequest &request, const Answer<controls::SignatureHelp> &answer) override
    {
        controls::SignatureHelp help{signatureLabel, {{5, 14}, {16, 24}}, 0, QStringLiteral("Joins strings.")};
        help.active = static_cast<int>(QStringView(request.text.text).left(request.position).count(u", "));
        answer(help);
    }
    void link(const controls::AssistanceRequest &request, const Answer<controls::TextRange> &answer) override
    {
        answer({request.position, request.position + 1});
    }

    void occurrences(const controls::AssistanceRequest &request,
                     const Answer<QList<controls::TextRange>> &answer) override
    {
        // Every place of the letters around the position.
        const QString &text = request.text.text;
        qsizetype start = request.position;
        qsizetype end = request.position;
        while (start > 0 && text[start - 1].isLetter())
            --start;
        while (end < text.size() && text[end].isLetter())
            ++end;
        const QString word = text.mid(start, end - start);
        QList<controls::TextRange> ranges;
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.size()))
            ranges << controls::TextRange{static_cast<int>(at), static_cast<int>(at + word.size())};
        answer(ranges);
    }

    int asked = 0;
    QString settled;
    QString hoverMarkdown;
    QString signatureLabel;

private:
    static controls::CompletionItem item(const QString &label)
    {
        controls::CompletionItem made;
        made.label = label;
        return made;
    }

    QList<controls::CompletionItem> m_items;
    bool m_isDelayed = false;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace drydock::test
