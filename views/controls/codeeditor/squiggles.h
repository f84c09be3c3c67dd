// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/assistance.h"
#include "views/controls/codeeditor/textplaces.h"
#include "views/controls/theme.h"

#include <deque>

namespace drydock::controls {

[[nodiscard]] Level severityLevel(DiagnosticSeverity severity);

/// The diagnostics of a text, kept at their place while it is typed in. Answers that were found in an older text are
/// moved by what was typed since.
class Squiggles final
{
public:
    /// To be told of every change; `revision` is that of the text after it.
    void textChanged(int revision, const TextShift &shift);
    /// Another text: nothing of the one before counts.
    void reset(int revision);

    /// False when `revision` is too old to be moved; then nothing changes.
    bool set(int revision, QList<Diagnostic> diagnostics);
    [[nodiscard]] const QList<Diagnostic> &all() const { return m_diagnostics; } ///< sorted by start

    /// Those that touch [start, end].
    [[nodiscard]] QList<Diagnostic> touching(int start, int end) const;
    /// The first that starts behind `position`, and the last before it; around the ends. None: an empty list.
    [[nodiscard]] const Diagnostic *after(int position) const;
    [[nodiscard]] const Diagnostic *before(int position) const;

private:
    struct Change
    {
        int revision = 0;
        TextShift shift;
    };

    QList<Diagnostic> m_diagnostics;
    int m_longest = 0; ///< no range is longer; bounds the search for those that touch a place
    std::deque<Change> m_changes;
    int m_oldest = 0; ///< the oldest revision that the changes lead from
};

} // namespace drydock::controls
