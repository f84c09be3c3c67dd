// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"

#include <QRegularExpression>

namespace drydock::controls {

enum class WordMatch { Anywhere, Whole };
enum class SearchSyntax { Plain, Pattern };

struct SearchQuery
{
    QString text;
    Qt::CaseSensitivity cases = Qt::CaseInsensitive;
    WordMatch words = WordMatch::Anywhere;
    SearchSyntax syntax = SearchSyntax::Plain;
    bool operator==(const SearchQuery &) const = default;
};

/// Finds a query in a text. Patterns are Perl's; `^` and `$` are ends of lines.
class TextSearch final
{
public:
    static constexpr int maximumHits = 20'000;

    explicit TextSearch(const SearchQuery &query);

    /// What is wrong with a pattern; empty: nothing.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isEmpty() const { return m_query.text.isEmpty(); }
    /// In order, without empty ones; not more than maximumHits.
    [[nodiscard]] QList<TextRange> hits(const QString &text) const;
    /// What a hit becomes. In a pattern's replacement `\1` is a group, `\n` and `\t` are line break and tab.
    [[nodiscard]] QString replacement(const QString &text, const TextRange &hit, const QString &replacement) const;

private:
    SearchQuery m_query;
    QRegularExpression m_pattern;
};

} // namespace drydock::controls
