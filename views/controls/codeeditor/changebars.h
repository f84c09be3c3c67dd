// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <vector>

class QTextDocument;

namespace drydock::controls {

enum class LineChange { Added, Changed, RemovedBelow, RemovedAbove };

/// Lines first..last (from 0) that differ from the saved text.
struct ChangeBar
{
    int first = 0;
    int last = 0;
    LineChange change = LineChange::Changed;
    bool operator==(const ChangeBar &) const = default;
};

/// Which lines differ from the text as it was saved. Lines are compared by their hash (32 bits): for bars beside them a
/// collision in four thousand million does not matter.
class ChangeBars final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeBars)

public:
    explicit ChangeBars(QTextDocument &document);

    /// What is in the document counts as saved.
    void markSaved();
    /// Another text counts as saved.
    void setSaved(const QString &text);
    [[nodiscard]] const QList<ChangeBar> &bars() const { return m_bars; }
    /// Compares now instead of after a pause.
    void update();

Q_SIGNALS:
    void changed();

private:
    void documentChanged(int position, int removed, int added);
    void readAll();

    QTextDocument &m_document;
    std::vector<std::uint32_t> m_saved;
    std::vector<std::uint32_t> m_lines;
    QList<ChangeBar> m_bars;
    QTimer m_pause;
};

} // namespace drydock::controls
