// SPDX-License-Identifier: MIT
#pragma once

#include "core/knowledge/article.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace drydock::controls {
class ContentStack;
class MarkdownView;
} // namespace drydock::controls

namespace drydock::wiring {
class Services;
}

namespace drydock::knowledgeview {

enum class ArticlePlace { Page, Dock };

/// One article; the page and the dock beside the other pages both use it. Links between articles stay inside, links
/// into the workbench go to the navigator, web links to the browser.
class ArticleView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleView)

public:
    ArticleView(shell::PageContext &context, const wiring::Services &services, ArticlePlace place,
                QWidget *parent = nullptr);
    ~ArticleView() override;

    void showArticle(const QString &article, const QStringList &markedWords = {});
    [[nodiscard]] QString article() const { return m_article; }
    [[nodiscard]] QString title() const { return m_title; }

Q_SIGNALS:
    void articleChanged();

private:
    void load(const knowledge::Article &article, const QStringList &markedWords);
    void follow(const QString &target);

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    controls::MarkdownView *m_text;
    controls::ContentStack *m_stack;
    QPushButton *m_openPage = nullptr;
    QString m_article;
    QString m_title;
    shell::TaskSlot m_task;
};

} // namespace drydock::knowledgeview
