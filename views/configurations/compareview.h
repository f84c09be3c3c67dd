// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <string>

class QHBoxLayout;

namespace drydock::controls {
class DiffView;
class ElidedLabel;
class Syntax;
class Theme;
} // namespace drydock::controls

namespace drydock::configurations {

/// Two texts side by side over an editor, with a way back.
class CompareView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareView)

public:
    CompareView(const controls::Theme &theme, const controls::Syntax &syntax, QWidget *parent = nullptr);

    void showTexts(const QString &title, const QString &beforeTitle, const std::string &before,
                   const QString &afterTitle, const std::string &after, const QString &fileName);
    [[nodiscard]] controls::DiffView *diff() const { return m_diff; }

Q_SIGNALS:
    void closeWanted();

private:
    controls::ElidedLabel *m_title;
    controls::DiffView *m_diff;
};

} // namespace drydock::configurations
