// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

class QLabel;
class QTimer;

namespace drydock::controls {

class EmptyState;
class Theme;

/// The four states of a place that loads: skeleton rows (only after 200 ms), content, nothing there, failed.
class ContentStack final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContentStack)

public:
    ContentStack(const Theme &theme, QWidget *content, QWidget *parent = nullptr);

    void showLoading();
    void showContent();
    void showEmpty(const QString &iconName, const QString &sentence, const QString &button = {});
    /// `what` went wrong, `details` for "Copy details". Retry emits retryWanted().
    void showError(const QString &what, const QString &details);
    [[nodiscard]] bool isShowingContent() const;

Q_SIGNALS:
    void emptyActivated();
    void retryWanted();

private:
    QWidget *makeError();

    const Theme &m_theme;
    QWidget *m_content;
    QWidget *m_skeleton;
    EmptyState *m_empty;
    QLabel *m_errorIcon = nullptr;
    QLabel *m_errorText = nullptr;
    QWidget *m_error;
    QString m_details;
    QTimer *m_delay;
};

} // namespace drydock::controls
