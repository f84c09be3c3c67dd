// SPDX-License-Identifier: MIT
// The session over a real folder and the real core/language; an event loop stands for the window.
#include "views/models/languagesession.h"

#include "core/language/snapshot.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <optional>

using namespace Qt::StringLiterals;
using namespace drydock;
using namespace drydock::models;
using controls::Diagnostic;
using controls::EditorText;

namespace {

struct LanguageSessionTest : ::testing::Test
{
    LanguageSessionTest()
    {
        write(u"variables.tf"_s, u"variable \"region\" {\n  type        = string\n  description = \"Größe 😀\"\n}\n"_s);
        write(u"main.tf"_s, mainText);
        QObject::connect(&session, &LanguageSession::ready, &session, [this] { ++readyCount; });
        QObject::connect(&session, &LanguageSession::failed, &session, [this](const Error &error) { failure = error; });
        QObject::connect(&session, &LanguageSession::diagnosticsChanged, &session,
                         [this](const QString &file, int revision, const QList<Diagnostic> &found) {
                             diagnostics[file] = {revision, found};
                         });
        QObject::connect(&session, &LanguageSession::problemsChanged, &session,
                         [this](const QList<SourceProblem> &found) { problems = found; });
    }

    void write(const QString &name, const QString &text)
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] static bool waitFor(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor(condition, 30000);
    }
    void openFolder()
    {
        session.open(folder.path(), {});
        ASSERT_TRUE(waitFor([this] { return readyCount > 0 || failure; }));
        ASSERT_FALSE(failure) << failure->text();
    }
    [[nodiscard]] static EditorText text(const QString &text, int revision = 2)
    {
        return {u"main.tf"_s, text, revision};
    }

    const QString mainText =
        u"locals {\n  name = \"x-${var.region}\"\n}\n\noutput \"name\" {\n  value = local.name\n}\n"_s;
    QTemporaryDir folder;
    int readyCount = 0;
    std::optional<Error> failure;
    QHash<QString, std::pair<int, QList<Diagnostic>>> diagnostics;
    std::optional<QList<SourceProblem>> problems;
    LanguageSession session;
};

TEST_F(LanguageSessionTest, SaysWhatIsWrongInTheTextThatIsTyped)
{
    openFolder();
    const QString broken = u"# 😀 Größe\nlocals {\n  name = var.regoin\n}\n"_s;
    session.assistance(path(u"main.tf"_s)).textSettled(text(broken, 7));
    ASSERT_TRUE(waitFor([this] { return diagnostics.contains(path(u"main.tf"_s)); }));
    const auto [revision, found] = diagnostics.value(path(u"main.tf"_s));
    EXPECT_EQ(revision, 7);
    const auto unknown = std::find_if(found.begin(), found.end(), [](const Diagnostic &one) {
        return one.severity == controls::DiagnosticSeverity::Error;
    });
    ASSERT_NE(unknown, found.end());
    EXPECT_TRUE(broken.mid(unknown->range.start, unknown->range.length()).contains(u"regoin"_s))
        << broken.mid(unknown->range.start, unknown->range.length()).toStdString();
    EXPECT_FALSE(unknown->message.isEmpty());

    // The list of all problems follows, with places that people can read.
    ASSERT_TRUE(waitFor([this] { return problems && !problems->isEmpty(); }));
    EXPECT_EQ(problems->first().place.file, path(u"main.tf"_s));
    EXPECT_EQ(problems->first().place.line, 3);

    session.assistance(path(u"main.tf"_s)).textSettled(text(mainText, 8));
    ASSERT_TRUE(waitFor([this] { return diagnostics.value(path(u"main.tf"_s)).first == 8; }));
    for (const Diagnostic &one : diagnostics.value(path(u"main.tf"_s)).second)
        EXPECT_NE(one.severity, controls::DiagnosticSeverity::Error) << one.message.toStdString();
}

TEST_F(LanguageSessionTest, CompletesFromOtherFilesAndUnsavedTexts)
{
    openFolder();
    session.setText(path(u"variables.tf"_s), {u"variables.tf"_s, u"variable \"stage\" {}\n"_s, 3});
    const QString typed = u"# 😀\nlocals {\n  a = var.st\n}\n"_s;
    const int position = static_cast<int>(typed.indexOf(u"st\n"_s)) + 2;
    std::optional<controls::CompletionList> list;
    session.assistance(path(u"main.tf"_s))
        .complete({text(typed), position, controls::AskReason::Typed, u't'},
                  [&list](const controls::CompletionList &answer) { list = answer; });
    EXPECT_FALSE(list) << "never at once: the window does not wait";
    ASSERT_TRUE(waitFor([&list] { return list.has_value(); }));
    EXPECT_EQ(list->replaced, (controls::TextRange{position - 2, position}));
    QStringList labels;
    for (const controls::CompletionItem &item : list->items)
        labels << item.label;
    EXPECT_TRUE(labels.join(u' ').contains(u"stage"_s)) << labels.join(u' ').toStdString();
    EXPECT_FALSE(labels.join(u' ').contains(u"region"_s));
    EXPECT_TRUE(session.assistance(path(u"main.tf"_s)).completionTriggers().contains(u'.'));
}

