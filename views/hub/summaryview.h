// SPDX-License-Identifier: MIT
#pragma once

#include "core/knowledge/article.h"
#include "core/project/project.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace drydock::controls {
class Card;
class ContentStack;
class FlowLayout;
class Theme;
} // namespace drydock::controls

namespace drydock::hub {

/// What the summary shows: the project's figures and the articles that fit it.
struct Summary
{
    project::ProjectSummary project;
    std::vector<knowledge::Article> articles;
};

/// "What needs me now?": cards of one project; every number leads to the list behind it.
class SummaryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryView)

public:
    explicit SummaryView(const controls::Theme &theme, QWidget *parent = nullptr);

    void showLoading();
    void setSummary(const Summary &summary);
    void showError(const Error &error);

Q_SIGNALS:
    void pageWanted(const QString &page, const QString &id);
    void linkWanted(const QString &link);
    void reviewWanted();
    void retryWanted();

private:
    controls::Card *addCard(const QString &title, const QString &iconName, const QString &page);
    void addNumber(controls::Card *card, std::uint64_t count, const QString &what, const QString &page,
                   const QString &tone = {});
    void addReviews(const project::ProjectSummary &summary);
    void addRecent(const project::ProjectSummary &summary);
    void addKnowledge(const std::vector<knowledge::Article> &articles);

    const controls::Theme &m_theme;
    controls::ContentStack *m_stack;
    QWidget *m_grid;
    controls::FlowLayout *m_flow;
};

} // namespace drydock::hub
