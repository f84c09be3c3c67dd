// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

namespace drydock::shell {

/// The texts of translations/*.ts. lupdate of Qt 6.4 does not understand `namespace drydock::hub {` and writes contexts
/// without their namespaces, while the program asks with them: both are looked for.
class Translation final : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Translation)

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
};

} // namespace drydock::shell
