// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace drydock::controls {

class CodeArea;
class Theme;

/// "Go to line": `12` or `12:5`. The view follows while the number is typed; Esc goes back to where the cursor was.
class LineBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineBar)

public:
    LineBar(const Theme &theme, CodeArea &area, QWidget *parent);

    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void preview(const QString &text);
    void close();

    CodeArea &m_area;
    QLineEdit *m_field;
    QLabel *m_note;
    int m_origin = 0;
};

} // namespace drydock::controls
