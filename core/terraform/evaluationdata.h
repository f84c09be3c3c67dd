// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/terraform/configurationdata.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drydock::terraform {

enum class Progress : std::uint8_t { Idle, Running, Done };

/// A value that is computed when it is first asked for.
struct Slot
{
    Progress progress = Progress::Idle;
    hcl::Value value;
};

enum class Expansion : std::uint8_t { Single, Count, ForEach, Unknown };

/// What `count.index`, `each.key` and `each.value` are in an instance.
struct InstanceVariables
{
    std::optional<hcl::Value> index;
    std::optional<hcl::Value> eachKey;
    std::optional<hcl::Value> eachValue;
};

/// How many blocks a dynamic block made at one place. The place tells apart the iterations of dynamic blocks around it.
struct DynamicBlocks
{
    const hcl::Tree *tree = nullptr;
    hcl::NodeId block = 0;
    std::uint64_t place = 0;
    std::uint32_t count = 0;
};

/// A body inside the body of another one: hashes of where it stands, so that a walk can be repeated later.
[[nodiscard]] constexpr std::uint64_t placeInside(std::uint64_t place, std::uint64_t block, std::uint64_t iteration)
{
    return ((place * 0x9E3779B97F4A7C15ULL + block) * 0x9E3779B97F4A7C15ULL + iteration) ^ (place >> 29U);
}

struct ProviderInstanceData
{
    const ProviderBlock *declaration = nullptr;
    const ModuleInstanceData *module = nullptr;
    hcl::Value attributes;
    std::vector<DynamicBlocks> dynamics;
    const ProviderInstance *handle = nullptr;
};

struct ResourceInstanceData
{
    ResourceAddress address;
    std::string addressText;
    const Resource *declaration = nullptr;
    ModuleInstanceData *module = nullptr;
    const ProviderInstanceData *provider = nullptr;
    InstanceVariables variables;
    bool expansionUnknown = false;
    Progress progress = Progress::Idle;
    hcl::Value attributes;
    hcl::Value meta;
    hcl::Value reference; ///< what others get who refer to it; made when first asked for
    std::vector<DynamicBlocks> dynamics;
};

struct ResourceSlot
{
    Progress progress = Progress::Idle;
    Expansion expansion = Expansion::Single;
    std::vector<ResourceInstanceData *> instances;
    Slot whole; ///< the tuple or object of all instances
};

struct CallSlot
{
    Progress progress = Progress::Idle;
    Expansion expansion = Expansion::Single;
    std::vector<ModuleInstanceData *> instances;
};

struct ModuleInstanceData
{
    ModulePath path;
    std::string pathText;
    const ConfigurationData *configuration = nullptr;
    const ModuleNode *node = nullptr; ///< its module is there
    ModuleInstanceData *parent = nullptr;
    InstanceVariables variables; ///< of the call
    bool expansionUnknown = false;
    std::vector<Slot> inputs;
    std::vector<Slot> locals;
    std::vector<Slot> outputs;
    std::vector<ResourceSlot> resources;
    std::vector<CallSlot> calls;
    std::vector<ProviderInstanceData> providers;
    const ModuleInstance *handle = nullptr;
    std::span<const ResourceInstance> handles;
};

/// Behind an Evaluation handle. Deques, so that what is handed out stays where it is.
struct EvaluationData
{
    explicit EvaluationData(Configuration of)
        : configuration(std::move(of))
    {
    }

    Configuration configuration;
    std::deque<ModuleInstanceData> moduleData;
    std::deque<ResourceInstanceData> resourceData;
    std::vector<ModuleInstance> modules;
    std::vector<ResourceInstance> resources;
    std::vector<ProviderInstance> providers;
    std::map<std::pair<ResourceMode, std::string_view>, std::vector<const ResourceInstance *>> byType;
    std::unordered_map<std::string_view, const ResourceInstance *> byAddress;
    std::unordered_map<std::string_view, const ModuleInstance *> byPath;
    std::vector<Diagnostic> diagnostics;
};

/// Makes the handles and indexes of what was computed.
void publish(EvaluationData &data);

} // namespace drydock::terraform
