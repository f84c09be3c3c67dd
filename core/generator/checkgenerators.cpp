// SPDX-License-Identifier: MIT
// checkgenerators FOLDER: the build runs it over templates/, so that a broken generator never ships.
#include "core/generator/generatorcatalog.h"

#include <iostream>

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::cerr << "usage: checkgenerators FOLDER\n";
        return 2;
    }
    using drydock::generator::GeneratorCatalog;
    const auto errors = GeneratorCatalog::check(argv[1]);
    for (const drydock::Error &error : errors)
        std::cerr << error.text() << '\n';
    if (!errors.empty())
        return 1;
    const auto catalog = GeneratorCatalog::load(argv[1]);
    if (!catalog) {
        std::cerr << catalog.error().text() << '\n';
        return 1;
    }
    return 0;
}
