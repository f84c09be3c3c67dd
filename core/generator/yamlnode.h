// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::generator {

/// A node of generator.yaml with its file and line; yaml-cpp stays behind it. Errors have the code `generator.yaml` and
/// the place FILE:LINE. Private to this folder.
class YamlNode
{
public:
    [[nodiscard]] static Result<YamlNode> load(const std::filesystem::path &file);

    [[nodiscard]] bool has(const std::string &key) const;
    [[nodiscard]] int line(const std::string &key) const;
    [[nodiscard]] std::optional<std::string> text() const; ///< of the node itself, when it is a scalar
    [[nodiscard]] std::string text(const std::string &key, const std::string &otherwise) const;
    [[nodiscard]] Result<std::string> requiredText(const std::string &key) const;
    [[nodiscard]] Result<std::vector<std::string>>
    texts(const std::string &key) const; ///< a list of scalars; may be missing
    [[nodiscard]] Result<std::vector<YamlNode>> list(const std::string &key) const; ///< empty when missing
    [[nodiscard]] hcl::Value value(const std::string &key) const;                   ///< anything, as an HCL value
    /// An error when the node is no mapping or has a key that is not listed.
    [[nodiscard]] Result<> only(std::initializer_list<const char *> keys) const;
    [[nodiscard]] Failure wrong(const std::string &key, const std::string &what) const;

private:
    struct Content;
    explicit YamlNode(std::shared_ptr<const Content> content);
    std::shared_ptr<const Content> m_content;
};

} // namespace drydock::generator
