// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace drydock::server {

/// A download is not refused because its counter could not be written: a station on a full disk still serves.
inline void countedIfPossible(const Result<> &)
{
}

} // namespace drydock::server
