// SPDX-License-Identifier: MIT
#include "tests/views/support.h"
#include "views/hub/projectsview.h"
#include "views/hub/summaryview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace Qt::StringLiterals;
using testing::HasSubstr;
using testing::Not;

namespace {

project::ProjectTile tile(const char *name, std::uint32_t critical, std::uint32_t low, bool reviewed)
{
    project::ProjectTile result;
    result.project.name = name;
    result.project.slug = name;
    result.project.root = "/home/someone/work/infrastructure/environments/production/landing-zone";
    result.project.origin = project::ProjectOrigin::External;
    result.assets = 12;
    result.open = {critical, 7, 3, low};
    if (reviewed) {
        project::Run run;
        run.title = "Review 14";
        run.state = project::RunState::Succeeded;
        run.created = SystemClock().now() - std::chrono::hours(2);
        result.lastRun = run;
        result.lastReview = run;
    }
    return result;
}

TEST(HubViews, LookRightWithFewManyAndLongNames)
{
    test::Shell parts;
    for (const auto mode : {controls::ThemeMode::Light, controls::ThemeMode::Dark, controls::ThemeMode::HighContrast}) {
        parts.theme.setMode(mode);
        const QString suffix = mode == controls::ThemeMode::Light  ? u"light"_s
                               : mode == controls::ThemeMode::Dark ? u"dark"_s
                                                                   : u"contrast"_s;
        hub::ProjectsView view(parts.theme);
        view.setProperty("kind", u"page"_s);
        view.setAttribute(Qt::WA_StyledBackground);
        view.resize(1184, 640);
        view.show();
        view.showTiles({});
        EXPECT_THAT(test::shownText(view), HasSubstr("Welcome to Drydock"));
        test::savePicture(view, u"part-hub-first-run-"_s + suffix);
        view.showTiles(
            {tile("Landing zone", 2, 130, true), tile("data-platform", 0, 0, false),
             tile("A project with a name that is much longer than anybody would think of at first", 12, 4310, true),
             tile("Edge", 0, 1, true)});
        const std::string shown = test::shownText(view);
        EXPECT_THAT(shown, Not(HasSubstr("Welcome to Drydock")));
        for (const char *name : {"Landing zone", "data-platform", "A project with", "Edge"})
            EXPECT_THAT(shown, HasSubstr(name));
        test::savePicture(view, u"part-hub-tiles-"_s + suffix);
    }
}

} // namespace
