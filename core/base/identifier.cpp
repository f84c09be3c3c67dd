// SPDX-License-Identifier: MIT
#include "core/base/identifier.h"

#include "core/base/encoding.h"

#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

namespace drydock {

static constexpr std::size_t longestSlug = 63;

std::string randomHex(std::size_t bytes)
{
    std::vector<std::uint8_t> buffer(bytes);
    RAND_bytes(buffer.data(), static_cast<int>(buffer.size()));
    return hexEncode(buffer);
}

std::string newIdentifier()
{
    std::array<std::uint8_t, 16> bytes{};
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    for (unsigned i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(now) >> (40U - 8U * i));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x70U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    std::string text = hexEncode(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, "-");
    return text;
}

std::string slugFor(std::string_view name)
{
    std::string slug;
    bool gap = false;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
            if (gap && !slug.empty())
                slug.push_back('-');
            gap = false;
            slug.push_back(lower);
        } else {
            gap = true;
        }
    }
    if (slug.size() > longestSlug)
        slug.resize(longestSlug);
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug;
}

Result<> checkSlug(std::string_view slug)
{
    if (!slug.empty() && slugFor(slug) == slug)
        return {};
    return failure("identifier.slug", "\"" + std::string(slug) + "\" cannot be used as a name in an address.", {},
                   "Use 1 to 63 lower-case letters, digits and single hyphens, for example landing-zone.");
}

} // namespace drydock
