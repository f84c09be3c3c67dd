// SPDX-License-Identifier: MIT
#include "core/generator/generatorcatalog.h"

#include "core/hcl/suggestion.h"

#include <algorithm>
#include <tuple>

namespace drydock::generator {

namespace fs = std::filesystem;

/// Folders with a generator.yaml, two levels down.
static std::vector<fs::path> generatorFolders(const fs::path &folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto &provider : fs::directory_iterator(folder, error)) {
        if (!provider.is_directory(error))
            continue;
        for (const auto &entry : fs::directory_iterator(provider.path(), error))
            if (fs::exists(entry.path() / "generator.yaml", error))
                found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

static bool before(const Generator &a, const Generator &b)
{
    return std::tie(a.info().provider, a.info().title) < std::tie(b.info().provider, b.info().title);
}

Result<GeneratorCatalog> GeneratorCatalog::load(const fs::path &folder)
{
    GeneratorCatalog catalog;
    for (const fs::path &path : generatorFolders(folder)) {
        auto generator = Generator::load(path);
        if (!generator)
            return tl::unexpected(generator.error());
        if (catalog.find(generator->info().slug) != nullptr)
            return failure("generator.yaml", "Two generators have the slug " + generator->info().slug + ".",
                           (path / "generator.yaml").string());
        catalog.m_generators.push_back(std::move(*generator));
    }
    std::ranges::sort(catalog.m_generators, before);
    return catalog;
}

const Generator *GeneratorCatalog::find(std::string_view slug) const
{
    const auto found = std::ranges::find_if(m_generators, [&](const Generator &g) { return g.info().slug == slug; });
    return found != m_generators.end() ? &*found : nullptr;
}

Result<Generator> GeneratorCatalog::require(std::string_view slug) const
{
    if (const Generator *generator = find(slug))
        return *generator;
    std::vector<std::string> slugs;
    std::string all;
    for (const Generator &generator : m_generators) {
        slugs.push_back(generator.info().slug);
        all += (all.empty() ? "" : ", ") + generator.info().slug;
    }
    const std::string near = hcl::suggestion(slug, slugs);
    return failure("generator.unknown", "There is no generator \"" + std::string(slug) + "\".", {},
                   (near.empty() ? "" : near + " ") + "There are: " + all + ".");
}

hcl::Fields sampleValues(const Generator &generator)
{
    hcl::Fields values = generator.defaults();
    for (hcl::Field &field : values) {
        const Input *input = generator.input(field.name);
        if (field.value.isNull() && !input->placeholder.empty())
            field.value = parseInput(*input, input->placeholder).value_or(field.value);
    }
    return values;
}

std::vector<hcl::Fields> sampleVariants(const Generator &generator)
{
    const hcl::Fields start = sampleValues(generator);
    std::vector<hcl::Fields> variants{start};
    hcl::Fields turned = start;
    for (std::size_t i = 0; i < start.size(); ++i) {
        const Input *input = generator.input(start[i].name);
        if (input->type == InputType::Boolean) {
            const hcl::Value other =
                hcl::Value::boolean(!(start[i].value.is(hcl::Kind::Bool) && start[i].value.asBool()));
            variants.push_back(start);
            variants.back()[i].value = other;
            turned[i].value = other;
        }
        for (const Choice &choice : input->choices) {
            variants.push_back(start);
            variants.back()[i].value = hcl::Value::string(choice.value);
        }
    }
    variants.push_back(std::move(turned));
    std::erase_if(variants, [&](const hcl::Fields &values) {
        return &values != &variants.front() && !generator.validateInputs(values).empty();
    });
    return variants;
}

std::vector<Error> GeneratorCatalog::check(const fs::path &folder)
{
    std::vector<Error> errors;
    for (const fs::path &path : generatorFolders(folder)) {
        auto generator = Generator::load(path);
        if (!generator) {
            errors.push_back(generator.error());
            continue;
        }
        for (const hcl::Fields &values : sampleVariants(*generator)) {
            auto files = generator->render(values, Task());
            if (!files && std::ranges::find(errors, files.error().message, &Error::message) == errors.end())
                errors.push_back(files.error());
        }
    }
    return errors;
}

} // namespace drydock::generator
