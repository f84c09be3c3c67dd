// SPDX-License-Identifier: MIT
#pragma once

#include "views/settings/settingspec.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"

#include <filesystem>
#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace drydock::controls {
class SearchField;
}

namespace drydock::settingsview {

/// All settings, searchable; each says where its value comes from and can be reset. Changes count at once.
class SettingsPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    SettingsPage(shell::PageContext &context, std::filesystem::path workspace, QObject *parent = nullptr);
    ~SettingsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("configure"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return {m_resetAll}; }
    [[nodiscard]] QList<QAction *> visibleActions() const override { return {}; }
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;

private:
    struct Row;
    void addGroup(QVBoxLayout &column, const QString &title);
    [[nodiscard]] QWidget *makeRow(const SettingSpec &spec);
    [[nodiscard]] QWidget *makeEditor(const SettingSpec &spec, QWidget *parent);
    void addFacts(QVBoxLayout &column);
    void addFact(QVBoxLayout &column, const QString &title, const QString &value, const QString &help,
                 const QString &button, const std::function<void()> &act);
    void change(const SettingSpec &spec, const QVariant &value);
    void apply();
    void refresh();
    void filter(const QString &text);

    shell::PageContext &m_context;
    std::filesystem::path m_workspace;
    QAction *m_resetAll;
    QWidget *m_widget = nullptr;
    controls::SearchField *m_search = nullptr;
    QList<Row> m_rows;
    QList<QWidget *> m_groups;
};

} // namespace drydock::settingsview
