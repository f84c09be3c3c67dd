// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

class QTabWidget;

namespace drydock::wiring {
class Services;
}

namespace drydock::station {

class PublishedPanel;
class ServerPanel;
class StationController;

/// The embedded server: one switch, then what it offers. A provider zip dropped here goes onto the mirror, a folder is
/// published as a module version.
class StationPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StationPage)

public:
    StationPage(shell::PageContext &context, const wiring::Services &services, StationController &station,
                QObject *parent = nullptr);
    ~StationPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("station"); }
    [[nodiscard]] QString title() const override { return tr("Station"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("network-server"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] QList<QAction *> visibleActions() const override;
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;

    /// Asks for address and version, then publishes. `project/asset/number` names a version of the library (?publish=).
    void publishFolder(const QString &folder);
    void addProviderZip(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addAction(const QString &actionId, const QString &text, const QString &iconName);
    void makeTabs();
    void publishVersion(const QString &versionId);
    void askAndPublish(const QString &folder, const QString &address, const QString &version, const QString &versionId);
    void publish(const QString &folder, const QString &address, const QString &version, const QString &versionId);
    void chooseFolder();
    void chooseZip();
    void copyModuleUse();
    void refreshStatus();
    void reload();

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    StationController &m_station;
    QList<QAction *> m_actions;
    QTabWidget *m_tabs = nullptr;
    ServerPanel *m_server = nullptr;
    PublishedPanel *m_modules = nullptr;
    PublishedPanel *m_providers = nullptr;
    PublishedPanel *m_mirror = nullptr;
};

} // namespace drydock::station
