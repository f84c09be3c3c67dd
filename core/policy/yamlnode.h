// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::policy {

struct YamlField;

/// A parsed YAML document as plain data: aliases resolved, every node with its place.
struct YamlNode
{
    enum class Kind : std::uint8_t { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    bool quoted = false; ///< a scalar in quotes or a block scalar: always a string
    std::string scalar;
    std::vector<YamlNode> items;
    std::vector<YamlField> fields;
    std::uint32_t line = 0;   ///< from 1
    std::uint32_t column = 0; ///< from 1

    [[nodiscard]] const YamlNode *find(std::string_view key) const; ///< null: not there
};

struct YamlField
{
    YamlNode key;
    YamlNode value;
};

/// Reads one document with at most 8 MiB of text, 200,000 nodes and 64 levels; refuses duplicate keys. `code` becomes
/// the code of errors (`config.invalid`); their place is `fileName:line:column`.
class YamlReader
{
public:
    YamlReader(std::string fileName, std::string code);

    [[nodiscard]] Result<YamlNode> parse(std::string_view text) const;

    [[nodiscard]] Failure wrong(const YamlNode &node, std::string message, std::string hint = {}) const;
    /// Fails when `node` is no mapping, or holds a key that is not in `allowed`; suggests the nearest one.
    [[nodiscard]] Result<> checkKeys(const YamlNode &node, std::string_view what,
                                     std::initializer_list<std::string_view> allowed) const;
    [[nodiscard]] Result<std::string> text(const YamlNode &node, std::string_view what) const; ///< not empty
    /// A list of texts; a single text counts as a list of one.
    [[nodiscard]] Result<std::vector<std::string>> texts(const YamlNode &node, std::string_view what) const;
    /// The node as JSON (numbers, booleans and nulls by YAML's core schema).
    [[nodiscard]] static std::string json(const YamlNode &node);

private:
    std::string m_file;
    std::string m_code;
};

/// The one of `candidates` that `word` is probably a misspelling of; empty when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string> &candidates);

} // namespace drydock::policy
