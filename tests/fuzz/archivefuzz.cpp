// SPDX-License-Identifier: MIT
#include "core/base/identifier.h"
#include "core/registry/archiveunpacker.h"
#include "core/registry/providerpackage.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>

using namespace drydock;
namespace fs = std::filesystem;

// Any bytes as an archive from outside: nothing may be written beside the folder, whatever the outcome.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const fs::path root = fs::temp_directory_path() / ("drydock-fuzz-" + randomHex(6));
    fs::remove_all(root);
    fs::create_directories(root / "in" / "out");
    std::ofstream(root / "in" / "archive", std::ios::binary)
        .write(reinterpret_cast<const char *>(data), static_cast<std::streamsize>(size));
    const registry::ArchiveLimits limits{200, 1U << 20U, 200, 1U << 16U};
    (void)registry::unpackArchive(root / "in" / "archive", root / "in" / "out", limits, Task{});
    (void)registry::inspectProviderPackage(root / "in" / "archive", "demo", Task{}, limits);
    const auto entries = [](const fs::path &folder) {
        return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    };
    if (entries(root) != 1 || entries(root / "in") != 2)
        std::abort();
    return 0;
}
