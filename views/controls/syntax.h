// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QTextLayout>

#include <memory>

class QTextDocument;

namespace KSyntaxHighlighting {
class Definition;
class Theme;
} // namespace KSyntaxHighlighting

namespace drydock::controls {

class Theme;

/// Highlights source text by the definitions of KSyntaxHighlighting; the only class that knows that library.
/// One instance serves the whole window. It outlives every document that it highlights.
class Syntax final
{
public:
    explicit Syntax(const Theme &theme);
    ~Syntax();
    Syntax(const Syntax &) = delete;
    Syntax &operator=(const Syntax &) = delete;

    /// Keeps `document` highlighted as the language of `fileName` (its extension; `name.tf` and so on) and follows
    /// theme changes. An unknown language removes the highlighting.
    void attach(QTextDocument &document, const QString &fileName) const;

    /// The formats of one piece of text, for fenced code and labels. `language` is a name or file extension: "hcl",
    /// "terraform", "yaml", "sh". Offsets count from the start of `text`, whose lines end with '\n'.
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const QString &text, const QString &language) const;

    /// For a highlighter of one's own: the language of a file, not valid for an unknown one, and the colours of the
    /// theme as it is shown now.
    [[nodiscard]] KSyntaxHighlighting::Definition definition(const QString &fileName) const;
    [[nodiscard]] KSyntaxHighlighting::Theme colours() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controls
