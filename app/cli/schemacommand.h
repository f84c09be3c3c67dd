// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"
#include "core/project/schemaservice.h"

#include <string>
#include <vector>

namespace drydock::cli {

/// `schema import|list|show|remove`.
class SchemaCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "schema"; }
    [[nodiscard]] std::string summary() const override { return "Keep provider schemas for validation and completion"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] int import(Console &console, const project::SchemaService &schemas) const;
    [[nodiscard]] int list(Console &console, const project::SchemaService &schemas) const;
    [[nodiscard]] int show(Console &console, const project::SchemaService &schemas) const;
    [[nodiscard]] int showType(Console &console, const project::SchemaService &schemas,
                               const project::StoredProvider &provider) const;
    [[nodiscard]] int remove(Console &console, const project::SchemaService &schemas) const;
    /// What is imported: the file, or what Terraform says in the folder.
    [[nodiscard]] Result<std::string> importedText(Console &console) const;
    [[nodiscard]] Result<project::ProviderVersions> importedVersions() const;

    CommandOptions m_import;
    CommandOptions m_list;
    CommandOptions m_show;
    WorkspaceOptions m_options;
    std::string m_file;
    std::string m_folder;
    std::vector<std::string> m_versions;
    std::string m_provider;
    std::string m_type;
    std::string m_kind;
    std::string m_version;
};

} // namespace drydock::cli
