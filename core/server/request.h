// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::server {

enum class Method { Get, Head, Post, Put, Delete };

[[nodiscard]] std::string_view methodName(Method method);

/// A request whose head was read and checked.
struct Request
{
    Method method = Method::Get;
    std::string path;                  ///< percent-decoded once, without query; begins with `/`
    std::vector<std::string> segments; ///< of path; none is empty, `.` or `..`, or holds `/`, `\` or a control
    std::map<std::string, std::string> query;
    std::vector<std::pair<std::string, std::string>> fields; ///< names in lower case
    std::map<std::string, std::string> parameters;           ///< what `{name}` in the route's pattern matched
    std::string client;                                      ///< peer address without port
    std::string host;                                        ///< the Host field

    [[nodiscard]] std::optional<std::string_view> field(std::string_view lowerCaseName) const;
    [[nodiscard]] const std::string &parameter(const std::string &name) const; ///< empty if there is none
    [[nodiscard]] std::string queryValue(const std::string &name) const;       ///< empty if there is none
};

} // namespace drydock::server
