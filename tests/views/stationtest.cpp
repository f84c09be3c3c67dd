// SPDX-License-Identifier: MIT
#include "tests/views/support.h"
#include "views/station/publishdialog.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock;
using namespace Qt::StringLiterals;

namespace {

bool canPublish(const station::PublishDialog &dialog)
{
    const auto *box = dialog.findChild<QDialogButtonBox *>();
    const auto buttons = box->buttons();
    return std::any_of(buttons.begin(), buttons.end(), [box](QAbstractButton *button) {
        return box->buttonRole(button) == QDialogButtonBox::AcceptRole && button->isEnabled();
    });
}

TEST(StationPublishDialog, SaysWhatIsWrongBeforeItPublishes)
{
    test::Shell parts;
    for (const auto &[mode, name] :
         {std::pair{controls::ThemeMode::Light, u"light"_s}, std::pair{controls::ThemeMode::Dark, u"dark"_s},
          std::pair{controls::ThemeMode::HighContrast, u"contrast"_s}}) {
        parts.theme.setMode(mode);
        station::PublishDialog dialog(parts.theme,
                                      u"/home/someone/work/infrastructure/environments/production/network"_s, {},
                                      u"1.0.0"_s, nullptr);
        dialog.show();
        EXPECT_FALSE(canPublish(dialog));
        auto *address = dialog.findChild<QLineEdit *>();
        QTest::keyClicks(address, u"no address"_s);
        EXPECT_FALSE(canPublish(dialog));
        test::savePicture(dialog, u"station-publish-"_s + name);
        address->setText(u"acme/network/aws"_s);
        EXPECT_TRUE(canPublish(dialog));
    }
}

} // namespace
