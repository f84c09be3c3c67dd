// SPDX-License-Identifier: MIT
#include "core/server/router.h"

#include <utility>

namespace drydock::server {

static std::vector<std::string> segmentsOf(std::string_view pattern)
{
    std::vector<std::string> segments;
    while (pattern.starts_with('/')) {
        pattern.remove_prefix(1);
        const std::size_t slash = pattern.find('/');
        if (!pattern.substr(0, slash).empty())
            segments.emplace_back(pattern.substr(0, slash));
        pattern.remove_prefix(slash == std::string_view::npos ? pattern.size() : slash);
    }
    return segments;
}

static bool isPlaceholder(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

static bool fits(const std::vector<std::string> &pattern, const std::vector<std::string> &path)
{
    if (pattern.size() != path.size())
        return false;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (!isPlaceholder(pattern[i]) && pattern[i] != path[i])
            return false;
    return true;
}

void Router::get(std::string pattern, Handler handler)
{
    add({Method::Get, std::move(pattern), {}, std::move(handler), {}, 0});
}

void Router::upload(Method method, std::string pattern, std::uint64_t limit, UploadHandler handler)
{
    add({method, std::move(pattern), {}, {}, std::move(handler), limit});
}

void Router::add(Route route)
{
    route.segments = segmentsOf(route.pattern);
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(Request &request) const
{
    Match match;
    const Method wanted = request.method == Method::Head ? Method::Get : request.method;
    for (const Route &route : m_routes) {
        if (!fits(route.segments, request.segments))
            continue;
        if (route.method == wanted) {
            for (std::size_t i = 0; i < route.segments.size(); ++i)
                if (isPlaceholder(route.segments[i]))
                    request.parameters[route.segments[i].substr(1, route.segments[i].size() - 2)] = request.segments[i];
            match.route = &route;
            return match;
        }
        match.allow += (match.allow.empty() ? "" : ", ") + std::string(methodName(route.method)) +
                       (route.method == Method::Get ? ", HEAD" : "");
    }
    return match;
}

} // namespace drydock::server
