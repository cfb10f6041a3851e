# SPDX-License-Identifier: Apache-2.0
# One folder is one room is one static library. A room's arrows are its LINKS and nothing else;
# tests/architecture holds them against the #includes.

add_library(orrery_flags INTERFACE)
target_compile_features(orrery_flags INTERFACE cxx_std_20)
target_compile_definitions(orrery_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT SIMDJSON_THREADS_ENABLED=1 QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(orrery_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-qual -Wno-missing-field-initializers
  -fno-omit-frame-pointer -fpch-preprocess)
if(ORRERY_WARNINGS_AS_ERRORS)
  target_compile_options(orrery_flags INTERFACE -Werror)
endif()
if(ORRERY_SANITIZE)
  target_compile_options(orrery_flags INTERFACE -fsanitize=${ORRERY_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(orrery_flags INTERFACE -fsanitize=${ORRERY_SANITIZE})
  # 300 programs with the debug information of every room fill a disk: it is compressed, by the linker that does so soonest.
  include(CheckLinkerFlag)
  foreach(flag -fuse-ld=gold -Wl,--compress-debug-sections=zlib)
    string(MAKE_C_IDENTIFIER "ORRERY_LINKS${flag}" works)
    check_linker_flag(CXX ${flag} ${works})
    if(${works})
      target_link_options(orrery_flags INTERFACE ${flag})
    endif()
  endforeach()
  target_compile_definitions(orrery_flags INTERFACE ORRERY_SANITIZED)
endif()
target_include_directories(orrery_flags INTERFACE ${PROJECT_SOURCE_DIR})

# The first room of a layer carries that layer's precompiled header; the others reuse it.
#   orrery_room(kube_cache LAYER core SOURCES store.cpp … LINKS kube_object kube_workqueue)
function(orrery_room name)
  cmake_parse_arguments(ROOM "" "LAYER" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  # What is installed takes none of our warnings, precompiled headers or sanitizers along: core/install.cmake.
  target_link_libraries(${name} PUBLIC $<BUILD_INTERFACE:orrery_flags> ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  orrery_precompile(${name} ${ROOM_LAYER})
  if(COMMAND orrery_export_room)
    orrery_export_room(${name} ${ROOM_LINKS} ${ROOM_PRIVATE_LINKS})
  endif()
endfunction()

#   orrery_precompile(TARGET LAYER [OTHERS]): OTHERS names those that are compiled by other options than the rooms.
function(orrery_precompile target layer)
  set(kind ORRERY_PCH_${layer}${ARGN})
  get_property(first GLOBAL PROPERTY ${kind})
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
    return()
  endif()
  if(layer STREQUAL "core")
    target_precompile_headers(${target} PRIVATE <QtCore> <simdjson.h> <algorithm> <chrono> <functional> <memory> <optional>
      <string> <unordered_map> <variant> <vector> <tl/expected.hpp>)
  elseif(layer STREQUAL "gui")
    target_precompile_headers(${target} PRIVATE <QtCore> <QtGui> <simdjson.h> <algorithm> <functional> <memory> <vector>)
  elseif(layer STREQUAL "widgets")
    target_precompile_headers(${target} PRIVATE <QtCore> <QtGui> <QtWidgets> <simdjson.h> <algorithm> <functional> <memory> <vector>)
  endif()
  set_property(GLOBAL PROPERTY ${kind} ${target})
endfunction()
