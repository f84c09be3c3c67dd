// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"

#include <string>
#include <vector>

namespace drydock::generator {
class Generator;
class GeneratorCatalog;
struct RenderedFile;
} // namespace drydock::generator

namespace drydock::cli {

/// `generate SLUG --set NAME=VALUE ... --output DIR` or `--project SLUG`, `generate --list`, `generate --describe
/// SLUG`.
class GenerateCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "generate"; }
    [[nodiscard]] std::string summary() const override
    {
        return "Generate a configuration from answers to its questions";
    }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] int list(Console &console, const generator::GeneratorCatalog &catalog) const;
    [[nodiscard]] int describe(Console &console, const generator::Generator &generator) const;
    [[nodiscard]] int generate(Console &console, const generator::Generator &generator) const;

    /// Keeps the files as a version of a library asset; prints what became of it into `saved`.
    [[nodiscard]] Result<> save(Console &console, const generator::Generator &generator, const std::string &inputs,
                                const std::vector<generator::RenderedFile> &files, std::string &saved) const;

    WorkspaceOptions m_options;
    std::string m_slug;
    std::string m_described;
    std::string m_output;
    std::string m_project;
    std::string m_asset;
    std::vector<std::string> m_settings;
    bool m_list = false;
    bool m_force = false;
};

} // namespace drydock::cli
