// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"

#include "core/base/identifier.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace drydock {

namespace fs = std::filesystem;

static constexpr std::string_view temporaryPrefix = ".drydock-";
static constexpr std::string_view temporarySuffix = ".tmp";

Result<AtomicFile> AtomicFile::create(const fs::path &target)
{
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", folder.string()));
    AtomicFile file;
    file.m_target = target;
    file.m_temporary = folder / (std::string(temporaryPrefix) + randomHex(8) + std::string(temporarySuffix));
    file.m_descriptor = ::open(file.m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file.m_descriptor < 0)
        return failure(systemError(errno, "The file cannot be written", target.string()));
    return file;
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
{
}

AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept
{
    if (this != &other) {
        discard();
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_target = std::move(other.m_target);
        m_temporary = std::exchange(other.m_temporary, {});
    }
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::discard()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

Result<> AtomicFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(systemError(errno, "The file cannot be written", m_target.string()));
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<> AtomicFile::commit()
{
    return commitAs(m_target);
}

Result<> AtomicFile::commitAs(const fs::path &target)
{
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", folder.string()));
    if (::fsync(m_descriptor) != 0 || ::close(std::exchange(m_descriptor, -1)) != 0)
        return failure(systemError(errno, "The file cannot be written to disk", target.string()));
    if (::rename(m_temporary.c_str(), target.c_str()) != 0)
        return failure(systemError(errno, "The file cannot be put in place", target.string()));
    m_temporary.clear();
    // The name itself is on disk only after its folder was synced.
    if (const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
    return {};
}

Result<> writeFileAtomically(const fs::path &target, std::string_view bytes)
{
    auto file = AtomicFile::create(target);
    if (!file)
        return Failure(file.error());
    if (auto written = file->write(bytes); !written)
        return written;
    return file->commit();
}

void removeStaleTemporaries(const fs::path &folder)
{
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with(temporaryPrefix) && name.ends_with(temporarySuffix)) {
            std::error_code ignored;
            fs::remove(it->path(), ignored);
        }
    }
}

} // namespace drydock
