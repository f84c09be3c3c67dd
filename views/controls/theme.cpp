// SPDX-License-Identifier: MIT
#include "views/controls/theme.h"

#include "views/controls/iconengine.h"
#include "views/controls/stylesheet.h"
#include "views/controls/systemscheme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

constexpr int leastZoom = 70;
constexpr int greatestZoom = 200;
constexpr int basePixels = 13;

// Every icon is drawn in our own colours, so one set serves all schemes; the desktop's set may lack what we name.
void useBreezeIcons()
{
    QStringList paths = QIcon::themeSearchPaths();
    if (!paths.contains(u"/usr/share/icons"_s))
        paths << u"/usr/share/icons"_s;
    QIcon::setThemeSearchPaths(paths);
    QIcon::setFallbackThemeName(u"breeze"_s);
    QIcon::setThemeName(u"breeze"_s);
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
}

void Theme::install()
{
    m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    m_installed = true;
    useBreezeIcons();
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    auto *system = new SystemScheme(this);
    connect(system, &SystemScheme::darkChanged, this, [this](bool dark) {
        m_systemDark = dark;
        refresh();
    });
    qApp->installEventFilter(this);
    refresh();
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    refresh();
}

void Theme::setZoom(int percent)
{
    const int wanted = qBound(leastZoom, percent, greatestZoom);
    if (wanted == m_zoom)
        return;
    m_zoom = wanted;
    apply();
}

void Theme::setFonts(const QString &textFamily, const QString &codeFamily)
{
    if (textFamily == m_textFamily && codeFamily == m_codeFamily)
        return;
    m_textFamily = textFamily;
    m_codeFamily = codeFamily;
    apply();
}

QColor Theme::tint(ColorRole role, double strength) const
{
    const QColor base = color(ColorRole::Surface);
    const QColor over = color(role);
    const auto mix = [strength](float from, float to) {
        return static_cast<float>(from * (1 - strength) + to * strength);
    };
    return QColor::fromRgbF(mix(base.redF(), over.redF()), mix(base.greenF(), over.greenF()),
                            mix(base.blueF(), over.blueF()));
}

QFont Theme::textFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (!m_textFamily.isEmpty())
        font.setFamily(m_textFamily);
    else if (font.family().isEmpty() || font.family() == "Sans"_L1 || !QFontDatabase::hasFamily(font.family()))
        font.setFamilies({u"Noto Sans"_s, u"Cantarell"_s, u"DejaVu Sans"_s, u"Sans Serif"_s});
    font.setPixelSize(px(basePixels));
    return font;
}

QFont Theme::smallFont() const
{
    QFont font = textFont();
    font.setPixelSize(px(12));
    return font;
}

QFont Theme::titleFont() const
{
    QFont font = textFont();
    font.setPixelSize(px(20));
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::codeFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!m_codeFamily.isEmpty())
        font.setFamily(m_codeFamily);
    else if (QFontDatabase::hasFamily(u"JetBrains Mono"_s))
        font.setFamily(u"JetBrains Mono"_s);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    // No ligatures: `<<-` is three letters. Scripts that need shaping get it all the same.
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setPixelSize(px(basePixels));
    return font;
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    return QIcon(new IconEngine(this, name, role));
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop changed its palette (not we): without a portal its lightness tells dark from light.
    if (event->type() == QEvent::ThemeChange && watched == qApp && !m_applying) {
        m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
        refresh();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::refresh()
{
    ColorScheme wanted = m_systemDark ? ColorScheme::Dark : ColorScheme::Light;
    if (m_mode != ThemeMode::System)
        wanted = m_mode == ThemeMode::Light  ? ColorScheme::Light
                 : m_mode == ThemeMode::Dark ? ColorScheme::Dark
                                             : ColorScheme::HighContrast;
    if (wanted == m_scheme)
        return;
    m_scheme = wanted;
    apply();
}

void Theme::apply()
{
    if (!m_installed)
        return;
    m_applying = true;
    QApplication::setPalette(themePalette(*this));
    QApplication::setFont(textFont());
    qApp->setStyleSheet(styleSheet(*this));
    m_applying = false;
    Q_EMIT changed();
}

} // namespace drydock::controls
