# SPDX-License-Identifier: MIT
# Drydock::SyntaxHighlighting: KSyntaxHighlighting from the distribution (Debian 13) or from the private prefix that
# packaging/build-syntax-highlighting fills on Debian 12, plus our own definitions (resources/syntax).
find_package(Qt6 REQUIRED COMPONENTS Gui Widgets Network)
find_package(KF6SyntaxHighlighting QUIET)
if(KF6SyntaxHighlighting_FOUND)
    set(drydock_highlighting KF6::SyntaxHighlighting)
else()
    if(DEFINED ENV{XDG_CACHE_HOME})
        set(drydock_deps "$ENV{XDG_CACHE_HOME}/drydock-deps")
    else()
        set(drydock_deps "$ENV{HOME}/.cache/drydock-deps")
    endif()
    find_package(KF5SyntaxHighlighting 5.103 CONFIG NO_DEFAULT_PATH PATHS "${drydock_deps}/syntax-highlighting-5.116.0")
    if(NOT KF5SyntaxHighlighting_FOUND)
        message(FATAL_ERROR "KSyntaxHighlighting for Qt 6 was not found. Run packaging/install-deps.")
    endif()
    set(drydock_highlighting KF5::SyntaxHighlighting)
endif()
add_library(drydock_syntaxhighlighting INTERFACE)
# As system headers: warnings inside them are not ours.
target_link_libraries(drydock_syntaxhighlighting INTERFACE ${drydock_highlighting})
add_library(Drydock::SyntaxHighlighting ALIAS drydock_syntaxhighlighting)
