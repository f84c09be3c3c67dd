// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/parser.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

/// One `provider` block of a dependency lock file.
struct ProviderLock
{
    std::string provider;            ///< full address: `registry.terraform.io/hashicorp/null`
    std::string version;             ///< `3.2.4`
    std::string constraints;         ///< normalized; empty: none
    std::vector<std::string> hashes; ///< `h1:…`, `zh:…`; sorted, each once
    hcl::ByteRange range;            ///< of the block's header, where it was read from a file

    /// Adds what is not there yet.
    void addHashes(const std::vector<std::string> &more);
};

/// `.terraform.lock.hcl` (https://developer.hashicorp.com/terraform/language/files/dependency-lock).
struct LockFile
{
    std::vector<ProviderLock> providers; ///< sorted by host, namespace, type

    [[nodiscard]] const ProviderLock *find(std::string_view provider) const;
    /// Adds the lock, or puts it in the place of the provider's present one.
    void set(ProviderLock lock);
    /// Whether it was there.
    bool remove(std::string_view provider);
};

/// What a text says, with all that is wrong with it, in Terraform's words. Blocks with errors are left out of `lock`.
struct ParsedLockFile
{
    hcl::ParsedFile file;
    LockFile lock;
    std::vector<hcl::Diagnostic> diagnostics;

    [[nodiscard]] bool ok() const { return !hcl::hasErrors(diagnostics); }
};

[[nodiscard]] ParsedLockFile parseLockFile(hcl::SourceFile source);

/// Reads a lock file that must be right. Codes: `file.…`, `lock.invalid` (place and message of the first error).
[[nodiscard]] Result<LockFile> readLockFile(const std::filesystem::path &file);

/// The program whose name stands in the comment at the top.
enum class LockFileWriter : std::uint8_t { Terraform, OpenTofu };

/// The text, byte for byte as `terraform init` writes it.
[[nodiscard]] std::string printLockFile(const LockFile &lock, LockFileWriter writer = LockFileWriter::Terraform);

/// Constraints as they stand in a lock file: merged, each once, sorted by version: `>= 1.0.0, < 2.0.0`. Code
/// `lock.constraints`.
[[nodiscard]] Result<std::string> normalizedConstraints(std::string_view constraints);

} // namespace drydock::terraform
