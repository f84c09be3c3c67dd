// SPDX-License-Identifier: MIT
#pragma once

namespace drydock::fixture {

/// From now on a test that does not end within so many seconds is named and the program ends, before CTest would give
/// up without a word. The time is many times what the slowest test takes on a busy machine under the sanitizers.
/// Processes that a test starts do not inherit the deadline. Call it before RUN_ALL_TESTS().
void giveEveryTestADeadline(unsigned seconds = 300);

} // namespace drydock::fixture
