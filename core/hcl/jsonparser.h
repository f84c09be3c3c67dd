// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/jsonlexer.h"
#include "core/hcl/jsonsyntax.h"
#include "core/hcl/treebuilder.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drydock::hcl {

/// The recursive descent behind parseJson(); used once. After an error it goes on behind the next comma on the same
/// level, so there is one message for each thing that is wrong.
class JsonParser
{
public:
    explicit JsonParser(SourceFile source);

    [[nodiscard]] ParsedFile file(const BodySchema &schema);

private:
    /// The names set in a body or an object, with where.
    using Names = std::unordered_map<std::string_view, std::uint32_t>;
    /// A block while its labels are read.
    struct Header
    {
        JsonToken type;
        std::vector<JsonToken> labels;
        const BodySchema *around = nullptr;
    };

    // Tokens
    [[nodiscard]] const JsonToken &token() const { return m_tokens[m_at]; }
    [[nodiscard]] bool at(JsonTokenKind kind) const { return token().kind == kind; }
    void advance();
    void skip();
    void resync();
    [[nodiscard]] std::string_view inside(const JsonToken &string) const;
    [[nodiscard]] JsonShape shape() const;
    [[nodiscard]] bool enter();

    // Objects and arrays: `each` stands on a value and consumes it
    void properties(const std::function<void(const JsonToken &name)> &each);
    void elements(const std::function<void()> &each);
    [[nodiscard]] bool propertyName(JsonToken &name);
    void objects(std::string_view what, const std::function<void(const JsonToken &name)> &each);
    void endOfElement(const JsonToken &opener, JsonTokenKind closer);

    // Bodies
    void body(Children &items, const BodySchema &schema);
    void member(Children &items, const JsonToken &name, const BodySchema &schema, Names &names);
    void argument(Children &items, const JsonToken &name, StringMeaning strings, Names &names);
    void blocks(Children &items, Header &header, std::uint32_t labelsLeft);
    void block(Children &items, const Header &header, std::uint32_t start);

    // Expressions
    [[nodiscard]] NodeId value(StringMeaning strings);
    [[nodiscard]] NodeId object(StringMeaning strings);
    [[nodiscard]] NodeId array(StringMeaning strings);
    [[nodiscard]] NodeId string(const JsonToken &given, StringMeaning strings);
    [[nodiscard]] NodeId number();
    [[nodiscard]] NodeId word();
    [[nodiscard]] NodeId missing();

    // Messages
    void report(ByteRange range, std::string summary, std::string detail, std::string hint = {});
    void reportMissingValue();
    void reportUnexpected(const JsonToken &name, const BodySchema &schema);
    void reportType(std::string detail);
    [[nodiscard]] std::string lineOf(std::uint32_t offset) const;
    [[nodiscard]] ParsedFile finish(NodeId root);

    TreeBuilder m_builder;
    std::vector<JsonToken> m_tokens;
    std::vector<Diagnostic> m_diagnostics;
    std::uint32_t m_at = 0;
    std::uint32_t m_lastEnd = 0; ///< where the token before the current one ended
    std::uint32_t m_depth = 0;
    bool m_unclosed = false; ///< the end of the file was reported
};

} // namespace drydock::hcl
