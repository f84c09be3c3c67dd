// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

class QSettings;

namespace drydock::settingsview {

enum class SettingKind { Choice, Number, Font, CodeFont, Text };
enum class SettingScope {
    User,    ///< one value for everything
    Project, ///< the user's value, which a project may replace
};
enum class SettingOrigin { Default, User, Project };

struct SettingChoice
{
    QVariant value;
    QString text;
};

/// One setting: what it is called, what it may be, where it counts. The page is made from the list of these alone.
struct SettingSpec
{
    QString key; ///< in the settings file: "appearance/theme"
    QString group;
    QString title;
    QString help;
    SettingKind kind = SettingKind::Text;
    SettingScope scope = SettingScope::User;
    QVariant initial;
    QList<SettingChoice> choices;
    int least = 0;
    int greatest = 0;
    QString suffix;
};

[[nodiscard]] QList<SettingSpec> allSettings();

/// Values with their origin: the project's, else the user's, else the default.
class SettingValues
{
public:
    SettingValues(QSettings &settings, QString project);

    [[nodiscard]] QVariant value(const SettingSpec &spec) const;
    [[nodiscard]] SettingOrigin origin(const SettingSpec &spec) const;
    /// Stores the value in the given scope; a value equal to the one below it is stored too.
    void set(const SettingSpec &spec, const QVariant &value, SettingScope scope);
    /// Takes away the innermost value that there is.
    void reset(const SettingSpec &spec);

private:
    [[nodiscard]] QString projectKey(const SettingSpec &spec) const;

    QSettings &m_settings;
    QString m_project;
};

} // namespace drydock::settingsview
