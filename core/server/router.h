// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/server/request.h"
#include "core/server/response.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::server {

/// Where an upload goes, piece by piece as it arrives. Destroyed without finish() when the client goes away.
class BodySink
{
public:
    virtual ~BodySink() = default;
    [[nodiscard]] virtual Result<> write(std::string_view bytes) = 0;
    [[nodiscard]] virtual Result<Response> finish() = 0;
};

using Handler = std::function<Result<Response>(const Request &)>;
using UploadHandler = std::function<Result<std::unique_ptr<BodySink>>(const Request &)>;

/// The table of routes. A pattern is a path whose segments may be `{name}`; a trailing slash in a request does not
/// matter; where two patterns match, the one added first is taken. GET routes answer HEAD too.
class Router
{
public:
    void get(std::string pattern, Handler handler);
    /// A request with a body of at most `limit` bytes, handed over as it arrives.
    void upload(Method method, std::string pattern, std::uint64_t limit, UploadHandler handler);

    struct Route
    {
        Method method = Method::Get;
        std::string pattern;
        std::vector<std::string> segments;
        Handler handler;
        UploadHandler uploadHandler;
        std::uint64_t bodyLimit = 0;
    };
    struct Match
    {
        const Route *route = nullptr; ///< null: none
        std::string allow;            ///< the methods that the path does have, when only the method did not match
    };
    /// Fills `request.parameters` on a match.
    [[nodiscard]] Match match(Request &request) const;
    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    void add(Route route);

    std::vector<Route> m_routes;
};

} // namespace drydock::server
