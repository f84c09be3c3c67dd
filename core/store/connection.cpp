// SPDX-License-Identifier: MIT
#include "core/store/connection.h"

#include "core/store/dialect.h"

#include <QByteArray>
#include <QSqlError>
#include <QSqlRecord>
#include <QString>
#include <QVariant>

#include <atomic>

namespace drydock::store {

static constexpr std::size_t mostStatements = 128;

static QVariant toVariant(const Value &value)
{
    struct Convert
    {
        QVariant operator()(std::monostate) const { return {}; }
        QVariant operator()(std::int64_t number) const { return QVariant::fromValue(static_cast<qlonglong>(number)); }
        QVariant operator()(double number) const { return number; }
        QVariant operator()(const std::string &text) const
        {
            // A null QString would become NULL; an empty text is not NULL.
            return text.empty() ? QVariant(QStringLiteral("")) : QVariant(QString::fromStdString(text));
        }
        QVariant operator()(const Blob &blob) const
        {
            return QByteArray(blob.bytes.data(), static_cast<qsizetype>(blob.bytes.size()));
        }
    };
    return std::visit(Convert(), value);
}

static Value toValue(const QVariant &variant)
{
    if (variant.isNull())
        return {};
    switch (variant.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return static_cast<std::int64_t>(variant.toLongLong());
    case QMetaType::Double:
    case QMetaType::Float:
        return variant.toDouble();
    case QMetaType::QByteArray:
        return Blob{variant.toByteArray().toStdString()};
    default:
        return variant.toString().toStdString();
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string &file)
{
    static std::atomic<std::uint64_t> counter = 0;
    const QString name = QStringLiteral("drydock-%1").arg(++counter);
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_file = file;
    connection->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    if (!connection->m_database.isValid())
        return failure("store.driver", "The SQLite driver of Qt is missing.", {},
                       "Install the package libqt6sql6-sqlite.");
    if (auto opened = dialect::openConnection(connection->m_database, file); !opened)
        return Failure(opened.error());
    return connection;
}

Connection::~Connection()
{
    m_statements.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<QSqlQuery>> Connection::prepared(const std::string &sql)
{
    if (auto known = m_statements.extract(sql); !known.empty())
        return std::move(known.mapped());
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(QString::fromStdString(sql)))
        return failure(dialect::translate(query->lastError(), sql, m_file));
    return query;
}

void Connection::keep(const std::string &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish(); // or its read transaction stays open
    if (m_statements.size() >= mostStatements)
        m_statements.clear();
    m_statements.insert_or_assign(sql, std::move(query));
}

Result<std::int64_t> Connection::run(std::string_view sql, const Values &values,
                                     const std::function<Result<>(const Row &)> &visit)
{
    const std::string text(sql);
    auto query = prepared(text);
    if (!query)
        return Failure(query.error());
    QSqlQuery &statement = **query;
    for (std::size_t i = 0; i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), toVariant(values[i]));
    if (!statement.exec())
        return failure(dialect::translate(statement.lastError(), text, m_file));
    const int columns = statement.record().count();
    while (visit && statement.next()) {
        Values row;
        row.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column)
            row.push_back(toValue(statement.value(column)));
        if (auto visited = visit(Row(std::move(row))); !visited)
            return Failure(visited.error());
    }
    if (statement.lastError().isValid())
        return failure(dialect::translate(statement.lastError(), text, m_file));
    const std::int64_t changed = statement.numRowsAffected();
    keep(text, std::move(*query));
    return changed;
}

Result<> Connection::begin()
{
    if (m_depth == 0) {
        if (auto begun = run(dialect::beginWrite(), {}, {}); !begun)
            return Failure(begun.error());
        m_doomed = false;
    }
    ++m_depth;
    return {};
}

Result<> Connection::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    if (m_doomed) {
        rollback();
        return failure("store.rolled-back", "A part of the change failed, so nothing of it was kept.", m_file);
    }
    auto done = run("COMMIT", {}, {});
    if (!done) {
        rollback();
        return Failure(done.error());
    }
    m_depth = 0;
    return {};
}

void Connection::rollback()
{
    if (m_depth > 1) {
        --m_depth;
        m_doomed = true;
        return;
    }
    m_depth = 0;
    m_doomed = false;
    // SQLite has already rolled back by itself after some errors (disk full); then this one fails, which is fine.
    if (auto done = run("ROLLBACK", {}, {}); !done)
        m_statements.clear();
}

} // namespace drydock::store
