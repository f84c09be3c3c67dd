// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock {

Result<std::string> readFile(const std::filesystem::path &file, std::uint64_t limit)
{
    // Opening a pipe would wait for its writer.
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0)
        return failure(systemError(errno, "The file cannot be opened", file.string()));
    struct Closer
    {
        int handle;
        ~Closer() { ::close(handle); }
    } closer{handle};
    struct stat status
    {
    };
    if (::fstat(handle, &status) != 0)
        return failure(systemError(errno, "The file cannot be read", file.string()));
    if (!S_ISREG(status.st_mode))
        return failure("file.not-regular", "This is not a regular file.", file.string(), "Choose a file.");
    if (static_cast<std::uint64_t>(status.st_size) > limit)
        return failure("file.too-large",
                       "The file has " + std::to_string(status.st_size) + " bytes; at most " + std::to_string(limit) +
                           " are read.",
                       file.string(), "Split the file or leave it out.");
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const ssize_t count = ::read(handle, text.data() + filled, text.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(systemError(errno, "The file cannot be read", file.string()));
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    text.resize(filled);
    return text;
}

} // namespace drydock
