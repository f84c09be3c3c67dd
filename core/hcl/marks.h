// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/shared.h"

#include <span>
#include <string>

namespace drydock::hcl {

struct MarksData;

/// What follows a value through every operation: that it is sensitive or ephemeral, and the addresses it derives from
/// ("aws_s3_bucket.logs", "module.network.aws_vpc.main"). Cheap to copy; empty marks cost nothing.
class Marks
{
public:
    Marks() noexcept = default;

    [[nodiscard]] static Marks sensitive();
    [[nodiscard]] static Marks ephemeral();
    [[nodiscard]] static Marks origin(std::string address);

    [[nodiscard]] bool isEmpty() const noexcept { return !m_data; }
    [[nodiscard]] bool isSensitive() const noexcept;
    [[nodiscard]] bool isEphemeral() const noexcept;
    [[nodiscard]] std::span<const std::string> origins() const noexcept; ///< sorted, each once

    /// Union.
    [[nodiscard]] Marks operator|(const Marks &other) const;
    Marks &operator|=(const Marks &other);
    [[nodiscard]] Marks withoutSensitive() const;
    [[nodiscard]] bool operator==(const Marks &other) const;

private:
    explicit Marks(const MarksData *data) noexcept;
    Shared<MarksData> m_data;
};

} // namespace drydock::hcl
