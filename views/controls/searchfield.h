// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

class QTimer;

namespace drydock::controls {

class Theme;

/// A text field for filters: icon, clear button, Esc empties it first; searched() comes 150 ms after the last key.
class SearchField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    SearchField(const Theme &theme, const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    void searched(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer *m_delay;
};

} // namespace drydock::controls
