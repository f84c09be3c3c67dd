// SPDX-License-Identifier: MIT
#include "app/wiring/stationworkspace.h"
#include "core/base/filereader.h"
#include "core/base/sha256.h"
#include "tests/server/serverfixture.h"

#include <cstdlib>
#include <iostream>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using drydock::fixture::RawClient;
using drydock::registry::ModuleAddress;
using drydock::registry::ProviderAddress;

namespace {

class Station : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_folder.write("m/main.tf", "# main\n");
        m_folder.write("m/README.md", "# Net\n\nA network.\n");
        auto options = m_workspace->serverOptions("127.0.0.1:0");
        ASSERT_TRUE(options.has_value());
        const auto started = m_server.start(std::move(*options));
        ASSERT_TRUE(started.has_value()) << started.error().text();
    }
    fixture::RawResponse get(const std::string &path)
    {
        RawClient client(m_server.port(), m_workspace->authorityFile());
        return client.get(path);
    }
    void publish(const std::string &version)
    {
        const auto published = m_workspace->modules().publishFolder(
            m_folder.path() / "m", ModuleAddress::parse("acme/net/aws").value(), version, Task{});
        ASSERT_TRUE(published.has_value()) << published.error().text();
    }
    fixture::TemporaryFolder m_folder;
    std::unique_ptr<wiring::StationWorkspace> m_workspace =
        wiring::StationWorkspace::open(m_folder.path() / "workspace").value();
    server::Server m_server;
};

} // namespace

TEST_F(Station, DiscoveryAndHealth)
{
    const auto discovery = get("/.well-known/terraform.json");
    EXPECT_EQ(discovery.fields.at("content-type"), "application/json");
    EXPECT_EQ(discovery.body, R"({"modules.v1":"/v1/modules/","providers.v1":"/v1/providers/"})");
    EXPECT_EQ(get("/healthz").body, R"({"status":"ok","version":")" DRYDOCK_VERSION R"("})");
}

TEST_F(Station, ModulesAreSeenAtOnceAndDownloadedByTheirLink)
{
    EXPECT_EQ(get("/v1/modules/acme/net/aws/versions").status, 404);
    publish("1.0.0");
    publish("1.1.0");
    EXPECT_EQ(get("/v1/modules/acme/net/aws/versions").body,
              R"({"modules":[{"source":"acme/net/aws","versions":[{"version":"1.1.0"},{"version":"1.0.0"}]}]})");
    const auto download = get("/v1/modules/acme/net/aws/1.0.0/download");
    EXPECT_EQ(download.status, 204);
    const std::string location = download.fields.at("x-terraform-get");
    EXPECT_NE(location.find("?archive=tar.gz&checksum=sha256:"), std::string::npos);
    const auto archive = get(location.substr(0, location.find('?')));
    EXPECT_EQ(archive.status, 200);
    EXPECT_EQ(archive.fields.count("content-encoding"), 0U);
    EXPECT_TRUE(location.ends_with(sha256Hex(archive.body)));
    EXPECT_EQ(get("/v1/modules/acme/net/aws/9.9.9/download").status, 404);
    EXPECT_EQ(get("/v1/modules/acme/net/AWS/versions").status, 400);
    const auto latest = get("/v1/modules/acme/net/aws/download");
    EXPECT_EQ(latest.status, 302);
    EXPECT_EQ(latest.fields.at("location"), "/v1/modules/acme/net/aws/1.1.0/download");
}

TEST_F(Station, LinksAreNotGuessed)
{
    publish("1.0.0");
    const auto location = get("/v1/modules/acme/net/aws/1.0.0/download").fields.at("x-terraform-get");
    std::string path = location.substr(0, location.find('?'));
    EXPECT_EQ(get(path).status, 200);
    path[20] = path[20] == 'a' ? 'b' : 'a';
    EXPECT_EQ(get(path).status, 403);
    EXPECT_EQ(get("/blobs/x/../../drydock.db/x").status, 400);
}

