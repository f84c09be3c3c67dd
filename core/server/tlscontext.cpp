// SPDX-License-Identifier: MIT
#include "core/server/tlscontext.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>

namespace drydock::server {

static int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *chosenSize, const unsigned char *offered,
                          unsigned int offeredSize, void *)
{
    static constexpr std::array<unsigned char, 9> spoken{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char *selected = nullptr;
    if (SSL_select_next_proto(&selected, chosenSize, spoken.data(), spoken.size(), offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = selected;
    return SSL_TLSEXT_ERR_OK;
}

Result<std::shared_ptr<ssl_ctx_st>> makeTlsContext(const TlsIdentity &identity)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1 ||
        SSL_CTX_use_certificate_chain_file(context.get(), identity.certificateFile.c_str()) != 1 ||
        SSL_CTX_use_PrivateKey_file(context.get(), identity.keyFile.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context.get()) != 1) {
        std::array<char, 256> reason{};
        ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
        ERR_clear_error();
        return failure("tls.failed", std::string("The certificate cannot be used: ") + reason.data() + ".",
                       identity.certificateFile.string(), "Remove server.pem and server.key; they are made anew.");
    }
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Buffers of idle connections go; a write may be continued from a buffer that has moved.
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context.get(), 1);
    SSL_CTX_set_alpn_select_cb(context.get(), chooseProtocol, nullptr);
    return context;
}

} // namespace drydock::server
