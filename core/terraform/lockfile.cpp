// SPDX-License-Identifier: MIT
#include "core/terraform/lockfile.h"

#include "core/base/filereader.h"
#include "core/base/semver.h"
#include "core/base/versionconstraint.h"
#include "core/hcl/conversion.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/formatter.h"
#include "core/hcl/literal.h"
#include "core/hcl/tree.h"
#include "core/hcl/value.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace drydock::terraform {

static constexpr std::uint64_t largestFile = 16ULL << 20U;

namespace {

/// HOST, NAMESPACE and TYPE: the order of the blocks compares them one by one.
std::vector<std::string_view> partsOf(std::string_view address)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= address.size();) {
        const std::size_t slash = std::min(address.find('/', at), address.size());
        parts.push_back(address.substr(at, slash - at));
        at = slash + 1;
    }
    return parts;
}

bool isBefore(const ProviderLock &left, const ProviderLock &right)
{
    return partsOf(left.provider) < partsOf(right.provider);
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The full lower-case form; nothing for what is no address.
std::optional<std::string> normalizedAddress(std::string_view written)
{
    std::string address = lowered(written);
    const auto slashes = std::count(address.begin(), address.end(), '/');
    if (slashes == 0)
        address.insert(0, "registry.terraform.io/hashicorp/");
    else if (slashes == 1)
        address.insert(0, "registry.terraform.io/");
    const std::vector<std::string_view> parts = partsOf(address);
    const auto isName = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '-' || c == '_' || c >= 0x80;
        });
    };
    if (parts.size() != 3 || parts[0].empty() || parts[0].find_first_of(" \t\"\\") != std::string_view::npos ||
        !isName(parts[1]) || !isName(parts[2]))
        return std::nullopt;
    return address;
}

class LockReader
{
public:
    explicit LockReader(ParsedLockFile &result)
        : m_result(result)
    {
    }

    void read()
    {
        for (const hcl::BodyItem item : m_result.file.body().items()) {
            if (const hcl::Attribute attribute = item.attribute())
                report("Unsupported argument",
                       "An argument named " + hcl::quote(attribute.name()) + " is not expected here.",
                       attribute.nameRange());
            else if (const hcl::Block block = item.block())
                readBlock(block);
        }
    }

private:
    void report(std::string summary, std::string detail, hcl::ByteRange range, std::string hint = {},
                hcl::Severity severity = hcl::Severity::Error)
    {
        m_result.diagnostics.push_back({severity, std::move(summary), std::move(detail), range, std::move(hint)});
        m_blockFailed = m_blockFailed || severity == hcl::Severity::Error;
    }

    void readBlock(const hcl::Block &block)
    {
        m_blockFailed = false;
        if (block.type() == "provider") {
            if (hasOneLabel(block, "source_addr"))
                readProvider(block);
        } else if (block.type() == "module") {
            if (hasOneLabel(block, "path"))
                report(
                    "Dependency locks for modules are not yet supported",
                    "Only providers are locked, not modules. This file may be meant for a later version of Terraform.",
                    block.headerRange(), {}, hcl::Severity::Warning);
        } else {
            report("Unsupported block type", "Blocks of type " + hcl::quote(block.type()) + " are not expected here.",
                   block.typeRange());
        }
    }

    bool hasOneLabel(const hcl::Block &block, const std::string &label)
    {
        std::size_t count = 0;
        for (const hcl::Label each : block.labels())
            count += each.range().start < each.range().end ? 1 : 0;
        const std::string type(block.type());
        if (count == 0)
            report("Missing " + label + " for " + type, "All " + type + " blocks must have 1 labels (" + label + ").",
                   block.headerRange());
        else if (count > 1)
            report("Extraneous label for " + type,
                   "Only 1 labels (" + label + ") are expected for " + type + " blocks.", block.headerRange());
        return count == 1;
    }

