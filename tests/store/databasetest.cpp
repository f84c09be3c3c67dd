// SPDX-License-Identifier: MIT
#include "core/store/database.h"

#include "core/store/lostdatabase.h"
#include "core/store/transaction.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <thread>
#include <utility>

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using namespace drydock::store;

namespace {

constexpr Migration notes[] = {
    {1, "notes",
     "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, number REAL, bytes BLOB);"
     "CREATE TABLE links (note INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE, tag TEXT UNIQUE);"}};

class DatabaseTest : public testing::Test
{
protected:
    [[nodiscard]] std::filesystem::path file() const { return m_scratch.path() / "notes.db"; }
    [[nodiscard]] Database open() const { return Database::open(file(), notes).value(); }

    ScratchFolder m_scratch;
};

std::int64_t countOf(const Database &database)
{
    return database.queryOne("SELECT count(*) FROM notes").value()->integer(0);
}

/// Another process that opens a database, counts and closes it again, each time it is told to. Made before this process
/// opens the file: SQLite must not be carried over a fork.
class OtherProcess
{
public:
    explicit OtherProcess(const std::filesystem::path &file)
    {
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends.data()), 0);
        m_process = ::fork();
        ::close(std::exchange(m_ends.at(m_process == 0 ? 0 : 1), -1));
        if (m_process == 0)
            serve(file);
    }
    ~OtherProcess()
    {
        ::close(m_ends[0]);
        ::waitpid(m_process, nullptr, 0);
    }
    OtherProcess(const OtherProcess &) = delete;
    OtherProcess &operator=(const OtherProcess &) = delete;

    /// The rows it saw; -1 when it could not open the file.
    [[nodiscard]] std::int64_t openCountAndClose() const
    {
        std::int64_t count = -2;
        EXPECT_EQ(::write(m_ends[0], "?", 1), 1);
        EXPECT_EQ(::read(m_ends[0], &count, sizeof count), static_cast<ssize_t>(sizeof count));
        return count;
    }

private:
    [[noreturn]] void serve(const std::filesystem::path &file) const
    {
        for (char question = 0; ::read(m_ends[1], &question, 1) == 1;) {
            const auto database = Database::open(file, notes);
            const std::int64_t count = database ? countOf(*database) : -1;
            if (::write(m_ends[1], &count, sizeof count) < 0)
                break;
        }
        ::_exit(0);
    }

    std::array<int, 2> m_ends{-1, -1};
    pid_t m_process = -1;
};

} // namespace

TEST_F(DatabaseTest, KeepsEveryKindOfValue)
{
    const Database database = open();
    const std::string bytes("\0\xff\x01", 3);
    ASSERT_TRUE(database.execute("INSERT INTO notes VALUES (?, ?, ?, ?)", {7, "Grüße 🚢", 2.5, Blob{bytes}}));
    ASSERT_TRUE(database.execute("INSERT INTO notes VALUES (?, ?, ?, ?)", {INT64_MAX, "", Value(), Value()}));
    const Rows rows = database.query("SELECT id, text, number, bytes FROM notes ORDER BY id").value();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].integer(0), 7);
    EXPECT_EQ(rows[0].text(1), "Grüße 🚢");
    EXPECT_EQ(rows[0].real(2), 2.5);
    EXPECT_EQ(rows[0].blob(3), bytes);
    EXPECT_EQ(rows[1].integer(0), INT64_MAX);
    EXPECT_FALSE(rows[1].isNull(1)) << "an empty text is not NULL";
    EXPECT_EQ(rows[1].optionalText(2), std::nullopt);
    EXPECT_TRUE(rows[1].isNull(3));
}

TEST_F(DatabaseTest, NullAfterATextInTheSameStatement)
{
    const Database database = open();
    for (const Value &text : {Value("a"), Value(), Value("c")})
        ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES (?)", {text}));
    const Rows rows = database.query("SELECT text FROM notes ORDER BY id").value();
    EXPECT_EQ(rows[0].text(0), "a");
    EXPECT_TRUE(rows[1].isNull(0));
    EXPECT_EQ(rows[2].text(0), "c");
}

TEST_F(DatabaseTest, TransactionThatIsNotCommittedLeavesNothing)
{
    const Database database = open();
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('a')"));
        EXPECT_EQ(countOf(database), 1);
    }
    EXPECT_EQ(countOf(database), 0);
}

