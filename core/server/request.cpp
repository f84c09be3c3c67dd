// SPDX-License-Identifier: MIT
#include "core/server/request.h"

#include "core/base/encoding.h"
#include "core/server/requesthead.h"

#include <algorithm>

namespace drydock::server {

static constexpr std::size_t longestTarget = 8192;

std::string_view methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    }
    return "";
}

std::optional<std::string_view> Request::field(std::string_view lowerCaseName) const
{
    for (const auto &[name, value] : fields)
        if (name == lowerCaseName)
            return value;
    return std::nullopt;
}

const std::string &Request::parameter(const std::string &name) const
{
    static const std::string none;
    const auto at = parameters.find(name);
    return at == parameters.end() ? none : at->second;
}

std::string Request::queryValue(const std::string &name) const
{
    const auto at = query.find(name);
    return at == query.end() ? std::string() : at->second;
}

static tl::unexpected<HttpProblem> problem(int status, std::string message)
{
    return tl::unexpected<HttpProblem>(HttpProblem{status, std::move(message)});
}

static std::optional<Method> methodFrom(std::string_view name)
{
    for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Put, Method::Delete})
        if (methodName(method) == name)
            return method;
    return std::nullopt;
}

static bool isHostValue(std::string_view value)
{
    return !value.empty() && value.size() <= 300 && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("-._~:[]").find(c) != std::string_view::npos;
    });
}

static tl::expected<std::string, HttpProblem> hostOf(const RequestHead &head)
{
    std::string host;
    int count = 0;
    for (const auto &[name, value] : head.fields)
        if (name == "host") {
            host = value;
            ++count;
        }
    if (count > 1 || (count == 0 && head.version >= 11))
        return problem(400, "The request must have exactly one Host field.");
    if (count == 1 && !isHostValue(host))
        return problem(400, "The Host field is not valid.");
    return host;
}

// `https://host/path` is what a client sends through a proxy; every server must understand it.
static std::string_view originForm(std::string_view target)
{
    for (const std::string_view scheme : {"https://", "http://"})
        if (target.starts_with(scheme)) {
            const std::size_t path = target.find('/', scheme.size());
            return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
        }
    return target;
}

static bool isSafeSegment(std::string_view segment)
{
    return segment != "." && segment != ".." && isValidUtf8(segment) &&
           std::none_of(segment.begin(), segment.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\';
           });
}

// Split before decoding, so that an encoded slash cannot make a segment; decoded once, so that %252e stays %2e.
static bool readPath(std::string_view path, Request &request)
{
    if (!path.starts_with('/'))
        return false;
    path.remove_prefix(1);
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const auto segment = percentDecode(path.substr(0, slash));
        if (!segment || segment->empty() || !isSafeSegment(*segment))
            return false;
        request.path += "/" + *segment;
        request.segments.push_back(*segment);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    if (request.path.empty())
        request.path = "/";
    return true;
}

static bool readQuery(std::string_view query, Request &request)
{
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        std::string pair(query.substr(0, end));
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        std::replace(pair.begin(), pair.end(), '+', ' ');
        const std::size_t equals = pair.find('=');
        const auto name = percentDecode(std::string_view(pair).substr(0, equals));
        const auto value = equals == std::string::npos ? Result<std::string>("")
                                                       : percentDecode(std::string_view(pair).substr(equals + 1));
        if (!name || !value || !isValidUtf8(*name) || !isValidUtf8(*value))
            return false;
        if (!name->empty())
            request.query.emplace(*name, *value);
    }
    return true;
}

tl::expected<Request, HttpProblem> requestFrom(RequestHead head)
{
    Request request;
    auto host = hostOf(head);
    if (!host)
        return tl::unexpected<HttpProblem>(host.error());
    request.host = std::move(*host);
    const auto method = methodFrom(head.method);
    if (!method)
        return problem(501, "The method is not implemented.");
    request.method = *method;
    if (head.target.size() > longestTarget)
        return problem(414, "The address is too long.");
    const std::string_view target = originForm(head.target);
    const std::size_t question = target.find('?');
    if (target.find('#') != std::string_view::npos || !readPath(target.substr(0, question), request))
        return problem(400, "The path is not valid.");
    if (question != std::string_view::npos && !readQuery(target.substr(question + 1), request))
        return problem(400, "The query is not valid.");
    request.fields = std::move(head.fields);
    return request;
}

} // namespace drydock::server
