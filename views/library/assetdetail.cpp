// SPDX-License-Identifier: MIT
#include "views/library/assetdetail.h"

#include "app/wiring/services.h"
#include "core/diff/unified.h"
#include "views/controls/codeview.h"
#include "views/controls/emptystate.h"
#include "views/controls/severity.h"
#include "views/controls/tableview.h"
#include "views/controls/theme.h"
#include "views/models/librarymodel.h"
#include "views/models/text.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::ColorRole;
using drydock::controls::Level;
using drydock::models::toText;

namespace drydock::library {

VersionDelegate::VersionDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int axis = option.rect.left() + m_theme.px(16);
    const int center = option.rect.top() + m_theme.px(17);
    painter->setPen(QPen(m_theme.color(ColorRole::Line), 2));
    if (index.row() > 0)
        painter->drawLine(axis, option.rect.top(), axis, center);
    if (index.row() + 1 < index.model()->rowCount())
        painter->drawLine(axis, center, axis, option.rect.bottom());
    const auto level = static_cast<Level>(index.data(LevelRole).toInt());
    const QString published = index.data(PublishedRole).toString();
    painter->setPen(QPen(m_theme.color(published.isEmpty() ? ColorRole::Muted : ColorRole::Accent), 2));
    painter->setBrush(published.isEmpty() ? m_theme.color(ColorRole::Surface) : m_theme.color(ColorRole::Accent));
    painter->drawEllipse(QPoint(axis, center), m_theme.px(4), m_theme.px(4));

    const QRect area = option.rect.adjusted(m_theme.px(32), m_theme.px(6), -m_theme.px(10), -m_theme.px(6));
    const QRect upper(area.left(), area.top(), area.width(), m_theme.px(20));
    const QRect lower(area.left(), upper.bottom(), area.width(), m_theme.px(20));
    painter->setFont(m_theme.smallFont());
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, index.data(TimeRole).toString());
    const QString detail = published.isEmpty() ? index.data(DetailRole).toString() : published;
    if (!published.isEmpty())
        painter->setPen(m_theme.color(ColorRole::Accent));
    else if (level == Level::Critical)
        painter->setPen(m_theme.color(level));
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, lower.width()));
    QFont font = m_theme.textFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(160), m_theme.px(52)};
}

AssetDetail::AssetDetail(const controls::Theme &theme, const controls::Syntax &syntax, shell::TaskRunner &tasks,
                         const wiring::Services &services, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_services(services)
    , m_previewTask(tasks, this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget;
    m_empty = new controls::EmptyState(theme);
    m_empty->set(u"package-x-generic"_s, tr("Select an asset to see its versions and files."));
    m_stack->addWidget(m_empty);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *row = new QSplitter;
    row->setChildrenCollapsible(false);
    row->addWidget(makeTimeline());
    row->addWidget(makeFiles());
    row->setSizes({theme.px(190), theme.px(500)});
    row->setStretchFactor(1, 1);
    column->addWidget(row, 1);
    m_stack->addWidget(content);
    layout->addWidget(m_stack);
}

QWidget *AssetDetail::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(12));
    layout->setSpacing(m_theme.px(4));
    auto *row = new QHBoxLayout;
    m_name = new QLabel;
    m_name->setProperty("tone", u"section"_s);
    m_validation = new controls::SeverityBadge(m_theme, Level::Neutral);
    row->addWidget(m_name, 1);
    row->addWidget(m_validation);
    m_about = new QLabel;
    m_about->setProperty("tone", u"muted"_s);
    for (QLabel *label : {m_name, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    layout->addLayout(row);
    layout->addWidget(m_about);
    return head;
}

QWidget *AssetDetail::makeTimeline()
{
    m_timeline = new QListWidget;
    m_timeline->setObjectName(u"versions"_s);
    m_timeline->setAccessibleName(tr("Versions"));
    m_timeline->setItemDelegate(new VersionDelegate(m_theme, m_timeline));
    m_timeline->setMinimumWidth(m_theme.px(170));
    m_timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_timeline, &QListWidget::currentRowChanged, this, &AssetDetail::showVersion);
    return m_timeline;
}

QWidget *AssetDetail::makeFiles()
{
    m_manifest = new models::ManifestModel(this);
    m_files = new controls::TableView(m_theme);
    m_files->setObjectName(u"manifest"_s);
    m_files->setAccessibleName(tr("Files of the version"));
    m_files->setModel(m_manifest);
    m_files->setSortingEnabled(false);
    m_files->setWidth(models::ManifestModel::PathColumn, m_theme.px(150));
    m_files->setWidth(models::ManifestModel::SizeColumn, m_theme.px(100));
    m_files->setWidth(models::ManifestModel::MediaTypeColumn, m_theme.px(132));
    connect(m_files->selectionModel(), &QItemSelectionModel::currentChanged, this, &AssetDetail::preview);
    m_preview = new controls::CodeView(m_theme, m_syntax);
    m_preview->setProperty("frameless", true);
    m_preview->setAccessibleName(tr("Preview of the file"));
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_files);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);

    auto *origin = new QWidget;
    auto *column = new QVBoxLayout(origin);
    column->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(12));
    m_origin = new QLabel;
    m_origin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin->setWordWrap(true);
    m_inputs = new controls::CodeView(m_theme, m_syntax);
    m_inputs->setAccessibleName(tr("Inputs of the generator"));
    column->addWidget(m_origin);
    column->addWidget(m_inputs, 1);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_splitter, tr("Files"));
    // A fingerprint has no place to break; without the scroll area it would take the list its room.
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    origin->setProperty("kind", u"page"_s);
    scroll->setWidget(origin);
    m_tabs->addTab(scroll, tr("Origin"));
    return m_tabs;
}

