// SPDX-License-Identifier: MIT
#include "core/terraform/source.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace drydock::terraform {

// Reads the step after '[' at `at`; moves `at` behind ']'. False when it is malformed.
static bool readBracket(std::string_view text, std::size_t &at, std::vector<AttributePath::Step> &steps)
{
    ++at;
    if (at < text.size() && text[at] == '"') {
        const std::size_t end = text.find('"', at + 1);
        if (end == std::string_view::npos || end + 1 >= text.size() || text[end + 1] != ']')
            return false;
        steps.emplace_back(std::string(text.substr(at + 1, end - at - 1)));
        at = end + 2;
        return true;
    }
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), index);
    at = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || at >= text.size() || text[at] != ']')
        return false;
    ++at;
    steps.emplace_back(index);
    return true;
}

AttributePath AttributePath::parse(std::string_view text)
{
    AttributePath path;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '.') {
            ++at;
            continue;
        }
        if (text[at] == '[') {
            if (!readBracket(text, at, path.m_steps))
                break;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(".[", at), text.size());
        const std::string_view name = text.substr(at, end - at);
        std::size_t index = 0;
        const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), index);
        if (error == std::errc() && stop == name.data() + name.size())
            path.m_steps.emplace_back(index);
        else
            path.m_steps.emplace_back(std::string(name));
        at = end;
    }
    return path;
}

AttributePath AttributePath::name(std::string name) const
{
    AttributePath path = *this;
    path.m_steps.emplace_back(std::move(name));
    return path;
}

AttributePath AttributePath::index(std::size_t index) const
{
    AttributePath path = *this;
    path.m_steps.emplace_back(index);
    return path;
}

std::string AttributePath::text() const
{
    std::string out;
    for (const Step &step : m_steps) {
        if (const auto *index = std::get_if<std::size_t>(&step))
            out += "[" + std::to_string(*index) + "]";
        else
            out += (out.empty() ? "" : ".") + std::get<std::string>(step);
    }
    return out;
}

} // namespace drydock::terraform
