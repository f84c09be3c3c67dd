// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::store {

/// One step of a schema: the file `NNNN-name.sql`. Steps are never edited after a release; a change is the next number.
struct Migration
{
    int number = 0; ///< counts from 1 without gaps
    std::string_view name;
    std::string_view sql;
};

/// The steps of core/store/migrations, built into the program.
[[nodiscard]] std::span<const Migration> workspaceMigrations();

/// The statements of a script, without comments and empty ones. Knows strings, quoted names, `--` and `/* */` comments
/// and the `BEGIN … END` of a trigger; Qt's drivers run one statement at a time. Code: `store.script` for an open
/// string or comment.
[[nodiscard]] Result<std::vector<std::string>> splitStatements(std::string_view script);

} // namespace drydock::store
