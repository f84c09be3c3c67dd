// SPDX-License-Identifier: MIT
#include "tests/terraform/schemasample.h"

#include "core/base/filereader.h"

#include <gtest/gtest.h>

namespace drydock::terraform::test {

std::shared_ptr<const MemorySchemas> exampleSchemas()
{
    const auto json = readFile(std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/example-schema.json");
    const auto schemas = MemorySchemas::fromJson(json.value_or(""), "example-schema.json");
    EXPECT_TRUE(schemas) << schemas.error().text();
    return schemas.value_or(std::make_shared<const MemorySchemas>());
}

} // namespace drydock::terraform::test
