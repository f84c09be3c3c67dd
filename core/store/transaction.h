// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"

#include <memory>

namespace drydock::store {

/// A write transaction of the calling thread: everything this thread runs on the database until commit() or destruction
/// belongs to it. Takes the write lock at once (`BEGIN IMMEDIATE`), so it cannot fail half way for want of it.
/// Destroyed without commit(), it is rolled back. Keep it short and do no slow file work inside.
///
/// One inside another joins it: the outermost decides. When an inner one was not committed, the outer commit() fails
/// with `store.rolled-back` and nothing is kept.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(const Database &database, Connection *connection);

    Database m_database;
    Connection *m_connection = nullptr; ///< null once committed or moved from
};

} // namespace drydock::store
