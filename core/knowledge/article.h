// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::knowledge {

struct Reference
{
    std::string title;
    std::string url;
};

/// A Markdown file with YAML front matter:
///
///     ---
///     title: S3 buckets that accept plain HTTP
///     summary: One sentence for lists.
///     tags: [aws, s3, encryption]
///     policies: [aws-s3-bucket-https-only]    # rules it explains
///     generators: [aws-s3-baseline]           # generators it belongs to
///     related: [policies/aws-s3-bucket-encryption]
///     references:
///       - {title: CIS AWS 2.1.1, url: "https://…"}   # or a plain string
///     ---
///     # Heading …
///
/// All keys are optional: the title is else the first heading, the summary the first paragraph, and an article below
/// `policies/` explains the rule, one below `generators/` the generator, that its file is named after. Unknown keys are
/// ignored.
struct Article
{
    std::string id; ///< path below the knowledge folder without `.md`: "policies/aws-s3-bucket-https-only"
    std::string title;
    std::string summary;
    std::vector<std::string> tags;
    std::vector<std::string> rules;
    std::vector<std::string> generators;
    std::vector<std::string> related; ///< ids of articles; one may be missing
    std::vector<Reference> references;
    std::string markdown; ///< without the front matter; empty in lists
    std::string file;     ///< absolute path
};

/// Reads one file's text. Code: `knowledge.front-matter` with the line, for YAML that does not parse.
[[nodiscard]] Result<Article> parseArticle(std::string_view id, std::string_view text, std::string_view file = {});

/// Headings and text as people read them: without marks, link targets and HTML; what is searched.
struct PlainText
{
    std::string headings;
    std::string body; ///< one line
    std::string firstHeading;
    std::string firstParagraph; ///< not a heading, list, quote, table or code
};

[[nodiscard]] PlainText plainText(std::string_view markdown);

} // namespace drydock::knowledge
