// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace drydock::controls {
class Theme;
}

namespace drydock::station {

/// Failed requests in the colour of high severity.
class RequestDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestDelegate)

public:
    RequestDelegate(const controls::Theme &theme, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const controls::Theme &m_theme;
};

} // namespace drydock::station
