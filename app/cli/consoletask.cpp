// SPDX-License-Identifier: MIT
#include "app/cli/consoletask.h"

#include <cmath>
#include <ostream>

namespace drydock::cli {

static constexpr std::string_view clearLine = "\r\x1b[K";

Task consoleTask(Console &console)
{
    Task task{console.stop, {}};
    if (!console.terminal)
        return task;
    task.progress = [&err = console.err](double fraction, std::string_view text) {
        err << clearLine;
        if (fraction >= 0)
            err << std::lround(fraction * 100) << " % ";
        err << text.substr(0, 70) << std::flush;
    };
    return task;
}

void clearProgress(Console &console)
{
    if (console.terminal)
        console.err << clearLine << std::flush;
}

} // namespace drydock::cli
