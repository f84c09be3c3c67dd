// SPDX-License-Identifier: MIT
#include "core/project/filejournal.h"

#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace drydock::project {

namespace fs = std::filesystem;

static constexpr std::string_view intentSuffix = ".intent";
static constexpr std::string_view contentSuffix = ".content";

/// The 22nd field of /proc/PID/stat, counted after the parenthesized name, which may itself hold blanks.
static std::string startTimeOf(std::string_view pid)
{
    // Not readFile(): files of /proc say that they are empty.
    std::ifstream file("/proc/" + std::string(pid) + "/stat");
    const std::string stat{std::istreambuf_iterator<char>(file), {}};
    std::size_t at = stat.rfind(')');
    for (int field = 2; at != std::string::npos && field < 22; ++field)
        at = stat.find(' ', at + 1);
    if (at == std::string::npos)
        return {};
    return stat.substr(at + 1, stat.find(' ', at + 1) - at - 1);
}

std::string processMark()
{
    const std::string pid = std::to_string(::getpid());
    return pid + "-" + startTimeOf(pid);
}

bool isProcessAlive(std::string_view mark)
{
    const std::string pid(mark.substr(0, mark.find('-')));
    if (pid.empty() || pid.find_first_not_of("0123456789") != std::string::npos)
        return false;
    const std::string started = startTimeOf(pid);
    return !started.empty() && mark == pid + "-" + started;
}

