// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/squiggles.h"

#include <algorithm>

namespace drydock::controls {

namespace {

/// An answer that is older than so many changes is of no use.
constexpr std::size_t rememberedChanges = 2000;

bool startsBefore(const Diagnostic &first, const Diagnostic &second)
{
    return first.range.start < second.range.start;
}

} // namespace

Level severityLevel(DiagnosticSeverity severity)
{
    switch (severity) {
    case DiagnosticSeverity::Error:
        return Level::Critical;
    case DiagnosticSeverity::Warning:
        return Level::Medium;
    case DiagnosticSeverity::Information:
        return Level::Low;
    case DiagnosticSeverity::Hint:
        break;
    }
    return Level::Neutral;
}

void Squiggles::textChanged(int revision, const TextShift &shift)
{
    m_changes.push_back({revision, shift});
    if (m_changes.size() > rememberedChanges) {
        m_oldest = m_changes.front().revision;
        m_changes.pop_front();
    }
    shiftRanges(m_diagnostics, shift);
    m_longest += std::max(0, shift.added);
}

void Squiggles::reset(int revision)
{
    m_changes.clear();
    m_diagnostics.clear();
    m_oldest = revision;
}

bool Squiggles::set(int revision, QList<Diagnostic> diagnostics)
{
    if (revision < m_oldest)
        return false;
    for (const Change &change : m_changes) {
        if (change.revision > revision)
            shiftRanges(diagnostics, change.shift);
    }
    std::stable_sort(diagnostics.begin(), diagnostics.end(), startsBefore);
    m_longest = 0;
    for (const Diagnostic &diagnostic : std::as_const(diagnostics))
        m_longest = std::max(m_longest, diagnostic.range.length());
    m_diagnostics = std::move(diagnostics);
    return true;
}

QList<Diagnostic> Squiggles::touching(int start, int end) const
{
    QList<Diagnostic> found;
    Diagnostic earliest;
    earliest.range.start = start - m_longest;
    for (auto at = std::lower_bound(m_diagnostics.begin(), m_diagnostics.end(), earliest, startsBefore);
         at != m_diagnostics.end() && at->range.start <= end; ++at) {
        if (at->range.end >= start)
            found << *at;
    }
    return found;
}

const Diagnostic *Squiggles::after(int position) const
{
    if (m_diagnostics.isEmpty())
        return nullptr;
    const auto found = std::find_if(m_diagnostics.begin(), m_diagnostics.end(),
                                    [position](const Diagnostic &one) { return one.range.start > position; });
    return found == m_diagnostics.end() ? &m_diagnostics.first() : &*found;
}

const Diagnostic *Squiggles::before(int position) const
{
    if (m_diagnostics.isEmpty())
        return nullptr;
    const auto found = std::find_if(m_diagnostics.rbegin(), m_diagnostics.rend(),
                                    [position](const Diagnostic &one) { return one.range.start < position; });
    return found == m_diagnostics.rend() ? &m_diagnostics.last() : &*found;
}

} // namespace drydock::controls
