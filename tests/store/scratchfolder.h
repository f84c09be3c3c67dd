// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/identifier.h"

#include <filesystem>

/// A folder of its own under the temporary folder, removed at the end.
class ScratchFolder
{
public:
    ScratchFolder() { std::filesystem::create_directories(m_path); }
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path = std::filesystem::temp_directory_path() / ("drydock-test-" + drydock::randomHex(6));
};
