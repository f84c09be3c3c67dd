// SPDX-License-Identifier: MIT
#include "views/configurations/addressindex.h"

#include "core/hcl/parser.h"
#include "core/language/definition.h"
#include "views/models/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using drydock::language::SymbolKind;
using drydock::models::toText;

namespace drydock::configurations {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Addresses)
};

QString kindText(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Variable:
        return Texts::tr("Variable");
    case SymbolKind::Local:
        return Texts::tr("Local value");
    case SymbolKind::Output:
        return Texts::tr("Output");
    case SymbolKind::Data:
        return Texts::tr("Data source");
    case SymbolKind::Module:
        return Texts::tr("Module call");
    case SymbolKind::Provider:
        return Texts::tr("Provider");
    case SymbolKind::Check:
        return Texts::tr("Check");
    case SymbolKind::Run:
        return Texts::tr("Test run");
    default:
        return Texts::tr("Resource");
    }
}

QString iconOf(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Variable:
    case SymbolKind::Local:
        return u"code-variable"_s;
    case SymbolKind::Output:
        return u"document-export"_s;
    case SymbolKind::Module:
        return u"package"_s;
    case SymbolKind::Data:
        return u"document-import"_s;
    case SymbolKind::Provider:
        return u"configure"_s;
    default:
        return u"code-context"_s;
    }
}

} // namespace

QList<shell::LocatorEntry> addressEntries(const QList<Address> &addresses, const QString &project)
{
    QList<shell::LocatorEntry> entries;
    entries.reserve(addresses.size());
    for (const Address &each : addresses) {
        const QString line = QString::number(each.line);
        entries << shell::LocatorEntry{each.address, each.path + u':' + line, kindText(each.kind), iconOf(each.kind),
                                       shell::Link{u"configurations"_s,
                                                   each.path,
                                                   project,
                                                   {{u"column"_s, QString::number(each.column)}, {u"line"_s, line}}}};
    }
    return entries;
}

Result<QList<Address>> AddressIndex::find(const std::filesystem::path &root, const Task &task)
{
    const std::scoped_lock lock(m_mutex);
    Result<language::Snapshot> snapshot =
        m_known && m_root == root ? m_known->refreshed(task) : language::Snapshot::open(root, {}, task);
    if (!snapshot)
        return failure(snapshot.error());
    m_root = root;
    m_known = *snapshot;
    QList<Address> addresses;
    for (const language::Definition &one : language::findSymbols(*snapshot, {}, mostAddresses)) {
        const hcl::ParsedFile *file = snapshot->file(one.name.file);
        if (!file)
            continue;
        const hcl::Position place = file->source().position(one.name.range.start);
        addresses << Address{toText(one.symbol.address()), one.symbol.kind,
                             toText(snapshot->displayName(one.name.file)), static_cast<int>(place.line),
                             static_cast<int>(place.column)};
    }
    return addresses;
}

} // namespace drydock::configurations
