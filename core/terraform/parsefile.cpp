// SPDX-License-Identifier: MIT
#include "core/terraform/parsefile.h"

#include "core/hcl/jsonsyntax.h"
#include "core/terraform/configurationschema.h"

#include <array>
#include <utility>

namespace drydock::terraform {

namespace {

struct Ending
{
    std::string_view text;
    FileFormat format;
};

constexpr std::array<Ending, 12> Endings{{
    {".tf", {FileKind::Configuration, hcl::Syntax::Native}},
    {".tf.json", {FileKind::Configuration, hcl::Syntax::Json}},
    {".tofu", {FileKind::Configuration, hcl::Syntax::Native}},
    {".tofu.json", {FileKind::Configuration, hcl::Syntax::Json}},
    {".tfvars", {FileKind::Variables, hcl::Syntax::Native}},
    {".tfvars.json", {FileKind::Variables, hcl::Syntax::Json}},
    {".tftest.hcl", {FileKind::Test, hcl::Syntax::Native}},
    {".tftest.json", {FileKind::Test, hcl::Syntax::Json}},
    {".tofutest.hcl", {FileKind::Test, hcl::Syntax::Native}},
    {".tofutest.json", {FileKind::Test, hcl::Syntax::Json}},
    {".tfmock.hcl", {FileKind::Mock, hcl::Syntax::Native}},
    {".tfmock.json", {FileKind::Mock, hcl::Syntax::Json}},
}};

} // namespace

static const Ending *endingOf(std::string_view name)
{
    for (const Ending &ending : Endings) {
        if (name.size() > ending.text.size() && name.ends_with(ending.text) &&
            name[name.size() - ending.text.size() - 1] != '/')
            return &ending;
    }
    return nullptr;
}

std::optional<FileFormat> formatOf(std::string_view name)
{
    const Ending *ending = endingOf(name);
    return ending == nullptr ? std::nullopt : std::optional(ending->format);
}

std::string_view stemOf(std::string_view name)
{
    const Ending *ending = endingOf(name);
    return ending == nullptr ? std::string_view() : name.substr(0, name.size() - ending->text.size());
}

hcl::ParsedFile parseFile(hcl::SourceFile source, const SchemaCatalogue *schemas)
{
    const FileFormat format = formatOf(source.name()).value_or(FileFormat{});
    if (format.syntax == hcl::Syntax::Native)
        return hcl::parse(std::move(source));
    switch (format.kind) {
    case FileKind::Configuration:
        return hcl::parseJson(std::move(source), *configurationSchema(schemas));
    case FileKind::Test:
        return hcl::parseJson(std::move(source), *testSchema(schemas));
    case FileKind::Mock:
        return hcl::parseJson(std::move(source), *mockSchema());
    case FileKind::Variables:
        break;
    }
    return hcl::parseJson(std::move(source), *hcl::argumentsOnly(hcl::StringMeaning::Verbatim));
}

} // namespace drydock::terraform
