// SPDX-License-Identifier: MIT
#include "core/terraform/memoryschemas.h"

#include <string_view>

namespace drydock::terraform {

/// What `terraform providers schema -json` of Terraform 1.11 says about the provider inside of it.
static constexpr std::string_view builtinJson = R"json({
 "format_version": "1.0",
 "provider_schemas": {
  "terraform.io/builtin/terraform": {
   "provider": {
    "version": 0
   },
   "resource_schemas": {
    "terraform_data": {
     "version": 0,
     "block": {
      "attributes": {
       "id": {
        "type": "string",
        "description_kind": "plain",
        "computed": true
       },
       "input": {
        "type": "dynamic",
        "description_kind": "plain",
        "optional": true
       },
       "output": {
        "type": "dynamic",
        "description_kind": "plain",
        "computed": true
       },
       "triggers_replace": {
        "type": "dynamic",
        "description_kind": "plain",
        "optional": true
       }
      },
      "description_kind": "plain"
     }
    }
   },
   "data_source_schemas": {
    "terraform_remote_state": {
     "version": 0,
     "block": {
      "attributes": {
       "backend": {
        "type": "string",
        "description": "The remote backend to use, e.g. `remote` or `http`.",
        "description_kind": "markdown",
        "required": true
       },
       "config": {
        "type": "dynamic",
        "description": "The configuration of the remote backend. Although this is optional, most backends require some configuration.\n\nThe object can use any arguments that would be valid in the equivalent `terraform { backend \"<TYPE>\" { ... } }` block.",
        "description_kind": "markdown",
        "optional": true
       },
       "defaults": {
        "type": "dynamic",
        "description": "Default values for outputs, in case the state file is empty or lacks a required output.",
        "description_kind": "markdown",
        "optional": true
       },
       "outputs": {
        "type": "dynamic",
        "description": "An object containing every root-level output in the remote state.",
        "description_kind": "markdown",
        "computed": true
       },
       "workspace": {
        "type": "string",
        "description": "The Terraform workspace to use, if the backend supports workspaces.",
        "description_kind": "markdown",
        "optional": true
       }
      },
      "description_kind": "plain"
     }
    }
   },
   "functions": {
    "decode_tfvars": {
     "description": "A rarely-needed function which takes a string containing the content of a `.tfvars` file and returns an object describing the raw variable values it defines.",
     "summary": "Parse a string containing syntax like that used in a `.tfvars` file",
     "return_type": "dynamic",
     "parameters": [
      {
       "name": "src",
       "type": "string"
      }
     ]
    },
    "encode_expr": {
     "description": "A rarely-needed function which takes any value and produces a string containing Terraform language expression syntax approximating that value.",
     "summary": "Produce a string representation of an arbitrary value using Terraform expression syntax",
     "return_type": "string",
     "parameters": [
      {
       "name": "value",
       "type": "dynamic"
      }
     ]
    },
    "encode_tfvars": {
     "description": "A rarely-needed function which takes an object value and produces a string containing a description of that object using the same syntax as Terraform CLI would expect in a `.tfvars`.",
     "summary": "Produce a string representation of an object using the same syntax as for `.tfvars` files",
     "return_type": "string",
     "parameters": [
      {
       "name": "value",
       "type": "dynamic"
      }
     ]
    }
   }
  }
 }
})json";

std::shared_ptr<const SchemaCatalogue> builtinSchemas()
{
    static const auto schemas = MemorySchemas::fromJson(builtinJson, "built-in schema");
    static const auto none = std::make_shared<const MemorySchemas>();
    return schemas ? *schemas : none;
}

} // namespace drydock::terraform
