// SPDX-License-Identifier: MIT
#pragma once

namespace drydock::hcl {

class FunctionTable;

/// Gives the functions of the table, and their parameters, the sentences that completion and signature help show.
/// Private to this folder.
void describeFunctions(FunctionTable &table);

} // namespace drydock::hcl
