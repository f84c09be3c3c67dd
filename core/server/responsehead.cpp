// SPDX-License-Identifier: MIT
#include "core/server/responsehead.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace drydock::server {

std::string_view reasonPhrase(int status)
{
    static constexpr auto phrases = std::to_array<std::pair<int, std::string_view>>({
        {200, "OK"},
        {201, "Created"},
        {204, "No Content"},
        {206, "Partial Content"},
        {302, "Found"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    });
    const auto at = std::find_if(phrases.begin(), phrases.end(), [status](const auto &p) { return p.first == status; });
    return at == phrases.end() ? "Unknown" : at->second;
}

static std::string httpDate(std::time_t time)
{
    // Not strftime, whose names of days and months follow the locale.
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                  months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    return text.data();
}

std::string responseHead(const Response &response, std::uint64_t contentLength, Connection11 connection)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " " +
                       std::string(reasonPhrase(response.status)) + "\r\nDate: " + httpDate(std::time(nullptr)) +
                       "\r\n";
    for (const auto &[name, value] : response.fields) {
        head += name + ": ";
        for (const char c : value)
            head += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        head += "\r\n";
    }
    if (response.status != 204 && response.status != 304)
        head += "Content-Length: " + std::to_string(contentLength) + "\r\n";
    head += "X-Content-Type-Options: nosniff\r\n";
    if (connection == Connection11::Close)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace drydock::server
