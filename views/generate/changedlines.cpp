// SPDX-License-Identifier: MIT
#include "views/generate/changedlines.h"

#include "core/diff/linediff.h"

namespace drydock::generate {

QList<int> changedLines(const std::string &before, const std::string &after)
{
    QList<int> lines;
    for (const diff::Edit &edit : diff::compareLines(diff::splitLines(before), diff::splitLines(after)).edits) {
        for (std::uint32_t line = edit.afterStart; line < edit.afterEnd(); ++line)
            lines << static_cast<int>(line) + 1;
    }
    return lines;
}

} // namespace drydock::generate