TEST_F(Station, ListSearchAndDetail)
{
    publish("1.0.0");
    publish("1.2.0");
    const auto list = get("/v1/modules?limit=5");
    EXPECT_NE(list.body.find(R"("id":"acme/net/aws/1.2.0")"), std::string::npos);
    EXPECT_NE(list.body.find(R"("description":"A network.")"), std::string::npos);
    EXPECT_NE(get("/v1/modules/search?q=NET").body.find("acme/net/aws"), std::string::npos);
    EXPECT_EQ(get("/v1/modules/search?q=zzz").body, R"({"meta":{"limit":15,"current_offset":0},"modules":[]})");
    EXPECT_EQ(get("/v1/modules?limit=x").status, 400);
    const auto detail = get("/v1/modules/acme/net/aws");
    EXPECT_NE(detail.body.find(R"("versions":["1.2.0","1.0.0"])"), std::string::npos);
    EXPECT_NE(detail.body.find("# Net"), std::string::npos);
    EXPECT_NE(get("/v1/modules/acme/net/aws/1.0.0").body.find(R"("version":"1.0.0")"), std::string::npos);
}

TEST_F(Station, MirrorDocuments)
{
    const auto zip = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64");
    const auto source = ProviderAddress::parse("registry.terraform.io/acme/demo").value();
    ASSERT_TRUE(m_workspace->mirror().add(zip, source, Task{}).has_value());
    const std::string base = "/mirror/providers/registry.terraform.io/acme/demo/";
    const auto index = get(base + "index.json");
    EXPECT_EQ(index.fields.at("content-type"), "application/json");
    EXPECT_EQ(index.body, R"({"versions":{"1.0.0":{}}})");
    const auto version = get(base + "1.0.0.json");
    const std::size_t at = version.body.find("/blobs/");
    ASSERT_NE(at, std::string::npos);
    const auto archive = get(version.body.substr(at, version.body.find('"', at) - at));
    EXPECT_EQ(sha256Hex(archive.body), sha256HexOfFile(zip).value());
    EXPECT_EQ(m_workspace->mirror().list().value().at(0).downloads, 1U);
    EXPECT_EQ(get(base + "2.0.0.json").status, 404);
    EXPECT_EQ(get("/mirror/providers/registry.terraform.io/acme/other/index.json").status, 404);
}

TEST_F(Station, OriginRegistry)
{
    if (std::system("gpg --version >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "gpg is not installed";
    const auto zip = fixture::writeProvider(m_folder.path(), "own", "1.0.0", "linux_amd64");
    const auto published =
        m_workspace->providers().publish(zip, ProviderAddress::parseLocal("acme/own").value(), Task{});
    ASSERT_TRUE(published.has_value()) << published.error().text();
    EXPECT_EQ(get("/v1/providers/acme/own/versions").body,
              R"({"id":"acme/own","versions":[{"version":"1.0.0","protocols":["5.0"],)"
              R"("platforms":[{"os":"linux","arch":"amd64"}]}]})");
    const auto download = get("/v1/providers/acme/own/1.0.0/download/linux/amd64");
    EXPECT_NE(download.body.find("BEGIN PGP PUBLIC KEY BLOCK"), std::string::npos);
    EXPECT_NE(download.body.find(R"("trust_signature":"")"), std::string::npos);
    EXPECT_EQ(get("/v1/providers/acme/own/1.0.0/download/plan9/386").status, 404);
    EXPECT_EQ(get("/v1/providers/acme/none/versions").status, 404);
}

TEST_F(Station, AddressesToListenOn)
{
    for (const char *listen :
         {"", "8443", "127.0.0.1", "127.0.0.1:", ":8443", "127.0.0.1:99999", "127.0.0.1:x", "::1:8443"})
        EXPECT_EQ(m_workspace->serverOptions(listen).error().code, "server.bad-address") << listen;
    EXPECT_EQ(m_workspace->serverOptions("[::1]:8443").value().address, "::1");
    EXPECT_EQ(m_workspace->serverOptions("localhost:1").value().address, "127.0.0.1");
}

TEST(StationWorkspaceTest, ProcessesThatMakeItAtOnceAllSucceed)
{
    for (int round = 0; round < 5; ++round) {
        const fixture::TemporaryFolder folder;
        int gate[2] = {-1, -1};
        ASSERT_EQ(::pipe(gate), 0);
        std::vector<pid_t> children;
        for (int i = 0; i < 4; ++i) {
            children.push_back(::fork());
            if (children.back() != 0)
                continue;
            ::close(gate[1]);
            char nothing = 0;
            const bool opens = ::read(gate[0], &nothing, 1) == 0; // until all are there
            const auto workspace = wiring::StationWorkspace::open(folder.path() / "workspace");
            if (!workspace)
                std::cerr << workspace.error().text() << std::endl;
            ::_exit(opens && workspace ? 0 : 1);
        }
        ::close(gate[0]);
        ::close(gate[1]);
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            EXPECT_EQ(status, 0);
        }
    }
}
