// SPDX-License-Identifier: MIT
#include "views/controls/chiprow.h"

#include "views/controls/flowlayout.h"
#include "views/controls/theme.h"

#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace drydock::controls {

ChipRow::ChipRow(const Theme &theme, ChipChoice choice, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_choice(choice)
    , m_layout(new FlowLayout(this, theme.px(8)))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setChips(const QList<ChipSpec> &chips)
{
    const QStringList before = chosen();
    m_layout->clear();
    m_buttons.clear();
    for (const ChipSpec &chip : chips) {
        auto *button = new QToolButton(this);
        button->setProperty("kind", u"chip"_s);
        button->setProperty("chip", chip.id);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(chip.iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        if (!chip.iconName.isEmpty())
            button->setIcon(m_theme.icon(chip.iconName));
        button->setText(chip.count < 0 ? chip.text : chip.text + u"  "_s + QLocale().toString(chip.count));
        button->setAccessibleName(tr("Filter: %1").arg(button->text()));
        button->setChecked(before.contains(chip.id));
        connect(button, &QToolButton::clicked, this, [this, button] { clicked(button); });
        m_layout->addWidget(button);
        m_buttons << button;
    }
    updateGeometry();
}

QStringList ChipRow::chosen() const
{
    QStringList result;
    for (const QToolButton *button : m_buttons) {
        if (button->isChecked())
            result << button->property("chip").toString();
    }
    return result;
}

void ChipRow::setChosen(const QStringList &ids)
{
    for (QToolButton *button : std::as_const(m_buttons))
        button->setChecked(ids.contains(button->property("chip").toString()));
}

void ChipRow::clicked(QToolButton *button)
{
    if (m_choice == ChipChoice::One && button->isChecked()) {
        for (QToolButton *other : std::as_const(m_buttons)) {
            if (other != button)
                other->setChecked(false);
        }
    }
    Q_EMIT chosenChanged();
}

} // namespace drydock::controls
