// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/textsearch.h"

using namespace Qt::StringLiterals;

namespace drydock::controls {

TextSearch::TextSearch(const SearchQuery &query)
    : m_query(query)
{
    QString pattern = query.syntax == SearchSyntax::Pattern ? query.text : QRegularExpression::escape(query.text);
    if (query.words == WordMatch::Whole)
        pattern = u"(?<![\\w])(?:"_s + pattern + u")(?![\\w])"_s;
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (query.cases == Qt::CaseInsensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    m_pattern = QRegularExpression(pattern, options);
}

QString TextSearch::problem() const
{
    return m_pattern.isValid() ? QString() : m_pattern.errorString();
}

QList<TextRange> TextSearch::hits(const QString &text) const
{
    QList<TextRange> found;
    if (isEmpty() || !m_pattern.isValid())
        return found;
    for (auto matches = m_pattern.globalMatch(text); matches.hasNext() && found.size() < maximumHits;) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            found << TextRange{static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedEnd())};
    }
    return found;
}

QString TextSearch::replacement(const QString &text, const TextRange &hit, const QString &replacement) const
{
    if (m_query.syntax == SearchSyntax::Plain)
        return replacement;
    const QRegularExpressionMatch match = m_pattern.match(text, hit.start);
    QString result;
    for (qsizetype index = 0; index < replacement.size(); ++index) {
        const QChar letter = replacement[index];
        if (letter != u'\\' || index + 1 == replacement.size()) {
            result += letter;
            continue;
        }
        const QChar next = replacement[++index];
        if (next.isDigit())
            result += match.captured(next.digitValue());
        else if (next == u'n')
            result += u'\n';
        else if (next == u't')
            result += u'\t';
        else
            result += next;
    }
    return result;
}

} // namespace drydock::controls
