// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/configurationfiles.h"
#include "core/project/project.h"
#include "views/controls/codeview.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/problemlist.h"
#include "views/shell/taskrunner.h"

class QSplitter;
class QTreeView;

namespace drydock::controls {
class Banner;
class ContentStack;
} // namespace drydock::controls

namespace drydock::models {
class FileTreeModel;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::configurations {

/// Something that the parser says about a file.
struct FileProblem
{
    QString path;
    controls::CodeMark mark;
    QString text;
};

/// What one look at the project's folder found.
struct Contents
{
    project::Project project;
    std::vector<project::ConfigurationFile> files;
    QList<FileProblem> problems;
};

/// The configuration files of the project: tree, source with problems marked. Read only.
class ConfigurationsPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigurationsPage)

public:
    ConfigurationsPage(shell::PageContext &context, const wiring::Services &services, QObject *parent = nullptr);
    ~ConfigurationsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("configurations"); }
    [[nodiscard]] QString title() const override { return tr("Configurations"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("code-context"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return {m_review, m_editExternally, m_reloadAction}; }
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void reload();
    void load(const Contents &contents);
    void showFile(const QString &path, int line);
    void showSource(const QString &path, const QString &text, int line);

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    QAction *m_review;
    QAction *m_editExternally;
    QAction *m_reloadAction;
    QSplitter *m_splitter = nullptr;
    controls::ContentStack *m_stack = nullptr;
    QTreeView *m_tree = nullptr;
    models::FileTreeModel *m_model = nullptr;
    controls::Banner *m_banner = nullptr;
    controls::CodeView *m_code = nullptr;
    Contents m_contents;
    QString m_loadedProject;
    QString m_path;
    int m_line = 0;
    shell::TaskSlot m_listTask;
    shell::TaskSlot m_fileTask;
};

} // namespace drydock::configurations
