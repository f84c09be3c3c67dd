// SPDX-License-Identifier: MIT
#include "core/server/snippets.h"

namespace drydock::server {

static std::string withoutSlash(std::string_view url)
{
    while (url.ends_with('/'))
        url.remove_suffix(1);
    return std::string(url);
}

// In a source address a host must hold a dot, and IPv6 is not understood; loopback has a name that works.
static std::string sourceHost(std::string_view url)
{
    std::string host = withoutSlash(url);
    if (const std::size_t scheme = host.find("://"); scheme != std::string::npos)
        host.erase(0, scheme + 3);
    for (const std::string_view loopback : {"localhost", "[::1]"})
        if (host.starts_with(loopback) && (host.size() == loopback.size() || host[loopback.size()] == ':'))
            return "127.0.0.1" + host.substr(loopback.size());
    return host;
}

std::string mirrorConfiguration(std::string_view url)
{
    return "# In ~/.terraformrc (~/.tofurc), or in a file that TF_CLI_CONFIG_FILE names.\n"
           "provider_installation {\n"
           "  network_mirror {\n"
           "    url     = \"" +
           withoutSlash(url) +
           "/mirror/providers/\"\n"
           "    include = [\"registry.terraform.io/*/*\", \"registry.opentofu.org/*/*\"]\n"
           "  }\n"
           "  direct {\n"
           "    exclude = [\"registry.terraform.io/*/*\", \"registry.opentofu.org/*/*\"]\n"
           "  }\n"
           "}\n";
}

std::string hostConfiguration(std::string_view url, std::string_view host)
{
    const std::string base = withoutSlash(url);
    return "# Modules and providers of " + std::string(host) + " come from this station.\nhost \"" + std::string(host) +
           "\" {\n  services = {\n    \"modules.v1\"   = \"" + base + "/v1/modules/\"\n    \"providers.v1\" = \"" +
           base + "/v1/providers/\"\n  }\n}\n";
}

std::string moduleUse(std::string_view url, std::string_view address, std::string_view version)
{
    const std::size_t first = address.find('/');
    const std::size_t second = address.find('/', first + 1);
    const std::string name(address.substr(first + 1, second - first - 1));
    return "module \"" + name + "\" {\n  source  = \"" + sourceHost(url) + "/" + std::string(address) +
           "\"\n  version = \"" + std::string(version) + "\"\n}\n";
}

std::string providerUse(std::string_view url, std::string_view address, std::string_view version)
{
    const std::string type(address.substr(address.rfind('/') + 1));
    return "terraform {\n  required_providers {\n    " + type + " = {\n      source  = \"" + sourceHost(url) + "/" +
           std::string(address) + "\"\n      version = \"" + std::string(version) + "\"\n    }\n  }\n}\n";
}

// For a shell: everything inside single quotes is itself.
static std::string quoted(const std::filesystem::path &file)
{
    std::string text = "'";
    for (const char c : file.string())
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::vector<TrustInstructions> trustInstructions(const std::filesystem::path &authorityFile)
{
    const std::string file = quoted(authorityFile);
    return {
        {"Linux, this shell only", "cat /etc/ssl/certs/ca-certificates.crt " + file +
                                       " > ~/.drydock-ca-bundle.pem\nexport SSL_CERT_FILE=~/.drydock-ca-bundle.pem\n"},
        {"Debian, Ubuntu",
         "sudo cp " + file + " /usr/local/share/ca-certificates/drydock.crt\nsudo update-ca-certificates\n"},
        {"Fedora, RHEL", "sudo cp " + file + " /etc/pki/ca-trust/source/anchors/drydock.pem\nsudo update-ca-trust\n"},
        {"macOS",
         "sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain " + file + "\n"},
        {"Windows (as administrator)", "certutil -addstore Root ca.pem\n"},
    };
}

} // namespace drydock::server
