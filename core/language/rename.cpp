// SPDX-License-Identifier: MIT
#include "core/language/rename.h"

#include "core/language/lookup.h"
#include "core/language/renamer.h"
#include "core/language/snapshot.h"

#include <algorithm>
#include <array>
#include <optional>

namespace drydock::language {

namespace fs = std::filesystem;

Result<RenameTarget> renameTarget(const Snapshot &snapshot, const fs::path &file, std::uint32_t offset)
{
    const std::optional<NamedPlace> place = namedAt(snapshot, file, offset);
    if (!place)
        return failure("rename.nothing", "Nothing that can be renamed is here.", snapshot.displayName(file),
                       "Put the caret on the name of a variable, local value, resource, module or output.");
    const hcl::ParsedFile *parsed = snapshot.file(file);
    if (place->symbol.module.empty() || snapshot.data().files->known(place->symbol.module) == nullptr)
        return failure("rename.fixed", "\"" + place->symbol.name + "\" belongs to a module outside of this folder.",
                       snapshot.displayName(file), "Open the folder that holds the module.");
    return RenameTarget{place->symbol, place->range, std::string(parsed->source().text(place->range))};
}

Result<Renaming> rename(const Snapshot &snapshot, const Symbol &symbol, std::string_view newName, MovedBlock moved)
{
    return Renamer(snapshot.data(), symbol, newName).run(moved);
}

namespace {

struct Address
{
    SymbolKind kind = SymbolKind::Resource;
    std::string name;
};

} // namespace

// "module.net", "data.aws_ami.base": of the module itself, without keys.
static std::optional<Address> readAddress(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, SymbolKind>, 10> Prefixes{
        {{"var.", SymbolKind::Variable},
         {"local.", SymbolKind::Local},
         {"output.", SymbolKind::Output},
         {"module.", SymbolKind::Module},
         {"data.", SymbolKind::Data},
         {"ephemeral.", SymbolKind::Ephemeral},
         {"provider.", SymbolKind::Provider},
         {"check.", SymbolKind::Check},
         {"run.", SymbolKind::Run},
         {"resource.", SymbolKind::Resource}}};
    Address address;
    for (const auto &[prefix, kind] : Prefixes) {
        if (text.starts_with(prefix)) {
            address.kind = kind;
            text.remove_prefix(prefix.size());
            break;
        }
    }
    const bool hasTwo = address.kind == SymbolKind::Resource || address.kind == SymbolKind::Data ||
                        address.kind == SymbolKind::Ephemeral || address.kind == SymbolKind::Provider;
    const auto points = std::count(text.begin(), text.end(), '.');
    if (text.empty() || points != (hasTwo ? 1 : 0) || text.front() == '.' || text.back() == '.' ||
        text.find('[') != std::string_view::npos)
        return std::nullopt;
    address.name = text;
    return address;
}

Result<Renaming> rename(const Snapshot &snapshot, const fs::path &module, std::string_view oldAddress,
                        std::string_view newAddress, MovedBlock moved)
{
    const std::optional<Address> from = readAddress(oldAddress);
    const std::optional<Address> to = readAddress(newAddress);
    if (!from || !to)
        return failure("rename.address",
                       "\"" + std::string(from ? newAddress : oldAddress) + "\" is not an address of one module.", {},
                       "Write var.NAME, local.NAME, output.NAME, module.NAME, TYPE.NAME or data.TYPE.NAME, without "
                       "keys; for something in another module name that module's folder.");
    const auto firstPart = [](const Address &address) { return address.name.substr(0, address.name.find('.')); };
    const bool hasTwo = from->name.find('.') != std::string::npos;
    if (from->kind != to->kind || (hasTwo && firstPart(*from) != firstPart(*to)))
        return failure("rename.kind",
                       std::string(oldAddress) + " and " + std::string(newAddress) + " are not of one kind and type.",
                       {}, "A rename changes the name alone.");
    return rename(snapshot, Symbol{module, from->kind, from->name},
                  to->name.substr(hasTwo ? to->name.find('.') + 1 : 0), moved);
}

} // namespace drydock::language
