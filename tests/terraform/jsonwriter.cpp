// SPDX-License-Identifier: MIT
#include "tests/terraform/jsonwriter.h"

#include "core/base/filereader.h"
#include "core/hcl/jsonsyntax.h"
#include "core/terraform/configurationschema.h"
#include "core/terraform/parsefile.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <vector>

namespace drydock::terraform::test {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using hcl::Expression;
using hcl::ExpressionKind;
using hcl::StringMeaning;

static Json valueOf(const Expression &expression, StringMeaning strings);

/// Text that is itself again once the template is evaluated.
static std::string escaped(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((text[at] == '$' || text[at] == '%') && at + 1 < text.size() && text[at + 1] == '{')
            out += text[at];
        out += text[at];
    }
    return out;
}

static std::string sourceOf(const Expression &expression, StringMeaning strings)
{
    const std::string text(expression.text());
    // A heredoc needs its line end, and a comment may be the last thing of a line.
    return strings == StringMeaning::Template ? "${" + text + "\n}" : text;
}

static Json objectOf(const Expression &expression, StringMeaning strings)
{
    Json object = Json::object();
    for (const hcl::ObjectItem item : expression.items()) {
        const bool isBare = item.key().kind() == ExpressionKind::Variable;
        std::string key;
        if (const auto name = item.keyName())
            key = strings == StringMeaning::Template && !isBare ? escaped(*name) : *name;
        else
            key = sourceOf(item.key().unwrapped(), strings);
        // The last one of a name counts.
        object[key] = valueOf(item.value(), strings);
    }
    return object;
}

static Json valueOf(const Expression &expression, StringMeaning strings)
{
    switch (expression.kind()) {
    case ExpressionKind::True:
        return true;
    case ExpressionKind::False:
        return false;
    case ExpressionKind::Null:
        return nullptr;
    case ExpressionKind::Number: {
        const Json number = Json::parse(expression.text(), nullptr, false);
        return number.is_number_integer() ? number : Json(sourceOf(expression, strings));
    }
    case ExpressionKind::String:
    case ExpressionKind::Heredoc:
        if (const auto text = expression.stringValue())
            return strings == StringMeaning::Template ? escaped(*text) : *text;
        return sourceOf(expression, strings);
    case ExpressionKind::Tuple: {
        Json array = Json::array();
        for (const Expression element : expression.elements())
            array.push_back(valueOf(element, strings));
        return array;
    }
    case ExpressionKind::Object:
        return objectOf(expression, strings);
    default:
        return sourceOf(expression, strings);
    }
}

static hcl::JsonShape shapeOf(const Expression &expression)
{
    if (expression.kind() == ExpressionKind::Object)
        return hcl::JsonShape::Object;
    if (expression.kind() != ExpressionKind::Tuple)
        return hcl::JsonShape::Other;
    for (const Expression element : expression.elements())
        if (element.kind() != ExpressionKind::Object)
            return hcl::JsonShape::Other;
    return hcl::JsonShape::Objects;
}

static Json bodyOf(const hcl::Body &body, const hcl::BodySchema &schema);

static void addBlock(Json &object, const hcl::Block &block, const hcl::BodySchema &schema)
{
    std::vector<std::string> labels;
    Json *place = &object[std::string(block.type())];
    for (const hcl::Label label : block.labels()) {
        labels.push_back(label.value());
        place = &(*place)[labels.back()];
    }
    Json content = bodyOf(block.body(), *schema.inside(block.type(), labels));
    if (place->is_null())
        *place = std::move(content);
    else if (place->is_array())
        place->push_back(std::move(content));
    else
        *place = Json::array({std::move(*place), std::move(content)});
}

static Json bodyOf(const hcl::Body &body, const hcl::BodySchema &schema)
{
    Json object = Json::object();
    for (const hcl::BodyItem item : body.items()) {
        if (const hcl::Block block = item.block()) {
            addBlock(object, block, schema);
            continue;
        }
        const hcl::Attribute attribute = item.attribute();
        const hcl::BodyMember member = schema.member(attribute.name(), shapeOf(attribute.value()));
        object[std::string(attribute.name())] = valueOf(attribute.value(), member.strings);
    }
    return object;
}

std::string toJsonSyntax(const hcl::ParsedFile &file)
{
    const FileKind kind = formatOf(file.source().name()).value_or(FileFormat{}).kind;
    const auto schema = kind == FileKind::Test        ? testSchema()
                        : kind == FileKind::Variables ? hcl::argumentsOnly(StringMeaning::Verbatim)
                                                      : configurationSchema();
    return bodyOf(file.body(), *schema).dump(2) + "\n";
}

std::size_t convertFolder(const fs::path &folder)
{
    std::set<fs::path> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const auto format = formatOf(entry.path().filename().string());
        if (entry.is_regular_file() && format && format->syntax == hcl::Syntax::Native &&
            format->kind != FileKind::Test)
            files.insert(entry.path());
    }
    for (const fs::path &file : files) {
        const hcl::ParsedFile parsed = parseFile(hcl::SourceFile(file.string(), readFile(file).value()));
        std::ofstream(file.string() + ".json") << toJsonSyntax(parsed);
        fs::remove(file);
    }
    return files.size();
}

} // namespace drydock::terraform::test
