// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace drydock::hcl {

/// What Shared<T> points at: T derives from it and is never changed once it is shared. Counting is thread-safe.
class SharedData
{
public:
    SharedData() = default;
    SharedData(const SharedData &) = delete;
    SharedData &operator=(const SharedData &) = delete;
    virtual ~SharedData() = default;

private:
    template <typename T>
    friend class Shared;
    mutable std::atomic<std::uint32_t> m_references{0};
};

/// A pointer of eight bytes that shares ownership of an immutable T. Values and types are copied everywhere, so they
/// are half the size they would be with std::shared_ptr, and T may stay incomplete where they are only passed on.
template <typename T>
class Shared
{
public:
    Shared() noexcept = default;
    explicit Shared(const T *data) noexcept
        : m_data(data)
    {
        retain();
    }
    Shared(const Shared &other) noexcept
        : m_data(other.m_data)
    {
        retain();
    }
    Shared(Shared &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr))
    {
    }
    Shared &operator=(const Shared &other) noexcept
    {
        if (this != &other) {
            Shared copy(other);
            std::swap(m_data, copy.m_data);
        }
        return *this;
    }
    Shared &operator=(Shared &&other) noexcept
    {
        std::swap(m_data, other.m_data);
        return *this;
    }
    ~Shared()
    {
        if (m_data != nullptr && m_data->m_references.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete m_data;
    }

    [[nodiscard]] const T *data() const noexcept { return static_cast<const T *>(m_data); }
    const T *operator->() const noexcept { return data(); }
    const T &operator*() const noexcept { return *data(); }
    explicit operator bool() const noexcept { return m_data != nullptr; }
    bool operator==(const Shared &other) const noexcept { return m_data == other.m_data; }

private:
    void retain() const noexcept
    {
        if (m_data != nullptr)
            m_data->m_references.fetch_add(1, std::memory_order_relaxed);
    }

    const SharedData *m_data = nullptr;
};

} // namespace drydock::hcl
