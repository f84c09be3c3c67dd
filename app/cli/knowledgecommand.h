// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/outputformat.h"

#include <string>
#include <vector>

namespace drydock::knowledge {
class KnowledgeIndex;
}

namespace drydock::cli {

/// `knowledge search|show|list|related`.
class KnowledgeCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "knowledge"; }
    [[nodiscard]] std::string summary() const override { return "Search and read the articles that come with Drydock"; }
    void configure(CommandOptions options) override;
    [[nodiscard]] int run(Console &console) override;

private:
    [[nodiscard]] int search(Console &console, const knowledge::KnowledgeIndex &index) const;
    [[nodiscard]] int show(Console &console, const knowledge::KnowledgeIndex &index) const;
    [[nodiscard]] int list(Console &console, const knowledge::KnowledgeIndex &index) const;
    [[nodiscard]] int related(Console &console, const knowledge::KnowledgeIndex &index) const;

    CommandOptions m_search;
    CommandOptions m_show;
    CommandOptions m_list;
    WorkspaceOptions m_options;
    std::vector<std::string> m_words;
    std::vector<std::string> m_tags;
    std::vector<std::string> m_rules;
    std::vector<std::string> m_generators;
    std::string m_tag;
    std::string m_id;
    unsigned m_limit = 10;
};

} // namespace drydock::cli
