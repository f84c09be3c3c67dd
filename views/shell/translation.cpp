// SPDX-License-Identifier: MIT
#include "views/shell/translation.h"

#include <string_view>

namespace drydock::shell {

QString Translation::translate(const char *context, const char *sourceText, const char *disambiguation, int n) const
{
    QString text = QTranslator::translate(context, sourceText, disambiguation, n);
    if (!text.isNull() || context == nullptr)
        return text;
    const std::string_view name(context);
    const std::size_t colons = name.rfind("::");
    return colons == std::string_view::npos
               ? text
               : QTranslator::translate(context + colons + 2, sourceText, disambiguation, n);
}

} // namespace drydock::shell
