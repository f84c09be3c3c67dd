// SPDX-License-Identifier: MIT
#include "core/store/dialect.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <array>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <string_view>
#include <thread>

namespace drydock::store::dialect {

/// "DRYD" in the header of every database we make.
static constexpr int applicationId = 0x44525944;
static constexpr int busyMilliseconds = 10'000;
/// Result codes of https://www.sqlite.org/rescode.html; an extended code's low byte is its primary one.
enum PrimaryCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15, ///< the race for the log's locks was lost again and again
    Constraint = 19,
    NotADatabase = 26
};
static constexpr int uniqueViolation = 2067;
static constexpr int primaryKeyViolation = 1555;

static Error named(const char *code, const char *message, const char *hint, const std::string &place)
{
    return {code, message, place, hint};
}

static Error foreign(const std::string &file)
{
    return named("store.foreign", "The file is a database of another program; nothing was changed.",
                 "Choose another workspace folder, or move the file away.", file);
}

static Error damaged(const std::string &file)
{
    return named("store.damaged", "The database is damaged or is no database.",
                 "Move the file away and put the newest backup in its place; project files are not affected.", file);
}

static Result<QVariant> run(QSqlDatabase &connection, const char *sql)
{
    QSqlQuery query(connection);
    if (!query.exec(QString::fromLatin1(sql)))
        return failure(translate(query.lastError(), sql, connection.databaseName().toStdString()));
    return query.next() ? query.value(0) : QVariant();
}

/// Two processes that switch a fresh file to WAL at the same instant: one is told "busy" without the timeout. The other
/// waits for its disk meanwhile.
static Result<> switchToWal(QSqlDatabase &connection)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(busyMilliseconds);
    for (;;) {
        const auto mode = run(connection, "PRAGMA journal_mode = WAL");
        if (mode || mode.error().code != "store.locked" || std::chrono::steady_clock::now() > end)
            return mode ? Result<>() : Result<>(Failure(mode.error()));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

Result<> openConnection(QSqlDatabase &connection, const std::string &file)
{
    connection.setDatabaseName(QString::fromStdString(file));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds);
    const bool isUri = file.starts_with("file:");
    if (isUri)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    connection.setConnectOptions(options);
    if (!connection.open())
        return failure(translate(connection.lastError(), "open", file));
    if (!isUri) {
        const auto mode = run(connection, "PRAGMA journal_mode");
        if (!mode)
            return Failure(mode.error());
        if (mode->toString() != QStringLiteral("wal"))
            if (auto switched = switchToWal(connection); !switched)
                return switched;
    }
    // FULL: a commit that was confirmed survives a power cut, so a saved version is never lost.
    for (const char *sql : {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY"})
        if (auto done = run(connection, sql); !done)
            return Failure(done.error());
    return {};
}

std::string beginWrite()
{
    return "BEGIN IMMEDIATE";
}

Result<int> schemaVersion(QSqlDatabase &connection)
{
    const auto version = run(connection, "PRAGMA user_version");
    if (!version)
        return Failure(version.error());
    return version->toInt();
}

Result<> writeSchemaVersion(QSqlDatabase &connection, int version)
{
    // A pragma takes no placeholder; the value is our own integer.
    const std::string sql = "PRAGMA user_version = " + std::to_string(version);
    const std::string owner = "PRAGMA application_id = " + std::to_string(applicationId);
    for (const std::string &statement : {sql, owner})
        if (auto done = run(connection, statement.c_str()); !done)
            return Failure(done.error());
    return {};
}

Error newerVersion(const std::string &file, int version, int newestVersion)
{
    return {"store.newer-version",
            "The database was written by a newer Drydock (its schema is " + std::to_string(version) +
                ", this program knows " + std::to_string(newestVersion) + "); nothing was changed.",
            file, "Open it with that version or a later one, or choose another workspace."};
}

/// https://www.sqlite.org/fileformat2.html#the_database_header: big-endian, user version at 60, application id at 68.
Result<> checkHeader(const std::filesystem::path &file, int newestVersion)
{
    static constexpr std::string_view magic("SQLite format 3\0", 16);
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 100> header{};
    if (!stream.read(header.data(), 1))
        return {};
    stream.read(header.data() + 1, header.size() - 1);
    if (stream.gcount() != static_cast<std::streamsize>(header.size() - 1) ||
        std::string_view(header.data(), magic.size()) != magic)
        return failure(damaged(file.string()));
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = (value << 8U) | static_cast<unsigned char>(header[i]);
        return static_cast<int>(value);
    };
    const int owner = number(68);
    if (owner != 0 && owner != applicationId)
        return failure(foreign(file.string()));
    if (owner == applicationId && number(60) > newestVersion)
        return failure(newerVersion(file.string(), number(60), newestVersion));
    return {};
}

Result<> checkOwner(QSqlDatabase &connection)
{
    // Both in one statement, which sees one state: another process may be making the file ours at this moment.
    QSqlQuery query(connection);
    const char *sql = "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id";
    if (!query.exec(QString::fromLatin1(sql)) || !query.next())
        return failure(translate(query.lastError(), sql, connection.databaseName().toStdString()));
    const int owner = query.value(0).toInt();
    if (owner == applicationId || (owner == 0 && query.value(1).toInt() == 0))
        return {};
    return failure(foreign(connection.databaseName().toStdString()));
}

/// SQLite calls it an I/O error, or cannot open, when a side file of the database finds no room.
static bool isDiskFull(const std::string &file)
{
    static constexpr std::uintmax_t sideFileBytes = 64U << 10U;
    std::error_code error;
    const auto room = std::filesystem::space(std::filesystem::path(file).parent_path(), error);
    return !error && room.capacity > 0 && room.available < sideFileBytes;
}

static Error diskFull(const std::string &file)
{
    const std::string folder = std::filesystem::path(file).parent_path().string();
    return {"store.full",
            "The disk that holds " + (folder.empty() ? std::string("the database") : folder) +
                " is full; nothing was changed.",
            file, "Free some space on that disk, then try again."};
}

Error translate(const QSqlError &error, const std::string &doing, const std::string &place)
{
    const int extended = error.nativeErrorCode().toInt();
    switch (extended & 0xFF) {
    case Busy:
    case Locked:
    case Protocol:
        return named("store.locked", "The database is in use by another program for too long.",
                     "Close the other program or wait until it is done, then try again.", place);
    case ReadOnly:
    case Permission:
        return named("store.read-only", "The database cannot be written.",
                     "Check the permissions of the workspace folder, or choose another one.", place);
    case CannotOpen:
        if (isDiskFull(place))
            return diskFull(place);
        return named("store.cannot-open", "The database cannot be opened.",
                     "Check that the folder exists and that you may read and write it.", place);
    case Full:
        return diskFull(place);
    case Corrupt:
    case NotADatabase:
        return damaged(place);
    case InputOutput:
        if (isDiskFull(place))
            return diskFull(place);
        return named("store.io", "The disk reported an error while the database was read or written.",
                     "Check the disk, then try again.", place);
    case Constraint:
        if (extended == uniqueViolation || extended == primaryKeyViolation)
            return {"store.unique",
                    "There is an entry with this key already: " + error.databaseText().toStdString(),
                    place,
                    {}};
        return {"store.constraint",
                "The change would break a rule of the database: " + error.databaseText().toStdString(),
                place,
                {}};
    default:
        return {"store.sql", error.text().toStdString() + " (" + doing + ")", place, {}};
    }
}

} // namespace drydock::store::dialect
