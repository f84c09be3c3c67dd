// SPDX-License-Identifier: MIT
#include "views/controls/contentstack.h"

#include "views/controls/emptystate.h"
#include "views/controls/skeleton.h"
#include "views/controls/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::controls {

ContentStack::ContentStack(const Theme &theme, QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_theme(theme)
    , m_content(content)
    , m_skeleton(new Skeleton(theme))
    , m_empty(new EmptyState(theme))
    , m_error(makeError())
    , m_delay(new QTimer(this))
{
    for (QWidget *each : {m_content, m_skeleton, static_cast<QWidget *>(m_empty), m_error})
        addWidget(each);
    m_delay->setSingleShot(true);
    m_delay->setInterval(200);
    connect(m_delay, &QTimer::timeout, this, [this] { setCurrentWidget(m_skeleton); });
    connect(m_empty, &EmptyState::activated, this, &ContentStack::emptyActivated);
}

void ContentStack::showLoading()
{
    if (!m_delay->isActive() && currentWidget() != m_skeleton)
        m_delay->start();
}

void ContentStack::showContent()
{
    m_delay->stop();
    setCurrentWidget(m_content);
}

void ContentStack::showEmpty(const QString &iconName, const QString &sentence, const QString &button)
{
    m_delay->stop();
    m_empty->set(iconName, sentence, button);
    setCurrentWidget(m_empty);
}

void ContentStack::showError(const QString &what, const QString &details)
{
    m_delay->stop();
    m_details = details;
    m_errorText->setText(what);
    setCurrentWidget(m_error);
}

bool ContentStack::isShowingContent() const
{
    return currentWidget() == m_content;
}

QWidget *ContentStack::makeError()
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(m_theme.px(32), m_theme.px(32), m_theme.px(32), m_theme.px(32));
    layout->setSpacing(m_theme.px(16));
    m_errorIcon = new QLabel(widget);
    m_errorIcon->setAlignment(Qt::AlignCenter);
    const auto drawIcon = [this] {
        const int size = m_theme.px(48);
        m_errorIcon->setPixmap(
            m_theme.icon(u"data-warning"_s, ColorRole::Critical).pixmap(QSize(size, size), devicePixelRatioF()));
    };
    connect(&m_theme, &Theme::changed, m_errorIcon, drawIcon);
    drawIcon();
    m_errorText = new QLabel(widget);
    m_errorText->setWordWrap(true);
    m_errorText->setAlignment(Qt::AlignCenter);
    m_errorText->setTextFormat(Qt::PlainText);
    m_errorText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_errorText->setProperty("tone", u"critical"_s);
    auto *copy = new QPushButton(tr("Copy details"), widget);
    auto *retry = new QPushButton(tr("Retry"), widget);
    retry->setProperty("kind", u"primary"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(8));
    buttons->addStretch();
    buttons->addWidget(copy);
    buttons->addWidget(retry);
    buttons->addStretch();
    layout->addStretch(2);
    layout->addWidget(m_errorIcon);
    layout->addWidget(m_errorText);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_details); });
    connect(retry, &QPushButton::clicked, this, &ContentStack::retryWanted);
    return widget;
}

} // namespace drydock::controls
