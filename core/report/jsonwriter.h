// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::report {

/// Writes JSON in the order it is told, two spaces deep. Bytes that are not UTF-8 become U+FFFD.
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(std::string_view name);
    JsonWriter &text(std::string_view content);
    JsonWriter &number(std::uint64_t content);
    JsonWriter &flag(bool content);
    JsonWriter &null();

    JsonWriter &member(std::string_view name, std::string_view content) { return key(name).text(content); }
    JsonWriter &member(std::string_view name, std::uint64_t content) { return key(name).number(content); }

    /// The document with a line end; the writer is empty afterwards.
    [[nodiscard]] std::string finish();

private:
    void separate();
    void open(char bracket);
    void close(char bracket);

    std::string m_text;
    std::vector<bool> m_hasMembers;
    bool m_afterKey = false;
};

} // namespace drydock::report
