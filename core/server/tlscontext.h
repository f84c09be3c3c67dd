// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/server/tlsidentity.h"

#include <memory>

struct ssl_ctx_st;

namespace drydock::server {

/// OpenSSL's settings for all connections: TLS 1.2 at least, no renegotiation, ALPN http/1.1. Code: `tls.failed`.
[[nodiscard]] Result<std::shared_ptr<ssl_ctx_st>> makeTlsContext(const TlsIdentity &identity);

} // namespace drydock::server
