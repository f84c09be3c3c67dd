// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/completionmodel.h"
#include "views/controls/codeeditor/editorcommand.h"
#include "views/controls/codeeditor/linereplace.h"
#include "views/controls/codeeditor/snippet.h"
#include "views/controls/codeeditor/squiggles.h"

#include <QAbstractItemModelTester>
#include <QSet>

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace drydock::controls;

namespace {

TEST(Snippet, ReadsStopsAndEscapes)
{
    const Snippet snippet = parseSnippet(u"a ${2:b} $1 \\$x \\${y\\}\n${3:c\\}d}$0!", u"  "_s);
    EXPECT_EQ(snippet.text, u"a b  $x ${y}\n  c}d!"_s);
    EXPECT_EQ(snippet.stops, (QList<TextRange>{{4, 4}, {2, 3}, {15, 18}, {18, 18}}));
    EXPECT_EQ(parseSnippet(u"plain", {}).stops, (QList<TextRange>{{5, 5}}));
    EXPECT_EQ(parseSnippet(u"${1:open", {}).text, u"open"_s);
    EXPECT_EQ(parseSnippet(u"$ ${x} 5$", {}).text, u"$ ${x} 5$"_s);
}

TEST(TextShift, MovesWhatLiesBehindAndDropsWhatWentAway)
{
    const auto shifted = [](TextRange range, TextShift shift) {
        return shift.apply(range) ? range : TextRange{-1, -1};
    };
    EXPECT_EQ(shifted({5, 8}, {2, 0, 3}), (TextRange{8, 11}));
    EXPECT_EQ(shifted({5, 8}, {5, 0, 3}), (TextRange{8, 11})) << "typed at the start";
    EXPECT_EQ(shifted({5, 8}, {8, 0, 3}), (TextRange{5, 8})) << "typed at the end";
    EXPECT_EQ(shifted({5, 8}, {6, 0, 3}), (TextRange{5, 11}));
    EXPECT_EQ(shifted({5, 8}, {4, 2, 0}), (TextRange{4, 6}));
    EXPECT_EQ(shifted({5, 8}, {7, 5, 0}), (TextRange{5, 7}));
    EXPECT_EQ(shifted({5, 8}, {4, 6, 1}), (TextRange{-1, -1}));
    EXPECT_EQ(shifted({5, 5}, {2, 1, 0}), (TextRange{4, 4}));
}

TEST(Squiggles, MapAnswersOfAnOlderText)
{
    Squiggles squiggles;
    squiggles.reset(1);
    QList<TextShift> shifts{{0, 0, 5}, {3, 2, 0}, {10, 0, 1}};
    for (int index = 0; index < shifts.size(); ++index)
        squiggles.textChanged(index + 2, shifts[index]);
    ASSERT_TRUE(squiggles.set(1, {{{6, 9}, DiagnosticSeverity::Error, u"m"_s, {}, {}, DiagnosticTag::None}}));
    EXPECT_EQ(squiggles.all().first().range, (TextRange{9, 13}));
    EXPECT_EQ(squiggles.touching(13, 13).size(), 1);
    EXPECT_EQ(squiggles.touching(14, 20).size(), 0);
    EXPECT_FALSE(squiggles.set(0, {}));
}

TEST(LineReplace, MakesTheOtherTextOfRandomOnes)
{
    std::mt19937 random(7);
    const auto text = [&random] {
        QString made;
        const int lines = static_cast<int>(random() % 9);
        for (int line = 0; line < lines; ++line)
            made += QString(1, QChar(u'a' + static_cast<int>(random() % 4))) + (random() % 5 ? u"\n"_s : u""_s);
        return made;
    };
    for (int round = 0; round < 3000; ++round) {
        const QString before = text();
        const QString after = text();
        QString result = before;
        const QList<TextChange> changes = differingLines(before, after);
        for (auto change = changes.rbegin(); change != changes.rend(); ++change)
            result.replace(change->range.start, change->range.length(), change->text);
        ASSERT_EQ(result, after) << '"' << before.toStdString() << "\" -> \"" << after.toStdString() << '"';
    }
}

TEST(CompletionModel, PutsTheBestMatchFirst)
{
    CompletionModel model;
    const QAbstractItemModelTester tester(&model);
    QList<CompletionItem> items;
    for (const QString &label : {u"aws_s3_bucket_policy"_s, u"aws_s3_bucket"_s, u"aws_ebs_volume"_s, u"S3"_s}) {
        CompletionItem item;
        item.label = label;
        item.rank = static_cast<int>(items.size());
        items << item;
    }
    model.setItems(items);
    EXPECT_EQ(model.rowCount(), 4);
    EXPECT_EQ(model.item(0).label, u"aws_s3_bucket_policy"_s) << "nothing typed: the order they came in";
    model.setPattern(u"s3b"_s);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.item(0).label, u"aws_s3_bucket"_s);
    EXPECT_EQ(model.index(0, 0).data(CompletionModel::MatchesRole).value<QList<int>>(), (QList<int>{4, 5, 7}));
    model.setPattern(u"s3"_s);
    EXPECT_EQ(model.item(0).label, u"S3"_s);
}

TEST(EditorCommands, HaveKeysOfTheirOwn)
{
    QSet<QString> keys;
    for (const EditorCommandInfo &info : editorCommands()) {
        EXPECT_EQ(editorCommand(info.command).title, info.title);
        for (const QKeySequence &key : info.keys) {
            EXPECT_FALSE(keys.contains(key.toString())) << key.toString().toStdString();
            keys << key.toString();
        }
    }
    EXPECT_GT(keys.size(), 30);
}

} // namespace
