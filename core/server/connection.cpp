// SPDX-License-Identifier: MIT
#include "core/server/connection.h"

#include "core/server/byterange.h"
#include "core/server/responsehead.h"

#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock::server {

namespace asio = boost::asio;

static constexpr std::size_t headStep = 4096;
static constexpr std::size_t bodyStep = 256U << 10U;
// A body that nobody asked for is read and dropped up to this size, so that the connection can go on.
static constexpr std::uint64_t unwantedBody = 64U << 10U;
// A small file goes out in one piece with its head.
static constexpr std::uint64_t smallFile = 64U << 10U;

namespace {

class OpenFile
{
public:
    explicit OpenFile(const std::filesystem::path &path)
        : m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] std::optional<std::uint64_t> size() const
    {
        struct stat status
        {
        };
        if (m_descriptor < 0 || ::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode))
            return std::nullopt;
        return static_cast<std::uint64_t>(status.st_size);
    }

private:
    int m_descriptor;
};

} // namespace

Connection::Connection(const ConnectionContext &context, asio::ip::tcp::socket socket,
                       const std::shared_ptr<ssl_ctx_st> &tls, std::string client)
    : m_context(context)
    , m_transport(std::move(socket), tls, m_deadline)
    , m_client(std::move(client))
{
}

void Connection::sweep(Deadline::Clock::time_point now)
{
    if (m_deadline.at <= now) {
        m_deadline.passed = true;
        m_transport.cancel();
    }
}

void Connection::stopSoon()
{
    m_stopping = true;
    m_deadline.last = Deadline::Clock::now() + m_context.options.limits.drainTime;
    m_deadline.at = std::min(m_deadline.at, m_deadline.last);
    if (m_waiting)
        sweep(Deadline::Clock::time_point::max());
}

asio::awaitable<void> Connection::run()
{
    m_deadline.absolute(m_context.options.limits.headTime);
    bool going = co_await m_transport.handshake();
    while (going && !m_stopping)
        going = co_await serveOne();
    m_waiting = true;
    m_deadline.absolute(std::chrono::seconds(1));
    co_await m_transport.finish(m_stopping ? Drain::No : Drain::Yes);
}

asio::awaitable<bool> Connection::serveOne()
{
    const ServerLimits &limits = m_context.options.limits;
    RequestParser parser(limits.headBytes, limits.fields);
    m_idle = m_in.empty();
    m_waiting = true;
    const bool complete = co_await readHead(parser);
    m_idle = false;
    m_waiting = false;
    m_first = false;
    const auto started = Deadline::Clock::now();
    Exchange exchange;
    exchange.record.time = m_context.clock.now();
    exchange.record.client = m_client;
    if (!complete) {
        // Silence is no request; half a head that took too long gets told so.
        if (!m_deadline.passed || m_in.empty() || m_stopping)
            co_return false;
        refuse(exchange, {408, "The request took too long to arrive."});
        m_deadline.absolute(std::chrono::seconds(1));
    } else {
        m_deadline.sliding(limits.stallTime);
        co_await answer(parser, exchange);
    }
    exchange.keepAlive = exchange.keepAlive && !m_stopping;
    const bool sent = co_await send(exchange);
    log(exchange, started);
    co_return sent &&exchange.keepAlive;
}

asio::awaitable<bool> Connection::readHead(RequestParser &parser)
{
    const ServerLimits &limits = m_context.options.limits;
    m_deadline.absolute(m_idle && !m_first ? limits.idleTime : limits.headTime);
    while (true) {
        if (!m_in.empty()) {
            m_in.erase(0, parser.feedHead(m_in));
            if (parser.headDone() || parser.problem())
                co_return true;
        }
        const std::size_t had = m_in.size();
        m_in.resize(had + headStep);
        const std::size_t count = co_await m_transport.read(m_in.data() + had, headStep);
        m_in.resize(had + count);
        if (count == 0)
            co_return false;
        // The time of a head starts with its first byte and does not grow with the next ones.
        if (std::exchange(m_idle, false) && !m_first && !m_stopping)
            m_deadline.absolute(limits.headTime);
    }
}

