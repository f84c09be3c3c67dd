// SPDX-License-Identifier: MIT
#pragma once

#include "views/reviews/findingmaterial.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace drydock::controls {
class Banner;
class CodeView;
class ElidedLabel;
class EmptyState;
class MarkdownView;
class SeverityBadge;
class Syntax;
class Theme;
} // namespace drydock::controls

namespace drydock::reviews {

class FixPanel;

/// One finding: where it is in the source, why it matters, how to fix it, where the value comes from.
class FindingDetail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingDetail)

public:
    FindingDetail(const controls::Theme &theme, const controls::Syntax &syntax, shell::TaskRunner &tasks,
                  ArticleReader articles, QWidget *parent = nullptr);

    void show(const policy::Finding &finding, const std::filesystem::path &root, Timestamp reviewed);
    void clear();
    void showFix();
    void focusSource();
    /// What is shown; none until it was read.
    [[nodiscard]] const FindingMaterial *material() const { return m_material.get(); }
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

Q_SIGNALS:
    void shown();
    void applyFixWanted();
    void savePatchWanted();
    void linkActivated(const QString &target);
    void editWanted(const QString &file, int line);

private:
    QWidget *makeHead();
    QWidget *makeContent();
    void showPlace();
    void showHead(const policy::Finding &finding);
    void fill();
    void fillSource();
    void fillDerivation();
    void showStep(QListWidgetItem *item);

    const controls::Theme &m_theme;
    const controls::Syntax &m_syntax;
    ArticleReader m_articles;
    shell::TaskSlot m_task;
    shell::TaskSlot m_stepTask;
    std::unique_ptr<FindingMaterial> m_material;
    std::filesystem::path m_root;

    QStackedWidget *m_stack = nullptr;
    controls::EmptyState *m_empty = nullptr;
    controls::SeverityBadge *m_badge = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_message = nullptr;
    controls::ElidedLabel *m_resource = nullptr;
    QString m_placeText;
    QLabel *m_place = nullptr;
    QLabel *m_status = nullptr;
    controls::Banner *m_note = nullptr;
    QSplitter *m_splitter = nullptr;
    controls::CodeView *m_code = nullptr;
    QTabWidget *m_tabs = nullptr;
    controls::MarkdownView *m_article = nullptr;
    FixPanel *m_fix = nullptr;
    QListWidget *m_derivation = nullptr;
};

} // namespace drydock::reviews
