// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace drydock::bench {

/// A `terraform providers schema -json` of one provider, as large and as varied as those of the clouds: about 8 kB a
/// type and a data source for every third resource type, so that 1,500 of them make 17 MB.
[[nodiscard]] std::string makeProviderSchema(std::size_t resourceTypes);

} // namespace drydock::bench
