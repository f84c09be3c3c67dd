// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

enum class RailPlace { Top, Bottom };

/// The pages as icons with labels along the left edge.
class Rail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    explicit Rail(const controls::Theme &theme, QWidget *parent = nullptr);

    void add(const QString &id, const QString &title, const QString &iconName, const QString &keys, RailPlace place);
    void setCurrent(const QString &id);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    const controls::Theme &m_theme;
    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
    QHash<QString, QToolButton *> m_buttons;
    QString m_current;
};

} // namespace drydock::shell
