// SPDX-License-Identifier: MIT
#include "views/station/publishdialog.h"

#include "core/base/semver.h"
#include "core/registry/moduleaddress.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::station {

/// What is wrong and how it is right, without the place: the field above is the place.
static QString sentences(const Error &error)
{
    return toText(error.hint.empty() ? error.message : error.message + ' ' + error.hint);
}

PublishDialog::PublishDialog(const controls::Theme &theme, const QString &source, const QString &address,
                             const QString &version, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(address, this))
    , m_version(new QLineEdit(version, this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"publishDialog"_s);
    setWindowTitle(tr("Publish a module version"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(12));
    auto *what = new controls::ElidedLabel(source, Qt::ElideMiddle, this);
    what->setProperty("tone", u"muted"_s);
    layout->addWidget(what);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(theme.px(8));
    form->setHorizontalSpacing(theme.px(16));
    m_address->setPlaceholderText(tr("NAMESPACE/NAME/SYSTEM, for example acme/network/aws"));
    m_version->setPlaceholderText(tr("Semantic version, for example 1.0.0"));
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("Version"), m_version);
    layout->addLayout(form);
    m_problem->setProperty("tone", u"critical"_s);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(theme.px(36));
    layout->addWidget(m_problem);
    QPushButton *publish = m_buttons->addButton(tr("Publish"), QDialogButtonBox::AcceptRole);
    publish->setProperty("kind", u"primary"_s);
    publish->setDefault(true);
    layout->addWidget(m_buttons);
    setMinimumWidth(theme.px(480));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textChanged, this, &PublishDialog::check);
    connect(m_version, &QLineEdit::textChanged, this, &PublishDialog::check);
    check();
}

QString PublishDialog::address() const
{
    return m_address->text().trimmed();
}

QString PublishDialog::version() const
{
    return m_version->text().trimmed();
}

void PublishDialog::check()
{
    QString problem;
    if (const auto parsed = registry::ModuleAddress::parse(toUtf8(address())); !parsed && !address().isEmpty())
        problem = sentences(parsed.error());
    else if (const auto parsedVersion = SemanticVersion::parse(toUtf8(version()));
             !parsedVersion && !version().isEmpty())
        problem = sentences(parsedVersion.error());
    m_problem->setText(problem);
    const bool usable = problem.isEmpty() && !address().isEmpty() && !version().isEmpty();
    for (QAbstractButton *button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(usable);
    }
}

} // namespace drydock::station
