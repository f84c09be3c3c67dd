// SPDX-License-Identifier: MIT
#include "core/project/drafts.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/sha256.h"
#include "core/project/filejournal.h"
#include "core/project/workspace.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <system_error>

namespace drydock::project {

namespace fs = std::filesystem;

static constexpr std::string_view firstLine = "drydock draft 1\n";
static constexpr std::string_view suffix = ".draft";
static constexpr std::size_t checksumLength = 64;
static constexpr std::uint64_t largestDraft = 256ULL << 20U;
static constexpr std::chrono::hours staleAfter{24};

/// "CHECKSUM.OWNER.draft"
static std::string prefixOf(std::string_view projectId, std::string_view path)
{
    return sha256Hex(std::string(projectId) + "\n" + std::string(path)) + ".";
}

static std::string ownerOf(const fs::path &file)
{
    const std::string name = file.stem().string();
    return name.substr(std::min(name.find('.'), name.size() - 1) + 1);
}

static std::string serialized(const Draft &draft, Timestamp now)
{
    std::string out(firstLine);
    const auto field = [&out](std::string_view name, std::string_view value) {
        out += std::string(name) + " " + std::string(value) + "\n";
    };
    field("project", draft.projectId);
    field("path", draft.path);
    field("written", std::to_string(now.time_since_epoch().count()));
    field("line", std::to_string(draft.line));
    field("base-exists", draft.baseExists ? "1" : "0");
    field("base", std::to_string(draft.base.size()));
    field("text", std::to_string(draft.text.size()));
    out += "\n" + draft.base + draft.text;
    return out + sha256Hex(out);
}

/// The lines before the empty one, by name.
using Fields = std::map<std::string, std::string, std::less<>>;

static Fields fieldsOf(std::string_view head)
{
    Fields fields;
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        const std::size_t blank = line.find(' ');
        if (blank != std::string_view::npos)
            fields.insert_or_assign(std::string(line.substr(0, blank)), std::string(line.substr(blank + 1)));
    }
    return fields;
}

template <typename Number>
static std::optional<Number> numberIn(const Fields &fields, std::string_view name)
{
    const auto found = fields.find(name);
    Number number{};
    if (found == fields.end() || found->second.empty())
        return std::nullopt;
    const char *end = found->second.data() + found->second.size();
    const auto parsed = std::from_chars(found->second.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(number) : std::nullopt;
}

static std::optional<Draft> parsed(std::string_view content)
{
    const std::size_t headEnd = content.find("\n\n");
    if (!content.starts_with(firstLine) || headEnd == std::string_view::npos ||
        content.size() < headEnd + 2 + checksumLength)
        return std::nullopt;
    const std::string_view checked = content.substr(0, content.size() - checksumLength);
    if (sha256Hex(checked) != content.substr(checked.size()))
        return std::nullopt;
    const Fields fields = fieldsOf(content.substr(firstLine.size(), headEnd - firstLine.size()));
    const auto base = numberIn<std::size_t>(fields, "base");
    const auto text = numberIn<std::size_t>(fields, "text");
    const std::string_view body = checked.substr(headEnd + 2);
    if (!base || !text || *base > body.size() || *text != body.size() - *base || !fields.contains("project") ||
        !fields.contains("path"))
        return std::nullopt;
    Draft draft;
    draft.projectId = fields.at("project");
    draft.path = fields.at("path");
    draft.base = body.substr(0, *base);
    draft.text = body.substr(*base);
    draft.baseExists = numberIn<int>(fields, "base-exists").value_or(1) != 0;
    draft.line = numberIn<std::uint32_t>(fields, "line").value_or(1);
    draft.written = Timestamp(std::chrono::milliseconds(numberIn<std::int64_t>(fields, "written").value_or(0)));
    return draft;
}

/// A temporary file of a process that was killed while it wrote.
static bool isStale(const fs::directory_entry &entry)
{
    std::error_code error;
    const auto age = fs::file_time_type::clock::now() - entry.last_write_time(error);
    return !error && entry.path().extension() == ".tmp" && age > staleAfter;
}

Drafts::Drafts(const Workspace &workspace)
    : m_folder(workspace.root() / "drafts")
    , m_workspace(workspace)
{
}

Result<> Drafts::write(const Draft &draft) const
{
    if (draft.path.empty() || draft.path.find('\n') != std::string::npos)
        return failure("draft.path", "A file of this name cannot be kept unsaved.", draft.path,
                       "Save it, or give it a name without line ends.");
    return writeFileAtomically(m_folder / (prefixOf(draft.projectId, draft.path) + processMark() + std::string(suffix)),
                               serialized(draft, m_workspace.clock().now()));
}

Result<> Drafts::remove(std::string_view projectId, std::string_view path) const
{
    const std::string prefix = prefixOf(projectId, path);
    const std::string self = processMark();
    std::error_code error;
    for (fs::directory_iterator it(m_folder, error), end; !error && it != end; it.increment(error)) {
        if (!it->path().filename().string().starts_with(prefix))
            continue;
        const std::string owner = ownerOf(it->path());
        if (owner != self && isProcessAlive(owner))
            continue;
        std::error_code problem;
        if (!fs::remove(it->path(), problem) && problem)
            return failure(systemError(problem.value(), "The unsaved text cannot be removed", it->path().string()));
    }
    return {};
}

Result<std::vector<Draft>> Drafts::list(std::string_view projectId) const
{
    std::vector<Draft> drafts;
    std::error_code error;
    for (fs::directory_iterator it(m_folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (isStale(*it))
            fs::remove(it->path(), ignored);
        if (it->path().extension() != suffix)
            continue;
        const auto content = readFile(it->path(), largestDraft);
        if (!content)
            continue; // saved by its owner a moment ago
        auto draft = parsed(*content);
        if (!draft) {
            fs::rename(it->path(), it->path().string() + ".damaged", ignored);
            continue;
        }
        if (draft->projectId != projectId)
            continue;
        const std::string owner = ownerOf(it->path());
        draft->heldElsewhere = owner != processMark() && isProcessAlive(owner);
        drafts.push_back(std::move(*draft));
    }
    std::sort(drafts.begin(), drafts.end(), [](const Draft &a, const Draft &b) { return a.written < b.written; });
    return drafts;
}

} // namespace drydock::project
