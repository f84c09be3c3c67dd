# SPDX-License-Identifier: MIT
# cmake -DOUTPUT=FILE -DMIGRATIONS=a.sql;b.sql -P embedmigrations.cmake: writes them as a C++ table.
set(table "")
set(last 0)
foreach(file IN LISTS MIGRATIONS)
    get_filename_component(stem "${file}" NAME_WE)
    if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])-([a-z0-9-]+)$")
        message(FATAL_ERROR "${file}: a migration is named NNNN-name.sql")
    endif()
    set(name "${CMAKE_MATCH_2}")
    string(REGEX REPLACE "^0+" "" number "${CMAKE_MATCH_1}")
    math(EXPR expected "${last} + 1")
    if(NOT number EQUAL expected)
        message(FATAL_ERROR "${file}: the next migration has number ${expected}")
    endif()
    set(last ${number})
    file(READ "${file}" sql)
    string(APPEND table "    {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "// Made from core/store/migrations by the build.
#include \"core/store/schema.h\"

#include <array>

namespace drydock::store {

static constexpr std::array migrations = std::to_array<Migration>({
${table}});

std::span<const Migration> workspaceMigrations()
{
    return migrations;
}

} // namespace drydock::store
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
