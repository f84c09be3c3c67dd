# SPDX-License-Identifier: MIT
# `cmake --build --preset dev --target tidy` holds all of app/, core/ and views/ against .clang-tidy; `tidy_core_base`,
# `tidy_views_hub`, `tidy_app` … only one folder. Needs a configured build of a preset without precompiled headers
# (dev).
find_program(DRYDOCK_RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
include(ProcessorCount)
ProcessorCount(DRYDOCK_TIDY_JOBS)

function(drydock_tidy target folders)
    # clang 14 does not compile the coroutines of these three.
    set(files "^${CMAKE_SOURCE_DIR}/(?!core/server/(connection|server|transport)\\.cpp)(${folders})/")
    add_custom_target(${target}
        COMMAND nice -n 19 "${DRYDOCK_RUN_CLANG_TIDY}" -quiet -p "${CMAKE_BINARY_DIR}" -j ${DRYDOCK_TIDY_JOBS}
                -extra-arg=-Wno-unknown-warning-option "${files}"
        COMMENT "clang-tidy on ${folders}"
        USES_TERMINAL VERBATIM)
endfunction()

if(DRYDOCK_RUN_CLANG_TIDY)
    drydock_tidy(tidy "app|core|views")
    file(GLOB lists RELATIVE "${CMAKE_SOURCE_DIR}" CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/core/*/CMakeLists.txt"
        "${CMAKE_SOURCE_DIR}/views/*/CMakeLists.txt")
    foreach(list ${lists})
        get_filename_component(folder "${list}" DIRECTORY)
        string(REPLACE "/" "_" name "${folder}")
        drydock_tidy(tidy_${name} "${folder}")
    endforeach()
    drydock_tidy(tidy_app "app")
endif()
