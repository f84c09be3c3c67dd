# SPDX-License-Identifier: MIT
# Flags, output folders and the two functions that every folder's CMakeLists.txt uses.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
# Programs look for their data in ../share/drydock, in the build folder as after installing.
set(DRYDOCK_DATA_DIR "${CMAKE_BINARY_DIR}/share/drydock")
file(MAKE_DIRECTORY "${DRYDOCK_DATA_DIR}")
include(GNUInstallDirs)

find_program(DRYDOCK_CCACHE ccache)
if(DRYDOCK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${DRYDOCK_CCACHE}")
endif()
find_program(DRYDOCK_MOLD mold)
find_program(DRYDOCK_LLD ld.lld)
if(DRYDOCK_MOLD)
    add_link_options(-fuse-ld=mold)
elseif(DRYDOCK_LLD)
    add_link_options(-fuse-ld=lld)
endif()

add_library(drydock_options INTERFACE)
target_compile_options(drydock_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror)
# Debian's g++ 12 reports these inside the standard library and Qt headers when optimizing.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(drydock_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
        -Wno-stringop-overflow -Wno-stringop-overread -Wno-dangling-reference)
endif()
target_compile_definitions(drydock_options INTERFACE DRYDOCK_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS)
target_include_directories(drydock_options INTERFACE "${CMAKE_SOURCE_DIR}")
if(DRYDOCK_SANITIZE)
    add_compile_options(-fsanitize=${DRYDOCK_SANITIZE} -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${DRYDOCK_SANITIZE})
endif()

if(DRYDOCK_FUZZ)
    # Every library tells the fuzzers which branches were taken.
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_package(Threads REQUIRED)
target_link_libraries(drydock_options INTERFACE Threads::Threads)
# Some packages ask for it: precompiled headers must agree on it.
target_compile_options(drydock_options INTERFACE -pthread)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql)

include(DrydockPrecompile)

# drydock_library(hcl DEPENDS base SOURCES lexer.cpp ... HEADERS lexer.h ... [LINK Qt6::Core ...])
# DEPENDS names folders of core/ or views/; LINK names other targets (PUBLIC).  PRIVATE_LINK those no header shows.
function(drydock_library name)
    cmake_parse_arguments(arg "" "" "DEPENDS;SOURCES;HEADERS;LINK;PRIVATE_LINK" ${ARGN})
    list(TRANSFORM arg_DEPENDS PREPEND drydock_)
    if(arg_SOURCES)
        add_library(drydock_${name} STATIC ${arg_SOURCES})
        target_link_libraries(drydock_${name} PUBLIC drydock_options ${arg_DEPENDS} ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
        drydock_precompile(drydock_${name} "${DRYDOCK_PRECOMPILED}")
        if(arg_HEADERS)
            target_sources(drydock_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${CMAKE_SOURCE_DIR}" FILES ${arg_HEADERS})
            set_target_properties(drydock_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
        endif()
    else()
        add_library(drydock_${name} INTERFACE)
        target_link_libraries(drydock_${name} INTERFACE drydock_options ${arg_DEPENDS} ${arg_LINK})
    endif()
endfunction()

# drydock_test(hcl DEPENDS hcl SOURCES lexertest.cpp ... [LABELS gui] [TIMEOUT 1200]): one GoogleTest program, one CTest.
function(drydock_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "DEPENDS;SOURCES;LINK;LABELS" ${ARGN})
    if(NOT DRYDOCK_TESTS)
        return()
    endif()
    find_package(GTest REQUIRED)
    list(TRANSFORM arg_DEPENDS PREPEND drydock_)
    add_executable(test_${name} ${arg_SOURCES})
    target_link_libraries(test_${name} PRIVATE drydock_options ${arg_DEPENDS} ${arg_LINK} drydock_testmain GTest::gmock)
    drydock_precompile(test_${name} "${DRYDOCK_TEST_PRECOMPILED}")
    target_compile_definitions(test_${name} PRIVATE DRYDOCK_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        DRYDOCK_BINARY_DIR="${CMAKE_BINARY_DIR}" DRYDOCK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND test_${name})
    if(NOT arg_TIMEOUT)
        # A test that hangs is ended by its own deadline (tests/deadline.cpp); this one is for all of a program's tests.
        set(arg_TIMEOUT 900)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "DRYDOCK_DATA_DIR=${DRYDOCK_DATA_DIR};QT_QPA_PLATFORM=offscreen")
endfunction()
