// SPDX-License-Identifier: MIT
#include "core/server/requestparser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace drydock;
using namespace drydock::server;

// The first byte says in what pieces the rest arrives. What parses must have a path that stays below the root, and the
// outcome must not depend on the pieces.
namespace {

struct Outcome
{
    bool headDone = false;
    bool done = false;
    int problem = 0;
    std::string body;
    std::string path;
};

Outcome parse(std::string_view bytes, std::size_t step)
{
    RequestParser parser(4096, 50);
    Outcome outcome;
    std::string pending;
    const std::function<Result<>(std::string_view)> sink = [&](std::string_view piece) -> Result<> {
        outcome.body += piece;
        return {};
    };
    for (std::size_t at = 0; at < bytes.size() && !parser.done() && !parser.problem(); at += step) {
        pending += bytes.substr(at, step);
        if (!parser.headDone())
            pending.erase(0, parser.feedHead(pending));
        if (parser.headDone() && !parser.problem() && !parser.done())
            pending.erase(0, parser.feedBody(pending, 10'000, sink));
    }
    outcome.headDone = parser.headDone();
    outcome.done = parser.done();
    outcome.problem = parser.problem() ? parser.problem()->status : 0;
    if (parser.headDone() && !parser.problem())
        if (const auto request = requestFrom(parser.head())) {
            outcome.path = request->path;
            for (const std::string &segment : request->segments)
                if (segment.empty() || segment == "." || segment == ".." || segment.find('/') != std::string::npos ||
                    segment.find('\0') != std::string::npos)
                    std::abort();
        }
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data + 1), size - 1);
    const Outcome whole = parse(bytes, bytes.size() + 1);
    const Outcome pieces = parse(bytes, data[0] % 16 + 1);
    if (whole.done != pieces.done || (whole.done && (whole.body != pieces.body || whole.path != pieces.path)))
        std::abort();
    return 0;
}
