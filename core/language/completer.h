// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/jsonsyntax.h"
#include "core/language/blockplace.h"
#include "core/language/candidates.h"
#include "core/language/caretcontext.h"
#include "core/language/completion.h"
#include "core/language/languageblocks.h"
#include "core/language/shape.h"
#include "core/language/snapshotdata.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

class Snapshot;
struct JsonCaret;

/// Answers one complete(). Used once.
class Completer
{
public:
    Completer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset);
    /// In a file of the JSON syntax; what is proposed is written in the native one.
    Completer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset, const JsonCaret &caret);

    [[nodiscard]] Completions run();

private:
    enum class Syntax : std::uint8_t { Native, Json };
    Completer(const Snapshot &snapshot, const FileEntry &file, std::uint32_t offset, CaretContext context,
              Syntax syntax);

    // Where a block or argument begins.
    void bodyItems();
    void topLevelBlocks();
    void variableValues();
    void moduleArguments();
    void schemaItems(const terraform::BlockSchema &body);
    void seenItems(SymbolKind kind, const std::string &type, std::span<const std::string> nested);
    void languageItems(std::string_view place);
    void requiredProviders();
    void addArgument(std::string_view name, std::string_view type, std::string documentation, bool isRequired,
                     bool isDeprecated, int importance);
    void addBlock(std::string_view type, std::string snippet, std::string documentation, int importance);

    // Labels of a header.
    void labels();
    void resourceTypes(SymbolKind kind);
    void undeclaredNames(SymbolKind kind);
    void addLabel(CompletionKind kind, const std::string &label, std::string detail, std::string documentation,
                  const std::string &rest);

    // Expressions.
    void values();
    void roots();
    void names();
    void functions();
    void addresses();
    void behindDot();
    void addMembers(const std::vector<Member> &members);
    void literals(std::string_view type);
    void typeNames();
    void argumentNames();
    void namesOf(SymbolKind kind, std::string_view prefix, CompletionKind as);
    void resourceNames(SymbolKind kind, std::string_view type);
    void resourceTypesInUse(SymbolKind kind);
    void add(CompletionKind kind, std::string label, std::string detail, std::string documentation, int importance);

    // Text in quotes, keys of objects.
    void texts();
    void localModules();
    void filesBeside();
    void seenTexts();
    void allowedValues(std::string_view variable, const std::filesystem::path &module);
    void objectKeys();

    /// "resource/lifecycle": the blocks around the caret as languageblocks.h names them.
    [[nodiscard]] std::string place() const;
    [[nodiscard]] SymbolKind kindOfBlock() const;
    /// The schema of the body the caret is in; null when none was imported.
    [[nodiscard]] const terraform::BlockSchema *bodySchema();
    /// Types of nested blocks from the outermost one on, `dynamic` and `content` taken out.
    [[nodiscard]] std::vector<std::string> nestedTypes() const;
    /// The type that the argument at the caret wants; dynamic when not known.
    [[nodiscard]] hcl::Type wantedType();
    /// Whether the name that begins there is the one that is being typed.
    [[nodiscard]] bool isTyped(hcl::ByteRange name) const;
    /// Names that the body around the caret has already.
    [[nodiscard]] std::set<std::string> written() const;
    void eachDeclared(SymbolKind kind, const std::function<void(const FileEntry &, const Declared &)> &visit) const;
    /// Over all bodies of one type in all files, at a nested path.
    void eachBody(SymbolKind kind, const std::string &type, std::span<const std::string> nested,
                  const std::function<void(const hcl::Body &)> &visit) const;

    const Snapshot &m_snapshot;
    const SnapshotData &m_data;
    const FileEntry &m_file;
    std::uint32_t m_offset;
    CaretContext m_context;
    Syntax m_syntax;
    hcl::StringMeaning m_strings = hcl::StringMeaning::Template; ///< of the value at the caret, in JSON
    std::filesystem::path m_module;
    Shapes m_shapes;
    Candidates m_candidates;
    BodySchema m_schema; ///< keeps what bodySchema() returns
};

/// The signature as people read it: "cidrsubnet(prefix, newbits, netnum)".
[[nodiscard]] std::string shortSignature(std::string_view function);

} // namespace drydock::language
