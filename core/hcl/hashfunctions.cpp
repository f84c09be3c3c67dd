// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"
#include "core/hcl/hashes.h"
#include "core/hcl/rsa.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <map>

namespace drydock::hcl {

static CallResult hexHash(Arguments arguments, HashAlgorithm algorithm)
{
    return Value::string(hexText(hashBytes(algorithm, arguments[0].asString())));
}

static CallResult base64Hash(Arguments arguments, HashAlgorithm algorithm)
{
    return Value::string(base64Encode(hashBytes(algorithm, arguments[0].asString())));
}

/// The 16 bytes of a UUID; empty when the text is none.
static std::string uuidBytes(std::string_view text)
{
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-'))
            return {};
        if (!dash)
            digits += text[i];
    }
    auto bytes = text.size() == 36 ? hexDecode(digits) : Result<std::string>(std::string());
    return bytes ? *bytes : std::string();
}

static CallResult uuidv5(Arguments arguments)
{
    static const std::map<std::string_view, std::string_view> known{
        {"dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
        {"url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"},
        {"oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"},
        {"x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"},
    };
    const auto found = known.find(arguments[0].asString());
    const std::string space =
        uuidBytes(found != known.end() ? found->second : std::string_view(arguments[0].asString()));
    if (space.empty())
        return callError("uuidv5() doesn't support namespace " + arguments[0].asString());
    std::string bytes = hashBytes(HashAlgorithm::Sha1, space + arguments[1].asString()).substr(0, 16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x50);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    std::string text = hexText(bytes);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        text.insert(at, "-");
    return Value::string(std::move(text));
}

static CallResult rsadecrypt(Arguments arguments)
{
    const auto bytes = base64Decode(arguments[0].asString());
    if (!bytes)
        return callError(
            "failed to decode input \"" + arguments[0].asString() + "\": cipher text must be base64-encoded", 0);
    auto clear = rsaDecrypt(*bytes, arguments[1].asString());
    if (!clear)
        return clear.error().code == "hcl.rsa-key" ? callError(clear.error().message, 1)
                                                   : callError(clear.error().message);
    return Value::string(normalized(std::move(*clear)));
}

void addHashFunctions(FunctionTable &table)
{
    const Type string = Type::string();
    struct Hash
    {
        const char *name;
        HashAlgorithm algorithm;
    };
    for (const Hash hash : {Hash{"md5", HashAlgorithm::Md5}, Hash{"sha1", HashAlgorithm::Sha1},
                            Hash{"sha256", HashAlgorithm::Sha256}, Hash{"sha512", HashAlgorithm::Sha512}})
        define(table, hash.name, {{"str", string}}, string,
               [algorithm = hash.algorithm](Arguments a) { return hexHash(a, algorithm); });
    define(table, "base64sha256", {{"str", string}}, string,
           [](Arguments a) { return base64Hash(a, HashAlgorithm::Sha256); });
    define(table, "base64sha512", {{"str", string}}, string,
           [](Arguments a) { return base64Hash(a, HashAlgorithm::Sha512); });
    define(table, "uuidv5", {{"namespace", string}, {"name", string}}, string, uuidv5);
    define(table, "rsadecrypt", {{"ciphertext", string}, {"privatekey", string}}, string, rsadecrypt);
}

} // namespace drydock::hcl