static void syncFolder(const fs::path &folder)
{
    if (const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

static void removeQuietly(const fs::path &path)
{
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

/// The new names below a staged folder must be on disk before the folder gets its real name.
static void syncTree(const fs::path &folder)
{
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_directory(error))
            syncFolder(it->path());
    syncFolder(folder);
}

/// What an intent file says, one line each. Its owner stands in its name, so that one cut short can be judged too.
struct Intent
{
    std::string what;   ///< "create" or "remove"
    std::string target; ///< relative to the workspace
};

/// "RANDOM.PID-START"; `.intent` and `.content` follow.
static std::string changeName()
{
    return randomHex(8) + "." + processMark();
}

static std::string ownerOf(const fs::path &intent)
{
    const std::string stem = intent.stem().string();
    return stem.substr(std::min(stem.find('.'), stem.size() - 1) + 1);
}

static Result<> writeSynced(const fs::path &file, const std::string &text)
{
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (handle < 0)
        return failure(systemError(errno, "The change cannot be prepared", file.string()));
    const bool written = ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const int problem = written && ::fsync(handle) == 0 ? 0 : errno;
    ::close(handle);
    if (problem != 0)
        return failure(systemError(problem, "The change cannot be prepared", file.string()));
    syncFolder(file.parent_path());
    return {};
}

static Result<fs::path> announce(const fs::path &workspace, const fs::path &file, const std::string &what,
                                 std::string_view target)
{
    auto resolved = resolveInside(workspace, target);
    if (!resolved)
        return resolved;
    if (auto written = writeSynced(file, what + "\n" + std::string(target) + "\n"); !written) {
        removeQuietly(file);
        return Failure(written.error());
    }
    return resolved;
}

/// Empty when it was cut short: then nothing had been done yet.
static Intent readIntent(const fs::path &file)
{
    const auto text = readFile(file);
    std::istringstream lines(text.value_or(std::string()));
    Intent intent;
    std::string target;
    if (std::getline(lines, intent.what) && std::getline(lines, target) && !lines.eof())
        intent.target = target;
    return intent;
}

FileJournal::FileJournal(fs::path workspace, Settle settle)
    : m_workspace(std::move(workspace))
    , m_staging(m_workspace / "staging")
    , m_settle(std::move(settle))
{
}

Result<FileJournal::Creation> FileJournal::create(std::string_view target, TargetKind kind) const
{
    if (hasLeftovers())
        if (auto settled = m_settle(); !settled)
            return Failure(settled.error());
    const std::string name = changeName();
    Creation creation;
    creation.m_workspace = m_workspace;
    creation.m_kind = kind;
    creation.m_staging = m_staging / (name + std::string(contentSuffix));
    const fs::path file = m_staging / (name + std::string(intentSuffix));
    const auto resolved = announce(m_workspace, file, "create", target);
    if (!resolved)
        return Failure(resolved.error());
    creation.m_intent = file;
    creation.m_target = *resolved;
    std::error_code error;
    fs::create_directories(creation.m_staging, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", creation.m_staging.string()));
    return creation;
}

Result<FileJournal::Removal> FileJournal::remove(std::string_view target) const
{
    const std::string name = changeName();
    const fs::path file = m_staging / (name + std::string(intentSuffix));
    const auto resolved = announce(m_workspace, file, "remove", target);
    if (!resolved)
        return Failure(resolved.error());
    Removal removal;
    removal.m_intent = file;
    removal.m_aside = m_staging / (name + std::string(contentSuffix));
    removal.m_target = *resolved;
    return removal;
}

FileJournal::Creation::Creation(Creation &&other) noexcept
    : m_workspace(std::move(other.m_workspace))
    , m_intent(std::exchange(other.m_intent, {}))
    , m_staging(std::move(other.m_staging))
    , m_target(std::move(other.m_target))
    , m_kind(other.m_kind)
    , m_inPlace(other.m_inPlace)
{
}

FileJournal::Creation::~Creation()
{
    if (m_intent.empty())
        return;
    if (m_inPlace)
        removeQuietly(m_target);
    finish();
}

Result<> FileJournal::Creation::write(std::string_view relative, std::string_view bytes) const
{
    if (m_kind == TargetKind::File)
        return writeFileAtomically(stagedPath(), bytes);
    const auto file = resolveInside(m_staging, relative);
    if (!file)
        return Failure(file.error());
    return writeFileAtomically(*file, bytes);
}

fs::path FileJournal::Creation::stagedPath() const
{
    return m_kind == TargetKind::File ? m_staging / "file" : m_staging;
}

Result<> FileJournal::Creation::putInPlace()
{
    std::error_code error;
    if (fs::symlink_status(m_target, error).type() != fs::file_type::not_found)
        return failure("journal.exists", "There is something with this name already.", m_target.string(),
                       "Move it away, then try again.");
    const fs::path parent = m_target.parent_path();
    fs::create_directories(parent, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", parent.string()));
    if (m_kind == TargetKind::Folder)
        syncTree(m_staging);
    if (::rename(stagedPath().c_str(), m_target.c_str()) != 0)
        return failure(systemError(errno, "The files cannot be put in place", m_target.string()));
    m_inPlace = true;
    syncFolder(parent);
    syncFolder(parent.parent_path());
    return {};
}

Result<> FileJournal::Creation::retarget(std::string_view target)
{
    auto resolved = announce(m_workspace, m_intent, "create", target);
    if (!resolved)
        return Failure(resolved.error());
    m_target = std::move(*resolved);
    return {};
}

void FileJournal::Creation::finish()
{
    removeQuietly(m_staging);
    removeQuietly(std::exchange(m_intent, {}));
}

FileJournal::Removal::Removal(Removal &&other) noexcept
    : m_intent(std::exchange(other.m_intent, {}))
    , m_aside(std::move(other.m_aside))
    , m_target(std::move(other.m_target))
    , m_moved(other.m_moved)
{
}

FileJournal::Removal::~Removal()
{
    if (m_intent.empty())
        return;
    if (m_moved && ::rename(m_aside.c_str(), m_target.c_str()) != 0)
        return; // the intent stays: the next start tries again
    removeQuietly(m_intent);
}

Result<> FileJournal::Removal::moveAside()
{
    if (::rename(m_target.c_str(), m_aside.c_str()) == 0)
        m_moved = true;
    else if (errno != ENOENT)
        return failure(systemError(errno, "The files cannot be removed", m_target.string()));
    return {};
}

void FileJournal::Removal::finish()
{
    removeQuietly(m_aside);
    removeQuietly(std::exchange(m_intent, {}));
}

/// Makes good one intent whose process is gone; returns whether there was anything to do.
static bool settle(const Intent &intent, const fs::path &target, const fs::path &aside, bool referenced)
{
    std::error_code error;
    if (intent.what == "remove" && referenced) {
        const bool taken = fs::exists(fs::symlink_status(target, error));
        return !taken && ::rename(aside.c_str(), target.c_str()) == 0;
    }
    bool changed = false;
    if (intent.what == "create" && !referenced)
        changed = fs::remove_all(target, error) > 0;
    return fs::remove_all(aside, error) > 0 || changed;
}

/// The intents of processes that no longer live.
static std::vector<fs::path> deadIntents(const fs::path &staging)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(staging, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == intentSuffix && !isProcessAlive(ownerOf(it->path())))
            found.push_back(it->path());
    return found;
}

bool FileJournal::hasLeftovers() const
{
    return !deadIntents(m_staging).empty();
}

Result<std::uint32_t>
FileJournal::recover(const std::function<Result<bool>(const std::string &relative)> &isReferenced) const
{
    std::uint32_t settled = 0;
    for (const fs::path &file : deadIntents(m_staging)) {
        const Intent intent = readIntent(file);
        const auto target = resolveInside(m_workspace, intent.target);
        const auto referenced = target ? isReferenced(intent.target) : Result<bool>(true);
        if (!referenced)
            return Failure(referenced.error());
        fs::path aside = file;
        aside.replace_extension(contentSuffix);
        if (settle(intent, target.value_or(fs::path()), aside, *referenced))
            ++settled;
        // Last, so that a crash in the middle of this is made good by the next start.
        removeQuietly(file);
    }
    return settled;
}

} // namespace drydock::project