    void readProvider(const hcl::Block &block)
    {
        ProviderLock lock;
        lock.range = block.headerRange();
        if (!readAddress(block, lock))
            return;
        for (const hcl::BodyItem item : block.body().items()) {
            const hcl::Attribute attribute = item.attribute();
            if (attribute && attribute.name() != "version" && attribute.name() != "constraints" &&
                attribute.name() != "hashes")
                report("Unsupported argument",
                       "An argument named " + hcl::quote(attribute.name()) + " is not expected here.",
                       attribute.nameRange());
            else if (const hcl::Block nested = item.block())
                report("Unsupported block type",
                       "Blocks of type " + hcl::quote(nested.type()) + " are not expected here.", nested.typeRange());
        }
        readVersion(block, lock);
        readConstraints(block, lock);
        readHashes(block, lock);
        if (!m_blockFailed)
            m_result.lock.set(std::move(lock));
    }

    bool readAddress(const hcl::Block &block, ProviderLock &lock)
    {
        const std::string written = block.label(0);
        const std::string summary = "Invalid provider source address";
        const auto address = normalizedAddress(written);
        if (!address) {
            report(summary, hcl::quote(written) + " is not an address HOST/NAMESPACE/TYPE.", block.headerRange());
            return false;
        }
        if (address->starts_with("terraform.io/builtin/")) {
            report(summary,
                   "Cannot lock a version for built-in provider " + *address +
                       ". Built-in providers are bundled inside Terraform itself, so you can't select a version for "
                       "them independently of the Terraform release you are currently running.",
                   block.headerRange());
            return false;
        }
        if (address->find("/-/") != std::string::npos) {
            report(summary,
                   "Provider source address " + *address +
                       " is a special provider that is not eligible for dependency locking.",
                   block.headerRange());
            return false;
        }
        if (*address != written) {
            report("Non-normalized provider source address",
                   "The provider source address for this provider lock must be written as " + hcl::quote(*address) +
                       ", the fully-qualified and normalized form.",
                   block.headerRange());
            return false;
        }
        lock.provider = *address;
        if (const ProviderLock *first = m_result.lock.find(*address)) {
            const hcl::Position place = m_result.file.source().position(first->range.start);
            report("Duplicate provider lock",
                   "This lockfile already declared a lock for provider " + *address + " at line " +
                       std::to_string(place.line) + ".",
                   block.headerRange(), "Keep one of the two blocks.");
        }
        return true;
    }

    /// The value as a string; nothing after an error was reported.
    std::optional<std::string> textOf(const hcl::Expression &expression)
    {
        std::vector<hcl::Diagnostic> problems;
        const hcl::Value value = hcl::evaluate(expression, {}, problems);
        for (hcl::Diagnostic &problem : problems)
            report(std::move(problem.summary), std::move(problem.detail), problem.range, std::move(problem.hint));
        if (!problems.empty())
            return std::nullopt;
        const auto text = hcl::convert(value, hcl::Type::string());
        if (text && text->is(hcl::Kind::String))
            return text->asString();
        report("Unsuitable value type", "Unsuitable value: string required", expression.range());
        return std::nullopt;
    }

    void readVersion(const hcl::Block &block, ProviderLock &lock)
    {
        const hcl::Attribute attribute = block.body().attribute("version");
        if (!attribute) {
            report("Missing required argument", "The argument \"version\" is required, but no definition was found.",
                   block.headerRange());
            return;
        }
        const auto written = textOf(attribute.value());
        if (!written)
            return;
        lock.version = *written;
        if (const auto version = SemanticVersion::parse(*written); !version)
            report("Invalid provider version number",
                   "The selected version number for provider " + lock.provider +
                       " is invalid: " + hcl::quote(*written) + " must be three numbers separated by periods.",
                   attribute.value().range(), "Write for example \"3.2.4\".");
    }

    void readConstraints(const hcl::Block &block, ProviderLock &lock)
    {
        const hcl::Attribute attribute = block.body().attribute("constraints");
        const auto written = attribute ? textOf(attribute.value()) : std::nullopt;
        if (!written)
            return;
        const std::string begin = "The recorded version constraints for provider " + lock.provider;
        const auto normalized = normalizedConstraints(*written);
        if (!normalized)
            report("Invalid provider version constraints", begin + " are invalid: " + normalized.error().message,
                   attribute.value().range(), normalized.error().hint);
        else if (*normalized != *written)
            report("Invalid provider version constraints",
                   begin + " must be written in normalized form: " + hcl::quote(*normalized) + ".",
                   attribute.value().range());
        lock.constraints = *written;
    }

