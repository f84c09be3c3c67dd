// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// Arguments of resource types that somebody names, for example the policies: what completion offers where no schema
/// was imported. Filled once, then shared and immutable.
class KnownArguments
{
public:
    enum class Form : unsigned char { Argument, Block };
    struct Name
    {
        std::string name;
        Form form = Form::Argument;
    };

    /// `type` as in a rule: "aws_instance", "data.aws_ami"; `path` as in "metadata_options.http_tokens" or
    /// "ingress[0]".
    void add(std::string_view type, std::string_view path);

    /// What may stand in a block of the type, or in blocks inside it ("metadata_options").
    [[nodiscard]] std::vector<Name> find(std::string_view type, std::span<const std::string> nested) const;
    [[nodiscard]] bool empty() const { return m_paths.empty(); }

private:
    std::map<std::string, std::set<std::vector<std::string>>, std::less<>> m_paths;
};

} // namespace drydock::language
