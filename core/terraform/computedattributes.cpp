// SPDX-License-Identifier: MIT
#include "core/terraform/computedattributes.h"

#include "core/hcl/json.h"

#include <utility>

namespace drydock::terraform {

static hcl::Value withFields(const hcl::Value &object, hcl::Fields added)
{
    hcl::Fields fields(object.fields().begin(), object.fields().end());
    fields.insert(fields.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    return hcl::Value::object(std::move(fields));
}

// A string with the JSON, or an unknown one that still carries the structure.
static hcl::Value encoded(const hcl::Value &document)
{
    const hcl::Marks marks = document.deepMarks();
    if (document.isWhollyKnown()) {
        if (Result<std::string> text = hcl::toJson(document))
            return hcl::Value::string(*std::move(text)).withMarks(marks);
    }
    hcl::Refinement refinement;
    refinement.nullness = hcl::Nullness::NotNull;
    refinement.prefix = "{";
    refinement.json = document;
    return hcl::Value::unknown(hcl::Type::string(), std::move(refinement)).withMarks(marks);
}

hcl::Value withComputed(ResourceMode mode, std::string_view type, hcl::Value attributes)
{
    if (mode == ResourceMode::Data && type == "aws_iam_policy_document") {
        const hcl::Value json = encoded(iamPolicyDocument(attributes));
        return withFields(attributes, {{"json", json}, {"minified_json", json}});
    }
    if (mode == ResourceMode::Managed && type == "terraform_data") {
        const hcl::Value *input = attributes.find("input");
        return withFields(attributes, {{"output", input != nullptr ? *input : hcl::Value()}});
    }
    return attributes;
}

} // namespace drydock::terraform
