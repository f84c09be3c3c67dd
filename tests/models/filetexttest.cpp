// SPDX-License-Identifier: MIT
#include "views/models/filetext.h"

#include <gtest/gtest.h>

using namespace drydock::models;
using namespace Qt::StringLiterals;

static std::string saved(const std::string &original, const QString &text)
{
    return encodeFileText(text, original);
}

TEST(FileTextTest, GivesBackTheBytesItRead)
{
    for (const std::string bytes : {"", "a", "a\n", "a\r\nb\r\n", "a\nb\r\nc\n",
                                    "\xEF\xBB\xBF"
                                    "a\n",
                                    "\xEF\xBB\xBF"
                                    "a\r\n",
                                    "a\rb\n", "\n\n",
                                    "gr\xC3\xB6\xC3\x9F"
                                    "e\r\n",
                                    "a\r\n\r\nb"}) {
        const auto text = decodeFileText(bytes);
        ASSERT_TRUE(text);
        EXPECT_FALSE(text->text.contains(u"\r\n"_s));
        EXPECT_EQ(encodeFileText(text->text, bytes), bytes);
    }
}

TEST(FileTextTest, NewLinesEndAsTheOthersDo)
{
    EXPECT_EQ(saved("a\r\nb\r\n", u"a\nnew\nb\n"_s), "a\r\nnew\r\nb\r\n");
    EXPECT_EQ(saved("a\nb\n", u"a\nnew\nb\n"_s), "a\nnew\nb\n");
    EXPECT_EQ(saved("a\r\nb\r\nc\n", u"a\nb\nnew\nc\n"_s), "a\r\nb\r\nnew\r\nc\n") << "mixed: each line keeps its own";
    EXPECT_EQ(saved("a\nb\nc\r\n", u"x\nb\nc\n"_s), "x\nb\nc\r\n");
    EXPECT_EQ(saved("\xEF\xBB\xBF"
                    "a\n",
                    u"b\n"_s),
              "\xEF\xBB\xBF"
              "b\n");
}

TEST(FileTextTest, TellsTextFromOtherBytes)
{
    EXPECT_FALSE(decodeFileText(std::string_view("a\0b", 3)));
    EXPECT_FALSE(decodeFileText("latin \xFF"));
    EXPECT_FALSE(decodeFileText(std::string(9000, 'a') + "\xFF")) << "also far behind the start";
    EXPECT_EQ(decodeFileText("a\r\nb\n")->lineEnds, LineEnds::Mixed);
    EXPECT_TRUE(decodeFileText("\xEF\xBB\xBF")->byteOrderMark);
}
