// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/providerschema.h"
#include "core/terraform/source.h"

#include <vector>

namespace drydock::terraform {

class ResourceInstance;

/// Holds the values of an instance against its schema: types, required values that are null, and how many blocks its
/// dynamic blocks made. What is unknown is passed over.
void checkValues(const ResourceInstance &resource, const BlockSchema &schema, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
