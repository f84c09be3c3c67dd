// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/jsondocument.h"
#include "core/terraform/providerschema.h"
#include "core/terraform/statefile.h"

#include <memory>
#include <string_view>
#include <vector>

namespace drydock::terraform {

/// Walks a plan or state and marks what is sensitive in it. Internal to core/terraform.
///
/// In what Terraform shows, marks stand beside values wherever there are values (`after` and `after_sensitive`,
/// `values` and `sensitive_values`, `value` and `sensitive`), so that parts of a plan which are not known yet are
/// masked as well.
class SecretFinder
{
public:
    SecretFinder(const MaskOptions &options, std::vector<bool> &hidden);

    /// Any part of a shown plan or state.
    void shown(const JsonValue &json);
    /// A plan's `configuration`; `variables` are the values that were given.
    void configuration(const JsonValue &configuration, const JsonValue &variables);
    void rawState(const JsonValue &state);
    /// Masks the same texts at all other places that hold values.
    void hideEqualTexts();

private:
    void change(const JsonValue &change);
    void configurationModule(const JsonValue &module, const JsonValue &given);
    void expressions(const JsonValue &expressions, const BlockSchema &schema);
    void constants(const JsonValue &expression);
    void constantPlaces(const JsonValue &json);
    void rawInstance(const JsonValue &resource, const JsonValue &instance);

    /// `marks`: true where the whole value is sensitive, else the same for its members and elements.
    void marked(const JsonValue &value, const JsonValue &marks);
    void bySchema(const JsonValue &value, const BlockSchema &schema);
    void bySchema(const JsonValue &value, const std::vector<AttributeSchema> &attributes);
    void byPath(JsonValue value, const JsonValue &path);
    void place(const JsonValue &value);
    void hide(const JsonValue &value);
    [[nodiscard]] std::shared_ptr<const ObjectSchema> schemaOf(std::string_view provider,
                                                               const JsonValue &resource) const;

    const MaskOptions &m_options;
    std::vector<bool> &m_hidden;      ///< by node
    std::vector<JsonValue> m_places;  ///< what holds values
    std::vector<JsonValue> m_secrets; ///< what was hidden
};

/// The full address in `provider["registry.terraform.io/hashicorp/aws"].west`.
[[nodiscard]] std::string_view providerIn(std::string_view reference);

/// A raw state writes the value of an attribute of any type as `{"value": …, "type": …}`; this is the value.
[[nodiscard]] JsonValue unwrapped(const JsonValue &json);

} // namespace drydock::terraform
