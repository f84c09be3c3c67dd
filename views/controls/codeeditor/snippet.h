// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"

namespace drydock::controls {

/// A snippet as it is inserted: without the signs of its stops.
struct Snippet
{
    QString text;
    QList<TextRange> stops; ///< in the order in which Tab visits them; the last is where the cursor ends
};

/// `${1:name}`, `$2` and `$0`; `\$`, `\}` and `\\` stand for themselves. Without `$0` the end of the text is the last
/// stop. `indentation` goes before every line but the first.
[[nodiscard]] Snippet parseSnippet(QStringView source, const QString &indentation);

/// Walks through the stops of an inserted snippet with Tab and Shift+Tab. It ends with Esc, at the last stop, or when
/// the cursor leaves the snippet; then Tab is Tab again.
class SnippetSession final : public QObject, public KeyFilter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnippetSession)

public:
    explicit SnippetSession(CodeArea &area);

    /// Replaces the range by the snippet as one undo step and goes to the first stop.
    void insert(const TextRange &range, const QString &source);
    [[nodiscard]] bool isActive() const { return !m_stops.isEmpty(); }
    void end();

    bool keyPressed(const QKeyEvent &event) override;

private:
    void textEdited(const TextShift &shift);
    void cursorMoved();
    void goTo(qsizetype stop);
    void mark();

    CodeArea &m_area;
    QList<TextRange> m_stops;
    qsizetype m_current = 0;
    bool m_isMoving = false;
};

} // namespace drydock::controls
