// SPDX-License-Identifier: MIT
// Turns what was computed into the handles and indexes that an Evaluation gives out.
#include "core/terraform/evaluationdata.h"

#include <utility>

namespace drydock::terraform {

namespace {

class Publisher
{
public:
    explicit Publisher(EvaluationData &data)
        : m_data(data)
    {
    }

    void run()
    {
        // The vectors must not grow later: handles point into them.
        std::size_t providers = 0;
        for (const ModuleInstanceData &module : m_data.moduleData)
            providers += module.providers.size();
        m_data.modules.reserve(m_data.moduleData.size());
        m_data.resources.reserve(m_data.resourceData.size());
        m_data.providers.reserve(providers);
        add(m_data.moduleData.front());
        index();
        std::vector<Diagnostic> all = m_data.configuration.diagnostics();
        all.insert(all.end(), std::make_move_iterator(m_data.diagnostics.begin()),
                   std::make_move_iterator(m_data.diagnostics.end()));
        m_data.diagnostics = std::move(all);
        tidy(m_data.diagnostics);
    }

private:
    void add(ModuleInstanceData &module)
    {
        module.handle = &m_data.modules.emplace_back(&module);
        for (ProviderInstanceData &provider : module.providers)
            provider.handle = &m_data.providers.emplace_back(&provider);
        const std::size_t first = m_data.resources.size();
        for (const ResourceSlot &slot : module.resources) {
            for (const ResourceInstanceData *instance : slot.instances)
                m_data.resources.emplace_back(instance);
        }
        module.handles = std::span(m_data.resources).subspan(first);
        for (const CallSlot &slot : module.calls) {
            for (ModuleInstanceData *child : slot.instances)
                add(*child);
        }
    }

    void index()
    {
        m_data.byAddress.reserve(m_data.resources.size());
        for (const ResourceInstance &resource : m_data.resources) {
            m_data.byType[{resource.address().mode, resource.address().type}].push_back(&resource);
            m_data.byAddress.emplace(resource.addressText(), &resource);
        }
        for (const ModuleInstance &module : m_data.modules)
            m_data.byPath.emplace(module.pathText(), &module);
    }

    EvaluationData &m_data;
};

} // namespace

void publish(EvaluationData &data)
{
    Publisher(data).run();
}

} // namespace drydock::terraform