void Connection::refuse(Exchange &exchange, const HttpProblem &problem) const
{
    exchange.response = Response::error(problem.status, problem.message);
    exchange.keepAlive = false;
}

void Connection::begin(const RequestHead &head, Exchange &exchange) const
{
    exchange.record.method = head.method.substr(0, 16);
    exchange.record.path = head.target.substr(0, 1024);
    // A download link is a permission: it does not belong in a log.
    if (exchange.record.path.starts_with("/blobs/"))
        if (const std::size_t slash = exchange.record.path.find('/', 7); slash != std::string::npos)
            exchange.record.path.replace(7, slash - 7, "…");
    for (const auto &[name, value] : head.fields)
        if (name == "user-agent")
            exchange.record.userAgent = value.substr(0, 256);
    exchange.headOnly = head.method == "HEAD";
    exchange.keepAlive = head.keepAlive;
}

asio::awaitable<void> Connection::answer(RequestParser &parser, Exchange &exchange)
{
    begin(parser.head(), exchange);
    if (parser.problem()) {
        refuse(exchange, *parser.problem());
        co_return;
    }
    const bool hasBody = parser.head().hasBody();
    auto request = requestFrom(parser.head());
    if (!request) {
        refuse(exchange, request.error());
        co_return;
    }
    exchange.request = std::move(*request);
    const Router::Match match = m_context.options.routes.match(*exchange.request);
    if (match.route != nullptr && match.route->uploadHandler) {
        co_await receive(parser, exchange, *match.route);
        co_return;
    }
    if (hasBody) {
        const bool dropped = !parser.head().expectsContinue && co_await readBody(parser, unwantedBody, nullptr);
        exchange.keepAlive = exchange.keepAlive && dropped;
    }
    if (match.route != nullptr) {
        exchange.response = call(*exchange.request, *match.route);
    } else if (!match.allow.empty()) {
        exchange.response = Response::error(405, "This address has no such method.");
        exchange.response.with("Allow", match.allow);
    } else {
        exchange.response = Response::error(404, "There is nothing at this address.");
    }
}

Response Connection::call(const Request &request, const Router::Route &route) const
{
    // Handlers do not throw; what the libraries below them might (memory) must not take the server down.
    try {
        auto response = route.handler(request);
        if (response)
            return std::move(*response);
        Response failed = responseFor(response.error());
        if (failed.status >= 500 && m_context.options.onError)
            m_context.options.onError(response.error());
        return failed;
    } catch (const std::exception &exception) {
        const Error error{
            "server.handler", std::string("A handler failed: ") + exception.what() + ".", request.path, {}};
        if (m_context.options.onError)
            m_context.options.onError(error);
        return responseFor(error);
    }
}

asio::awaitable<void> Connection::receive(RequestParser &parser, Exchange &exchange, const Router::Route &route)
{
    const auto failed = [this](const Error &error) {
        Response response = responseFor(error);
        if (response.status >= 500 && m_context.options.onError)
            m_context.options.onError(error);
        return response;
    };
    const RequestHead &head = parser.head();
    if (head.contentLength.value_or(0) > route.bodyLimit) {
        refuse(exchange,
               {413, "The body is too large; at most " + std::to_string(route.bodyLimit) + " bytes are taken."});
        co_return;
    }
    const bool keepAlive = std::exchange(exchange.keepAlive, false);
    auto sink = route.uploadHandler(*exchange.request);
    if (!sink) {
        exchange.response = failed(sink.error());
        co_return;
    }
    if (head.expectsContinue) {
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await m_transport.write(goOn);
    }
    const bool complete = !head.hasBody() || co_await readBody(parser, route.bodyLimit, sink->get());
    if (parser.problem()) {
        refuse(exchange, *parser.problem());
    } else if (parser.sinkError()) {
        exchange.response = failed(*parser.sinkError());
    } else if (!complete) {
        refuse(exchange, {408, "The body did not arrive."});
        m_deadline.absolute(std::chrono::seconds(1));
    } else {
        auto response = (*sink)->finish();
        exchange.response = response ? std::move(*response) : failed(response.error());
        exchange.keepAlive = keepAlive;
    }
}

