// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generatorcatalog.h"
#include "views/shell/pagecontext.h"

#include <QWidget>

#include <optional>

namespace drydock::controls {
class ChipRow;
class ContentStack;
class FlowLayout;
class SearchField;
} // namespace drydock::controls

namespace drydock::generate {

/// The generators as cards, with search and provider chips.
class Gallery final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Gallery)

public:
    Gallery(shell::PageContext &context, QWidget *parent);

    void showLoading();
    void setCatalog(const generator::GeneratorCatalog &catalog);
    void showError(const Error &error);
    bool clearFilter();
    void focusSearch();

Q_SIGNALS:
    void chosen(const QString &slug);
    void articleWanted(const QString &article);
    void retryWanted();

private:
    void refresh();
    [[nodiscard]] QWidget *makeCard(const generator::GeneratorInfo &info);

    shell::PageContext &m_context;
    controls::SearchField *m_search;
    controls::ChipRow *m_chips;
    QWidget *m_grid;
    controls::FlowLayout *m_flow;
    controls::ContentStack *m_stack;
    std::optional<generator::GeneratorCatalog> m_catalog;
};

} // namespace drydock::generate
