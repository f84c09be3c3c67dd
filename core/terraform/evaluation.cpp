// SPDX-License-Identifier: MIT
#include "core/terraform/evaluation.h"

#include "core/terraform/configurationevaluator.h"
#include "core/terraform/derivation.h"
#include "core/terraform/evaluationdata.h"
#include "core/terraform/writtenplace.h"

#include <utility>

namespace drydock::terraform {

const std::string &ProviderInstance::localName() const
{
    return m_data->declaration->name;
}

const std::string &ProviderInstance::alias() const
{
    return m_data->declaration->alias;
}

const hcl::Value &ProviderInstance::attributes() const
{
    return m_data->attributes;
}

const hcl::Block &ProviderInstance::block() const
{
    return m_data->declaration->block;
}

const hcl::ParsedFile &ProviderInstance::file() const
{
    return m_data->module->node->module->fileOf(block());
}

const ModuleInstance &ProviderInstance::module() const
{
    return *m_data->module->handle;
}

SourceRange ProviderInstance::range() const
{
    return rangeOf(block());
}

SourceRange ProviderInstance::sourceRange(const AttributePath &path) const
{
    return findWritten(block(), m_data->declaration->content, m_data->dynamics, path.steps()).sourceRange();
}

const ResourceAddress &ResourceInstance::address() const
{
    return m_data->address;
}

const std::string &ResourceInstance::addressText() const
{
    return m_data->addressText;
}

bool ResourceInstance::expansionUnknown() const
{
    return m_data->expansionUnknown;
}

const hcl::Value &ResourceInstance::attributes() const
{
    return m_data->attributes;
}

const hcl::Value &ResourceInstance::meta() const
{
    return m_data->meta;
}

const hcl::Block &ResourceInstance::block() const
{
    return m_data->declaration->block;
}

const hcl::ParsedFile &ResourceInstance::file() const
{
    return m_data->module->node->module->fileOf(block());
}

const ModuleInstance &ResourceInstance::module() const
{
    return *m_data->module->handle;
}

const ProviderInstance *ResourceInstance::provider() const
{
    return m_data->provider != nullptr ? m_data->provider->handle : nullptr;
}

SourceRange ResourceInstance::range() const
{
    return rangeOf(block());
}

SourceRange ResourceInstance::headerRange() const
{
    return rangeOf(block(), block().headerRange());
}

SourceRange ResourceInstance::sourceRange(const AttributePath &path) const
{
    return findWritten(block(), m_data->declaration->content, m_data->dynamics, path.steps()).sourceRange();
}

std::vector<DerivationStep> ResourceInstance::derivation(const AttributePath &path) const
{
    return derive(*m_data, path);
}

std::span<const std::string> ResourceInstance::references() const
{
    return m_data->declaration->subjects;
}

const ModulePath &ModuleInstance::path() const
{
    return m_data->path;
}

const std::string &ModuleInstance::pathText() const
{
    return m_data->pathText;
}

const ModuleNode &ModuleInstance::node() const
{
    return *m_data->node;
}

const ModuleInstance *ModuleInstance::parent() const
{
    return m_data->parent != nullptr ? m_data->parent->handle : nullptr;
}

bool ModuleInstance::expansionUnknown() const
{
    return m_data->expansionUnknown;
}

std::span<const ResourceInstance> ModuleInstance::resources() const
{
    return m_data->handles;
}

static const hcl::Value *valueAt(const std::vector<Slot> &slots, std::uint32_t at)
{
    return at < slots.size() ? &slots[at].value : nullptr;
}

const hcl::Value *ModuleInstance::variable(std::string_view name) const
{
    return valueAt(m_data->inputs, m_data->node->module->variable(name));
}

const hcl::Value *ModuleInstance::local(std::string_view name) const
{
    return valueAt(m_data->locals, m_data->node->module->local(name));
}

const hcl::Value *ModuleInstance::output(std::string_view name) const
{
    return valueAt(m_data->outputs, m_data->node->module->output(name));
}

Evaluation::Evaluation(std::shared_ptr<const EvaluationData> data)
    : m_data(std::move(data))
{
}

const Configuration &Evaluation::configuration() const
{
    return m_data->configuration;
}

const ModuleInstance &Evaluation::root() const
{
    return m_data->modules.front();
}

std::span<const ModuleInstance> Evaluation::modules() const
{
    return m_data->modules;
}

std::span<const ResourceInstance> Evaluation::resources() const
{
    return m_data->resources;
}

std::span<const ResourceInstance *const> Evaluation::ofType(ResourceMode mode, std::string_view type) const
{
    const auto it = m_data->byType.find(std::pair(mode, type));
    return it == m_data->byType.end() ? std::span<const ResourceInstance *const>() : it->second;
}

const ResourceInstance *Evaluation::find(std::string_view addressText) const
{
    const auto it = m_data->byAddress.find(addressText);
    return it == m_data->byAddress.end() ? nullptr : it->second;
}

const ModuleInstance *Evaluation::findModule(std::string_view pathText) const
{
    const auto it = m_data->byPath.find(pathText);
    return it == m_data->byPath.end() ? nullptr : it->second;
}

std::span<const ProviderInstance> Evaluation::providers() const
{
    return m_data->providers;
}

const std::vector<Diagnostic> &Evaluation::diagnostics() const
{
    return m_data->diagnostics;
}

const ConfigurationData &Evaluation::dataOf(const Configuration &configuration)
{
    return *configuration.m_data;
}

Result<Evaluation> evaluate(const Configuration &configuration, const Task &task)
{
    return evaluate(configuration, {}, task);
}

Result<Evaluation> evaluate(const Configuration &configuration, const EvaluationOptions &options, const Task &task)
{
    auto data = std::make_shared<EvaluationData>(configuration);
    if (Result<> done = ConfigurationEvaluator(Evaluation::dataOf(configuration), options, *data, task).run(); !done)
        return failure(done.error());
    publish(*data);
    return Evaluation(std::move(data));
}

} // namespace drydock::terraform