asio::awaitable<bool> Connection::readBody(RequestParser &parser, std::uint64_t limit, BodySink *sink)
{
    const std::function<Result<>(std::string_view)> take = [sink](std::string_view bytes) {
        return sink != nullptr ? sink->write(bytes) : Result<>();
    };
    std::vector<char> buffer(bodyStep);
    std::size_t filled = std::min(m_in.size(), buffer.size());
    std::copy_n(m_in.data(), filled, buffer.data());
    m_in.erase(0, filled);
    while (true) {
        const std::size_t taken = parser.feedBody({buffer.data(), filled}, limit, take);
        std::copy(buffer.data() + taken, buffer.data() + filled, buffer.data());
        filled -= taken;
        if (parser.done()) {
            m_in.insert(0, buffer.data(), filled);
            co_return true;
        }
        // A chunk's head that fills the buffer is no honest one.
        if (parser.problem() || parser.sinkError() || filled == buffer.size())
            co_return false;
        const std::size_t count = co_await m_transport.read(buffer.data() + filled, buffer.size() - filled);
        if (count == 0)
            co_return false;
        filled += count;
    }
}

asio::awaitable<bool> Connection::send(Exchange &exchange)
{
    exchange.record.status = exchange.response.status;
    if (exchange.response.file)
        co_return co_await sendFile(exchange);
    const auto connection = exchange.keepAlive ? Connection11::KeepAlive : Connection11::Close;
    std::string bytes = responseHead(exchange.response, exchange.response.body.size(), connection);
    const bool withBody = !exchange.headOnly && exchange.response.status != 204 && exchange.response.status != 304;
    if (withBody) {
        bytes += exchange.response.body;
        exchange.record.bytes = exchange.response.body.size();
    }
    co_return co_await m_transport.write(bytes);
}

asio::awaitable<bool> Connection::sendFile(Exchange &exchange)
{
    Response &response = exchange.response;
    const FileBody body = std::move(*response.file);
    response.file.reset();
    const OpenFile file(body.file);
    const auto size = file.size();
    if (!size) {
        if (m_context.options.onError)
            m_context.options.onError(systemError(errno, "A file cannot be sent", body.file.string()));
        refuse(exchange, {500, "The station could not answer; its log says why."});
        co_return co_await send(exchange);
    }
    const std::string tag = "\"" + body.entityTag + "\"";
    const Request &request = *exchange.request;
    response.with("ETag", tag).with("Accept-Ranges", "bytes");
    ByteRange range = byteRange(request.field("range"), request.field("if-range"), tag, *size);
    if (request.field("if-none-match") == tag) {
        response.status = 304;
        range.length = 0;
    } else if (range.kind == ByteRange::Kind::NotSatisfiable) {
        response.status = 416;
        response.with("Content-Range", "bytes */" + std::to_string(*size));
    } else if (range.kind == ByteRange::Kind::Part) {
        response.status = 206;
        response.with("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                           std::to_string(range.first + range.length - 1) + "/" +
                                           std::to_string(*size));
    }
    exchange.record.status = response.status;
    const auto connection = exchange.keepAlive ? Connection11::KeepAlive : Connection11::Close;
    std::string head = responseHead(response, range.length, connection);
    if (exchange.headOnly)
        range.length = 0;
    if (range.length > 0 && range.length <= smallFile) {
        const std::size_t headSize = head.size();
        head.resize(headSize + range.length);
        const ssize_t count =
            ::pread(file.descriptor(), head.data() + headSize, range.length, static_cast<off_t>(range.first));
        if (count != static_cast<ssize_t>(range.length))
            co_return false;
        exchange.record.bytes = std::exchange(range.length, 0);
    }
    const bool sentHead = co_await m_transport.write(head);
    if (!sentHead || range.length == 0)
        co_return sentHead;
    exchange.record.bytes = range.length;
    co_return co_await m_transport.sendFile(file.descriptor(), range.first, range.length);
}

void Connection::log(Exchange &exchange, Deadline::Clock::time_point started) const
{
    if (!m_context.options.onRequest)
        return;
    exchange.record.duration = std::chrono::duration_cast<std::chrono::microseconds>(Deadline::Clock::now() - started);
    m_context.options.onRequest(exchange.record);
}

} // namespace drydock::server
