// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

namespace drydock {

/// What a long function is given: it reports to `progress` and stops soon after `stop` is requested.
///
/// Long functions are synchronous; only an edge (window, command line, server) makes threads. `progress` is called on
/// the thread that runs the function; the fraction is 0..1, or negative when the total is not known.
struct Task
{
    std::stop_token stop;
    std::function<void(double fraction, std::string_view text)> progress;

    void report(double fraction, std::string_view text) const
    {
        if (progress)
            progress(fraction, text);
    }

    /// An error with code `task.cancelled` once a stop was requested.
    [[nodiscard]] Result<> check() const
    {
        if (stop.stop_requested())
            return failure("task.cancelled", "The work was cancelled; nothing was left half done.");
        return {};
    }
};

} // namespace drydock
