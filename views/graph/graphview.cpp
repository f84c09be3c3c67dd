// SPDX-License-Identifier: MIT
#include "views/graph/graphview.h"

#include "core/base/atomicfile.h"
#include "core/graph/document.h"
#include "core/hcl/source.h"
#include "views/controls/banner.h"
#include "views/controls/contentstack.h"
#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/graph/graphcanvas.h"
#include "views/graph/graphtools.h"
#include "views/shell/notifications.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QLocale>
#include <QVBoxLayout>

#include <string_view>

using namespace Qt::StringLiterals;

namespace drydock::graphview {

using controls::Level;

static constexpr double pictureScale = 2;

static QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

GraphView::GraphView(shell::PageContext &context, const terraform::ModuleResolver *modules, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_modules(modules)
    , m_tools(new GraphTools(context.theme, this))
    , m_banner(new controls::Banner(context.theme, this))
    , m_canvas(new GraphCanvas(context.theme))
    , m_stack(new controls::ContentStack(context.theme, m_canvas, this))
    , m_task(context.tasks, this)
    , m_exportTask(context.tasks, this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    m_stack->setProperty("kind", u"page"_s);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    connect(m_tools, &GraphTools::optionsChanged, this, [this] { refresh(Known::Forget); });
    connect(m_tools, &GraphTools::selectionChanged, this, [this] {
        m_focus = m_tools->isFocused() ? (m_focus.isEmpty() ? m_canvas->chosen() : m_focus) : QString();
        refresh(Known::Keep);
    });
    connect(m_tools, &GraphTools::zoomWanted, m_canvas, &GraphCanvas::zoomBy);
    connect(m_tools, &GraphTools::fitWanted, m_canvas, &GraphCanvas::fit);
    connect(m_tools, &GraphTools::exportWanted, this, &GraphView::exportAs);
    connect(m_canvas, &GraphCanvas::activated, this, &GraphView::openSource);
    connect(m_canvas, &GraphCanvas::chosenChanged, this, [this](const QString &address) {
        m_tools->setFocusPossible(!address.isEmpty());
        if (m_content)
            tell(*m_content);
    });
    connect(m_stack, &controls::ContentStack::retryWanted, this, &GraphView::reload);
    connect(m_stack, &controls::ContentStack::emptyActivated, this, [this] {
        m_tools->setFilter({});
        m_tools->setFocused(false);
        refresh(Known::Keep);
    });
    m_tools->setFocusPossible(false);
    m_tools->setDrawn(false);
    setFocusProxy(m_canvas);
}

GraphView::~GraphView() = default;

void GraphView::open(const std::filesystem::path &directory)
{
    if (directory == m_directory && m_content) {
        reload();
        return;
    }
    m_directory = directory;
    m_content.reset();
    m_focus.clear();
    m_tools->setFocused(false);
    m_canvas->fitReadable();
    refresh(Known::Forget);
}

void GraphView::reload()
{
    refresh(Known::Forget);
}

void GraphView::choose(const QString &address)
{
    if (!m_canvas->choose(address))
        m_wanted = address;
}

bool GraphView::backOut()
{
    if (m_tools->isFocused()) {
        m_tools->setFocused(false);
        return true;
    }
    if (m_canvas->chosen().isEmpty())
        return false;
    m_canvas->clearChoice();
    return true;
}

void GraphView::refresh(Known known)
{
    if (m_directory.empty()) {
        m_task.drop();
        m_stack->showEmpty(u"distribute-graph-directed"_s,
                           tr("Open a project to see what its resources need of each other."));
        return;
    }
    GraphRequest request{
        m_directory,          m_tools->configuration(),   m_tools->options(),          m_tools->selection(),
        m_tools->direction(), m_context.theme.textFont(), m_context.theme.smallFont(), m_modules};
    request.selection.focus = m_focus.toStdString();
    const std::shared_ptr<const GraphContent> before = known == Known::Keep ? m_content : nullptr;
    if (!m_content)
        m_stack->showLoading();
    m_task.run(
        tr("Placing the resource graph"),
        [request, before](const Task &task) { return makeContent(request, before, task); },
        [this](const Result<std::shared_ptr<const GraphContent>> &content) { take(content); });
}

void GraphView::take(const Result<std::shared_ptr<const GraphContent>> &content)
{
    if (!content) {
        if (content.error().code == "task.cancelled")
            return;
        m_content.reset();
        m_tools->setSummary({});
        m_tools->setDrawn(false);
        m_stack->showError(toText(content.error().message) + u' ' + toText(content.error().hint),
                           toText(content.error().text()));
        return;
    }
    m_content = *content;
    const GraphSource &source = *m_content->source;
    m_tools->setConfigurations(source.configurations, source.configuration);
    m_tools->setModules(source.modules);
    if (m_content->drawing.nodes.empty() && source.graph.nodes().empty())
        m_stack->showEmpty(u"distribute-graph-directed"_s, tr("This configuration declares no resources yet."));
    else if (m_content->drawing.nodes.empty())
        m_stack->showEmpty(u"view-filter"_s, tr("Nothing in the graph fits the filter."), tr("Show everything"));
    else
        m_stack->showContent();
    m_tools->setDrawn(!m_content->drawing.nodes.empty());
    m_canvas->show(source.graph, m_content->drawing);
    if (!m_wanted.isEmpty() && m_canvas->choose(m_wanted))
        m_wanted.clear();
    tell(*m_content);
}

void GraphView::tell(const GraphContent &content)
{
    const QLocale locale;
    const auto shown = static_cast<int>(content.drawing.nodes.size());
    const auto all = static_cast<int>(content.source->graph.nodes().size());
    QString text =
        shown < all ? tr("%1 of %n node(s)", nullptr, all).arg(locale.toString(shown)) : tr("%n node(s)", nullptr, all);
    text += u" · "_s + tr("%n dependency(s)", nullptr, static_cast<int>(content.drawing.edges.size()));
    const QString chosen = m_canvas->chosen();
    m_tools->setSummary(all == 0 ? QString() : chosen.isEmpty() ? text : chosen);
    if (content.source->cycles > 0)
        m_banner->show(Level::Critical,
                       tr("%n cycle(s): what is drawn in red needs itself, so Terraform cannot plan it.", nullptr,
                          static_cast<int>(content.source->cycles)));
    else if (content.source->errors > 0)
        m_banner->show(Level::Medium, tr("The configuration has %n error(s); the graph shows what could be read.",
                                         nullptr, static_cast<int>(content.source->errors)));
    else
        m_banner->clear();
}

void GraphView::openSource(const QString &address)
{
    if (!m_content)
        return;
    const auto index = m_content->source->graph.find(address.toStdString());
    if (!index)
        return;
    const terraform::SourceRange &range = m_content->source->graph.nodes()[*index].range;
    if (range)
        Q_EMIT sourceWanted(toText(range.file->name()), static_cast<int>(range.file->position(range.start).line));
}

static QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void GraphView::exportAs(const QString &format)
{
    if (!m_content)
        return;
    const QString name = toText(m_directory.filename().string()) + u"-graph."_s + format;
    const QString file = m_context.dialogs.saveFile(this, tr("Export the graph"), QDir::home().filePath(name),
                                                    tr("%1 files (*.%2)").arg(format.toUpper(), format));
    if (file.isEmpty())
        return;
    const QImage picture = format == u"png" ? m_canvas->picture(pictureScale) : QImage();
    const graph::SvgTheme theme = m_context.theme.isDark() ? graph::SvgTheme::Dark : graph::SvgTheme::Light;
    m_exportTask.run(
        tr("Exporting the graph"),
        [file, format, picture, theme, content = m_content](const Task &) {
            const terraform::DependencyGraph &graph = content->source->graph;
            std::vector<std::uint32_t> nodes;
            for (const graph::DrawnNode &node : content->drawing.nodes)
                nodes.push_back(node.node);
            std::string bytes;
            if (format == u"svg")
                bytes = graph::toSvg(graph, content->drawing, theme);
            else if (format == u"png")
                bytes = pngOf(picture).toStdString();
            else
                bytes = format == u"dot" ? graph::toDot(graph, nodes) : graph::toJson(graph, nodes);
            return writeFileAtomically(file.toStdString(), bytes);
        },
        [this, file](const Result<> &written) {
            if (written)
                m_context.notifications.done(tr("The graph is in %1.").arg(file));
            else
                m_context.notifications.failed(tr("The graph was not exported."), written.error());
        });
}

} // namespace drydock::graphview
