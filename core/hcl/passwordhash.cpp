// SPDX-License-Identifier: MIT
#include "core/hcl/passwordhash.h"

#include <array>
#include <memory>

#include <crypt.h>

namespace drydock::hcl {

Result<std::string> bcryptHash(const std::string &password, int cost)
{
    constexpr int smallest = 4;
    constexpr int usual = 10;
    constexpr int largest = 31;
    constexpr std::size_t longest = 72;
    if (cost > largest)
        return failure("hcl.bcrypt", "cost " + std::to_string(cost) + " is outside allowed inclusive range 4..31");
    if (password.size() > longest)
        return failure("hcl.bcrypt", "password length exceeds 72 bytes");
    if (password.find('\0') != std::string::npos)
        return failure("hcl.bcrypt", "a password with a NUL character is not supported");
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> salt{};
    const auto rounds = static_cast<unsigned long>(cost < smallest ? usual : cost);
    if (crypt_gensalt_rn("$2a$", rounds, nullptr, 0, salt.data(), static_cast<int>(salt.size())) == nullptr)
        return failure("hcl.bcrypt", "this system has no random numbers for a salt");
    const auto work = std::make_unique<crypt_data>();
    const char *hash = crypt_r(password.c_str(), salt.data(), work.get());
    if (hash == nullptr || *hash == '*')
        return failure("hcl.bcrypt", "this system's crypt library does not know bcrypt");
    return std::string(hash);
}

} // namespace drydock::hcl
