// SPDX-License-Identifier: MIT
#include "core/registry/signingkey.h"

#include "core/base/temporaryfolder.h"

#include <gpgme.h>

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace drydock::registry {

namespace fs = std::filesystem;

namespace {

struct ReleaseContext
{
    void operator()(gpgme_context *context) const { gpgme_release(context); }
};
using Context = std::unique_ptr<gpgme_context, ReleaseContext>;

struct ReleaseData
{
    void operator()(gpgme_data *data) const { gpgme_data_release(data); }
};
using Data = std::unique_ptr<gpgme_data, ReleaseData>;

// GnuPG's agent listens on a socket in the home folder, whose path may have at most 107 bytes: a longer home is reached
// through a link with a short name. The agent is told to end with the session, so that none is left behind.
class Session
{
public:
    static Result<std::unique_ptr<Session>> open(const fs::path &home);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] gpgme_ctx_t context() const { return m_context.get(); }

private:
    Session() = default;
    [[nodiscard]] Result<> lock(const fs::path &home);
    [[nodiscard]] Result<> shorten(const fs::path &home);

    int m_lock = -1;
    fs::path m_home;
    std::unique_ptr<TemporaryFolder> m_link; ///< holds the short name, where one is needed
    Context m_context;
};

} // namespace

static Failure failed(const std::string &doing, gpgme_error_t error, const fs::path &home)
{
    return failure("signing.failed", doing + ": " + gpgme_strerror(error) + ".", home.string(),
                   "Check that GnuPG (gpg and gpg-agent) works for this user.");
}

// One process at a time: two agents on one home disturb each other, and two first uses would make two keys.
Result<> Session::lock(const fs::path &home)
{
    const fs::path file = home / ".drydock.lock";
    m_lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return failure(systemError(errno, "The key folder cannot be locked", file.string()));
    while (::flock(m_lock, LOCK_EX) != 0)
        if (errno != EINTR)
            return failure(systemError(errno, "The key folder cannot be locked", file.string()));
    return {};
}

Result<> Session::shorten(const fs::path &home)
{
    constexpr std::size_t longestHome = 80;
    m_home = home;
    if (home.native().size() <= longestHome)
        return {};
    std::error_code error;
    auto folder = TemporaryFolder::create("drydock-gpg-");
    if (!folder)
        return Failure(folder.error());
    m_link = std::make_unique<TemporaryFolder>(*std::move(folder));
    m_home = m_link->path() / "k";
    fs::create_directory_symlink(home, m_home, error);
    if (error)
        return failure(systemError(error.value(), "A short name for the key folder cannot be made", m_home.string()));
    return {};
}

Result<std::unique_ptr<Session>> Session::open(const fs::path &home)
{
    std::error_code error;
    fs::create_directories(home, error);
    if (error)
        return failure(systemError(error.value(), "The folder for the signing key cannot be created", home.string()));
    fs::permissions(home, fs::perms::owner_all, error);
    gpgme_check_version(nullptr);
    if (gpgme_engine_check_version(GPGME_PROTOCOL_OpenPGP) != GPG_ERR_NO_ERROR)
        return failure("signing.unavailable", "Providers cannot be signed: GnuPG is not installed.", {},
                       "Install the package gnupg, then publish again.");
    auto session = std::unique_ptr<Session>(new Session);
    if (auto locked = session->lock(home); !locked)
        return Failure(locked.error());
    if (auto named = session->shorten(fs::absolute(home)); !named)
        return Failure(named.error());
    gpgme_ctx_t context = nullptr;
    if (const auto made = gpgme_new(&context); made != GPG_ERR_NO_ERROR)
        return failed("GnuPG cannot be started", made, home);
    session->m_context.reset(context);
    if (const auto set = gpgme_ctx_set_engine_info(context, GPGME_PROTOCOL_OpenPGP, nullptr, session->m_home.c_str());
        set != GPG_ERR_NO_ERROR)
        return failed("GnuPG cannot be started", set, home);
    return session;
}