TEST_F(LanguageSessionTest, AnswersOnlyTheNewestQuestionOfAKind)
{
    openFolder();
    int answers = 0;
    int last = -1;
    controls::Assistance &assistance = session.assistance(path(u"main.tf"_s));
    for (int index = 0; index < 50; ++index)
        assistance.complete({text(mainText + QString(index, u'\n'), index + 2), 0, controls::AskReason::Typed, {}},
                            [&answers, &last, index](const controls::CompletionList &) {
                                ++answers;
                                last = index;
                            });
    ASSERT_TRUE(waitFor([&last] { return last == 49; }));
    EXPECT_LT(answers, 50);
}

TEST_F(LanguageSessionTest, LeadsFromAUseToItsDeclarationAndBack)
{
    openFolder();
    const int use = static_cast<int>(mainText.indexOf(u"region"_s));
    std::optional<QList<SourcePlace>> places;
    session.definition(path(u"main.tf"_s), text(mainText), use, &session,
                       [&places](const QList<SourcePlace> &answer) { places = answer; });
    ASSERT_TRUE(waitFor([&places] { return places.has_value(); }));
    ASSERT_EQ(places->size(), 1);
    EXPECT_EQ(places->first().file, path(u"variables.tf"_s));
    EXPECT_EQ(places->first().line, 1);
    EXPECT_EQ(places->first().column, 11);

    places.reset();
    session.references(path(u"main.tf"_s), text(mainText), use, &session,
                       [&places](const QList<SourcePlace> &answer) { places = answer; });
    ASSERT_TRUE(waitFor([&places] { return places.has_value(); }));
    EXPECT_EQ(places->size(), 2);

    std::optional<controls::TextRange> link;
    session.assistance(path(u"main.tf"_s))
        .link({text(mainText), use, controls::AskReason::Asked, {}},
              [&link](const controls::TextRange &answer) { link = answer; });
    ASSERT_TRUE(waitFor([&link] { return link.has_value(); }));
    EXPECT_TRUE(link->contains(use));
}

TEST_F(LanguageSessionTest, RenamesInAllFiles)
{
    openFolder();
    const int use = static_cast<int>(mainText.indexOf(u"region"_s));
    std::optional<Result<RenameChange>> result;
    session.rename(path(u"main.tf"_s), text(mainText, 5), use, u"place"_s, &session,
                   [&result](const Result<RenameChange> &answer) { result = answer; });
    ASSERT_TRUE(waitFor([&result] { return result.has_value(); }));
    ASSERT_TRUE(result->has_value()) << result->error().text();
    ASSERT_EQ((*result)->files.size(), 2);
    for (const FileChange &file : (*result)->files) {
        EXPECT_TRUE(file.text.contains(u"place"_s));
        EXPECT_FALSE(file.text.contains(u"region"_s));
        EXPECT_EQ(file.revision, file.file == path(u"main.tf"_s) ? 5 : 0);
    }
    EXPECT_TRUE((*result)->files.last().text.contains(u"Größe 😀"_s));

    result.reset();
    session.rename(path(u"main.tf"_s), text(mainText, 5), use, u"not a name"_s, &session,
                   [&result](const Result<RenameChange> &answer) { result = answer; });
    ASSERT_TRUE(waitFor([&result] { return result.has_value(); }));
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().code, "rename.name");
}

