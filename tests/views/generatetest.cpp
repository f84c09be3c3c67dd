// SPDX-License-Identifier: MIT
#include "tests/views/support.h"
#include "views/controls/codeview.h"
#include "views/generate/inputfield.h"
#include "views/generate/previewpane.h"

#include <QLabel>
#include <QVBoxLayout>

#include <gtest/gtest.h>

using namespace drydock;
using namespace Qt::StringLiterals;

namespace {

generator::Input bucketName()
{
    generator::Input input;
    input.name = "bucket_name";
    input.label = "Bucket name";
    input.help = "Globally unique; 3 to 63 lower-case letters, digits and hyphens.";
    return input;
}

QStringList shownTexts(const QWidget &widget)
{
    QStringList texts;
    const auto labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(&widget))
            texts << label->text();
    }
    return texts;
}

TEST(InputField, AProblemTakesThePlaceOfTheHelp)
{
    test::Shell parts;
    generate::InputField field(parts.theme, bucketName(), nullptr);
    const QString help = u"Globally unique; 3 to 63 lower-case letters, digits and hyphens."_s;
    EXPECT_TRUE(shownTexts(field).contains(help));
    field.setProblem(u"A hyphen cannot come first."_s);
    EXPECT_TRUE(shownTexts(field).contains(u"A hyphen cannot come first."_s));
    EXPECT_FALSE(shownTexts(field).contains(help));
    field.setProblem({});
    EXPECT_TRUE(shownTexts(field).contains(help));
}

TEST(PreviewPane, ShowsNoEmptyFileBeforeThereIsOne)
{
    test::Shell parts;
    generate::PreviewPane pane(parts.context, nullptr);
    const auto *code = pane.findChild<controls::CodeView *>();
    pane.resize(700, 400);
    pane.setProblem(u"The preview waits for: Bucket name"_s);
    pane.show();
    EXPECT_FALSE(code->isVisible());
    test::savePicture(pane, u"part-generate-waiting"_s);
    pane.setFiles({{"main.tf", "locals {}\n"}});
    EXPECT_TRUE(code->isVisible());
    EXPECT_EQ(code->toPlainText(), u"locals {}\n"_s);
}

} // namespace
