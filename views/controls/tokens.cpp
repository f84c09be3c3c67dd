// SPDX-License-Identifier: MIT
#include "views/controls/theme.h"

#include <array>
#include <cmath>

namespace drydock::controls {

namespace {

struct Token
{
    ColorRole role;
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

// Every text colour has a contrast of at least 4.5 on surface and panel (7 in high contrast); a test measures it.
constexpr std::array tokens{
    Token{ColorRole::Surface, 0xffffff, 0x1e2127, 0x000000},
    Token{ColorRole::Panel, 0xf6f7f9, 0x262a31, 0x0b0b0b},
    Token{ColorRole::Line, 0xdfe3e8, 0x363b44, 0xb8b8b8},
    Token{ColorRole::Text, 0x1f2328, 0xe3e6ea, 0xffffff},
    Token{ColorRole::Muted, 0x5b6470, 0x9aa3af, 0xd6d6d6},
    Token{ColorRole::Accent, 0x0f6bd7, 0x5aa2f5, 0x8fd0ff},
    Token{ColorRole::OnAccent, 0xffffff, 0x0f1620, 0x000000},
    Token{ColorRole::Hover, 0xeceff3, 0x2e333b, 0x2a2a2a},
    Token{ColorRole::Selection, 0xdbe9fb, 0x2a4364, 0x003a75},
    Token{ColorRole::Critical, 0xb3261e, 0xff6b63, 0xff8f88},
    Token{ColorRole::High, 0xb84e08, 0xff9a4d, 0xffb070},
    Token{ColorRole::Medium, 0x856400, 0xe6c04a, 0xffdc6b},
    Token{ColorRole::Low, 0x3a6ea5, 0x7fb2e5, 0xa6d1ff},
    Token{ColorRole::Ok, 0x1b7f4b, 0x55c98a, 0x7beaad},
    Token{ColorRole::Mark, 0xfff1bd, 0x4d4420, 0x5c5000},
    Token{ColorRole::Added, 0xe2f5e9, 0x1f3a2b, 0x0a3d1e},
    Token{ColorRole::Removed, 0xfde8e6, 0x43272a, 0x4d0f0c},
    Token{ColorRole::Changed, 0xfdf3dc, 0x3b3524, 0x403600},
    Token{ColorRole::AddedWord, 0xc4ecd3, 0x24523a, 0x0f5a2c},
    Token{ColorRole::RemovedWord, 0xfbd2ce, 0x693235, 0x7a1c17},
};
static_assert(tokens.size() == static_cast<std::size_t>(ColorRole::Count));

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(ColorScheme scheme, ColorRole role)
{
    const Token &token = tokens[static_cast<std::size_t>(role)];
    switch (scheme) {
    case ColorScheme::Light:
        return QColor::fromRgb(token.light);
    case ColorScheme::Dark:
        return QColor::fromRgb(token.dark);
    case ColorScheme::HighContrast:
        break;
    }
    return QColor::fromRgb(token.highContrast);
}

ColorRole levelRole(Level level)
{
    switch (level) {
    case Level::Critical:
        return ColorRole::Critical;
    case Level::High:
        return ColorRole::High;
    case Level::Medium:
        return ColorRole::Medium;
    case Level::Low:
        return ColorRole::Low;
    case Level::Ok:
        return ColorRole::Ok;
    case Level::Neutral:
        break;
    }
    return ColorRole::Muted;
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double a = luminance(first) + 0.05;
    const double b = luminance(second) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace drydock::controls
