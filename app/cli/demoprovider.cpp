// SPDX-License-Identifier: MIT
#include "app/cli/demoprovider.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include <sys/utsname.h>

namespace drydock::cli {

namespace fs = std::filesystem;

std::string machinePlatform()
{
    utsname machine{};
    ::uname(&machine);
    const std::string name = machine.machine;
    return "linux_" + (name == "x86_64" ? "amd64" : name == "aarch64" ? "arm64" : name);
}

static bool addExecutable(archive *zip, const std::string &name, const std::string &content)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0755);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_mtime(entry.get(), 1'700'000'000, 0); // the same bytes each time, so the same checksum
    return archive_write_header(zip, entry.get()) == ARCHIVE_OK &&
           archive_write_data(zip, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
}

Result<fs::path> writeDemoProvider(const fs::path &folder, const std::string &type, const std::string &version,
                                   const std::string &platform)
{
    const fs::path file = folder / ("terraform-provider-" + type + "_" + version + "_" + platform + ".zip");
    const std::string script = "#!/bin/sh\necho \"This is the demo provider " + type + " " + version +
                               " of Drydock. It manages nothing.\" >&2\nexit 1\n";
    const std::unique_ptr<archive, int (*)(archive *)> zip(archive_write_new(), archive_write_free);
    archive_write_set_format_zip(zip.get());
    const bool written = archive_write_open_filename(zip.get(), file.c_str()) == ARCHIVE_OK &&
                         addExecutable(zip.get(), "terraform-provider-" + type + "_v" + version, script) &&
                         archive_write_close(zip.get()) == ARCHIVE_OK;
    if (written)
        return file;
    const char *reason = archive_error_string(zip.get());
    return failure("demo.provider",
                   std::string("The demo provider cannot be packed: ") + (reason != nullptr ? reason : "unknown"),
                   file.string(), "Check that the folder can be written.");
}

} // namespace drydock::cli
