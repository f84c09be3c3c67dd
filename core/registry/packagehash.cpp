// SPDX-License-Identifier: MIT
#include "core/registry/packagehash.h"

#include "core/base/encoding.h"
#include "core/registry/addressparts.h"

#include <cerrno>

namespace drydock::registry {

namespace fs = std::filesystem;

Result<> PackageHash::add(std::string name, std::string contentSha256Hex)
{
    if (name.find('\n') != std::string::npos)
        return failure("package.bad-name", "The name \"" + shortened(name) + "\" holds a line feed.", {},
                       "Rename the file; such a package has no hash.");
    const auto [at, isNew] = m_names.emplace(std::move(name), std::move(contentSha256Hex));
    if (!isNew)
        return failure("package.duplicate-name", "\"" + shortened(at->first) + "\" is in the package twice.", {},
                       "Build the package again from an empty folder.");
    return {};
}

std::string PackageHash::h1() const
{
    Sha256 sum;
    for (const auto &[name, content] : m_names) {
        sum.update(content);
        sum.update(std::string_view("  "));
        sum.update(name);
        sum.update(std::string_view("\n"));
    }
    const Sha256Digest digest = sum.finish();
    return "h1:" + base64Encode({reinterpret_cast<const char *>(digest.data()), digest.size()});
}

Result<std::string> h1OfFolder(const fs::path &folder)
{
    PackageHash hash;
    std::error_code error;
    fs::recursive_directory_iterator it(folder, error);
    for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
        if (it->is_directory())
            continue;
        const auto content = sha256HexOfFile(it->path());
        if (!content)
            return Failure(content.error());
        if (auto added = hash.add(it->path().lexically_relative(folder).generic_string(), *content); !added)
            return Failure(added.error());
    }
    if (error)
        return failure(systemError(error.value(), "The folder cannot be read", folder.string()));
    return hash.h1();
}

std::string zipHash(std::string_view sha256Hex)
{
    return "zh:" + std::string(sha256Hex);
}

} // namespace drydock::registry
