// SPDX-License-Identifier: MIT
#include "core/hcl/compression.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include <zlib.h>

namespace drydock::hcl {

// zlib: the window's size, plus 16 for gzip's header and trailer.
static constexpr int gzipWindow = 15 + 16;

static void setInput(z_stream &stream, std::string_view bytes)
{
    // zlib's interface is not const-correct; it does not write here.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
}

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    const std::unique_ptr<z_stream, int (*)(z_stream *)> end(&stream, deflateEnd);
    setInput(stream, bytes);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    (void)deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    return out;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        return failure("hcl.gzip", "there is not enough memory");
    const std::unique_ptr<z_stream, int (*)(z_stream *)> end(&stream, inflateEnd);
    setInput(stream, bytes);
    std::string out;
    std::array<Bytef, 16384> buffer{};
    for (;;) {
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<uInt>(buffer.size());
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return failure("hcl.gzip", stream.msg != nullptr ? stream.msg : "the data ends too early");
        out.append(reinterpret_cast<const char *>(buffer.data()), buffer.size() - stream.avail_out);
        if (out.size() > limit)
            return failure("hcl.gzip", "the result would be larger than " + std::to_string(limit) + " bytes");
        if (state == Z_STREAM_END && stream.avail_in == 0)
            return out;
        if (state == Z_STREAM_END && inflateReset(&stream) != Z_OK)
            return failure("hcl.gzip", "the data cannot be read");
    }
}

} // namespace drydock::hcl
