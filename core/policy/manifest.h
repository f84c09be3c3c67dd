// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <optional>
#include <string>
#include <string_view>

/// kubernetes_manifest seen as the typed resource of its kind: `spec.template.spec.containers` becomes
/// `spec.template.spec.container`, so that a rule is written once.
namespace drydock::policy {

/// "Deployment" -> "kubernetes_deployment". Nothing when the kind is not known.
[[nodiscard]] std::optional<std::string> typeOfManifest(const hcl::Value &attributes);

/// The manifest with the names that the typed resource has. Keys of labels, annotations and the like stay.
[[nodiscard]] hcl::Value typedManifest(const hcl::Value &attributes);

/// The way back, for source ranges: `spec.container[0].host_port` -> `manifest.spec.containers[0].hostPort`.
[[nodiscard]] std::string manifestPath(std::string_view typedPath);

/// "hostNetwork" -> "host_network", "clusterIP" -> "cluster_ip".
[[nodiscard]] std::string snakeCase(std::string_view name);

} // namespace drydock::policy
