// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/graphcontent.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

#include <filesystem>
#include <memory>

namespace drydock::controls {
class Banner;
class ContentStack;
} // namespace drydock::controls

namespace drydock::graphview {

class GraphCanvas;
class GraphTools;

/// What needs what in a configuration, to look at, walk through and export. Reads and places in the background.
class GraphView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphView)

public:
    /// `modules`: where modules with registry addresses are looked for; may be null, else it outlives the view.
    explicit GraphView(shell::PageContext &context, const terraform::ModuleResolver *modules = nullptr,
                       QWidget *parent = nullptr);
    ~GraphView() override;

    /// Shows the graph of what is in this folder, read anew; empty: nothing.
    void open(const std::filesystem::path &directory);
    /// Reads again, for example when a file was saved. What is chosen and the zoom stay.
    void reload();
    /// Chooses the node of an address now or when it is there.
    void choose(const QString &address);
    /// Leaves the surroundings, then the choice; false when there was neither.
    bool backOut();
    [[nodiscard]] GraphCanvas &canvas() const { return *m_canvas; }

Q_SIGNALS:
    /// The user wants to see the source: a file relative to the folder and a line, from 1.
    void sourceWanted(const QString &file, int line);

private:
    enum class Known { Keep, Forget };
    void refresh(Known known);
    void take(const Result<std::shared_ptr<const GraphContent>> &content);
    void tell(const GraphContent &content);
    void openSource(const QString &address);
    void exportAs(const QString &format);

    shell::PageContext &m_context;
    const terraform::ModuleResolver *m_modules;
    GraphTools *m_tools;
    controls::Banner *m_banner;
    GraphCanvas *m_canvas;
    controls::ContentStack *m_stack;
    std::filesystem::path m_directory;
    std::shared_ptr<const GraphContent> m_content; ///< null: nothing is shown
    QString m_focus;
    QString m_wanted;
    shell::TaskSlot m_task;
    shell::TaskSlot m_exportTask;
};

} // namespace drydock::graphview
