// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include <cerrno>
#include <system_error>

namespace drydock {

std::string Error::text() const
{
    std::string result = place.empty() ? message : place + ": " + message;
    if (!hint.empty())
        result += "\n" + hint;
    return result;
}

static const char *hintFor(int errorNumber)
{
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return "Free some disk space, then try again; nothing was changed.";
    case EROFS:
        return "The file system is read-only; choose a folder that can be written.";
    case EACCES:
    case EPERM:
        return "Check the permissions of the file and of its folder.";
    case ENOENT:
        return "Check the path.";
    case ENOTDIR:
        return "A part of this path is a file, not a folder; choose another path.";
    case EISDIR:
        return "This is a folder; name a file.";
    case ENAMETOOLONG:
        return "Choose a shorter name.";
    default:
        return "";
    }
}

static const char *codeFor(int errorNumber)
{
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return "system.disk-full";
    case EROFS:
        return "system.read-only";
    case EACCES:
    case EPERM:
        return "system.permission";
    case ENOENT:
        return "system.not-found";
    case EEXIST:
        return "system.exists";
    default:
        return "system.failure";
    }
}

Error systemError(int errorNumber, const std::string &doing, const std::string &place)
{
    return {codeFor(errorNumber), doing + ": " + std::generic_category().message(errorNumber) + ".", place,
            hintFor(errorNumber)};
}

} // namespace drydock
