// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generatordata.h"

namespace drydock::generator {

/// One file from its template, tidied, formatted and parsed again. Private to this folder.
[[nodiscard]] Result<RenderedFile> renderFile(const Generator::Data &data, const FileSpecification &file,
                                              const hcl::Fields &values);

} // namespace drydock::generator
