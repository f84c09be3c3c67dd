# SPDX-License-Identifier: MIT
# Headers that nearly every unit of a folder reads are compiled once and shared by the targets below it: a fifth of the
# processor time of a whole build. Only the presets that build everything use it; `dev` does not, so a missing include
# shows there.
option(DRYDOCK_PRECOMPILE "Share precompiled headers between targets" OFF)

if(DRYDOCK_PRECOMPILE)
    # What ccache needs to keep units that use one.
    if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache$")
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
            "${CMAKE_CXX_COMPILER_LAUNCHER}")
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(-fpch-preprocess)
    endif()
endif()

# drydock_precompiled(NAME HEADERS <vector> ... LINK Qt6::Widgets ...): from here on, the targets of this folder
# and those below it share these headers. A target with other compile options cannot.
macro(drydock_precompiled name)
    if(DRYDOCK_PRECOMPILE)
        cmake_parse_arguments(pre "" "" "HEADERS;LINK" ${ARGN})
        file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/precompiled_${name}.cpp.in" "// Only the headers matter.\n")
        configure_file("${CMAKE_CURRENT_BINARY_DIR}/precompiled_${name}.cpp.in"
            "${CMAKE_CURRENT_BINARY_DIR}/precompiled_${name}.cpp" COPYONLY)
        add_library(drydock_precompiled_${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/precompiled_${name}.cpp")
        set_target_properties(drydock_precompiled_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(drydock_precompiled_${name} PRIVATE drydock_options ${pre_LINK})
        target_precompile_headers(drydock_precompiled_${name} PRIVATE ${pre_HEADERS})
        set(DRYDOCK_PRECOMPILED drydock_precompiled_${name})
    endif()
endmacro()

# `headers` is what drydock_precompiled() left in DRYDOCK_PRECOMPILED.
function(drydock_precompile target headers)
    if(DRYDOCK_PRECOMPILE AND headers)
        # Libraries have it already, programs have -fPIE or, with Qt, this.
        target_compile_options(${target} PRIVATE -fPIC)
        target_precompile_headers(${target} REUSE_FROM ${headers})
    endif()
endfunction()