Session::~Session()
{
    m_context.reset();
    if (!m_home.empty()) {
        gpgme_ctx_t agent = nullptr;
        if (gpgme_new(&agent) == GPG_ERR_NO_ERROR) {
            const Context holder(agent);
            gpgme_set_protocol(agent, GPGME_PROTOCOL_ASSUAN);
            const fs::path socket = m_home / "S.gpg-agent";
            gpgme_ctx_set_engine_info(agent, GPGME_PROTOCOL_ASSUAN, socket.c_str(), m_home.c_str());
            gpgme_op_assuan_transact_ext(agent, "KILLAGENT", nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                                         nullptr);
        }
    }
    if (m_lock >= 0)
        ::close(m_lock);
}

static std::string contentOf(gpgme_data_t data)
{
    std::string bytes;
    std::string buffer(4096, '\0');
    gpgme_data_seek(data, 0, SEEK_SET);
    for (ssize_t count = 0; (count = gpgme_data_read(data, buffer.data(), buffer.size())) > 0;)
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    return bytes;
}

static std::string firstSecretKey(gpgme_ctx_t context)
{
    std::string fingerprint;
    if (gpgme_op_keylist_start(context, nullptr, 1) != GPG_ERR_NO_ERROR)
        return fingerprint;
    gpgme_key_t key = nullptr;
    while (gpgme_op_keylist_next(context, &key) == GPG_ERR_NO_ERROR) {
        if (fingerprint.empty() && key->can_sign != 0 && key->revoked == 0 && key->expired == 0 && key->disabled == 0)
            fingerprint = key->subkeys->fpr;
        gpgme_key_unref(key);
    }
    gpgme_op_keylist_end(context);
    return fingerprint;
}

Result<SigningKey> SigningKey::openOrCreate(const fs::path &home)
{
    const auto session = Session::open(home);
    if (!session)
        return Failure(session.error());
    gpgme_ctx_t context = (*session)->context();
    SigningKey key;
    key.m_home = home;
    key.m_fingerprint = firstSecretKey(context);
    if (key.m_fingerprint.empty()) {
        const auto made = gpgme_op_createkey(context, "Drydock station", "ed25519", 0, 0, nullptr,
                                             GPGME_CREATE_SIGN | GPGME_CREATE_NOPASSWD | GPGME_CREATE_NOEXPIRE);
        if (made != GPG_ERR_NO_ERROR)
            return failed("The signing key cannot be made", made, home);
        key.m_fingerprint = gpgme_op_genkey_result(context)->fpr;
    }
    gpgme_data_t raw = nullptr;
    if (const auto made = gpgme_data_new(&raw); made != GPG_ERR_NO_ERROR)
        return failed("The public key cannot be read", made, home);
    const Data data(raw);
    gpgme_set_armor(context, 1);
    if (const auto exported = gpgme_op_export(context, key.m_fingerprint.c_str(), 0, raw); exported != GPG_ERR_NO_ERROR)
        return failed("The public key cannot be read", exported, home);
    key.m_publicKey = contentOf(raw);
    return key;
}

Result<std::string> SigningKey::sign(std::string_view bytes) const
{
    const auto session = Session::open(m_home);
    if (!session)
        return Failure(session.error());
    gpgme_ctx_t context = (*session)->context();
    gpgme_key_t key = nullptr;
    if (const auto found = gpgme_get_key(context, m_fingerprint.c_str(), &key, 1); found != GPG_ERR_NO_ERROR)
        return failed("The signing key cannot be used", found, m_home);
    const auto added = gpgme_signers_add(context, key);
    gpgme_key_unref(key);
    gpgme_data_t in = nullptr;
    gpgme_data_t out = nullptr;
    if (added != GPG_ERR_NO_ERROR || gpgme_data_new_from_mem(&in, bytes.data(), bytes.size(), 0) != GPG_ERR_NO_ERROR)
        return failed("The signing key cannot be used", added, m_home);
    const Data input(in);
    if (const auto made = gpgme_data_new(&out); made != GPG_ERR_NO_ERROR)
        return failed("The signing key cannot be used", made, m_home);
    const Data output(out);
    // Clients refuse an armored signature.
    gpgme_set_armor(context, 0);
    if (const auto made = gpgme_op_sign(context, in, out, GPGME_SIG_MODE_DETACH); made != GPG_ERR_NO_ERROR)
        return failed("The checksums cannot be signed", made, m_home);
    return contentOf(out);
}

std::string SigningKey::keyId() const
{
    return m_fingerprint.size() > 16 ? m_fingerprint.substr(m_fingerprint.size() - 16) : m_fingerprint;
}

} // namespace drydock::registry
