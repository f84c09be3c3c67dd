// SPDX-License-Identifier: MIT
#include "core/store/database.h"

#include "core/base/identifier.h"
#include "core/store/connection.h"
#include "core/store/dialect.h"
#include "core/store/transaction.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <sys/stat.h>

namespace drydock::store {

namespace fs = std::filesystem;

namespace {

/// The files that this process has open. POSIX takes all of a process's locks on a file away when the process closes
/// any descriptor of it: SQLite knows that of its own, but a header must not be read beside it. Without its locks
/// another process that ends takes itself for the last one and deletes the log that holds our next commits.
class OpenFiles
{
public:
    std::mutex mutex;                           ///< for everything here
    std::multiset<std::pair<dev_t, ino_t>> all; ///< as often as there are databases on them

    [[nodiscard]] static std::optional<std::pair<dev_t, ino_t>> identity(const fs::path &file)
    {
        struct stat status
        {
        };
        if (::stat(file.c_str(), &status) != 0)
            return std::nullopt;
        return std::pair(status.st_dev, status.st_ino);
    }

    [[nodiscard]] bool holds(const fs::path &file) const
    {
        const auto found = identity(file);
        return found && all.contains(*found);
    }
};

OpenFiles &openFiles()
{
    static OpenFiles files; // the locks belong to the process, and so does this
    return files;
}

} // namespace

/// The connections of all threads. A thread's own goes when the thread ends, all go with the last handle.
struct Database::Shared
{
    Shared() = default;
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;
    ~Shared()
    {
        connections.clear();
        if (!entry)
            return;
        OpenFiles &files = openFiles();
        const std::lock_guard lock(files.mutex);
        files.all.erase(files.all.find(*entry));
    }