TEST_F(DatabaseTest, InnerTransactionThatFailsTakesTheOuterWithIt)
{
    const Database database = open();
    auto outer = Transaction::begin(database);
    ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('outer')"));
    {
        auto inner = Transaction::begin(database);
        ASSERT_TRUE(inner);
        ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('inner')"));
    }
    const auto committed = outer->commit();
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, "store.rolled-back");
    EXPECT_EQ(countOf(database), 0);
}

TEST_F(DatabaseTest, NamesTheKindOfFailure)
{
    const Database database = open();
    ASSERT_TRUE(database.execute("INSERT INTO notes (id) VALUES (1)"));
    EXPECT_EQ(database.execute("INSERT INTO notes (id) VALUES (1)").error().code, "store.unique");
    ASSERT_TRUE(database.execute("INSERT INTO links VALUES (1, 'a')"));
    EXPECT_EQ(database.execute("INSERT INTO links VALUES (1, 'a')").error().code, "store.unique");
    EXPECT_EQ(database.execute("INSERT INTO links VALUES (99, 'b')").error().code, "store.constraint");
    EXPECT_EQ(database.execute("INSERT INTO nowhere VALUES (1)").error().code, "store.sql");
    EXPECT_EQ(database.query("SELECT nonsense FROM notes").error().code, "store.sql");
    EXPECT_EQ(countOf(database), 1) << "a failed statement does not spoil the next";
}

TEST_F(DatabaseTest, AFullDiskIsNamed)
{
    const Database database = open();
    // As if the disk had room for no more pages than there are.
    ASSERT_TRUE(database.query("PRAGMA max_page_count = 1"));
    Result<std::int64_t> written = 0;
    for (int i = 1; i < 1000 && written; ++i)
        written = database.execute("INSERT INTO notes (id, text) VALUES (?, ?)", {i, std::string(4000, 'x')});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "store.full");
    EXPECT_NE(written.error().message.find("The disk that holds " + m_scratch.path().string() + " is full"),
              std::string::npos)
        << written.error().message;
}

TEST_F(DatabaseTest, DeletingARowDeletesWhatHangsOnIt)
{
    const Database database = open();
    ASSERT_TRUE(database.execute("INSERT INTO notes (id) VALUES (1)"));
    ASSERT_TRUE(database.execute("INSERT INTO links VALUES (1, 'a')"));
    EXPECT_EQ(database.execute("DELETE FROM notes").value(), 1);
    EXPECT_TRUE(database.query("SELECT tag FROM links").value().empty());
}

