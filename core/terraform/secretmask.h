// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/terraform/jsondocument.h"
#include "core/terraform/statefile.h"

#include <string>
#include <vector>

namespace drydock::terraform {

/// Which values of a plan or state are sensitive. Internal to core/terraform.
class SecretMask
{
public:
    /// All that a document says, and what the schemas add. Throws JsonShapeError.
    [[nodiscard]] static SecretMask ofPlan(const JsonValue &plan, const MaskOptions &options);
    [[nodiscard]] static SecretMask ofShownState(const JsonValue &state, const MaskOptions &options);
    [[nodiscard]] static SecretMask ofRawState(const JsonValue &state, const MaskOptions &options);

    [[nodiscard]] bool hides(const JsonValue &json) const;

    /// The value: hidden parts unknown and marked sensitive, parts that `unknown` (`after_unknown`) tells of unknown.
    [[nodiscard]] hcl::Value valueOf(const JsonValue &json, const JsonValue &unknown = {}) const;
    /// The document again, masked.
    [[nodiscard]] std::string text(const JsonValue &root) const;

private:
    void write(const JsonValue &json, std::string &out) const;

    std::vector<bool> m_hidden; ///< by node
};

} // namespace drydock::terraform
