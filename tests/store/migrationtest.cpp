// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/base/sha256.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

using namespace drydock;
using namespace drydock::store;

namespace {

const std::vector<Migration> first = {
    {1, "one", "CREATE TABLE one (a TEXT); INSERT INTO one VALUES ('kept; \"so\" -- far');"}};
const std::vector<Migration> both = {first[0],
                                     {2, "two", "ALTER TABLE one ADD COLUMN b TEXT; CREATE TABLE two (c TEXT);"}};
const std::vector<Migration> broken = {first[0],
                                       {2, "two", "CREATE TABLE two (c TEXT); CREATE TABLE one (again TEXT);"}};

class MigrationTest : public testing::Test
{
protected:
    [[nodiscard]] std::filesystem::path file() const { return m_scratch.path() / "m.db"; }
    ScratchFolder m_scratch;
};

std::vector<std::string> tablesOf(const Database &database)
{
    std::vector<std::string> names;
    const Rows rows = database.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").value();
    for (const Row &row : rows)
        names.push_back(row.text(0));
    return names;
}

} // namespace

TEST_F(MigrationTest, RunsOnlyTheStepsThatAreMissingAndKeepsTheData)
{
    EXPECT_EQ(Database::open(file(), first)->schemaVersion(), 1);
    for (int twice = 0; twice < 2; ++twice) {
        const Database database = Database::open(file(), both).value();
        EXPECT_EQ(database.schemaVersion(), 2);
        EXPECT_EQ(tablesOf(database), (std::vector<std::string>{"one", "two"}));
        EXPECT_EQ(database.query("SELECT a, b FROM one").value().size(), 1U);
        EXPECT_EQ(database.queryOne("SELECT a FROM one").value()->text(0), "kept; \"so\" -- far");
    }
}

TEST_F(MigrationTest, StepThatFailsIsUndoneAsAWhole)
{
    ASSERT_TRUE(Database::open(file(), first));
    EXPECT_FALSE(Database::open(file(), broken));
    const Database database = Database::open(file(), first).value();
    EXPECT_EQ(tablesOf(database), std::vector<std::string>{"one"});
}

TEST_F(MigrationTest, NewerDatabaseIsRefusedAndNotTouched)
{
    ASSERT_TRUE(Database::open(file(), both));
    const std::string before = sha256HexOfFile(file()).value();
    const auto opened = Database::open(file(), first);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "store.newer-version");
    EXPECT_NE(opened.error().message.find("schema is 2"), std::string::npos);
    EXPECT_EQ(sha256HexOfFile(file()).value(), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_scratch.path()), {}), 1) << "no side file either";
}

TEST_F(MigrationTest, ForeignDatabaseIsRefused)
{
    ASSERT_TRUE(Database::open(file(), {})); // no step of ours has run: as another program would leave it
    {
        const Database other = Database::open(file(), {}).value();
        ASSERT_TRUE(other.execute("CREATE TABLE bookmarks (url TEXT)"));
    }
    const auto opened = Database::open(file(), first);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "store.foreign");
}

TEST_F(MigrationTest, ShippedStepsRunOnAnEmptyDatabaseTwice)
{
    for (int twice = 0; twice < 2; ++twice) {
        const auto database = Database::open(file());
        ASSERT_TRUE(database) << database.error().text();
        const auto tables = tablesOf(*database);
        EXPECT_NE(std::find(tables.begin(), tables.end(), "projects"), tables.end());
    }
    int expected = 0;
    for (const Migration &migration : workspaceMigrations())
        EXPECT_EQ(migration.number, ++expected);
}

TEST(SplitStatementsTest, KnowsStringsNamesCommentsAndTriggers)
{
    const auto statements =
        splitStatements("-- first; comment\nSELECT ';' /* ; */ , \"a;b\";;\n"
                        "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE "
                        "FROM y; END;\nSELECT 'it''s'");
    ASSERT_TRUE(statements);
    ASSERT_EQ(statements->size(), 3U);
    EXPECT_EQ((*statements)[0], "SELECT ';'   , \"a;b\"");
    EXPECT_EQ((*statements)[1].substr((*statements)[1].size() - 18), "DELETE FROM y; END");
    EXPECT_EQ((*statements)[2], "SELECT 'it''s'");
}

TEST(SplitStatementsTest, NamesAnOpenEnd)
{
    EXPECT_EQ(splitStatements("SELECT 1;\nSELECT 'a").error().place, "line 2");
    EXPECT_EQ(splitStatements("/* a").error().code, "store.script");
    EXPECT_TRUE(splitStatements(" \n-- nothing").value().empty());
}
