// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"

namespace drydock::cli {

/// `mirror add FILE.zip --source HOST/NAMESPACE/TYPE`, `mirror list`, `mirror remove`.
class MirrorCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "mirror"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Keep providers of other registries for work without internet";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] int add(Console &console) const;
    [[nodiscard]] int list(Console &console) const;
    [[nodiscard]] int remove(Console &console) const;

    CommandOptions m_add;
    CommandOptions m_list;
    WorkspaceOptions m_options;
    std::vector<std::string> m_packages;
    std::string m_source;
    std::string m_fileName;
    std::string m_version;
    std::string m_platform;
};

} // namespace drydock::cli
