// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"

namespace drydock::cli {

/// `publish module DIR|ARCHIVE --address NAMESPACE/NAME/SYSTEM --version V` and
/// `publish provider FILE.zip... --address NAMESPACE/TYPE`.
class PublishCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "publish"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Publish a module version or a provider package in the workspace's registry";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] int publishModule(Console &console) const;
    [[nodiscard]] int publishProviders(Console &console) const;

    CommandOptions m_module;
    WorkspaceOptions m_options;
    std::string m_source;
    std::vector<std::string> m_packages;
    std::string m_address;
    std::string m_version;
    std::vector<std::string> m_protocols{"5.0"};
};

} // namespace drydock::cli
