// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// JSON that Terraform wrote, read into one index without a tree of objects: 24 bytes a value beside the texts.
/// Internal to core/terraform.
namespace drydock::terraform {

namespace limits {
inline constexpr std::size_t JsonBytes = 1U << 30U;
inline constexpr std::size_t JsonDepth = 512;
inline constexpr std::size_t JsonValues = 50'000'000;
} // namespace limits

enum class JsonKind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

class JsonDocument;

/// Something is not what the format says. Thrown by the accessors of JsonValue, turned into an Error by guarded().
struct JsonShapeError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A value of a document, which must outlive it; or nothing, where a member is not there. Reading a member of nothing
/// gives nothing; the `required…` and typed accessors throw JsonShapeError with the path.
class JsonValue
{
public:
    JsonValue() = default;
    JsonValue(const JsonDocument *document, std::uint32_t node)
        : m_document(document)
        , m_node(node)
    {
    }

    [[nodiscard]] explicit operator bool() const { return m_document != nullptr; }
    [[nodiscard]] JsonKind kind() const;
    /// Not there, or `null`.
    [[nodiscard]] bool isNull() const { return m_document == nullptr || kind() == JsonKind::Null; }
    /// A string's content, a number as it was written; "true", "false", "null".
    [[nodiscard]] std::string_view text() const;
    /// The name it has in its object; empty elsewhere.
    [[nodiscard]] std::string_view key() const;

    /// The member of an object; of two with one name the last, as in Go. Nothing when it is not there or `null`.
    [[nodiscard]] JsonValue operator[](std::string_view name) const;
    [[nodiscard]] JsonValue required(std::string_view name) const;

    /// Members or elements, in order; nothing has none. Throws for a scalar.
    [[nodiscard]] std::vector<JsonValue> elements() const; ///< of an array
    [[nodiscard]] std::vector<JsonValue> members() const;  ///< of an object

    [[nodiscard]] std::string string() const; ///< empty when it is not there
    [[nodiscard]] bool boolean() const;       ///< false when it is not there
    /// Whole, not negative; 0 when it is not there.
    [[nodiscard]] std::uint64_t integer() const;

    /// `$.provider_schemas["x/y/z"].version`
    [[nodiscard]] std::string path() const;
    /// "a string is required here, not an array".
    [[noreturn]] void refuse(std::string_view what) const;

    [[nodiscard]] std::uint32_t node() const { return m_node; }
    [[nodiscard]] JsonValue firstChild() const;
    [[nodiscard]] JsonValue nextSibling() const;

private:
    const JsonDocument *m_document = nullptr;
    std::uint32_t m_node = 0;
};

class JsonDocument
{
public:
    /// Codes: `json.syntax`, `json.limit`; the place is FILE:LINE:COLUMN, the message has the path.
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text, const std::string &fileName);

    [[nodiscard]] JsonValue root() const { return {this, 0}; }
    [[nodiscard]] const std::string &fileName() const { return m_fileName; }

private:
    friend class JsonValue;
    friend class JsonBuilder;

    struct Node
    {
        std::uint32_t text = 0; ///< in m_texts
        std::uint32_t length = 0;
        std::uint32_t key = 0; ///< in m_keys; 0: none
        std::uint32_t next = 0;
        std::uint32_t parent = 0;
        JsonKind kind = JsonKind::Null;
        bool hasChildren = false; ///< the first one follows at once
    };

    std::string m_fileName;
    std::string m_texts;
    std::vector<Node> m_nodes;
    std::vector<std::string> m_keys{std::string()};
};

/// Refuses a `format_version` of another major number, and one that is missing; `what` names the file: "plan".
void checkFormatVersion(const JsonValue &root, unsigned major, std::string_view what);

/// A format that is refused as a whole: leaves guarded() with its own code.
struct JsonFormatError : std::runtime_error
{
    JsonFormatError(std::string errorCode, const std::string &message, std::string errorHint);
    std::string code;
    std::string hint;
};

/// Runs `read` and turns the exceptions above into errors about the file.
template <typename Function>
auto guarded(const std::string &fileName, const Function &read) -> decltype(read())
{
    try {
        return read();
    } catch (const JsonShapeError &error) {
        return failure("json.shape", error.what(), fileName, "Make the file again with Terraform or OpenTofu.");
    } catch (const JsonFormatError &error) {
        return failure(error.code, error.what(), fileName, error.hint);
    }
}

} // namespace drydock::terraform
