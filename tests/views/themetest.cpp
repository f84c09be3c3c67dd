// SPDX-License-Identifier: MIT
#include "tests/views/support.h"
#include "views/controls/severity.h"
#include "views/controls/stylesheet.h"
#include "views/controls/syntax.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace drydock::controls;

namespace {

struct SchemeTest : ::testing::TestWithParam<ColorScheme>
{
};

TEST_P(SchemeTest, TextsAreReadableOnEveryBackground)
{
    const ColorScheme scheme = GetParam();
    const double least = scheme == ColorScheme::HighContrast ? 7.0 : 4.5;
    for (const ColorRole text : {ColorRole::Text, ColorRole::Muted, ColorRole::Accent, ColorRole::Critical,
                                 ColorRole::High, ColorRole::Medium, ColorRole::Low, ColorRole::Ok}) {
        for (const ColorRole background : {ColorRole::Surface, ColorRole::Panel})
            EXPECT_GE(contrastRatio(tokenColor(scheme, text), tokenColor(scheme, background)), least)
                << static_cast<int>(text) << " on " << static_cast<int>(background);
    }
    for (const ColorRole background :
         {ColorRole::Hover, ColorRole::Selection, ColorRole::Mark, ColorRole::Added, ColorRole::Removed,
          ColorRole::Changed, ColorRole::AddedWord, ColorRole::RemovedWord})
        EXPECT_GE(contrastRatio(tokenColor(scheme, ColorRole::Text), tokenColor(scheme, background)), 4.5)
            << static_cast<int>(background);
    EXPECT_GE(contrastRatio(tokenColor(scheme, ColorRole::OnAccent), tokenColor(scheme, ColorRole::Accent)), 4.5);
    EXPECT_GE(contrastRatio(tokenColor(scheme, ColorRole::Muted), tokenColor(scheme, ColorRole::Hover)), 4.5);
}

INSTANTIATE_TEST_SUITE_P(Themes, SchemeTest,
                         ::testing::Values(ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast));

TEST(Theme, BadgesAreReadableOnTheirTint)
{
    drydock::test::Shell shell;
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        shell.theme.setMode(mode);
        for (const Level level : {Level::Ok, Level::Low, Level::Medium, Level::High, Level::Critical})
            EXPECT_GE(contrastRatio(shell.theme.color(level), shell.theme.tint(levelRole(level), badgeTint)), 4.5)
                << static_cast<int>(mode) << ' ' << static_cast<int>(level);
    }
}

TEST(Theme, SourceIsReadableOnEveryBackgroundOfAnEditor)
{
    drydock::test::Shell shell;
    const Syntax syntax(shell.theme);
    const QString text =
        u"# note\nresource \"aws_vpc\" \"a\" {\n  name = \"${local.a}\\n\"\n  n = max(1, null)\n  t = true\n}\n"_s;
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        shell.theme.setMode(mode);
        QSet<QRgb> colours;
        for (const QTextLayout::FormatRange &range : syntax.formats(text, u"hcl"_s)) {
            const QColor colour = range.format.foreground().color();
            colours << colour.rgb();
            for (const ColorRole background :
                 {ColorRole::Surface, ColorRole::Panel, ColorRole::Selection, ColorRole::Mark, ColorRole::Added,
                  ColorRole::Removed, ColorRole::Changed, ColorRole::AddedWord, ColorRole::RemovedWord})
                EXPECT_GE(contrastRatio(colour, shell.theme.color(background)), 4.5)
                    << colour.name().toStdString() << " on " << static_cast<int>(background);
        }
        EXPECT_GE(colours.size(), 5) << static_cast<int>(mode);
        EXPECT_FALSE(colours.contains(shell.theme.color(ColorRole::Critical).rgb()));
    }
}

TEST(Theme, SwitchesLiveAndScales)
{
    drydock::test::Shell shell;
    int changes = 0;
    QObject::connect(&shell.theme, &Theme::changed, &shell.theme, [&changes] { ++changes; });
    shell.theme.setMode(ThemeMode::Dark);
    EXPECT_EQ(shell.theme.scheme(), ColorScheme::Dark);
    shell.theme.setZoom(150);
    EXPECT_EQ(shell.theme.px(28), 42);
    shell.theme.setZoom(9000);
    EXPECT_EQ(shell.theme.zoom(), 200);
    EXPECT_EQ(changes, 3);
    EXPECT_FALSE(styleSheet(shell.theme).contains(QLatin1Char('@')));
}

TEST(Theme, IconsTakeTheColourOfTheScheme)
{
    drydock::test::Shell shell;
    const QIcon icon = shell.theme.icon(QStringLiteral("go-home"), ColorRole::Accent);
    const auto dominant = [&icon] {
        const QImage image = icon.pixmap(32, 32).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255)
                    return image.pixelColor(x, y).name();
            }
        }
        return QString();
    };
    if (dominant().isEmpty())
        GTEST_SKIP() << "the package breeze-icon-theme is not installed";
    EXPECT_EQ(dominant(), tokenColor(ColorScheme::Light, ColorRole::Accent).name());
    shell.theme.setMode(ThemeMode::Dark);
    EXPECT_EQ(dominant(), tokenColor(ColorScheme::Dark, ColorRole::Accent).name());
}

} // namespace
