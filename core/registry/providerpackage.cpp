// SPDX-License-Identifier: MIT
#include "core/registry/providerpackage.h"

#include "core/base/semver.h"
#include "core/base/sha256.h"
#include "core/registry/addressparts.h"
#include "core/registry/archivereader.h"
#include "core/registry/packagehash.h"

namespace drydock::registry {

namespace fs = std::filesystem;

static constexpr std::string_view packagePrefix = "terraform-provider-";

Result<ProviderFileName> ProviderFileName::parse(std::string_view fileName)
{
    const auto bad = [&] {
        return failure("provider.file-name", "\"" + shortened(fileName) + "\" is not named like a provider package.",
                       {},
                       "Name it terraform-provider-TYPE_VERSION_OS_ARCH.zip, for example "
                       "terraform-provider-demo_1.0.0_linux_amd64.zip.");
    };
    std::string_view rest = fileName;
    if (!rest.starts_with(packagePrefix) || !rest.ends_with(".zip"))
        return bad();
    rest.remove_prefix(packagePrefix.size());
    rest.remove_suffix(4);
    const auto parts = splitAddress(rest, '_');
    if (parts.size() != 4)
        return bad();
    const auto address = ProviderAddress::fromParts({}, "any", parts[0]);
    const auto version = SemanticVersion::parse(parts[1]);
    const auto platform = Platform::parse(std::string(parts[2]) + "_" + std::string(parts[3]));
    if (!address || !version || !platform)
        return bad();
    return ProviderFileName{address->type, version->text(), *platform};
}

std::string ProviderFileName::text() const
{
    return std::string(packagePrefix) + type + "_" + version + "_" + platform.text() + ".zip";
}

static bool isExecutableName(std::string_view name, std::string_view type)
{
    const std::string wanted = std::string(packagePrefix) + std::string(type);
    if (!name.starts_with(wanted) || name.find('/') != std::string_view::npos)
        return false;
    const std::string_view rest = name.substr(wanted.size());
    return rest.empty() || rest.front() == '_' || rest == ".exe";
}

Result<ProviderPackage> inspectProviderPackage(const fs::path &zip, std::string_view type, const Task &task,
                                               const ArchiveLimits &limits)
{
    ProviderPackage package;
    PackageHash files;
    PackageHash entries;
    Sha256 content;
    ArchiveReader reader(zip, ArchiveFormats::Zip, limits);
    reader.begin = [&](const ArchiveEntry &) -> Result<> {
        content = Sha256();
        return {};
    };
    reader.data = [&](std::string_view bytes) -> Result<> {
        content.update(bytes);
        return {};
    };
    reader.end = [&](const ArchiveEntry &entry) -> Result<> {
        const std::string digest = content.finishHex();
        package.names.push_back(entry.name);
        package.directoryEntries = package.directoryEntries || entry.directory;
        if (isExecutableName(entry.name, type)) {
            package.executable = entry.name;
            package.executableBit = entry.executable;
        }
        if (auto added = entry.directory ? Result<>() : files.add(entry.name, digest); !added)
            return added;
        return entries.add(entry.name, digest);
    };
    if (auto read = reader.run(task); !read) {
        if (read.error().place.empty())
            read.error().place = zip.string();
        return Failure(read.error());
    }
    if (package.executable.empty())
        return failure("provider.no-executable",
                       "The package holds no executable named " + std::string(packagePrefix) + std::string(type) +
                           " at its top.",
                       zip.string(), "Pack the provider's executable itself, not a folder with it.");
    package.h1 = files.h1();
    package.h1OfZip = entries.h1();
    auto sha256 = sha256HexOfFile(zip);
    if (!sha256)
        return Failure(sha256.error());
    package.sha256 = std::move(*sha256);
    std::error_code error;
    package.size = fs::file_size(zip, error);
    return package;
}

Result<> checkForPublishing(const ProviderPackage &package, const Platform &platform, const std::string &place)
{
    if (package.directoryEntries)
        return failure("provider.directory-entries",
                       "The zip holds entries for folders; clients that install it from a mirror then fail at their "
                       "second init.",
                       place, "Pack it without them: zip -D, or name the files one by one.");
    if (!package.executableBit && platform.os != "windows")
        return failure("provider.not-executable", "\"" + package.executable + "\" is not marked as executable.", place,
                       "Run chmod 755 on it and pack it on a system that keeps modes in zip files.");
    return {};
}

} // namespace drydock::registry