TEST_F(LanguageSessionTest, TellsOutlineHoverAndParameters)
{
    openFolder();
    std::optional<QList<OutlineNode>> nodes;
    session.outline(path(u"main.tf"_s), text(mainText), &session,
                    [&nodes](const QList<OutlineNode> &answer) { nodes = answer; });
    ASSERT_TRUE(waitFor([&nodes] { return nodes.has_value(); }));
    ASSERT_FALSE(nodes->isEmpty());
    EXPECT_EQ(nodes->last().kind, u"output"_s);
    EXPECT_EQ(nodes->last().line, 5);

    std::optional<controls::HoverText> hover;
    session.assistance(path(u"main.tf"_s))
        .hover({text(mainText), static_cast<int>(mainText.indexOf(u"region"_s)), controls::AskReason::Asked, {}},
               [&hover](const controls::HoverText &answer) { hover = answer; });
    ASSERT_TRUE(waitFor([&hover] { return hover.has_value(); }));
    EXPECT_TRUE(hover->markdown.contains(u"region"_s));
    EXPECT_TRUE(hover->markdown.contains(u"Größe 😀"_s)) << hover->markdown.toStdString();

    const QString call = u"locals {\n  a = join(\",\", \n}\n"_s;
    std::optional<controls::SignatureHelp> help;
    session.assistance(path(u"main.tf"_s))
        .signature({text(call), static_cast<int>(call.indexOf(u", \n"_s)) + 2, controls::AskReason::Typed, u','},
                   [&help](const controls::SignatureHelp &answer) { help = answer; });
    ASSERT_TRUE(waitFor([&help] { return help.has_value(); }));
    EXPECT_TRUE(help->label.startsWith(u"join("_s));
    EXPECT_EQ(help->active, 1);
}

TEST_F(LanguageSessionTest, FormatsAsTerraformDoes)
{
    openFolder();
    const QString ugly = u"locals{\na=1\n  bb   =  2\n}\n"_s;
    std::optional<QList<controls::TextChange>> changes;
    session.format(path(u"main.tf"_s), text(ugly), &session,
                   [&changes](const QList<controls::TextChange> &answer) { changes = answer; });
    ASSERT_TRUE(waitFor([&changes] { return changes.has_value(); }));
    QString result = ugly;
    for (auto change = changes->rbegin(); change != changes->rend(); ++change)
        result.replace(change->range.start, change->range.length(), change->text);
    EXPECT_EQ(result, u"locals {\n  a  = 1\n  bb = 2\n}\n"_s);
}

TEST_F(LanguageSessionTest, OffersFixes)
{
    openFolder();
    const QString broken = u"locals {\n  name = var.regoin\n}\n"_s;
    std::optional<QList<controls::CodeAction>> actions;
    session.assistance(path(u"main.tf"_s))
        .actions({text(broken), static_cast<int>(broken.indexOf(u"regoin"_s)) + 1, controls::AskReason::Asked, {}},
                 [&actions](const QList<controls::CodeAction> &answer) { actions = answer; });
    ASSERT_TRUE(waitFor([&actions] { return actions.has_value(); }));
    ASSERT_FALSE(actions->isEmpty());
    for (const controls::CodeAction &action : *actions) {
        EXPECT_FALSE(action.title.isEmpty());
        EXPECT_TRUE(action.id < 0 ? !action.changes.isEmpty() : !session.changesOf(action.id).isEmpty());
    }
}

TEST_F(LanguageSessionTest, NoticesTheDiskAndForgetsClosedEditors)
{
    openFolder();
    write(u"variables.tf"_s, u"variable \"zone\" {}\n"_s);
    session.refresh();
    ASSERT_TRUE(waitFor([this] { return readyCount > 1; }));
    std::optional<QList<FoundSymbol>> symbols;
    session.findSymbols(u"zone"_s, 10, &session, [&symbols](const QList<FoundSymbol> &answer) { symbols = answer; });
    ASSERT_TRUE(waitFor([&symbols] { return symbols.has_value(); }));
    ASSERT_EQ(symbols->size(), 1);
    session.setText(path(u"variables.tf"_s), {u"variables.tf"_s, {}, 4});
    session.release(path(u"variables.tf"_s));
    symbols.reset();
    session.findSymbols(u"zone"_s, 10, &session, [&symbols](const QList<FoundSymbol> &answer) { symbols = answer; });
    ASSERT_TRUE(waitFor([&symbols] { return symbols.has_value(); }));
    EXPECT_EQ(symbols->size(), 1);
}

TEST_F(LanguageSessionTest, SaysThatAFolderIsMissing)
{
    session.open(path(u"nowhere"_s), {});
    ASSERT_TRUE(waitFor([this] { return failure.has_value(); }));
    EXPECT_EQ(failure->code, "configuration.missing");
}

TEST_F(LanguageSessionTest, EndsInTheMiddleOfQuestions)
{
    auto other = std::make_unique<LanguageSession>();
    other->open(folder.path(), {});
    bool answered = false;
    for (int index = 0; index < 20; ++index)
        other->assistance(path(u"main.tf"_s))
            .hover({text(mainText, index), 5, controls::AskReason::Asked, {}},
                   [&answered](const controls::HoverText &) { answered = true; });
    other.reset();
    QCoreApplication::processEvents();
    EXPECT_FALSE(answered);
}

} // namespace
