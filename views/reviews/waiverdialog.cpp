// SPDX-License-Identifier: MIT
#include "views/reviews/waiverdialog.h"

#include "core/policy/waiverwriter.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::reviews {

namespace {

enum Scope { OneResource, OneFile, Everywhere };

/// Long enough to plan the repair, short enough that someone looks again.
constexpr int proposedDays = 90;

} // namespace

WaiverDialog::WaiverDialog(const controls::Theme &theme, const policy::Finding &finding, const QString &owner,
                           QWidget *parent)
    : QDialog(parent)
    , m_finding(finding)
    , m_reason(new QPlainTextEdit)
    , m_owner(new QLineEdit(owner))
    , m_scope(new QComboBox)
    , m_expires(new QCheckBox(tr("Until")))
    , m_date(new QDateEdit(QDate::currentDate().addDays(proposedDays)))
    , m_preview(new QPlainTextEdit)
{
    setObjectName(u"waiverDialog"_s);
    setWindowTitle(tr("Waive finding"));
    setModal(true);
    build(theme);
    refresh();
    m_reason->setFocus();
}

void WaiverDialog::build(const controls::Theme &theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme.px(12));
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    auto *head = new QLabel(tr("Waive “%1”").arg(toText(m_finding.title)));
    head->setProperty("tone", u"section"_s);
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    layout->addWidget(head);

    m_reason->setObjectName(u"waiverReason"_s);
    m_reason->setPlaceholderText(tr("Why is this risk acceptable here?"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(theme.px(72));
    m_owner->setObjectName(u"waiverOwner"_s);
    m_owner->setPlaceholderText(tr("Person or team that answers for it"));
    m_scope->addItem(tr("Only %1").arg(models::shortPath(toText(m_finding.resource), 60)), OneResource);
    m_scope->addItem(tr("All resources in %1").arg(models::shortPath(toText(m_finding.range.file), 60)), OneFile);
    m_scope->addItem(tr("Everywhere in this project"), Everywhere);
    m_expires->setChecked(true);
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(QDate::currentDate());
    m_date->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_date->setAccessibleName(tr("Last day of the waiver"));
    auto *until = new QHBoxLayout;
    until->addWidget(m_expires);
    until->addWidget(m_date);
    until->addStretch(1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Owner"), m_owner);
    form->addRow(tr("&Scope"), m_scope);
    form->addRow(tr("Expiry"), until);
    layout->addLayout(form);

    layout->addWidget(new QLabel(tr("These lines are added to tfreview.yaml:")));
    m_preview->setReadOnly(true);
    m_preview->setFont(theme.codeFont());
    m_preview->setAccessibleName(tr("Lines added to tfreview.yaml"));
    m_preview->setMinimumHeight(theme.px(120));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    layout->addWidget(m_preview, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("Waive"), QDialogButtonBox::AcceptRole);
    m_accept->setProperty("kind", u"primary"_s);
    m_accept->setObjectName(u"waiverAccept"_s);
    m_accept->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &WaiverDialog::refresh);
    connect(m_owner, &QLineEdit::textChanged, this, &WaiverDialog::refresh);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &WaiverDialog::refresh);
    connect(m_expires, &QCheckBox::toggled, this, &WaiverDialog::refresh);
    connect(m_date, &QDateEdit::dateChanged, this, &WaiverDialog::refresh);
    resize(theme.px(560), theme.px(480));
}

policy::Waiver WaiverDialog::waiver() const
{
    policy::Waiver waiver;
    waiver.rule = m_finding.ruleId;
    const int scope = m_scope->currentData().toInt();
    if (scope == OneResource)
        waiver.resource = m_finding.resource;
    if (scope != Everywhere)
        waiver.file = m_finding.range.file;
    waiver.reason = toUtf8(m_reason->toPlainText().simplified());
    waiver.owner = toUtf8(m_owner->text().trimmed());
    if (m_expires->isChecked()) {
        const QDateTime lastInstant(m_date->date(), QTime(23, 59, 59, 999), QTimeZone::utc());
        waiver.expires = Timestamp(std::chrono::milliseconds(lastInstant.toMSecsSinceEpoch()));
    }
    return waiver;
}

void WaiverDialog::refresh()
{
    m_date->setEnabled(m_expires->isChecked());
    m_accept->setEnabled(!m_reason->toPlainText().trimmed().isEmpty());
    m_preview->setPlainText(toText(policy::waiverLines(waiver())));
}

} // namespace drydock::reviews
