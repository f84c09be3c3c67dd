// SPDX-License-Identifier: MIT
#include "views/knowledge/articleview.h"

#include "app/wiring/services.h"
#include "views/controls/contentstack.h"
#include "views/controls/markdownview.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QDesktopServices>
#include <QDir>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::knowledgeview {

ArticleView::ArticleView(shell::PageContext &context, const wiring::Services &services, ArticlePlace place,
                         QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_services(services)
    , m_text(new controls::MarkdownView(context.theme, context.syntax))
    , m_stack(new controls::ContentStack(context.theme, m_text, this))
    , m_task(context.tasks, this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (place == ArticlePlace::Dock) {
        m_openPage = new QPushButton(tr("Open in Knowledge"), this);
        m_openPage->setProperty("kind", u"link"_s);
        m_openPage->setEnabled(false);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(context.theme.px(16), context.theme.px(4), context.theme.px(16), context.theme.px(4));
        row->addWidget(m_openPage);
        row->addStretch();
        layout->addLayout(row);
        connect(m_openPage, &QPushButton::clicked, this, [this] {
            m_context.navigator.open(shell::Link{u"knowledge"_s, m_article, m_context.project.slug(), {}});
        });
    }
    layout->addWidget(m_stack, 1);
    m_stack->showEmpty(u"help-contents"_s, place == ArticlePlace::Dock
                                               ? tr("Select a finding or a generator to read about it here.")
                                               : tr("Choose an article, or search for a word."));
    connect(m_text, &controls::MarkdownView::linkActivated, this, &ArticleView::follow);
    connect(m_stack, &controls::ContentStack::retryWanted, this, [this] { showArticle(m_article); });
}

ArticleView::~ArticleView() = default;

void ArticleView::showArticle(const QString &article, const QStringList &markedWords)
{
    if (article.isEmpty())
        return;
    m_article = article;
    m_stack->showLoading();
    m_task.run(
        tr("Load article"),
        [&services = m_services, id = models::toUtf8(article)](const Task &task) -> Result<knowledge::Article> {
            const Result<knowledge::KnowledgeIndex> index = services.knowledge(task);
            if (!index)
                return failure(index.error());
            return index->article(id);
        },
        [this, markedWords](const Result<knowledge::Article> &loaded) {
            if (loaded)
                return load(*loaded, markedWords);
            m_stack->showError(tr("The article was not loaded. %1").arg(toText(loaded.error().message)),
                               toText(loaded.error().text()));
        });
}

void ArticleView::load(const knowledge::Article &article, const QStringList &markedWords)
{
    m_title = toText(article.title);
    QString markdown = toText(article.markdown);
    if (!markdown.trimmed().startsWith(u"# "_s))
        markdown.prepend(u"# "_s + m_title + u"\n\n"_s);
    if (!article.references.empty() && !markdown.contains(u"\n## References"_s)) {
        markdown += "\n\n## "_L1 + tr("References") + "\n\n"_L1;
        for (const knowledge::Reference &reference : article.references)
            markdown += reference.url.empty() ? u"- %1\n"_s.arg(toText(reference.title))
                                              : u"- [%1](%2)\n"_s.arg(toText(reference.title), toText(reference.url));
    }
    m_text->setArticle(markdown);
    m_text->setMarkedWords(markedWords);
    m_stack->showContent();
    if (m_openPage)
        m_openPage->setEnabled(true);
    Q_EMIT articleChanged();
}

void ArticleView::follow(const QString &target)
{
    if (m_context.navigator.open(target))
        return;
    const QUrl url(target);
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) {
        QDesktopServices::openUrl(url);
        return;
    }
    // "../generators/x.md" relative to the article's own folder.
    const QString path = url.path();
    if (!path.endsWith(".md"_L1))
        return;
    const QString folder = m_article.contains(u'/') ? m_article.section(u'/', 0, -2) + u'/' : QString();
    QString id = QDir::cleanPath(u"/"_s + folder + path);
    id.chop(3);
    showArticle(id.mid(1));
}

} // namespace drydock::knowledgeview
