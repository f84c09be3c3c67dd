// SPDX-License-Identifier: MIT
#include "views/settings/settingspec.h"

#include "views/controls/theme.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace drydock::settingsview {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

} // namespace

QList<SettingSpec> allSettings()
{
    using controls::ThemeMode;
    const auto mode = [](ThemeMode value, const QString &text) { return SettingChoice{static_cast<int>(value), text}; };
    const QString appearance = Texts::tr("Appearance");
    const QString station = Texts::tr("Station");
    return {
        {u"appearance/theme"_s,
         appearance,
         Texts::tr("Theme"),
         Texts::tr("Light, dark, high contrast, or as the desktop is."),
         SettingKind::Choice,
         SettingScope::User,
         static_cast<int>(ThemeMode::System),
         {mode(ThemeMode::System, Texts::tr("Follow the system")), mode(ThemeMode::Light, Texts::tr("Light")),
          mode(ThemeMode::Dark, Texts::tr("Dark")), mode(ThemeMode::HighContrast, Texts::tr("High contrast"))},
         0,
         0,
         {}},
        {u"appearance/zoom"_s,
         appearance,
         Texts::tr("Size"),
         Texts::tr("Size of texts and controls; also Ctrl + and Ctrl -."),
         SettingKind::Number,
         SettingScope::User,
         100,
         {},
         70,
         200,
         u" %"_s},
        {u"appearance/textFont"_s,
         appearance,
         Texts::tr("Text font"),
         Texts::tr("Font of the window. Empty: the desktop's."),
         SettingKind::Font,
         SettingScope::User,
         QString(),
         {},
         0,
         0,
         {}},
        {u"appearance/codeFont"_s,
         appearance,
         Texts::tr("Code font"),
         Texts::tr("Font of source text. Empty: JetBrains Mono where it is installed, else the desktop's fixed font."),
         SettingKind::CodeFont,
         SettingScope::User,
         QString(),
         {},
         0,
         0,
         {}},
        {u"editor/formatOnSave"_s,
         Texts::tr("Editor"),
         Texts::tr("Format on save"),
         Texts::tr("Formats Terraform and OpenTofu files as “terraform fmt” does, before they are written."),
         SettingKind::Choice,
         SettingScope::Project,
         true,
         {{true, Texts::tr("On")}, {false, Texts::tr("Off")}},
         0,
         0,
         {}},
        {u"station/listen"_s,
         station,
         Texts::tr("Address to listen on"),
         Texts::tr("ADDRESS:PORT of the embedded server. 127.0.0.1 serves this machine only."),
         SettingKind::Text,
         SettingScope::User,
         u"127.0.0.1:8443"_s,
         {},
         0,
         0,
         {}},
    };
}

SettingValues::SettingValues(QSettings &settings, QString project)
    : m_settings(settings)
    , m_project(std::move(project))
{
}

QString SettingValues::projectKey(const SettingSpec &spec) const
{
    return u"projects/%1/%2"_s.arg(m_project, spec.key);
}

QVariant SettingValues::value(const SettingSpec &spec) const
{
    switch (origin(spec)) {
    case SettingOrigin::Project:
        return m_settings.value(projectKey(spec));
    case SettingOrigin::User:
        return m_settings.value(spec.key);
    case SettingOrigin::Default:
        break;
    }
    return spec.initial;
}

SettingOrigin SettingValues::origin(const SettingSpec &spec) const
{
    if (spec.scope == SettingScope::Project && !m_project.isEmpty() && m_settings.contains(projectKey(spec)))
        return SettingOrigin::Project;
    return m_settings.contains(spec.key) ? SettingOrigin::User : SettingOrigin::Default;
}

void SettingValues::set(const SettingSpec &spec, const QVariant &value, SettingScope scope)
{
    m_settings.setValue(scope == SettingScope::Project && !m_project.isEmpty() ? projectKey(spec) : spec.key, value);
}

void SettingValues::reset(const SettingSpec &spec)
{
    m_settings.remove(origin(spec) == SettingOrigin::Project ? projectKey(spec) : spec.key);
}

} // namespace drydock::settingsview
