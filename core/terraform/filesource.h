// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace drydock::hcl {
struct ParsedFile;
}

namespace drydock::terraform {

class Module;

/// Where the loader reads from: the disk, unsaved editor text over the disk, or a tree out of a repository.
/// Safe to call from any thread.
class FileSource
{
public:
    struct Entry
    {
        std::string name;
        bool isDirectory = false; ///< a link to a directory counts as one
        bool isLink = false;
    };

    virtual ~FileSource() = default;
    [[nodiscard]] virtual Result<std::string> read(const std::filesystem::path &file) const = 0;
    /// Sorted by name, without `.` and `..`.
    [[nodiscard]] virtual Result<std::vector<Entry>> list(const std::filesystem::path &directory) const = 0;
    [[nodiscard]] virtual bool isDirectory(const std::filesystem::path &path) const = 0;
    [[nodiscard]] virtual bool isFile(const std::filesystem::path &path) const = 0;
    /// The one name of this path: absolute, links resolved, no `..`.
    [[nodiscard]] virtual std::filesystem::path canonical(const std::filesystem::path &path) const = 0;

    /// What an editor keeps between two key presses, so that only what changed is read again. The names of its files
    /// are those that the loader would give them (relative to LoadOptions::base). Null: it has to be read.
    [[nodiscard]] virtual const hcl::ParsedFile *parsed(const std::filesystem::path &) const { return nullptr; }
    [[nodiscard]] virtual std::shared_ptr<const Module> module(const std::filesystem::path &) const { return nullptr; }
};

class DiskFiles final : public FileSource
{
public:
    [[nodiscard]] Result<std::string> read(const std::filesystem::path &file) const override;
    [[nodiscard]] Result<std::vector<Entry>> list(const std::filesystem::path &directory) const override;
    [[nodiscard]] bool isDirectory(const std::filesystem::path &path) const override;
    [[nodiscard]] bool isFile(const std::filesystem::path &path) const override;
    [[nodiscard]] std::filesystem::path canonical(const std::filesystem::path &path) const override;
};

/// A tree held in memory: absolute path -> text. Directories are what the paths imply.
class MemoryFiles final : public FileSource
{
public:
    explicit MemoryFiles(std::map<std::filesystem::path, std::string> files);

    [[nodiscard]] Result<std::string> read(const std::filesystem::path &file) const override;
    [[nodiscard]] Result<std::vector<Entry>> list(const std::filesystem::path &directory) const override;
    [[nodiscard]] bool isDirectory(const std::filesystem::path &path) const override;
    [[nodiscard]] bool isFile(const std::filesystem::path &path) const override;
    [[nodiscard]] std::filesystem::path canonical(const std::filesystem::path &path) const override;

private:
    std::map<std::filesystem::path, std::string> m_files;
};

} // namespace drydock::terraform
