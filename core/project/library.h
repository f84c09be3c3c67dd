// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::project {

enum class ValidationState : std::uint8_t { None, Passed, Warnings, Failed };

/// What was checked before a version was saved.
struct ValidationSummary
{
    ValidationState state = ValidationState::None;
    std::uint32_t errors = 0;
    std::uint32_t warnings = 0;
    std::uint32_t findings = 0; ///< open policy findings
    std::string text = {};      ///< one sentence
};

/// A file of a version. Paths are relative to the version, `/` between parts.
struct LibraryFile
{
    std::string path;
    std::string sha256; ///< lower-case hexadecimal
    std::uint64_t size = 0;
    std::string mediaType;
};

/// A file to be saved.
struct FileContent
{
    std::string path = {};
    std::string content = {};
};

/// Where a version was published: registry address and version.
struct Publication
{
    std::string versionId = {};
    std::string kind = {};    ///< "module"
    std::string address = {}; ///< NAMESPACE/NAME/SYSTEM
    std::string version = {}; ///< semantic version
    Timestamp time;
};

/// An immutable version of an asset.
struct AssetVersion
{
    std::string id;
    std::string assetId;
    std::uint32_t number = 0; ///< counts from 1: "v3"
    std::string note;
    std::string generator;   ///< slug, or empty
    std::string blueprint;   ///< id, or empty
    std::string gitCommit;   ///< or empty
    std::string inputs;      ///< generator inputs as a JSON object, or empty
    std::string fingerprint; ///< SHA-256 over the sorted paths and checksums: same content, same fingerprint
    std::string runId;       ///< the run that made it, or empty
    ValidationSummary validation;
    Timestamp created;
    std::vector<LibraryFile> files; ///< sorted by path
    std::vector<Publication> publications;
};

/// A named thing in a project's library.
struct Asset
{
    std::string id;
    std::string projectId;
    std::string projectSlug;
    std::string slug; ///< unique in its project
    std::string name;
    std::string type; ///< "module", "configuration", "policy", "file"
    std::string description;
    std::string generator; ///< slug of the generator that made the newest version, or empty
    std::vector<std::string> tags;
    Timestamp created;
    Timestamp updated;
    std::uint32_t latest = 0; ///< number of the newest version
    std::uint32_t versions = 0;
    ValidationSummary validation; ///< of the newest version
};

struct NewVersion
{
    std::string projectId = {};
    std::string assetName = {}; ///< the asset is made when the project has none with this name's slug
    std::string type = "module";
    std::string description = {};
    std::vector<std::string> tags = {};
    std::string note = {};
    std::string generator = {};
    std::string blueprint = {};
    std::string gitCommit = {};
    std::string inputs = {};
    std::string runId = {};
    ValidationSummary validation = {};
    std::vector<FileContent> files = {};
};

enum class SaveOutcome : std::uint8_t {
    Created,
    Unchanged, ///< the newest version has exactly these files; nothing was stored
};

struct SavedVersion
{
    SaveOutcome outcome = SaveOutcome::Created;
    Asset asset;
    AssetVersion version; ///< the new one, or the one that is there already
};

struct AssetQuery
{
    std::string projectId = {}; ///< empty: of all projects
    std::string type = {};
    std::string generator = {};
    std::string tag = {};
    std::string text = {}; ///< in name, slug or description
    std::uint32_t offset = 0;
    std::uint32_t limit = 100;
};

struct AssetPage
{
    std::uint32_t total = 0;
    std::vector<Asset> assets; ///< by name
};

} // namespace drydock::project
