// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/registry/archiveunpacker.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace drydock;
using namespace drydock::registry;
using drydock::fixture::ArchiveKind;
using drydock::fixture::EntryKind;
using drydock::fixture::TemporaryFolder;
using drydock::fixture::WrittenEntry;
namespace fs = std::filesystem;

namespace {

class Unpacking : public ::testing::TestWithParam<ArchiveKind>
{
protected:
    Result<UnpackedArchive> unpack(const std::vector<WrittenEntry> &entries, const ArchiveLimits &limits = moduleLimits)
    {
        const fs::path file = m_folder.path() / "in.archive";
        fixture::writeArchive(file, GetParam(), entries);
        fs::remove_all(m_folder.path() / "out");
        fs::create_directories(m_folder.path() / "out");
        return unpackArchive(file, m_folder.path() / "out", limits, Task{});
    }
    std::string codeOf(const std::vector<WrittenEntry> &entries, const ArchiveLimits &limits = moduleLimits)
    {
        const auto unpacked = unpack(entries, limits);
        return unpacked ? std::string() : unpacked.error().code;
    }
    [[nodiscard]] std::ptrdiff_t entriesBeside() const
    {
        return std::distance(fs::directory_iterator(m_folder.path()), fs::directory_iterator());
    }
    TemporaryFolder m_folder;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Formats, Unpacking, ::testing::Values(ArchiveKind::Zip, ArchiveKind::TarGz),
                         [](const auto &parameter) { return parameter.param == ArchiveKind::Zip ? "Zip" : "TarGz"; });

TEST_P(Unpacking, FilesAndFolders)
{
    const auto unpacked = unpack({{"main.tf", "x"},
                                  {"modules/", "", EntryKind::Directory},
                                  {"modules/a/run.sh", "#!/bin/sh", EntryKind::File, 04777}});
    ASSERT_TRUE(unpacked.has_value()) << unpacked.error().text();
    EXPECT_EQ(unpacked->files, 2U);
    EXPECT_EQ(readFile(m_folder.path() / "out/main.tf").value(), "x");
    const auto mode = fs::status(m_folder.path() / "out/modules/a/run.sh").permissions();
    EXPECT_EQ(mode, static_cast<fs::perms>(0755)) << "set-user-id and write for all are not taken over";
}

TEST_P(Unpacking, NothingIsWrittenOutside)
{
    for (const char *name : {"../evil", "a/../../evil", "/tmp/drydock-evil", "a/.."})
        EXPECT_EQ(codeOf({{name, "x"}}), "archive.traversal") << name;
    EXPECT_FALSE(fs::exists(m_folder.path() / "evil"));
}

TEST_P(Unpacking, LinksAreRefused)
{
    EXPECT_EQ(codeOf({{"link", "/etc/passwd", EntryKind::SymbolicLink}, {"link/x", "x"}}), "archive.link");
}

TEST_P(Unpacking, AFileTwiceIsRefused)
{
    EXPECT_EQ(codeOf({{"a", "x"}, {"a", "y"}}), "archive.duplicate");
}

TEST_P(Unpacking, LimitsAreNamed)
{
    ArchiveLimits limits;
    limits.entries = 3;
    EXPECT_EQ(codeOf({{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""}}, limits), "archive.too-many-entries");
    limits = {};
    limits.totalBytes = 1U << 20U;
    EXPECT_EQ(codeOf({{"a", std::string(2U << 20U, 'x')}}, limits), "archive.too-large");
    limits = {};
    limits.ratioFrom = 1U << 20U;
    EXPECT_EQ(codeOf({{"a", std::string(8U << 20U, '\0')}}, limits), "archive.bomb");
}

TEST_P(Unpacking, CancelStopsIt)
{
    fixture::writeArchive(m_folder.path() / "in.archive", GetParam(), {{"a", "x"}});
    fs::create_directories(m_folder.path() / "out");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(
        unpackArchive(m_folder.path() / "in.archive", m_folder.path() / "out", moduleLimits, Task{stop.get_token(), {}})
            .error()
            .code,
        "task.cancelled");
}

TEST_P(Unpacking, DamagedArchivesGiveAnErrorOrFiles)
{
    const fs::path file = m_folder.path() / "in.archive";
    fixture::writeArchive(file, GetParam(), {{"main.tf", std::string(5000, 'x')}, {"b/c.tf", "resource"}});
    const std::string good = readFile(file).value();
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::string bad = good;
        for (int i = 0; i < 3; ++i)
            bad[random() % bad.size()] = static_cast<char>(random());
        if (round % 3 == 0)
            bad.resize(random() % bad.size());
        m_folder.write("bad.archive", bad);
        fs::remove_all(m_folder.path() / "out");
        fs::create_directories(m_folder.path() / "out");
        const auto unpacked =
            unpackArchive(m_folder.path() / "bad.archive", m_folder.path() / "out", moduleLimits, Task{});
        EXPECT_TRUE(unpacked.has_value() || !unpacked.error().message.empty());
        std::uintmax_t bytes = 0;
        for (const auto &entry : fs::recursive_directory_iterator(m_folder.path() / "out")) {
            EXPECT_TRUE(entry.is_regular_file() || entry.is_directory()) << entry.path();
            EXPECT_FALSE(entry.is_symlink()) << entry.path();
            bytes += entry.is_regular_file() ? entry.file_size() : 0;
        }
        EXPECT_LE(bytes, moduleLimits.totalBytes);
        EXPECT_EQ(entriesBeside(), 3) << "in.archive, bad.archive and out: nothing is written outside";
    }
}

TEST(UnpackingTarOnly, HardLinksAndDevicesAreRefused)
{
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "out");
    const auto codeOf = [&](const WrittenEntry &entry) {
        fixture::writeArchive(folder.path() / "a.tar.gz", ArchiveKind::TarGz, {{"a", "x"}, entry});
        fs::remove_all(folder.path() / "out");
        fs::create_directories(folder.path() / "out");
        const auto unpacked = unpackArchive(folder.path() / "a.tar.gz", folder.path() / "out", moduleLimits, Task{});
        return unpacked ? std::string() : unpacked.error().code;
    };
    EXPECT_EQ(codeOf({"b", "a", EntryKind::HardLink}), "archive.link");
    EXPECT_EQ(codeOf({"b", "", EntryKind::CharacterDevice}), "archive.special-file");
    EXPECT_EQ(codeOf({"b", "", EntryKind::Pipe}), "archive.special-file");
}
