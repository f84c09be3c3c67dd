// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generatorcatalog.h"
#include "views/generate/filechecks.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <optional>

class QStackedWidget;

namespace drydock::wiring {
class Services;
}

namespace drydock::generate {

class Gallery;
class Wizard;

/// The gallery of generators, then a wizard that is made from the generator's own description.
class GeneratePage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneratePage)

public:
    /// `tools` check generated files before they are saved.
    GeneratePage(shell::PageContext &context, const wiring::Services &services, CheckTools tools,
                 QObject *parent = nullptr);
    ~GeneratePage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("generate"); }
    [[nodiscard]] QString title() const override { return tr("Generate"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("tools-wizard"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return {m_next, m_back, m_copyCommand, m_search}; }
    [[nodiscard]] QList<QAction *> visibleActions() const override;
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;

private:
    QAction *makeAction(const QString &actionId, const QString &text, const QString &iconName,
                        const QKeySequence &keys);
    void load();
    void start(const QString &slug);
    void close();

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    CheckTools m_tools;
    QAction *m_next;
    QAction *m_back;
    QAction *m_copyCommand;
    QAction *m_search;
    QStackedWidget *m_stack = nullptr;
    Gallery *m_gallery = nullptr;
    Wizard *m_wizard = nullptr;
    std::optional<generator::GeneratorCatalog> m_catalog;
    QString m_wanted;
    shell::TaskSlot m_task;
};

} // namespace drydock::generate
