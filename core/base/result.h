// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace drydock {

/// The outcome of anything that can fail. `[[nodiscard]]` comes with tl::expected.
template <typename T = void>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// `return failure("archive.traversal", "…", place, hint);`
[[nodiscard]] inline Failure failure(std::string code, std::string message, std::string place = {},
                                     std::string hint = {})
{
    return Failure(Error{std::move(code), std::move(message), std::move(place), std::move(hint)});
}

[[nodiscard]] inline Failure failure(Error error)
{
    return Failure(std::move(error));
}

} // namespace drydock
