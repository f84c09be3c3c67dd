// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace drydock::bench {

struct CorpusShape
{
    std::size_t files = 100;       ///< *.tf files in all
    std::size_t filesPerRoot = 25; ///< of each root configuration; as many as `files`: one root
    std::size_t modules = 0;       ///< local modules (four files each); 0: one for each 50 files
};

/// A believable estate of Terraform, the same for the same shape: root configurations with networks, security groups
/// with dynamic rules, buckets with policy documents, instances, storage accounts and deployments, which call shared
/// modules.
struct Corpus
{
    std::map<std::filesystem::path, std::string> files; ///< relative path -> text
    std::size_t bytes = 0;
};

[[nodiscard]] Corpus makeCorpus(const CorpusShape &shape);

/// Writes the files below `directory`, once: an existing one with as many files is left as it is.
void writeCorpus(const Corpus &corpus, const std::filesystem::path &directory);

} // namespace drydock::bench
