// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/languagequestion.h"

namespace drydock::models {

/// One editor's questions.
class LanguageSession::FileAssistance final : public controls::Assistance
{
public:
    FileAssistance(LanguageSession &session, QString file)
        : m_session(session)
        , m_file(std::move(file))
    {
    }

    [[nodiscard]] const QString &file() const { return m_file; }

    [[nodiscard]] QString completionTriggers() const override;
    [[nodiscard]] QString signatureTriggers() const override { return QStringLiteral("(,"); }
    void textSettled(const controls::EditorText &text) override { m_session.setText(m_file, text); }
    void complete(const controls::AssistanceRequest &request, const Answer<controls::CompletionList> &answer) override;
    void hover(const controls::AssistanceRequest &request, const Answer<controls::HoverText> &answer) override;
    void signature(const controls::AssistanceRequest &request, const Answer<controls::SignatureHelp> &answer) override;
    void link(const controls::AssistanceRequest &request, const Answer<controls::TextRange> &answer) override;
    void occurrences(const controls::AssistanceRequest &request,
                     const Answer<QList<controls::TextRange>> &answer) override;
    void actions(const controls::AssistanceRequest &request,
                 const Answer<QList<controls::CodeAction>> &answer) override;

private:
    [[nodiscard]] Question question(const char *kind, const controls::AssistanceRequest &request) const
    {
        return {kind, m_file, request.text, request.position, Question::Cost::Quick};
    }

    LanguageSession &m_session;
    QString m_file;
};

} // namespace drydock::models
