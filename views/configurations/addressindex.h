// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/language/snapshot.h"
#include "core/language/symbol.h"
#include "views/shell/locator.h"

#include <QList>
#include <QString>

#include <filesystem>
#include <mutex>
#include <optional>

namespace drydock::configurations {

/// Something that the project declares and where: a resource, a variable, a module call …
struct Address
{
    QString address; ///< "aws_s3_bucket.logs"
    language::SymbolKind kind = language::SymbolKind::Resource;
    QString path; ///< relative to the project's root
    int line = 1;
    int column = 1;
};

/// More of them nobody looks through.
inline constexpr int mostAddresses = 10'000;

/// What "Go to anything" shows of them.
[[nodiscard]] QList<shell::LocatorEntry> addressEntries(const QList<Address> &addresses, const QString &project);

/// Addresses of a project whose editors were not opened yet, from its files. What was read is kept: the next time only
/// files that changed are parsed. Thread-safe.
class AddressIndex final
{
public:
    [[nodiscard]] Result<QList<Address>> find(const std::filesystem::path &root, const Task &task);

private:
    std::mutex m_mutex;
    std::filesystem::path m_root;
    std::optional<language::Snapshot> m_known;
};

} // namespace drydock::configurations
