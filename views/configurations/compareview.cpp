// SPDX-License-Identifier: MIT
#include "views/configurations/compareview.h"

#include "views/controls/diffview.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::configurations {

CompareView::CompareView(const controls::Theme &theme, const controls::Syntax &syntax, QWidget *parent)
    : QWidget(parent)
    , m_title(new controls::ElidedLabel({}, Qt::ElideMiddle))
    , m_diff(new controls::DiffView(theme, syntax))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8));
    m_title->setProperty("tone", u"section"_s);
    auto *back = new QPushButton(theme.icon(u"go-previous"_s), tr("Back to the editor"));
    back->setObjectName(u"compareBack"_s);
    row->addWidget(m_title, 1);
    row->addWidget(back);
    column->addLayout(row);
    column->addWidget(m_diff, 1);
    setFocusProxy(back);
    connect(back, &QPushButton::clicked, this, &CompareView::closeWanted);
}

void CompareView::showTexts(const QString &title, const QString &beforeTitle, const std::string &before,
                            const QString &afterTitle, const std::string &after, const QString &fileName)
{
    m_title->setFullText(title + u": "_s + fileName);
    m_diff->setTexts(beforeTitle, before, afterTitle, after, fileName);
}

} // namespace drydock::configurations
