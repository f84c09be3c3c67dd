// SPDX-License-Identifier: MIT
#include "core/language/links.h"

#include "core/language/shape.h"
#include "core/language/snapshot.h"
#include "core/language/snapshotdata.h"
#include "core/language/usecollector.h"

#include <algorithm>
#include <array>

namespace drydock::language {

namespace fs = std::filesystem;

namespace {

/// Gathers the links of one file.
class LinkReader
{
public:
    LinkReader(const Snapshot &snapshot, const FileEntry &file)
        : m_snapshot(snapshot)
        , m_file(file)
        , m_module(snapshot.data().moduleOf(file))
        , m_shapes(snapshot, m_module)
    {
    }

    [[nodiscard]] std::vector<DocumentLink> read()
    {
        for (const hcl::Block block : m_file.parsed().body().blocks())
            topLevel(block);
        functions();
        pages();
        std::sort(m_links.begin(), m_links.end(),
                  [](const DocumentLink &a, const DocumentLink &b) { return a.range.start < b.range.start; });
        return std::move(m_links);
    }

private:
    void topLevel(const hcl::Block &block)
    {
        const std::string_view type = block.type();
        if (type == "module") {
            moduleSource(block);
        } else if (type == "resource" || type == "data" || type == "ephemeral") {
            resourceType(block);
        } else if (type == "terraform") {
            const hcl::Block required = block.body().block("required_providers");
            for (const hcl::Attribute provider :
                 required ? required.body().attributes() : hcl::ViewRange<hcl::Attribute>())
                providerSource(provider);
        }
    }

    void moduleSource(const hcl::Block &block)
    {
        const hcl::Attribute source = block.body().attribute("source");
        const auto text = source ? source.value().stringValue() : std::nullopt;
        if (!text)
            return;
        DocumentLink link;
        link.range = insideQuotes(source.value());
        link.target = m_snapshot.moduleTarget(m_module, block.label(0));
        link.tooltip = "Open the module";
        // NAMESPACE/NAME/PROVIDER is a module of the public registry.
        const std::string address = text->substr(0, text->find("//"));
        if (link.target.empty() && std::count(address.begin(), address.end(), '/') == 2 &&
            address.find('.') == std::string::npos && address.find(':') == std::string::npos) {
            link.url = "https://registry.terraform.io/modules/" + address + "/latest";
            link.tooltip = "Open the module's page";
        }
        if (!link.target.empty() || !link.url.empty())
            m_links.push_back(std::move(link));
    }

    // registry.terraform.io/hashicorp/aws -> its page; empty for other hosts.
    static std::string pageOf(const std::string &address)
    {
        static constexpr std::string_view Host = "registry.terraform.io/";
        return address.starts_with(Host)
                   ? "https://registry.terraform.io/providers/" + address.substr(Host.size()) + "/latest"
                   : std::string();
    }

    void providerSource(const hcl::Attribute &provider)
    {
        for (const hcl::ObjectItem item : provider.value().items()) {
            const auto text = item.keyName() == "source" ? item.value().stringValue() : std::nullopt;
            const std::string page = text ? pageOf(m_shapes.providerAddress(provider.name())) : std::string();
            if (!page.empty())
                m_links.push_back(
                    {insideQuotes(item.value()), {}, page + "/docs", "Open the provider's documentation"});
        }
    }

    void resourceType(const hcl::Block &block)
    {
        const std::string type = block.label(0);
        const std::size_t line = type.find('_');
        if (line == std::string::npos || line + 1 == type.size())
            return;
        const std::string page = pageOf(m_shapes.providerAddress(type.substr(0, line)));
        if (page.empty())
            return;
        const std::string_view folder = block.type() == "data"        ? "data-sources"
                                        : block.type() == "ephemeral" ? "ephemeral-resources"
                                                                      : "resources";
        m_links.push_back({insideQuotes(*block.labels().begin()),
                           {},
                           page + "/docs/" + std::string(folder) + "/" + type.substr(line + 1),
                           "Open the documentation of " + type});
    }

    // file("x"), file("${path.module}/x")
    void functions()
    {
        static constexpr std::array<std::string_view, 8> Functions{"file",       "templatefile",    "filebase64",
                                                                   "fileexists", "filesha1",        "filesha256",
                                                                   "filemd5",    "filebase64sha256"};
        const hcl::Tree &tree = *m_file.parsed().tree;
        for (hcl::NodeId id = 1; id <= tree.nodeCount(); ++id) {
            if (tree.kind(id) != hcl::NodeKind::Call)
                continue;
            const hcl::Expression call(&tree, id);
            if (call.arguments().empty() ||
                std::find(Functions.begin(), Functions.end(), call.functionName()) == Functions.end())
                continue;
            const hcl::Expression path = *call.arguments().begin();
            std::string text(tree.source().text(insideQuotes(path)));
            static constexpr std::string_view Module = "${path.module}/";
            if (text.starts_with(Module))
                text = text.substr(Module.size());
            if (text.empty() || text.find("${") != std::string::npos ||
                (path.kind() != hcl::ExpressionKind::String && path.kind() != hcl::ExpressionKind::Template))
                continue;
            const fs::path target = (m_module / text).lexically_normal();
            if (m_snapshot.data().files->isFile(target))
                m_links.push_back({insideQuotes(path), target, {}, "Open the file"});
        }
    }

    // https://… anywhere in the text.
    void pages()
    {
        const std::string_view text = m_file.text();
        for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 1)) {
            if (!text.substr(at).starts_with("https://") && !text.substr(at).starts_with("http://"))
                continue;
            std::size_t end = at;
            while (end < text.size() &&
                   std::string_view(" \t\r\n\"'<>`\\{}|").find(text[end]) == std::string_view::npos)
                ++end;
            while (end > at && std::string_view(".,;:)$%").find(text[end - 1]) != std::string_view::npos)
                --end;
            if (end - at > 10)
                m_links.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                                   {},
                                   std::string(text.substr(at, end - at)),
                                   "Open the page"});
            at = std::max(end, at + 1) - 1;
        }
    }

    const Snapshot &m_snapshot;
    const FileEntry &m_file;
    fs::path m_module;
    Shapes m_shapes;
    std::vector<DocumentLink> m_links;
};

} // namespace

std::vector<DocumentLink> documentLinks(const Snapshot &snapshot, const fs::path &file)
{
    const FileEntry *entry = snapshot.data().files->file(file);
    return entry != nullptr ? LinkReader(snapshot, *entry).read() : std::vector<DocumentLink>();
}

} // namespace drydock::language
