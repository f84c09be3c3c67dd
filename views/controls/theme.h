// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

namespace drydock::controls {

/// What the user chose.
enum class ThemeMode { System, Light, Dark, HighContrast };
/// What is shown: ThemeMode::System resolved.
enum class ColorScheme { Light, Dark, HighContrast };

/// How much something matters; colour, letter and icon follow from it (never the colour alone).
enum class Level { Neutral, Ok, Low, Medium, High, Critical };

/// A colour by meaning. Widgets name roles, never colours, so that a live switch reaches everything.
enum class ColorRole {
    Surface, ///< lists, editors, cards
    Panel,   ///< rail, header, window background
    Line,    ///< separators, borders
    Text,
    Muted,     ///< secondary text
    Accent,    ///< primary action, focus, link
    OnAccent,  ///< text on accent
    Hover,     ///< background under the pointer
    Selection, ///< background of the selected row
    Critical,
    High,
    Medium,
    Low,
    Ok,
    Mark,      ///< background of a search hit or a finding's range
    Added,     ///< background of an added line
    Removed,   ///< background of a removed line
    Changed,   ///< background of a changed line
    AddedWord, ///< background of added words inside a changed line
    RemovedWord,
    Count
};

[[nodiscard]] QColor tokenColor(ColorScheme scheme, ColorRole role);
[[nodiscard]] ColorRole levelRole(Level level);
/// Contrast ratio of WCAG 2, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &first, const QColor &second);

/// The one source of colours, sizes, fonts and icons. Lives on the GUI thread; built once in main() and handed to
/// everything that paints by itself. Plain widgets get their looks from the palette and style sheet it installs.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);

    /// Installs style, palette, fonts, style sheet and icon theme on the application and follows its changes.
    void install();

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme != ColorScheme::Light; }

    /// Percent of the normal size, 70 to 200.
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setZoom(int percent);
    /// Family of the user's choice; empty: the system's.
    void setFonts(const QString &textFamily, const QString &codeFamily);

    [[nodiscard]] QColor color(ColorRole role) const { return tokenColor(m_scheme, role); }
    [[nodiscard]] QColor color(Level level) const { return color(levelRole(level)); }
    /// A colour of the scheme mixed into the surface, for tinted backgrounds.
    [[nodiscard]] QColor tint(ColorRole role, double strength = 0.12) const;
    /// Pixels of the 4 px grid, scaled by the zoom.
    [[nodiscard]] int px(int pixels) const { return (pixels * m_zoom + 50) / 100; }
    [[nodiscard]] int rowHeight() const { return px(28); }
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QFont codeFont() const;

    /// An icon of the icon theme, drawn in the colour of `role` of the scheme shown at the moment of painting.
    [[nodiscard]] QIcon icon(const QString &name, ColorRole role = ColorRole::Text) const;

Q_SIGNALS:
    void changed(); ///< colours, zoom or fonts

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    ColorScheme m_scheme = ColorScheme::Light;
    bool m_systemDark = false;
    bool m_applying = false;
    bool m_installed = false;
    int m_zoom = 100;
    QString m_textFamily;
    QString m_codeFamily;
};

} // namespace drydock::controls
