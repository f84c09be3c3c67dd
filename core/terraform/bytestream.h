// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

/// Numbers and texts as bytes, seven bits of a number at a time. Internal to core/terraform.
namespace drydock::terraform {

class ByteWriter
{
public:
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_bytes += static_cast<char>(value | 0x80U);
        m_bytes += static_cast<char>(value);
    }
    void text(std::string_view value)
    {
        number(value.size());
        m_bytes += value;
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// The bytes end early, or a number in them means nothing.
struct DamagedBytes : std::runtime_error
{
    DamagedBytes()
        : std::runtime_error("damaged")
    {
    }
};

/// Throws DamagedBytes.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_rest.empty())
                throw DamagedBytes();
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return value;
        }
        throw DamagedBytes();
    }
    /// A number below `end`.
    [[nodiscard]] std::uint64_t numberBelow(std::uint64_t end)
    {
        const std::uint64_t value = number();
        if (value >= end)
            throw DamagedBytes();
        return value;
    }
    /// How many items follow; each has one byte at least, so that no count asks for more memory than there are bytes.
    [[nodiscard]] std::size_t count() { return static_cast<std::size_t>(numberBelow(m_rest.size() + 1)); }
    [[nodiscard]] std::string text()
    {
        const std::size_t size = count();
        if (size > m_rest.size())
            throw DamagedBytes();
        std::string value(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
        return value;
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace drydock::terraform
