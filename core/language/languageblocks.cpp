// SPDX-License-Identifier: MIT
#include "core/language/languageblocks.h"

#include <algorithm>
#include <array>

namespace drydock::language {

// clang-format off
static constexpr LanguageArgument Arguments[] = {
    {"variable", "type", "type", false, "The type that a value is converted to; without it any value is taken."},
    {"variable", "description", "string", false, "What the variable is for."},
    {"variable", "default", "any", false, "The value when none is given; without it the variable is required."},
    {"variable", "sensitive", "bool", false, "Hides the value in plans and logs."},
    {"variable", "nullable", "bool", false, "Whether null may be given. Default: true."},
    {"variable", "ephemeral", "bool", false, "Keeps the value out of plan and state (Terraform 1.10)."},
    {"variable", "deprecated", "string", false, "A message for callers that still set it (OpenTofu 1.10)."},
    {"variable/validation", "condition", "bool", true, "Must be true for the value to be accepted."},
    {"variable/validation", "error_message", "string", true, "What is said when it is not, a full sentence."},
    {"output", "value", "any", true, "What the module returns."},
    {"output", "description", "string", false, "What the value is."},
    {"output", "sensitive", "bool", false, "Hides the value in plans and logs."},
    {"output", "ephemeral", "bool", false, "Keeps the value out of plan and state (Terraform 1.10)."},
    {"output", "depends_on", "references", false, "What must be there before the value is used."},
    {"output/precondition", "condition", "bool", true, "Must be true before the output is stored."},
    {"output/precondition", "error_message", "string", true, "What is said when it is not."},
    {"module", "source", "string", true, "A local path (`./modules/net`), a registry address or another source."},
    {"module", "version", "string", false, "Version constraint, for modules of a registry."},
    {"module", "count", "number", false, "How many instances; `count.index` is the number of one."},
    {"module", "for_each", "any", false, "A map or set of strings: one instance for each; `each.key`, `each.value`."},
    {"module", "providers", "map", false, "Which provider configurations the module gets."},
    {"module", "depends_on", "references", false, "What must be there before anything in the module."},
    {"resource", "count", "number", false, "How many instances; `count.index` is the number of one."},
    {"resource", "for_each", "any", false, "A map or set of strings: one instance for each; `each.key`, `each.value`."},
    {"resource", "provider", "provider", false, "The provider configuration to use: `aws.east`."},
    {"resource", "depends_on", "references", false, "Dependencies that no argument expresses."},
    {"resource/lifecycle", "create_before_destroy", "bool", false, "Makes the new object before the old one is destroyed."},
    {"resource/lifecycle", "prevent_destroy", "bool", false, "Refuses plans that would destroy the object."},
    {"resource/lifecycle", "ignore_changes", "attributes", false, "Attributes whose changes are left alone, or `all`."},
    {"resource/lifecycle", "replace_triggered_by", "references", false, "Replaces the object when one of these changes."},
    {"resource/lifecycle/precondition", "condition", "bool", true, "Must be true before the object is evaluated."},
    {"resource/lifecycle/precondition", "error_message", "string", true, "What is said when it is not."},
    {"resource/lifecycle/postcondition", "condition", "bool", true, "Must be true of the object (`self`) afterwards."},
    {"resource/lifecycle/postcondition", "error_message", "string", true, "What is said when it is not."},
    {"resource/provisioner", "when", "keyword", false, "`create` (the default) or `destroy`."},
    {"resource/provisioner", "on_failure", "keyword", false, "`fail` (the default) or `continue`."},
    {"resource/provisioner", "command", "string", false, "The command of a local-exec."},
    {"resource/provisioner", "working_dir", "string", false, "Where a local-exec runs."},
    {"resource/provisioner", "interpreter", "list", false, "The program of a local-exec and its first arguments."},
    {"resource/provisioner", "environment", "map", false, "Environment variables of a local-exec."},
    {"resource/provisioner", "inline", "list", false, "The commands of a remote-exec."},
    {"resource/provisioner", "script", "string", false, "The local script that a remote-exec copies and runs."},
    {"resource/provisioner", "source", "string", false, "What a file provisioner copies."},
    {"resource/provisioner", "content", "string", false, "The text that a file provisioner writes."},
    {"resource/provisioner", "destination", "string", false, "Where a file provisioner writes."},
    {"resource/connection", "type", "string", false, "`ssh` (the default) or `winrm`."},
    {"resource/connection", "host", "string", true, "The address to connect to."},
    {"resource/connection", "user", "string", false, "The user to log in as."},
    {"resource/connection", "password", "string", false, "Its password."},
    {"resource/connection", "private_key", "string", false, "The content of an SSH key."},
    {"resource/connection", "port", "number", false, "The port; 22 for ssh."},
    {"resource/connection", "timeout", "string", false, "How long to wait: `5m`."},
    {"data", "count", "number", false, "How many instances; `count.index` is the number of one."},
    {"data", "for_each", "any", false, "A map or set of strings: one instance for each; `each.key`, `each.value`."},
    {"data", "provider", "provider", false, "The provider configuration to use: `aws.east`."},
    {"data", "depends_on", "references", false, "What must be there before it is read."},
    {"ephemeral", "count", "number", false, "How many instances; `count.index` is the number of one."},
    {"ephemeral", "for_each", "any", false, "A map or set of strings: one instance for each."},
    {"ephemeral", "provider", "provider", false, "The provider configuration to use."},
    {"ephemeral", "depends_on", "references", false, "What must be there before it is opened."},
    {"provider", "alias", "string", false, "A name for one more configuration of the provider."},
    {"provider", "for_each", "any", false, "One configuration for each element (OpenTofu 1.9)."},
    {"terraform", "required_version", "string", false, "Which versions of Terraform may be used: `>= 1.9`."},
    {"terraform", "experiments", "list", false, "Language features that are not finished."},
    {"terraform/cloud", "organization", "string", false, "The organization in HCP Terraform."},
    {"terraform/cloud", "hostname", "string", false, "Another host than app.terraform.io."},
    {"terraform/cloud/workspaces", "name", "string", false, "The workspace."},
    {"terraform/cloud/workspaces", "tags", "list", false, "Tags that its workspaces have."},
    {"terraform/cloud/workspaces", "project", "string", false, "The project of the workspaces."},
    {"moved", "from", "reference", true, "The address that the object had."},
    {"moved", "to", "reference", true, "The address that it has now."},
    {"removed", "from", "reference", true, "The address that is no longer in the configuration."},
    {"removed/lifecycle", "destroy", "bool", true, "false: only forget the object, leave it as it is."},
    {"import", "to", "reference", true, "The address to import to."},
    {"import", "id", "string", false, "The identifier of the object at its provider."},
    {"import", "identity", "map", false, "The object by its identity attributes (Terraform 1.12)."},
    {"import", "for_each", "any", false, "One import for each element."},
    {"import", "provider", "provider", false, "The provider configuration to use."},
    {"check/assert", "condition", "bool", true, "Should be true; otherwise a warning."},
    {"check/assert", "error_message", "string", true, "The text of the warning."},
    {"dynamic", "for_each", "any", true, "One nested block for each element."},
    {"dynamic", "iterator", "name", false, "The name of the element inside content; the block's type without it."},
    {"dynamic", "labels", "list", false, "Labels of the blocks that are made."},
    {"run", "command", "keyword", false, "`apply` (the default) or `plan`."},
    {"run", "providers", "map", false, "Which provider configurations the run uses."},
    {"run", "expect_failures", "references", false, "Checks and conditions that must fail."},
    {"run", "state_key", "string", false, "Runs with the same key share their state."},
    {"run", "parallel", "bool", false, "Whether it may run beside others."},
    {"run/assert", "condition", "bool", true, "Must be true for the test to pass."},
    {"run/assert", "error_message", "string", true, "What is said when it is not."},
    {"run/module", "source", "string", true, "The module to run instead of the one under test."},
    {"run/module", "version", "string", false, "Version constraint, for modules of a registry."},
    {"run/plan_options", "mode", "keyword", false, "`normal` or `refresh-only`."},
    {"run/plan_options", "refresh", "bool", false, "Whether to look at real objects first."},
    {"run/plan_options", "target", "references", false, "Only these."},
    {"run/plan_options", "replace", "references", false, "Replace these."},
};

static constexpr LanguageBlock Blocks[] = {
    {"", "resource", "resource \"${1:type}\" \"${2:name}\" {\n  $0\n}", "An object to create and manage."},
    {"", "data", "data \"${1:type}\" \"${2:name}\" {\n  $0\n}", "Something to look up."},
    {"", "variable", "variable \"${1:name}\" {\n  type        = ${2:string}\n  description = \"$0\"\n}", "An input of the module."},
    {"", "output", "output \"${1:name}\" {\n  value = $0\n}", "A value that the module returns."},
    {"", "locals", "locals {\n  $0\n}", "Names for expressions."},
    {"", "module", "module \"${1:name}\" {\n  source = \"$2\"\n  $0\n}", "Another module, used here."},
    {"", "provider", "provider \"${1:name}\" {\n  $0\n}", "The configuration of a provider."},
    {"", "terraform", "terraform {\n  $0\n}", "Versions, providers and backend."},
    {"", "moved", "moved {\n  from = $1\n  to   = $0\n}", "An object that has a new address."},
    {"", "removed", "removed {\n  from = $1\n\n  lifecycle {\n    destroy = ${2:false}\n  }\n}", "An object that is no longer managed here."},
    {"", "import", "import {\n  to = $1\n  id = \"$0\"\n}", "An object that exists and is managed from now on."},
    {"", "check", "check \"${1:name}\" {\n  assert {\n    condition     = $2\n    error_message = \"$0\"\n  }\n}", "A condition that is looked at in every plan and apply."},
    {"", "ephemeral", "ephemeral \"${1:type}\" \"${2:name}\" {\n  $0\n}", "A value that is never stored (Terraform 1.10)."},
    {"variable", "validation", "validation {\n  condition     = $1\n  error_message = \"$0\"\n}", "A rule for the values that are accepted."},
    {"output", "precondition", "precondition {\n  condition     = $1\n  error_message = \"$0\"\n}", "Must hold before the output is stored."},
    {"resource", "lifecycle", "lifecycle {\n  $0\n}", "How Terraform treats the object's changes."},
    {"resource", "provisioner", "provisioner \"${1:local-exec}\" {\n  $0\n}", "Something to run once the object is there."},
    {"resource", "connection", "connection {\n  $0\n}", "How provisioners reach the object."},
    {"resource", "dynamic", "dynamic \"${1:block}\" {\n  for_each = $2\n  content {\n    $0\n  }\n}", "A nested block for each element of a collection."},
    {"resource/lifecycle", "precondition", "precondition {\n  condition     = $1\n  error_message = \"$0\"\n}", "Must hold before the object is evaluated."},
    {"resource/lifecycle", "postcondition", "postcondition {\n  condition     = $1\n  error_message = \"$0\"\n}", "Must hold of the object afterwards."},
    {"data", "lifecycle", "lifecycle {\n  $0\n}", "Conditions for what is read."},
    {"data", "dynamic", "dynamic \"${1:block}\" {\n  for_each = $2\n  content {\n    $0\n  }\n}", "A nested block for each element of a collection."},
    {"ephemeral", "lifecycle", "lifecycle {\n  $0\n}", "Conditions for what is opened."},
    {"provider", "dynamic", "dynamic \"${1:block}\" {\n  for_each = $2\n  content {\n    $0\n  }\n}", "A nested block for each element of a collection."},
    {"dynamic", "content", "content {\n  $0\n}", "What each of the blocks holds."},
    {"terraform", "required_providers", "required_providers {\n  $0\n}", "The providers of the module: addresses and versions."},
    {"terraform", "backend", "backend \"${1:local}\" {\n  $0\n}", "Where the state is kept."},
    {"terraform", "cloud", "cloud {\n  organization = \"$1\"\n\n  workspaces {\n    name = \"$0\"\n  }\n}", "HCP Terraform or Terraform Enterprise."},
    {"terraform", "encryption", "encryption {\n  $0\n}", "Encryption of state and plan (OpenTofu 1.7)."},
    {"terraform/cloud", "workspaces", "workspaces {\n  $0\n}", "Which workspaces are used."},
    {"removed", "lifecycle", "lifecycle {\n  destroy = ${1:false}\n}", "Whether the object is destroyed."},
    {"removed", "provisioner", "provisioner \"${1:local-exec}\" {\n  when = destroy\n  $0\n}", "Something to run before the object is destroyed."},
    {"check", "assert", "assert {\n  condition     = $1\n  error_message = \"$0\"\n}", "What should hold."},
    {"check", "data", "data \"${1:type}\" \"${2:name}\" {\n  $0\n}", "Something to look up for this check alone."},
    {"test", "run", "run \"${1:name}\" {\n  command = ${2:plan}\n\n  assert {\n    condition     = $3\n    error_message = \"$0\"\n  }\n}", "A plan or apply and what must hold of it."},
    {"test", "variables", "variables {\n  $0\n}", "Values for all runs of the file."},
    {"test", "provider", "provider \"${1:name}\" {\n  $0\n}", "The configuration of a provider in this test."},
    {"test", "mock_provider", "mock_provider \"${1:name}\" {\n  $0\n}", "A provider that makes up its values."},
    {"test", "override_resource", "override_resource {\n  target = $1\n  values = {\n    $0\n  }\n}", "Values for a resource instead of its provider's."},
    {"test", "override_data", "override_data {\n  target = $1\n  values = {\n    $0\n  }\n}", "Values for a data source."},
    {"test", "override_module", "override_module {\n  target = $1\n  outputs = {\n    $0\n  }\n}", "Outputs for a module call."},
    {"run", "assert", "assert {\n  condition     = $1\n  error_message = \"$0\"\n}", "What must hold."},
    {"run", "variables", "variables {\n  $0\n}", "Values for this run."},
    {"run", "module", "module {\n  source = \"$0\"\n}", "Another module than the one under test."},
    {"run", "plan_options", "plan_options {\n  $0\n}", "How to plan."},
};

static constexpr LanguageName Names[] = {
    {"each.key", "string", "The key of this instance's element of `for_each`."},
    {"each.value", "any", "The value of this instance's element of `for_each`."},
    {"count.index", "number", "The number of this instance, from 0."},
    {"path.module", "string", "The folder of the module that the expression is in."},
    {"path.root", "string", "The folder of the root module."},
    {"path.cwd", "string", "The folder that terraform was started in."},
    {"terraform.workspace", "string", "The name of the selected workspace."},
    {"terraform.applying", "bool", "Whether this is an apply (Terraform 1.10, ephemeral values only)."},
    {"self", "any", "The object itself, in provisioners and postconditions."},
};
// clang-format on

std::span<const LanguageArgument> languageArguments()
{
    return Arguments;
}

std::span<const LanguageBlock> languageBlocks()
{
    return Blocks;
}

std::span<const LanguageName> languageNames()
{
    return Names;
}

const LanguageArgument *languageArgument(std::string_view place, std::string_view name)
{
    const auto *it = std::find_if(std::begin(Arguments), std::end(Arguments), [&](const LanguageArgument &argument) {
        return argument.place == place && argument.name == name;
    });
    return it == std::end(Arguments) ? nullptr : it;
}

const LanguageBlock *languageBlock(std::string_view place, std::string_view type)
{
    const auto *it = std::find_if(std::begin(Blocks), std::end(Blocks), [&](const LanguageBlock &block) {
        return block.place == place && block.type == type;
    });
    return it == std::end(Blocks) ? nullptr : it;
}

} // namespace drydock::language
