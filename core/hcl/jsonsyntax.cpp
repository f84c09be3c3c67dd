// SPDX-License-Identifier: MIT
#include "core/hcl/jsonsyntax.h"

#include "core/hcl/jsonparser.h"

#include <utility>

namespace drydock::hcl {

namespace {

class ArgumentsOnly : public BodySchema
{
public:
    explicit ArgumentsOnly(StringMeaning strings)
        : m_strings(strings)
    {
    }

    [[nodiscard]] BodyMember member(std::string_view, JsonShape) const override
    {
        return {BodyMember::Kind::Argument, m_strings, 0};
    }
    [[nodiscard]] std::shared_ptr<const BodySchema> inside(std::string_view,
                                                           std::span<const std::string>) const override
    {
        return argumentsOnly(m_strings);
    }
    [[nodiscard]] bool allowsArray() const override { return false; }

private:
    StringMeaning m_strings;
};

} // namespace

std::shared_ptr<const BodySchema> argumentsOnly(StringMeaning strings)
{
    return std::make_shared<ArgumentsOnly>(strings);
}

ParsedFile parseJson(SourceFile source, const BodySchema &schema)
{
    return JsonParser(std::move(source)).file(schema);
}

} // namespace drydock::hcl
