// SPDX-License-Identifier: MIT
#include "core/server/requestparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>

namespace drydock::server {

namespace beast = boost::beast;
namespace http = boost::beast::http;

static std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

static bool listHas(std::string_view list, std::string_view token)
{
    const std::string lower = lowerCase(list);
    for (std::size_t at = 0; at <= lower.size();) {
        const std::size_t comma = std::min(lower.find(',', at), lower.size());
        std::string_view item(lower.data() + at, comma - at);
        while (!item.empty() && (item.front() == ' ' || item.front() == '\t'))
            item.remove_prefix(1);
        while (!item.empty() && (item.back() == ' ' || item.back() == '\t'))
            item.remove_suffix(1);
        if (item == token)
            return true;
        at = comma + 1;
    }
    return false;
}

// Boost.Beast checks the grammar; no message container of its is used, so nothing is stored twice.
struct RequestParser::Private final : http::basic_parser<true>
{
    explicit Private(std::size_t fields)
        : fieldLimit(fields)
    {
    }

    RequestHead head;
    std::optional<HttpProblem> problem;
    std::optional<Error> sinkError;
    const std::function<Result<>(std::string_view)> *sink = nullptr;
    std::uint64_t bodyLimit = 0;
    std::uint64_t bodySize = 0;
    std::size_t fieldLimit;
    bool connectionClose = false;

    void refuse(int status, std::string message, beast::error_code &error)
    {
        problem = HttpProblem{status, std::move(message)};
        error = http::error::bad_field;
    }
    void onTransferEncoding(std::string_view value, beast::error_code &error);
    void onContentLength(std::string_view value, beast::error_code &error);

private:
    void on_request_impl(http::verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code &error) override;
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}
    void on_field_impl(http::field, beast::string_view name, beast::string_view value,
                       beast::error_code &error) override;
    void on_header_impl(beast::error_code &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    std::size_t on_body_impl(beast::string_view bytes, beast::error_code &error) override;
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, beast::error_code &error) override
    {
        return on_body_impl(bytes, error);
    }
    void on_finish_impl(beast::error_code &) override {}
};

void RequestParser::Private::on_request_impl(http::verb, beast::string_view method, beast::string_view target,
                                             int version, beast::error_code &error)
{
    head.method.assign(method.data(), method.size());
    head.target.assign(target.data(), target.size());
    head.version = version;
    if (version != 10 && version != 11)
        refuse(505, "Only HTTP/1.1 is spoken here.", error);
}

void RequestParser::Private::onTransferEncoding(std::string_view value, beast::error_code &error)
{
    if (head.chunked || head.contentLength)
        return refuse(400, "The length of the body is given twice.", error);
    if (lowerCase(value) != "chunked")
        return refuse(501, "The transfer encoding is not implemented.", error);
    if (head.version < 11)
        return refuse(400, "HTTP/1.0 has no transfer encodings.", error);
    head.chunked = true;
}

void RequestParser::Private::onContentLength(std::string_view value, beast::error_code &error)
{
    if (head.chunked || head.contentLength)
        return refuse(400, "The length of the body is given twice.", error);
    if (value.empty() || value.size() > 18 || value.find_first_not_of("0123456789") != std::string_view::npos)
        return refuse(400, "The Content-Length is not valid.", error);
    head.contentLength = std::stoull(std::string(value));
}

void RequestParser::Private::on_field_impl(http::field, beast::string_view rawName, beast::string_view rawValue,
                                           beast::error_code &error)
{
    // A trailer: its fields could change the meaning of the head after it was acted on, so they are dropped.
    if (is_header_done())
        return;
    if (head.fields.size() >= fieldLimit)
        return refuse(431, "The request has too many fields.", error);
    const std::string name = lowerCase({rawName.data(), rawName.size()});
    const std::string_view value(rawValue.data(), rawValue.size());
    if (value.find('\0') != std::string_view::npos)
        return refuse(400, "A field holds a NUL.", error);
    if (name == "transfer-encoding")
        onTransferEncoding(value, error);
    else if (name == "content-length")
        onContentLength(value, error);
    else if (name == "connection")
        connectionClose = connectionClose || listHas(value, "close");
    else if (name == "expect" && lowerCase(value) != "100-continue")
        refuse(417, "The expectation cannot be met.", error);
    else if (name == "expect")
        head.expectsContinue = true;
    head.fields.emplace_back(name, value);
}

void RequestParser::Private::on_header_impl(beast::error_code &)
{
    head.keepAlive = head.version == 11 && !connectionClose;
}

std::size_t RequestParser::Private::on_body_impl(beast::string_view bytes, beast::error_code &error)
{
    bodySize += bytes.size();
    if (bodySize > bodyLimit) {
        refuse(413, "The body is too large; at most " + std::to_string(bodyLimit) + " bytes are taken.", error);
        return 0;
    }
    if (auto taken = (*sink)({bytes.data(), bytes.size()}); !taken) {
        sinkError = taken.error();
        error = http::error::bad_field;
        return 0;
    }
    return bytes.size();
}

RequestParser::RequestParser(std::size_t headBytes, std::size_t fields)
    : m_private(std::make_unique<Private>(fields))
{
    m_private->header_limit(static_cast<std::uint32_t>(headBytes));
    // The limit depends on the route, which is known after the head; on_body_impl checks it.
    m_private->body_limit(boost::none);
}

RequestParser::~RequestParser() = default;

static HttpProblem problemFor(const beast::error_code &error)
{
    if (error == http::error::header_limit)
        return {431, "The head of the request is too large."};
    if (error == http::error::body_limit)
        return {413, "The body is too large."};
    if (error == http::error::bad_version)
        return {505, "Only HTTP/1.1 is spoken here."};
    return {400, "The request is malformed: " + error.message() + "."};
}

std::size_t RequestParser::feedHead(std::string_view bytes)
{
    beast::error_code error;
    m_private->eager(false);
    std::size_t taken = 0;
    while (!headDone() && !problem() && taken < bytes.size()) {
        const std::size_t count =
            m_private->put(boost::asio::buffer(bytes.data() + taken, bytes.size() - taken), error);
        taken += count;
        if (error == http::error::need_more)
            break;
        if (error && !m_private->problem)
            m_private->problem = problemFor(error);
    }
    return taken;
}

std::size_t RequestParser::feedBody(std::string_view bytes, std::uint64_t limit,
                                    const std::function<Result<>(std::string_view)> &sink)
{
    m_private->sink = &sink;
    m_private->bodyLimit = limit;
    m_private->eager(true);
    if (!m_private->problem && m_private->head.contentLength.value_or(0) > limit)
        m_private->problem =
            HttpProblem{413, "The body is too large; at most " + std::to_string(limit) + " bytes are taken."};
    std::size_t taken = 0;
    while (!done() && !problem() && !sinkError() && taken < bytes.size()) {
        beast::error_code error;
        const std::size_t count =
            m_private->put(boost::asio::buffer(bytes.data() + taken, bytes.size() - taken), error);
        taken += count;
        if (error == http::error::need_more)
            break;
        if (error && !m_private->problem && !m_private->sinkError)
            m_private->problem = problemFor(error);
    }
    m_private->sink = nullptr;
    return taken;
}

bool RequestParser::headDone() const
{
    return m_private->is_header_done();
}

bool RequestParser::done() const
{
    return m_private->is_done();
}

const std::optional<HttpProblem> &RequestParser::problem() const
{
    return m_private->problem;
}

const std::optional<Error> &RequestParser::sinkError() const
{
    return m_private->sinkError;
}

RequestHead &RequestParser::head()
{
    return m_private->head;
}

} // namespace drydock::server
