// SPDX-License-Identifier: MIT
#include "views/models/textoffsets.h"

#include <QString>

#include <gtest/gtest.h>

#include <string>

using drydock::models::TextOffsets;

namespace {

TEST(TextOffsets, AgreesWithQtForEveryPlace)
{
    QString text;
    for (int index = 0; index < 700; ++index)
        text += QStringLiteral("aé日\U0001F600\n");
    const std::string utf8 = text.toStdString();
    const TextOffsets offsets(utf8);
    for (int place = 0; place <= text.size(); ++place) {
        if (place < text.size() && text[place].isLowSurrogate())
            continue;
        const auto byte = static_cast<std::uint32_t>(text.left(place).toUtf8().size());
        ASSERT_EQ(offsets.toByte(place), byte) << place;
        ASSERT_EQ(offsets.toUtf16(byte), place) << place;
    }
}

TEST(TextOffsets, TakesPlacesThatAreNone)
{
    const TextOffsets ascii("abc");
    EXPECT_EQ(ascii.toUtf16(99), 3);
    EXPECT_EQ(ascii.toByte(-5), 0U);
    EXPECT_EQ(ascii.toByte(99), 3U);
    const std::string smile = "\xF0\x9F\x98\x80x";
    const TextOffsets offsets(smile);
    EXPECT_EQ(offsets.toUtf16(2), 0) << "inside a letter";
    EXPECT_EQ(offsets.toByte(1), 0U) << "between the halves of a pair";
    EXPECT_EQ(offsets.toByte(2), 4U);
    const TextOffsets none("");
    EXPECT_EQ(none.toUtf16(4), 0);
    EXPECT_EQ(none.toByte(4), 0U);
}

} // namespace
