// SPDX-License-Identifier: MIT
#include "views/configurations/historyview.h"

#include "app/wiring/services.h"
#include "views/controls/contentstack.h"
#include "views/controls/diffview.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/theme.h"
#include "views/models/historymodel.h"
#include "views/models/text.h"
#include "views/shell/notifications.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::ColorRole;
using drydock::models::HistoryModel;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

namespace {

/// Two lines: when, and what happened.
class VersionDelegate final : public QStyledItemDelegate
{
public:
    VersionDelegate(const controls::Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(160), m_theme.px(48)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.text.clear();
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const QRect inside = option.rect.adjusted(m_theme.px(12), m_theme.px(5), -m_theme.px(8), -m_theme.px(5));
        const auto line = [&](const QRect &place, const QFont &font, ColorRole role, const QString &text) {
            painter->setFont(font);
            painter->setPen(m_theme.color(role));
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        };
        painter->save();
        line(QRect(inside.left(), inside.top(), inside.width(), inside.height() / 2), m_theme.textFont(),
             ColorRole::Text, index.data().toString());
        line(QRect(inside.left(), inside.center().y() + 1, inside.width(), inside.height() / 2), m_theme.smallFont(),
             ColorRole::Muted, index.data(HistoryModel::DetailRole).toString());
        painter->restore();
    }

private:
    const controls::Theme &m_theme;
};

} // namespace

HistoryView::HistoryView(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_title(new controls::ElidedLabel({}, Qt::ElideMiddle))
    , m_restore(new QPushButton(sources.context.theme.icon(u"edit-undo"_s), tr("Restore this version")))
    , m_list(new QListView)
    , m_model(new HistoryModel(this))
    , m_diff(new controls::DiffView(sources.context.theme, sources.context.syntax))
    , m_listTask(sources.context.tasks, this)
    , m_contentTask(sources.context.tasks, this)
{
    const controls::Theme &theme = sources.context.theme;
    m_restore->setObjectName(u"historyRestore"_s);
    m_list->setObjectName(u"historyVersions"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new VersionDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Versions"));
    auto *back = new QPushButton(theme.icon(u"go-previous"_s), tr("Back to the editor"));
    back->setObjectName(u"historyBack"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(8));
    m_title->setProperty("tone", u"section"_s);
    row->addWidget(m_title, 1);
    row->addWidget(m_restore);
    row->addWidget(back);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_diff);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.px(280), theme.px(800)});
    m_stack = new controls::ContentStack(theme, splitter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connect(back, &QPushButton::clicked, this, &HistoryView::closeWanted);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, &HistoryView::closeWanted);
    connect(m_restore, &QPushButton::clicked, this, &HistoryView::restore);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { showVersion(index.row()); });
}

HistoryView::~HistoryView() = default;

void HistoryView::showFile(const std::string &projectId, const QString &path, const std::string &current)
{
    m_path = path;
    m_current = current;
    m_title->setFullText(tr("Local history: %1").arg(path));
    m_restore->setText(tr("Restore this version"));
    load(projectId, path);
}

void HistoryView::showRemovedFiles(const std::string &projectId)
{
    m_path.clear();
    m_current.clear();
    m_title->setFullText(tr("Deleted files"));
    m_restore->setText(tr("Restore this file"));
    load(projectId, {});
}

void HistoryView::load(const std::string &projectId, const QString &path)
{
    m_stack->showLoading();
    m_restore->setEnabled(false);
    m_listTask.run(
        tr("Read local history"),
        [&services = m_sources.services, projectId, path = toUtf8(path)](const Task &) {
            const project::FileHistory history(services.workspace());
            return path.empty() ? history.removedFiles(projectId) : history.versions(projectId, path);
        },
        [this, removed = path.isEmpty()](const Result<std::vector<project::FileVersion>> &versions) {
            if (!versions)
                return m_stack->showError(
                    tr("The local history was not read. %1").arg(toText(versions.error().message)),
                    toText(versions.error().text()));
            m_model->setVersions(*versions, removed ? HistoryModel::Rows::RemovedFiles : HistoryModel::Rows::Versions);
            if (versions->empty())
                return m_stack->showEmpty(u"view-history"_s,
                                          removed ? tr("No file was deleted here.")
                                                  : tr("Nothing is kept of this file yet: every save adds a version."),
                                          tr("Back to the editor"));
            m_stack->showContent();
            m_list->setCurrentIndex(m_model->index(0));
            m_list->setFocus();
        });
}

void HistoryView::showVersion(int row)
{
    m_restore->setEnabled(false);
    if (row < 0)
        return m_diff->clear();
    m_contentTask.run(
        tr("Read version"),
        [&services = m_sources.services, version = m_model->version(row)](const Task &) {
            return project::FileHistory(services.workspace()).content(version);
        },
        [this, row](const Result<std::string> &content) {
            if (!content) {
                m_diff->clear(toText(content.error().text()));
                return;
            }
            m_shown = *content;
            const project::FileVersion &version = m_model->version(row);
            const bool file = m_model->rows() == HistoryModel::Rows::Versions;
            m_restore->setEnabled(!file || m_shown != m_current);
            m_diff->setTexts(models::exactTime(version.recorded), m_shown, file ? tr("Now") : tr("Deleted"), m_current,
                             toText(version.path));
        });
}

void HistoryView::restore()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const project::FileVersion version = m_model->version(row);
    if (m_model->rows() == HistoryModel::Rows::RemovedFiles)
        Q_EMIT restoreFileWanted(toText(version.path), m_shown);
    else
        Q_EMIT restoreWanted(m_shown, tr("Restored from %1").arg(models::exactTime(version.recorded)));
}

} // namespace drydock::configurations
