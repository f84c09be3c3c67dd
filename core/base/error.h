// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace drydock {

/// What went wrong, for a program (code) and for a person (message, place, hint).
///
/// The code is stable and dotted, area first: `archive.traversal`, `store.newer-version`. The message is one sentence
/// that names the thing. The place is `file:line:column`, a URL or a table; empty where there is none. The hint says
/// what to do next.
struct [[nodiscard]] Error
{
    std::string code;
    std::string message;
    std::string place;
    std::string hint;

    /// "place: message\nhint", without the parts that are empty.
    [[nodiscard]] std::string text() const;
};

/// The error of a failed system call: errno's text, with hints for a full or read-only disk and missing permission.
[[nodiscard]] Error systemError(int errorNumber, const std::string &doing, const std::string &place);

} // namespace drydock
