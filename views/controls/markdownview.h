// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>

namespace drydock::controls {

class Syntax;
class Theme;

/// An article: Markdown with headings, tables, links and highlighted fenced code, in the colours of the theme. Loads
/// nothing from the network; links are announced, never followed.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkdownView)

public:
    MarkdownView(const Theme &theme, const Syntax &syntax, QWidget *parent = nullptr);

    void setArticle(const QString &markdown);
    /// Marks every hit of these words and scrolls to the first.
    void setMarkedWords(const QStringList &words);

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void resizeEvent(QResizeEvent *event) override;
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void render();
    void limitLines();
    void styleBlocks();
    void highlightCode();
    void mark();

    const Theme &m_theme;
    const Syntax &m_syntax;
    QString m_markdown;
    QStringList m_words;
};

} // namespace drydock::controls
