// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/changebars.h"

#include "core/diff/myers.h"

#include <QHash>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <span>

namespace drydock::controls {

namespace {

std::uint32_t hashOf(QStringView line)
{
    const std::size_t hash = qHash(line, 0);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

using Numbers = QHash<std::uint32_t, std::uint32_t>;

/// Small numbers in place of hashes: the comparison keeps a table as long as the greatest.
std::vector<std::uint32_t> numbered(std::span<const std::uint32_t> hashes, Numbers &known)
{
    std::vector<std::uint32_t> result;
    result.reserve(hashes.size());
    for (const std::uint32_t hash : hashes) {
        auto found = known.constFind(hash);
        if (found == known.constEnd())
            found = known.insert(hash, static_cast<std::uint32_t>(known.size()));
        result.push_back(*found);
    }
    return result;
}

} // namespace

ChangeBars::ChangeBars(QTextDocument &document)
    : QObject(&document)
    , m_document(document)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(40);
    connect(&m_pause, &QTimer::timeout, this, &ChangeBars::update);
    connect(&document, &QTextDocument::contentsChange, this, &ChangeBars::documentChanged);
    readAll();
    markSaved();
}

void ChangeBars::markSaved()
{
    m_saved = m_lines;
    update();
}

void ChangeBars::setSaved(const QString &text)
{
    m_saved.clear();
    for (const QStringView line : QStringView(text).split(u'\n'))
        m_saved.push_back(hashOf(line));
    update();
}

void ChangeBars::readAll()
{
    m_lines.clear();
    m_lines.reserve(static_cast<std::size_t>(m_document.blockCount()));
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next())
        m_lines.push_back(hashOf(block.text()));
}

void ChangeBars::documentChanged(int position, int removed, int added)
{
    static_cast<void>(removed);
    const QTextBlock first = m_document.findBlock(position);
    QTextBlock last = m_document.findBlock(position + added);
    if (!last.isValid())
        last = m_document.lastBlock();
    const auto from = static_cast<std::size_t>(std::max(0, first.blockNumber()));
    const auto count = static_cast<std::size_t>(m_document.blockCount());
    const auto behind = count - static_cast<std::size_t>(last.blockNumber()) - 1;
    if (!first.isValid() || from + behind > m_lines.size()) {
        readAll();
    } else {
        std::vector<std::uint32_t> fresh;
        for (QTextBlock block = first; block.isValid() && block.blockNumber() <= last.blockNumber();
             block = block.next())
            fresh.push_back(hashOf(block.text()));
        const auto start = m_lines.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = m_lines.end() - static_cast<std::ptrdiff_t>(behind);
        const auto at = m_lines.erase(start, end);
        m_lines.insert(at, fresh.begin(), fresh.end());
    }
    m_pause.start();
}

void ChangeBars::update()
{
    m_pause.stop();
    const auto common = std::mismatch(m_saved.begin(), m_saved.end(), m_lines.begin(), m_lines.end());
    const auto start = static_cast<std::size_t>(common.first - m_saved.begin());
    std::size_t tail = 0;
    while (tail < std::min(m_saved.size(), m_lines.size()) - start &&
           m_saved[m_saved.size() - 1 - tail] == m_lines[m_lines.size() - 1 - tail])
        ++tail;
    Numbers numbers;
    const std::vector<std::uint32_t> before =
        numbered({m_saved.data() + start, m_saved.size() - start - tail}, numbers);
    const std::vector<std::uint32_t> after = numbered({m_lines.data() + start, m_lines.size() - start - tail}, numbers);
    QList<ChangeBar> bars;
    for (const diff::Edit &edit : diff::editsOf(diff::compareSymbols(before, after))) {
        const int first = static_cast<int>(start + edit.afterStart);
        const int last = static_cast<int>(start + edit.afterEnd()) - 1;
        if (edit.afterCount == 0)
            bars << (first > 0 ? ChangeBar{first - 1, first - 1, LineChange::RemovedBelow}
                               : ChangeBar{0, 0, LineChange::RemovedAbove});
        else
            bars << ChangeBar{first, last, edit.beforeCount == 0 ? LineChange::Added : LineChange::Changed};
    }
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    Q_EMIT changed();
}

} // namespace drydock::controls
