// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/configurationdata.h"

namespace drydock::terraform {

/// Fills ConfigurationData::values for the root module, later sources winning: terraform.tfvars(.json),
/// *.auto.tfvars(.json) by name, the given files, the given values.
void readVariableValues(const FileSource &files, ConfigurationData &data);

} // namespace drydock::terraform
