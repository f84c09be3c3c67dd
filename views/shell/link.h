// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace drydock::shell {

/// A place in the workbench. `drydock://project/<slug>/<page>[/<id>][?key=value]` inside a project,
/// `drydock://<page>[/<id>][?key=value]` outside. The id may contain `/`; everything is percent-encoded.
///
/// Pages and their ids: hub (none, or "summary"); configurations (file path, or path:line[:column],
/// ?line=, ?column=); generate (generator slug);
/// reviews (run id, ?finding=fingerprint, ?start=1 to review now, ?filter=words); library (asset, or asset/version);
/// compare
/// (?kind=asset|run|file, ?left=, ?right=, ?path=); knowledge (article id, ?query=); station (tab: server, modules,
/// providers, mirror); settings (key).
struct Link
{
    QString page;
    QString id;
    QString project; ///< slug; empty outside a project
    QMap<QString, QString> parameters;

    friend bool operator==(const Link &, const Link &) = default;

    [[nodiscard]] QString text() const;
    /// Code: `link.invalid`.
    [[nodiscard]] static Result<Link> parse(const QString &text);
};

} // namespace drydock::shell