    void readHashes(const hcl::Block &block, ProviderLock &lock)
    {
        const hcl::Attribute attribute = block.body().attribute("hashes");
        if (!attribute)
            return;
        const hcl::Expression list = attribute.value().unwrapped();
        if (list.kind() != hcl::ExpressionKind::Tuple) {
            report("Invalid expression", "A static list expression is required.", attribute.value().range());
            return;
        }
        std::vector<std::string> hashes;
        for (const hcl::Expression element : list.elements()) {
            const auto hash = textOf(element);
            if (!hash)
                continue;
            if (const std::size_t colon = hash->find(':'); colon == std::string::npos || colon == 0)
                report("Invalid provider hash string",
                       "Cannot interpret " + hcl::quote(*hash) +
                           " as a provider hash: hash string must start with a scheme keyword followed by a colon.",
                       element.range());
            hashes.push_back(*hash);
        }
        if (hashes.empty() && list.elements().begin() == list.elements().end())
            report("Invalid provider hash set",
                   "The \"hashes\" argument must either be omitted or contain at least one hash value.",
                   attribute.value().range());
        lock.addHashes(hashes);
    }

    ParsedLockFile &m_result;
    bool m_blockFailed = false;
};

} // namespace

void ProviderLock::addHashes(const std::vector<std::string> &more)
{
    hashes.insert(hashes.end(), more.begin(), more.end());
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

const ProviderLock *LockFile::find(std::string_view provider) const
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [provider](const ProviderLock &lock) { return lock.provider == provider; });
    return found == providers.end() ? nullptr : &*found;
}

void LockFile::set(ProviderLock lock)
{
    remove(lock.provider);
    const auto place = std::lower_bound(providers.begin(), providers.end(), lock, isBefore);
    providers.insert(place, std::move(lock));
}

bool LockFile::remove(std::string_view provider)
{
    return std::erase_if(providers, [provider](const ProviderLock &lock) { return lock.provider == provider; }) > 0;
}

ParsedLockFile parseLockFile(hcl::SourceFile source)
{
    ParsedLockFile result{hcl::parse(std::move(source)), {}, {}};
    result.diagnostics = result.file.diagnostics;
    LockReader(result).read();
    return result;
}

Result<LockFile> readLockFile(const std::filesystem::path &file)
{
    auto text = readFile(file, largestFile);
    if (!text)
        return Failure(text.error());
    ParsedLockFile parsed = parseLockFile(hcl::SourceFile(file.string(), std::move(*text)));
    for (const hcl::Diagnostic &diagnostic : parsed.diagnostics)
        if (diagnostic.severity == hcl::Severity::Error)
            return failure(hcl::toError(diagnostic, parsed.file.source(), "lock.invalid"));
    return std::move(parsed.lock);
}

std::string printLockFile(const LockFile &lock, LockFileWriter writer)
{
    const std::string program = writer == LockFileWriter::Terraform ? "terraform" : "tofu";
    std::string text = "# This file is maintained automatically by \"" + program +
                       " init\".\n# Manual edits may be lost in future updates.\n";
    for (const ProviderLock &provider : lock.providers) {
        text += "\nprovider " + hcl::quote(provider.provider) + " {\n";
        text += "  version = " + hcl::quote(provider.version) + "\n";
        if (!provider.constraints.empty())
            text += "  constraints = " + hcl::quote(provider.constraints) + "\n";
        if (!provider.hashes.empty()) {
            text += "  hashes = [\n";
            for (const std::string &hash : provider.hashes)
                text += "    " + hcl::quote(hash) + ",\n";
            text += "  ]\n";
        }
        text += "}\n";
    }
    return hcl::formatLayout(text);
}

Result<std::string> normalizedConstraints(std::string_view constraints)
{
    const auto parsed = VersionConstraint::parse(constraints, VersionConstraint::Syntax::LockFile);
    if (!parsed)
        return failure("lock.constraints", parsed.error().message, {},
                       "Write for example \">= 1.2.0, < 2.0.0\" or \"~> 1.4\".");
    return parsed->normalized();
}

} // namespace drydock::terraform
