// SPDX-License-Identifier: MIT
// Pictures of the editor in every scheme, for people to look at: <build>/screenshots/editor-*.png.
#include "tests/codeeditor/prepared.h"
#include "tests/codeeditor/support.h"
#include "views/controls/codeeditor/changebars.h"
#include "views/controls/codeeditor/codearea.h"

#include <QApplication>
#include <QDir>
#include <QListView>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace drydock::controls;
using drydock::test::Editor;
using drydock::test::PreparedAssistance;

namespace {

constexpr QStringView source = uR"(# The landing zone's bucket for logs
variable "stage" {
  type        = string
  description = "dev, test or prod"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-${var.stage}-${local.regoin}"
  tags = {
    owner = "platform"
    cost  = 42
  }
}

locals {
  names  = [for name in var.names : upper(name)]
  policy = <<-EOT
    { "Version": "2012-10-17" }
  EOT
}

output "bucket" {
  value = aws_s3_bucket.logs.arn
}
)";

void save(QWidget &widget, const QString &name)
{
    const QDir folder(QString::fromUtf8(DRYDOCK_BINARY_DIR) + "/screenshots"_L1);
    folder.mkpath(u"."_s);
    QApplication::processEvents();
    EXPECT_TRUE(widget.grab().save(folder.filePath(name + ".png"_L1)));
}

CompletionItem item(const QString &label, CompletionKind kind, const QString &detail, const QString &text = {})
{
    CompletionItem made;
    made.label = label;
    made.kind = kind;
    made.detail = detail;
    made.documentation = text;
    return made;
}

struct Pictures : ::testing::TestWithParam<std::pair<ThemeMode, const char *>>
{
    [[nodiscard]] QString name(const char *what) const
    {
        return u"editor-%1-%2"_s.arg(QLatin1String(what), QLatin1String(GetParam().second));
    }
};

TEST_P(Pictures, OfProblemsFoldsAndChanges)
{
    Editor editor;
    editor.theme.setMode(GetParam().first);
    editor.editor.open(source.toString(), u"main.tf"_s);
    editor.editor.goTo({11, 15});
    editor.type(u"0"_s);
    editor.editor.goTo({23, 1});
    editor.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    editor.type(u"# by hand"_s);
    const QString text = editor.editor.text();
    const int unknown = static_cast<int>(text.indexOf(u"local.regoin"_s));
    const int unused = static_cast<int>(text.indexOf(u"names "_s));
    editor.editor.setDiagnostics(
        editor.editor.revision(),
        {{{unknown, unknown + 12},
          DiagnosticSeverity::Error,
          u"There is no local value regoin."_s,
          u"Did you mean region?"_s,
          u"reference.unknown"_s,
          DiagnosticTag::None},
         {{static_cast<int>(text.indexOf(u"cost"_s)), static_cast<int>(text.indexOf(u"cost"_s)) + 4},
          DiagnosticSeverity::Warning,
          u"Tags are strings."_s,
          {},
          {},
          DiagnosticTag::None},
         {{unused, unused + 5}, DiagnosticSeverity::Hint, u"Never used."_s, {}, {}, DiagnosticTag::Unused}});
    editor.editor.goTo({2, 1});
    editor.editor.run(EditorCommand::ToggleFold);
    editor.editor.goTo({9, 11});
    static_cast<CodeArea *>(editor.editor.area())->changeBars().update();
    save(editor.window, name("problems"));

    editor.editor.select({unknown + 3, unknown + 3});
    PreparedAssistance assistance;
    assistance.hoverMarkdown = u"**local.regoin**\n\nNo such value in this module.\n\n```hcl\nregion = \"eu\"\n```"_s;
    editor.editor.setAssistance(&assistance);
    editor.editor.run(EditorCommand::ShowHover);
    save(editor.window, name("hover"));
    editor.editor.setAssistance(nullptr);
}

TEST_P(Pictures, OfCompletion)
{
    Editor editor(source.toString());
    editor.theme.setMode(GetParam().first);
    PreparedAssistance assistance;
    assistance.signatureLabel = u"join(separator, lists...)"_s;
    assistance.offerItems({
        item(u"aws_s3_bucket"_s, CompletionKind::Object, u"resource"_s,
             u"An **S3 bucket**.\n\n```hcl\nresource "
             u"\"aws_s3_bucket\" \"x\" {\n  bucket = \"name\"\n}\n```"_s),
        item(u"abspath"_s, CompletionKind::Function, u"(path) string"_s, u"Makes a path absolute."_s),
        item(u"var.assume"_s, CompletionKind::Variable, u"bool"_s),
        item(u"any"_s, CompletionKind::Type, u"type"_s),
        item(u"data.aws_ami.base"_s, CompletionKind::Reference, u"object"_s),
        item(u"alias"_s, CompletionKind::Property, u"string"_s),
        item(u"module.assets"_s, CompletionKind::Module, u"./modules/assets"_s),
    });
    editor.editor.setAssistance(&assistance);
    editor.editor.goTo({16, 3});
    editor.type(u"list = join(\",\", a"_s);
    save(editor.window, name("completion"));
    EXPECT_TRUE(editor.window.findChild<QListView *>()->isVisible());
    editor.editor.setAssistance(nullptr);
}

TEST_P(Pictures, OfFindAndBlanks)
{
    Editor editor(source.toString());
    editor.theme.setMode(GetParam().first);
    editor.editor.setWhitespaceMarks(WhitespaceMarks::Shown);
    editor.editor.run(EditorCommand::Replace);
    editor.editor.find(u"name"_s);
    editor.editor.run(EditorCommand::FindNext);
    save(editor.window, name("find"));
    editor.editor.setWhitespaceMarks(WhitespaceMarks::Hidden);
    editor.editor.setLineWrap(LineWrap::On);
    editor.editor.setZoom(180);
    editor.window.resize(420, 500);
    save(editor.window, name("wrap"));
}

INSTANTIATE_TEST_SUITE_P(Schemes, Pictures,
                         ::testing::Values(std::pair(ThemeMode::Light, "light"), std::pair(ThemeMode::Dark, "dark"),
                                           std::pair(ThemeMode::HighContrast, "contrast")));

} // namespace