TEST_F(DatabaseTest, VisitorMayUseTheSameStatementAndStop)
{
    const Database database = open();
    for (int i = 1; i <= 3; ++i)
        ASSERT_TRUE(database.execute("INSERT INTO notes (id) VALUES (?)", {i}));
    int visited = 0;
    const std::string sql = "SELECT id FROM notes ORDER BY id";
    const auto stopped = database.forEach(sql, {}, [&](const Row &row) -> Result<> {
        visited += static_cast<int>(database.query(sql).value().size());
        return row.integer(0) == 2 ? Result<>(failure("test.stop", "enough")) : Result<>();
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, "test.stop");
    EXPECT_EQ(visited, 6);
}

TEST_F(DatabaseTest, ThreadsWriteAtTheSameTimeAndLoseNothing)
{
    const Database database = open();
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([database] {
            // Few enough for a disk that takes its time: a writer waits ten seconds for the others.
            for (int i = 0; i < 10; ++i) {
                auto transaction = Transaction::begin(database);
                ASSERT_TRUE(transaction) << transaction.error().text();
                ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('x')"));
                ASSERT_TRUE(transaction->commit());
            }
        });
    threads.clear();
    EXPECT_EQ(countOf(database), 40);
}

TEST_F(DatabaseTest, ReaderSeesTheStateBeforeAnOpenTransaction)
{
    const Database database = open();
    auto transaction = Transaction::begin(database);
    ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('x')"));
    std::int64_t seen = -1;
    std::jthread([&] { seen = countOf(database); }).join();
    EXPECT_EQ(seen, 0) << "and it did not wait";
}

TEST_F(DatabaseTest, TwoProcessesOpenAFreshFileAndWriteAtTheSameTime)
{
    constexpr int processes = 4;
    std::vector<pid_t> children;
    for (int i = 0; i < processes; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto database = Database::open(file(), notes);
            bool good = database.has_value();
            for (int n = 0; good && n < 10; ++n)
                good = database->execute("INSERT INTO notes (text) VALUES ('x')").has_value();
            ::_exit(good ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
    EXPECT_EQ(countOf(open()), processes * 10);
}

TEST_F(DatabaseTest, WhatIsWrittenAfterTheFileWasOpenedTwiceOutlivesAnotherProcess)
{
    (void)open();
    const OtherProcess other(file());
    const Database database = open();
    ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('before')"));
    (void)open(); // as two services of one program do
    EXPECT_EQ(other.openCountAndClose(), 1);
    ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('after')"));
    EXPECT_EQ(other.openCountAndClose(), 2) << "the log was deleted under this process";
}

TEST_F(DatabaseTest, InMemoryIsSharedByThreads)
{
    const Database database = Database::openInMemory(notes).value();
    ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('x')"));
    std::int64_t seen = 0;
    std::jthread([&] { seen = countOf(database); }).join();
    EXPECT_EQ(seen, 1);
    EXPECT_EQ(countOf(Database::openInMemory(notes).value()), 0) << "another one is empty";
}

TEST_F(DatabaseTest, DamagedFileIsNamedAndNotTouched)
{
    std::ofstream(file())
        << "this is a letter, not a database, and it is longer than a header would be by quite some way";
    const auto size = std::filesystem::file_size(file());
    const auto opened = Database::open(file(), notes);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "store.damaged");
    EXPECT_EQ(opened.error().place, file().string());
    EXPECT_FALSE(opened.error().hint.empty());
    EXPECT_EQ(std::filesystem::file_size(file()), size);
}

TEST_F(DatabaseTest, DamageInTheMiddleIsNamed)
{
    {
        const Database database = open();
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES (?)", {std::string(500, 'x')}));
        ASSERT_TRUE(database.query("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    {
        std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(4096);
        stream << std::string(std::filesystem::file_size(file()) - 4096, 'Z');
    }
    const auto opened = Database::open(file(), notes);
    const auto rows = opened ? opened->query("SELECT * FROM notes") : Result<Rows>(Failure(opened.error()));
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, "store.damaged");
}

TEST_F(DatabaseTest, FolderThatIsMissingOrReadOnly)
{
    const auto missing = Database::open(m_scratch.path() / "no" / "such" / "notes.db", notes);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "store.cannot-open");
    if (::geteuid() == 0)
        GTEST_SKIP() << "the read-only half needs a user that permissions apply to, not root";
    std::filesystem::permissions(m_scratch.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    const auto readOnly = Database::open(file(), notes);
    std::filesystem::permissions(m_scratch.path(), std::filesystem::perms::owner_all);
    ASSERT_FALSE(readOnly);
}

TEST_F(DatabaseTest, FullDiskIsNamedAndLosesNothing)
{
    const Database database = open();
    ASSERT_TRUE(database.execute("INSERT INTO notes (text) VALUES ('kept')"));
    // A page limit makes SQLite report exactly what a full disk makes it report.
    ASSERT_TRUE(database.query("PRAGMA max_page_count = 10"));
    const auto written = database.execute("INSERT INTO notes (text) VALUES (?)", {std::string(1U << 20U, 'x')});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "store.full");
    EXPECT_EQ(countOf(database), 1);
}

TEST_F(DatabaseTest, ALostDatabaseIsNotReplacedByAnEmptyOne)
{
    const std::filesystem::path blobs = m_scratch.path() / "blobs";
    std::filesystem::create_directories(blobs);
    EXPECT_TRUE(refuseLostDatabase(file(), {blobs}).has_value()) << "a new workspace";

    std::ofstream(blobs / "content") << "published";
    const auto missing = refuseLostDatabase(file(), {blobs});
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().code, "store.database-lost");
    EXPECT_EQ(missing.error().place, file().string());

    std::ofstream(file()).close();
    EXPECT_EQ(refuseLostDatabase(file(), {blobs}).error().code, "store.database-lost")
        << "an empty file is no database";

    std::filesystem::remove(file());
    (void)open();
    EXPECT_TRUE(refuseLostDatabase(file(), {blobs}).has_value());
}
