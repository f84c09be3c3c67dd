// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

#include <string>

namespace drydock::generate {

/// The lines of `after`, from 1, that are not in `before`.
[[nodiscard]] QList<int> changedLines(const std::string &before, const std::string &after);

} // namespace drydock::generate
