// SPDX-License-Identifier: MIT
#pragma once

#include "views/library/assetdetail.h"
#include "views/library/librarytools.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

class QLabel;
class QSortFilterProxyModel;
class QSplitter;

namespace drydock::controls {
class ChipRow;
class ContentStack;
class SearchField;
class TableView;
} // namespace drydock::controls

namespace drydock::models {
class LibraryModel;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::library {

/// The versioned assets of the project in focus.
class LibraryPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPage)

public:
    LibraryPage(shell::PageContext &context, const wiring::Services &services, LibraryTools tools,
                QObject *parent = nullptr);
    ~LibraryPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("library"); }
    [[nodiscard]] QString title() const override { return tr("Library"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("package-x-generic"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] QList<QAction *> visibleActions() const override;
    [[nodiscard]] QStringList trail() const override;
    /// `library/<asset>` or `library/<asset>/<version number>`.
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void reload();

private:
    /// What reload() reads.
    struct Listing
    {
        std::string projectId;
        std::vector<project::Asset> assets;
    };

    QAction *addAction(const QString &actionId, const QString &text, const QString &iconName,
                       const std::function<void()> &run);
    void enableActions();
    void build();
    QWidget *makeList();
    void showListing(Listing listing);
    void filter();
    void showSelected();
    void compareWithPrevious();
    void publish();
    void publishAs(const QString &address, const QString &version);
    void exportFiles();
    void review();
    void remove();

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    LibraryTools m_tools;
    QList<QAction *> m_actions;
    QAction *m_publish = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_export = nullptr;
    QAction *m_review = nullptr;
    QAction *m_remove = nullptr;
    QWidget *m_widget = nullptr;
    QSplitter *m_splitter = nullptr;
    controls::SearchField *m_search = nullptr;
    controls::ChipRow *m_types = nullptr;
    controls::ChipRow *m_generators = nullptr;
    controls::TableView *m_table = nullptr;
    controls::ContentStack *m_stack = nullptr;
    models::LibraryModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    AssetDetail *m_detail = nullptr;
    std::vector<project::Asset> m_all;
    std::string m_projectId;
    std::string m_wantedAsset;
    std::uint32_t m_wantedVersion = 0;
    shell::TaskSlot m_listTask;
    shell::TaskSlot m_assetTask;
};

} // namespace drydock::library