void AssetDetail::clear()
{
    m_previewTask.drop();
    m_shown.reset();
    m_stack->setCurrentIndex(0);
    Q_EMIT versionChanged();
}

void AssetDetail::show(const AssetVersions &shown, std::uint32_t number)
{
    m_shown = shown;
    const project::Asset &asset = shown.asset;
    m_name->setText(toText(asset.name));
    QStringList about{models::assetTypeText(asset.type)};
    if (!asset.generator.empty())
        about << tr("made by %1").arg(toText(asset.generator));
    for (const std::string &tag : asset.tags)
        about << toText(tag);
    m_about->setText((asset.description.empty() ? QString() : toText(asset.description) + u'\n') +
                     about.join(u" · "_s));
    fillTimeline();
    m_stack->setCurrentIndex(1);
    int row = 0;
    for (std::size_t i = 0; i < shown.versions.size(); ++i) {
        if (shown.versions[i].number == number)
            row = static_cast<int>(i);
    }
    m_timeline->setCurrentRow(row);
    showVersion();
}

void AssetDetail::fillTimeline()
{
    const QSignalBlocker quiet(m_timeline);
    m_timeline->clear();
    for (const project::AssetVersion &version : m_shown->versions) {
        auto *item = new QListWidgetItem(u"v%1"_s.arg(version.number), m_timeline);
        QString published;
        if (!version.publications.empty())
            published = u"%1 %2"_s.arg(toText(version.publications.back().address),
                                       toText(version.publications.back().version));
        const QString note = version.note.empty() ? models::validationText(version.validation) : toText(version.note);
        item->setData(VersionDelegate::DetailRole, note);
        item->setData(VersionDelegate::TimeRole, models::relativeTime(version.created));
        item->setData(VersionDelegate::LevelRole, models::validationLevel(version.validation));
        item->setData(VersionDelegate::PublishedRole, published);
        item->setToolTip(u"%1\n%2"_s.arg(models::exactTime(version.created),
                                         published.isEmpty() ? note : tr("Published as %1").arg(published)));
        item->setData(Qt::AccessibleTextRole,
                      u"v%1, %2, %3"_s.arg(version.number).arg(models::relativeTime(version.created), note));
    }
}

const project::AssetVersion *AssetDetail::version() const
{
    const int row = m_timeline->currentRow();
    return m_shown && row >= 0 && static_cast<std::size_t>(row) < m_shown->versions.size()
               ? &m_shown->versions[static_cast<std::size_t>(row)]
               : nullptr;
}

const project::AssetVersion *AssetDetail::previous() const
{
    const std::size_t row = static_cast<std::size_t>(m_timeline->currentRow()) + 1;
    return version() && row < m_shown->versions.size() ? &m_shown->versions[row] : nullptr;
}

void AssetDetail::showVersion()
{
    const project::AssetVersion *chosen = version();
    if (!chosen)
        return;
    m_validation->setLevel(static_cast<Level>(models::validationLevel(chosen->validation)));
    m_validation->setText(models::validationText(chosen->validation));
    m_validation->setToolTip(toText(chosen->validation.text));
    const QString kept = m_files->currentIndex().siblingAtColumn(0).data().toString();
    m_manifest->setFiles(chosen->files);
    m_tabs->setTabText(0, tr("Files (%1)").arg(models::countText(chosen->files.size())));
    int row = 0;
    for (std::size_t i = 0; i < chosen->files.size(); ++i) {
        if (toText(chosen->files[i].path) == kept)
            row = static_cast<int>(i);
    }
    m_files->setCurrentIndex(m_manifest->index(row, 0));
    if (chosen->files.empty())
        m_preview->setCode({}, {});
    showOrigin(*chosen);
    Q_EMIT versionChanged();
}

void AssetDetail::showOrigin(const project::AssetVersion &version)
{
    QString text = u"<table cellspacing=\"6\">"_s;
    const auto row = [&text](const QString &name, const std::string &value) {
        if (!value.empty())
            text += u"<tr><td>%1</td><td>%2</td></tr>"_s.arg(name, toText(value).toHtmlEscaped());
    };
    row(tr("Created"), formatTimestamp(version.created));
    row(tr("Note"), version.note);
    row(tr("Generator"), version.generator);
    row(tr("Blueprint"), version.blueprint);
    row(tr("Commit"), version.gitCommit);
    row(tr("Validation"), version.validation.text);
    row(tr("Fingerprint"), version.fingerprint);
    for (const project::Publication &publication : version.publications)
        row(tr("Published"),
            publication.address + " " + publication.version + ", " + formatTimestamp(publication.time));
    m_origin->setText(text + u"</table>"_s);
    m_inputs->setVisible(!version.inputs.empty());
    m_inputs->setCode(toText(version.inputs), u"inputs.json"_s);
}

void AssetDetail::preview()
{
    const project::AssetVersion *chosen = version();
    const project::LibraryFile *file = m_manifest->file(m_files->currentIndex());
    if (!chosen || !file)
        return;
    m_previewTask.run(
        tr("Read a file of the library"),
        [&services = m_services, from = *chosen, path = file->path](const Task &) {
            return services.library().readFile(from, path);
        },
        [this, path = toText(file->path)](const Result<std::string> &text) {
            if (!text)
                m_preview->setCode(toText(text.error().text()), {});
            else if (diff::looksBinary(*text))
                m_preview->setCode(tr("This file is not text, so there is no preview."), {});
            else
                m_preview->setCode(toText(*text), path);
            Q_EMIT previewShown();
        });
}

QByteArray AssetDetail::splitterState() const
{
    return m_splitter->saveState();
}

void AssetDetail::restoreSplitter(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace drydock::library
