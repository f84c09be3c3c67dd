// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

class QListView;
class QSplitter;

namespace drydock::controls {
class ChipRow;
class ContentStack;
class SearchField;
} // namespace drydock::controls

namespace drydock::models {
class ArticleModel;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::knowledgeview {

class ArticleView;

/// Search over the articles at the left, the article at the right.
class KnowledgePage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KnowledgePage)

public:
    KnowledgePage(shell::PageContext &context, const wiring::Services &services, QObject *parent = nullptr);
    ~KnowledgePage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("knowledge"); }
    [[nodiscard]] QString title() const override { return tr("Knowledge"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("help-contents"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return {m_search, m_copyCommand, m_reload}; }
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void search();
    void list();
    void chooseFirst();
    [[nodiscard]] QStringList words() const;

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    QAction *m_search;
    QAction *m_copyCommand;
    QAction *m_reload;
    QSplitter *m_splitter = nullptr;
    controls::SearchField *m_field = nullptr;
    controls::ChipRow *m_chips = nullptr;
    controls::ContentStack *m_results = nullptr;
    QListView *m_listView = nullptr;
    models::ArticleModel *m_model = nullptr;
    ArticleView *m_article = nullptr;
    shell::TaskSlot m_task;
};

} // namespace drydock::knowledgeview
