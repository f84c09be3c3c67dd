// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generator.h"
#include "views/shell/pagecontext.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QLabel;
class QTabBar;

namespace drydock::controls {
class Banner;
class CodeView;
} // namespace drydock::controls

namespace drydock::generate {

/// The files as they will be, one tab each; lines that the last change touched are marked.
class PreviewPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPane)

public:
    PreviewPane(shell::PageContext &context, QWidget *parent);

    void setFiles(const std::vector<generator::RenderedFile> &files);
    /// Keeps the last files and says why they are not up to date.
    void setProblem(const QString &problem);
    [[nodiscard]] const std::vector<generator::RenderedFile> &files() const { return m_files; }

private:
    void showFile(int index);
    void refreshTabs();

    shell::PageContext &m_context;
    QTabBar *m_tabs;
    controls::Banner *m_banner;
    controls::CodeView *m_code;
    QLabel *m_summary;
    std::vector<generator::RenderedFile> m_files;
    QHash<QString, QList<int>> m_changed; ///< lines by path
};

} // namespace drydock::generate
