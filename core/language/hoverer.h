// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/hcl/value.h"
#include "core/language/hover.h"
#include "core/language/lookup.h"
#include "core/language/shape.h"
#include "core/language/snapshotdata.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::terraform {
class ModuleInstance;
}

namespace drydock::language {

/// Answers one hover(). Used once.
class Hoverer
{
public:
    Hoverer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset, const Task &task,
            HoverValues values);

    [[nodiscard]] std::optional<Hover> run();

private:
    [[nodiscard]] std::optional<Hover> onFunction() const;
    [[nodiscard]] std::optional<Hover> onHeader() const;
    [[nodiscard]] std::optional<Hover> onSymbol() const;
    [[nodiscard]] std::optional<Hover> onAttributeStep() const;
    [[nodiscard]] std::optional<Hover> onArgument() const;
    [[nodiscard]] std::optional<Hover> onKeyword() const;
    [[nodiscard]] std::optional<Hover> onType(std::string_view block, std::string_view type,
                                              hcl::ByteRange range) const;
    void describe(const Symbol &symbol, const FileEntry &file, const Declared &declared, Hover &hover) const;
    void addValue(const Symbol &symbol, Hover &hover) const;
    void addStepValue(const std::vector<WrittenStep> &steps, Hover &hover) const;
    [[nodiscard]] std::vector<const terraform::ModuleInstance *>
    instances(const std::filesystem::path &module, std::shared_ptr<const terraform::Evaluation> &held) const;

    const Snapshot &m_snapshot;
    const SnapshotData &m_data;
    const FileEntry &m_file;
    std::uint32_t m_offset;
    const Task &m_task;
    HoverValues m_values;
    std::filesystem::path m_module;
    Shapes m_shapes;
};

} // namespace drydock::language
