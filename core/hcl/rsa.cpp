// SPDX-License-Identifier: MIT
#include "core/hcl/rsa.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <memory>

namespace drydock::hcl {

static int noPassphrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return -1;
}

Result<std::string> rsaDecrypt(std::string_view ciphertext, std::string_view pem)
{
    const std::unique_ptr<BIO, int (*)(BIO *)> text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                    BIO_free);
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(
        PEM_read_bio_PrivateKey(text.get(), nullptr, noPassphrase, nullptr), EVP_PKEY_free);
    ERR_clear_error();
    if (!key)
        return failure("hcl.rsa-key", "invalid private key: no unencrypted PEM key was found");
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return failure("hcl.rsa-key", "invalid private key type: it is no RSA key");
    const std::unique_ptr<EVP_PKEY_CTX, void (*)(EVP_PKEY_CTX *)> context(EVP_PKEY_CTX_new(key.get(), nullptr),
                                                                          EVP_PKEY_CTX_free);
    std::size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(ciphertext.data());
    if (!context || EVP_PKEY_decrypt_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_decrypt(context.get(), nullptr, &size, bytes, ciphertext.size()) != 1) {
        ERR_clear_error();
        return failure("hcl.rsa", "failed to decrypt: decryption error");
    }
    std::string out(size, '\0');
    const int done =
        EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size, bytes, ciphertext.size());
    ERR_clear_error();
    if (done != 1)
        return failure("hcl.rsa", "failed to decrypt: decryption error");
    out.resize(size);
    return out;
}

} // namespace drydock::hcl
