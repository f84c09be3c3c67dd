// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/library.h"
#include "views/shell/taskrunner.h"

#include <QStyledItemDelegate>
#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace drydock::controls {
class CodeView;
class EmptyState;
class SeverityBadge;
class Syntax;
class TableView;
class Theme;
} // namespace drydock::controls

namespace drydock::models {
class ManifestModel;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::library {

/// An asset with all its versions, newest first.
struct AssetVersions
{
    project::Asset asset;
    std::vector<project::AssetVersion> versions;
};

/// One asset: its versions as a timeline, and files, preview and origin of the chosen version.
class AssetDetail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetDetail)

public:
    AssetDetail(const controls::Theme &theme, const controls::Syntax &syntax, shell::TaskRunner &tasks,
                const wiring::Services &services, QWidget *parent = nullptr);

    /// Number 0 chooses the newest version.
    void show(const AssetVersions &shown, std::uint32_t number = 0);
    void clear();
    [[nodiscard]] const std::optional<AssetVersions> &shown() const { return m_shown; }
    [[nodiscard]] const project::AssetVersion *version() const;
    /// The version before the chosen one; null for the first.
    [[nodiscard]] const project::AssetVersion *previous() const;
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

Q_SIGNALS:
    void versionChanged();
    void previewShown();

private:
    QWidget *makeHead();
    QWidget *makeTimeline();
    QWidget *makeFiles();
    void fillTimeline();
    void showVersion();
    void showOrigin(const project::AssetVersion &version);
    void preview();

    const controls::Theme &m_theme;
    const controls::Syntax &m_syntax;
    const wiring::Services &m_services;
    shell::TaskSlot m_previewTask;
    std::optional<AssetVersions> m_shown;

    QStackedWidget *m_stack = nullptr;
    controls::EmptyState *m_empty = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_about = nullptr;
    controls::SeverityBadge *m_validation = nullptr;
    QListWidget *m_timeline = nullptr;
    QTabWidget *m_tabs = nullptr;
    models::ManifestModel *m_manifest = nullptr;
    controls::TableView *m_files = nullptr;
    controls::CodeView *m_preview = nullptr;
    QLabel *m_origin = nullptr;
    controls::CodeView *m_inputs = nullptr;
    QSplitter *m_splitter = nullptr;
};

/// A version in the timeline: a dot on a line, "v3" with its age, its note, and where it was published.
class VersionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionDelegate)

public:
    enum Role { DetailRole = Qt::UserRole, TimeRole, LevelRole, PublishedRole };

    VersionDelegate(const controls::Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const controls::Theme &m_theme;
};

} // namespace drydock::library