    std::optional<std::pair<dev_t, ino_t>> entry; ///< in openFiles()
    fs::path file;
    std::string source; ///< what is opened: the file's path or a `file:` URI
    int version = 0;
    std::mutex mutex;
    std::map<std::thread::id, std::unique_ptr<Connection>> connections;
};

Database::Database(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

Result<Connection *> Database::connection() const
{
    const std::thread::id self = std::this_thread::get_id();
    {
        const std::lock_guard lock(m_shared->mutex);
        if (const auto found = m_shared->connections.find(self); found != m_shared->connections.end())
            return found->second.get();
    }
    auto opened = Connection::open(m_shared->source);
    if (!opened)
        return Failure(opened.error());
    Connection *connection = opened->get();
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->connections.insert_or_assign(self, std::move(*opened));
    }
    // A later thread may get the same id: it must not find this thread's connection.
    struct AtThreadEnd
    {
        std::vector<std::weak_ptr<Shared>> databases;
        AtThreadEnd() = default;
        AtThreadEnd(const AtThreadEnd &) = delete;
        AtThreadEnd &operator=(const AtThreadEnd &) = delete;
        ~AtThreadEnd()
        {
            for (const auto &weak : databases)
                if (const auto shared = weak.lock()) {
                    const std::lock_guard lock(shared->mutex);
                    shared->connections.erase(std::this_thread::get_id());
                }
        }
    };
    static thread_local AtThreadEnd atThreadEnd;
    std::erase_if(atThreadEnd.databases, [](const auto &weak) { return weak.expired(); });
    atThreadEnd.databases.push_back(m_shared);
    return connection;
}

/// The step that is due, if any, in a transaction of its own. Another process may have run it a moment ago.
static Result<> migrate(const Database &database, QSqlDatabase &connection, const Migration &migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    const auto version = dialect::schemaVersion(connection);
    if (!version)
        return Failure(version.error());
    if (*version > database.schemaVersion())
        return failure(dialect::newerVersion(database.file().string(), *version, database.schemaVersion()));
    if (*version >= migration.number)
        return {};
    if (auto run = database.executeScript(migration.sql); !run)
        return Failure(run.error());
    if (auto written = dialect::writeSchemaVersion(connection, migration.number); !written)
        return written;
    return transaction->commit();
}

Result<> Database::prepareSchema(std::span<const Migration> migrations)
{
    const auto own = connection();
    if (!own)
        return Failure(own.error());
    QSqlDatabase &handle = (*own)->database();
    if (auto owner = dialect::checkOwner(handle); !owner)
        return owner;
    const auto version = dialect::schemaVersion(handle);
    if (!version)
        return Failure(version.error());
    if (*version > m_shared->version)
        return failure(dialect::newerVersion(m_shared->source, *version, m_shared->version));
    for (const Migration &migration : migrations)
        if (migration.number > *version)
            if (auto done = migrate(*this, handle, migration); !done)
                return done;
    return {};
}

static int newestOf(std::span<const Migration> migrations)
{
    return migrations.empty() ? 0 : migrations.back().number;
}

/// Looks at the header, unless the file is open here and so was looked at, and opens this thread's connection.
Result<> Database::openFirst() const
{
    OpenFiles &files = openFiles();
    const std::lock_guard lock(files.mutex);
    if (!files.holds(m_shared->file))
        if (auto checked = dialect::checkHeader(m_shared->file, m_shared->version); !checked)
            return checked;
    if (auto opened = connection(); !opened)
        return Failure(opened.error());
    m_shared->entry = OpenFiles::identity(m_shared->file);
    if (m_shared->entry)
        files.all.insert(*m_shared->entry);
    return {};
}

Result<Database> Database::open(const fs::path &file, std::span<const Migration> migrations)
{
    const auto shared = std::make_shared<Shared>();
    shared->file = file;
    shared->source = file.string();
    shared->version = newestOf(migrations);
    Database database(shared);
    if (auto opened = database.openFirst(); !opened)
        return Failure(opened.error());
    if (auto prepared = database.prepareSchema(migrations); !prepared)
        return Failure(prepared.error());
    return database;
}

Result<Database> Database::openInMemory(std::span<const Migration> migrations)
{
    const auto shared = std::make_shared<Shared>();
    shared->source = "file:drydock-" + randomHex(8) + "?mode=memory&cache=shared";
    shared->version = newestOf(migrations);
    Database database(shared);
    if (auto prepared = database.prepareSchema(migrations); !prepared)
        return Failure(prepared.error());
    return database;
}

Result<std::int64_t> Database::execute(std::string_view sql, const Values &values) const
{
    const auto own = connection();
    if (!own)
        return Failure(own.error());
    return (*own)->run(sql, values, {});
}

Result<> Database::executeScript(std::string_view script) const
{
    const auto statements = splitStatements(script);
    if (!statements)
        return Failure(statements.error());
    for (const std::string &statement : *statements)
        if (auto done = execute(statement); !done)
            return Failure(done.error());
    return {};
}

Result<> Database::forEach(std::string_view sql, const Values &values,
                           const std::function<Result<>(const Row &)> &visit) const
{
    const auto own = connection();
    if (!own)
        return Failure(own.error());
    if (auto done = (*own)->run(sql, values, visit); !done)
        return Failure(done.error());
    return {};
}

Result<Rows> Database::query(std::string_view sql, const Values &values) const
{
    Rows rows;
    auto done = forEach(sql, values, [&](const Row &row) -> Result<> {
        rows.push_back(row);
        return {};
    });
    if (!done)
        return Failure(done.error());
    return rows;
}

Result<std::optional<Row>> Database::queryOne(std::string_view sql, const Values &values) const
{
    auto rows = query(sql, values);
    if (!rows)
        return Failure(rows.error());
    return rows->empty() ? std::optional<Row>() : std::optional<Row>(std::move(rows->front()));
}

int Database::schemaVersion() const
{
    return m_shared->version;
}

const fs::path &Database::file() const
{
    return m_shared->file;
}

} // namespace drydock::store
