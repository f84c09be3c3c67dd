// SPDX-License-Identifier: MIT
#include "views/library/publishdialog.h"

#include "core/base/semver.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::library {

namespace {

/// The part of an address that says what a module is for; a generator's slug begins with it.
QString systemOf(const std::string &generator)
{
    const QString provider = toText(generator).section(u'/', 0, 0).toLower();
    if (provider == "azure"_L1)
        return u"azurerm"_s;
    if (provider == "gcp"_L1)
        return u"google"_s;
    return provider.isEmpty() ? u"aws"_s : provider;
}

QString problemOf(const QString &address, const QString &version)
{
    static const QRegularExpression shape(
        u"^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?/[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?/[0-9a-z]{1,64}$"_s);
    if (!shape.match(address).hasMatch())
        return PublishDialog::tr("The address has three parts, NAMESPACE/NAME/SYSTEM, such as platform/vpc/aws.");
    if (!SemanticVersion::parse(toUtf8(version)))
        return PublishDialog::tr("The version has three numbers, such as 1.4.0.");
    return {};
}

} // namespace

PublishProposal proposalFor(const project::Asset &asset, const std::string &projectSlug,
                            const std::vector<project::AssetVersion> &versions)
{
    for (const project::AssetVersion &version : versions) {
        if (version.publications.empty())
            continue;
        const project::Publication &last = version.publications.back();
        const QStringList parts = toText(last.version).section(u'-', 0, 0).section(u'+', 0, 0).split(u'.');
        const QString next = parts.size() == 3 ? u"%1.%2.0"_s.arg(parts[0]).arg(parts[1].toInt() + 1) : u"1.0.0"_s;
        return {toText(last.address), next};
    }
    return {u"%1/%2/%3"_s.arg(toText(projectSlug), toText(asset.slug), systemOf(asset.generator)), u"1.0.0"_s};
}

PublishDialog::PublishDialog(const controls::Theme &theme, const QString &what, const PublishProposal &proposal,
                             QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(proposal.address))
    , m_version(new QLineEdit(proposal.version))
    , m_problem(new QLabel)
{
    setObjectName(u"publishDialog"_s);
    setWindowTitle(tr("Publish module"));
    setModal(true);
    m_address->setObjectName(u"publishAddress"_s);
    m_version->setObjectName(u"publishVersion"_s);
    m_problem->setProperty("tone", u"critical"_s);
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(12));
    auto *head = new QLabel(tr("Publish %1").arg(what));
    head->setProperty("tone", u"section"_s);
    head->setTextFormat(Qt::PlainText);
    auto *hint = new QLabel(tr("A published version never changes and cannot be published again with other content."));
    hint->setProperty("tone", u"muted"_s);
    hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Version"), m_version);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("Publish"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"publishAccept"_s);
    m_accept->setProperty("kind", u"primary"_s);
    m_accept->setDefault(true);
    layout->addWidget(head);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    connect(m_address, &QLineEdit::textChanged, this, &PublishDialog::check);
    connect(m_version, &QLineEdit::textChanged, this, &PublishDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(theme.px(480));
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
    const QString problem = problemOf(address(), version());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_accept->setEnabled(problem.isEmpty());
}

} // namespace drydock::library
