// SPDX-License-Identifier: MIT
#include "core/hcl/jsonsyntax.h"
#include "core/terraform/parsefile.h"
#include "tests/hcl/treeprinter.h"
#include "tests/terraform/jsonchecks.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

using namespace drydock;

static void check(const hcl::ParsedFile &file)
{
    const std::string broken = terraform::test::brokenPromise(file);
    if (!broken.empty()) {
        std::cerr << broken << "\n";
        std::abort();
    }
    (void)hcl::print(file.body());
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    check(terraform::parseFile(hcl::SourceFile("fuzz.tf.json", text)));
    check(terraform::parseFile(hcl::SourceFile("fuzz.tftest.json", text)));
    check(hcl::parseJson(hcl::SourceFile("fuzz.json", text), *hcl::argumentsOnly(hcl::StringMeaning::Expression)));
    return 0;
}
