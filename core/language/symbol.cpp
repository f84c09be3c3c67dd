// SPDX-License-Identifier: MIT
#include "core/language/symbol.h"

namespace drydock::language {

std::string Symbol::address() const
{
    return std::string(addressPrefix(kind)) + name;
}

std::string_view addressPrefix(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Variable:
        return "var.";
    case SymbolKind::Local:
        return "local.";
    case SymbolKind::Output:
        return "output.";
    case SymbolKind::Data:
        return "data.";
    case SymbolKind::Ephemeral:
        return "ephemeral.";
    case SymbolKind::Module:
        return "module.";
    case SymbolKind::Provider:
        return "provider.";
    case SymbolKind::Check:
        return "check.";
    case SymbolKind::Run:
        return "run.";
    default:
        return {};
    }
}

std::string_view kindName(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Variable:
        return "variable";
    case SymbolKind::Local:
        return "local value";
    case SymbolKind::Output:
        return "output";
    case SymbolKind::Resource:
        return "resource";
    case SymbolKind::Data:
        return "data source";
    case SymbolKind::Ephemeral:
        return "ephemeral resource";
    case SymbolKind::Module:
        return "module call";
    case SymbolKind::Provider:
        return "provider";
    case SymbolKind::Check:
        return "check";
    case SymbolKind::Run:
        return "test run";
    case SymbolKind::Settings:
        return "settings";
    case SymbolKind::Locals:
        return "local values";
    case SymbolKind::Moved:
        return "move";
    case SymbolKind::Removed:
        return "removal";
    case SymbolKind::Import:
        return "import";
    case SymbolKind::Block:
        return "block";
    case SymbolKind::Argument:
        return "argument";
    }
    return {};
}

} // namespace drydock::language
