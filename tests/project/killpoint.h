// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

/// The program dies with SIGKILL at the `count`-th call of fsync, fdatasync, rename or unlink from now on: the instants
/// between which a crash can make a difference. Zero: never. For use in a child process.
void killAt(int count);

enum class ChildEnd { Finished, Killed, Failed };

/// Runs `work` in a child process that is killed at that point.
[[nodiscard]] ChildEnd runKilledAt(int count, const std::function<bool()> &work);
