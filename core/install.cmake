# SPDX-License-Identifier: Apache-2.0
# The library for other programs: component `core` of `cmake --install`.
#   find_package(Orrery REQUIRED COMPONENTS core)
#   target_link_libraries(mine PRIVATE Orrery::core)     # or a room alone: Orrery::informers
# Headers keep the names they have here: #include "core/cache/indexer.h". The tree may be moved.
include(CMakePackageConfigHelpers)

# Headers for core's own rooms are left out. The test `consumer_test` fails when an installed header needs one of them.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/private_headers.txt)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/private_headers.txt ORRERY_PRIVATE_HEADERS REGEX "^EXCLUDE")
list(TRANSFORM ORRERY_PRIVATE_HEADERS REPLACE "^EXCLUDE \\+= " "")

# Notes a room of core for orrery_install_core(): called by orrery_room() for each of them.
function(orrery_export_room name)
  set(core ${PROJECT_SOURCE_DIR}/core)
  cmake_path(IS_PREFIX core ${CMAKE_CURRENT_SOURCE_DIR} is_core)
  if(NOT is_core OR CMAKE_CURRENT_SOURCE_DIR MATCHES "/core/examples")
    return()
  endif()
  string(REGEX REPLACE "^kube_" "" room ${name})
  set_target_properties(${name} PROPERTIES EXPORT_NAME ${room})
  add_library(Orrery::${room} ALIAS ${name})
  target_compile_features(${name} INTERFACE cxx_std_20)
  target_include_directories(${name} INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/orrery>)
  set_property(GLOBAL APPEND PROPERTY ORRERY_CORE_ROOMS ${name})
  foreach(link ${ARGN})
    if(link MATCHES "^Qt6::(.*)$")
      set_property(GLOBAL APPEND PROPERTY ORRERY_CORE_QT ${CMAKE_MATCH_1})
    endif()
  endforeach()
endfunction()

function(orrery_install_core)
  get_property(rooms GLOBAL PROPERTY ORRERY_CORE_ROOMS)
  get_property(ORRERY_CORE_QT GLOBAL PROPERTY ORRERY_CORE_QT)
  list(REMOVE_DUPLICATES ORRERY_CORE_QT)
  list(JOIN ORRERY_CORE_QT " " ORRERY_CORE_QT)

  add_library(orrery_core INTERFACE)
  set_target_properties(orrery_core PROPERTIES EXPORT_NAME core)
  target_link_libraries(orrery_core INTERFACE ${rooms})
  add_library(Orrery::core ALIAS orrery_core)

  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Orrery)
  install(TARGETS orrery_core ${rooms} EXPORT OrreryCoreTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT core)
  install(EXPORT OrreryCoreTargets NAMESPACE Orrery:: DESTINATION ${package} COMPONENT core)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/core/OrreryConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/OrreryConfig.cmake
    INSTALL_DESTINATION ${package} NO_SET_AND_CHECK_MACRO)
  write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/OrreryConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/OrreryConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/OrreryConfigVersion.cmake
    DESTINATION ${package} COMPONENT core)

  set(left_out)
  foreach(header ${ORRERY_PRIVATE_HEADERS})
    string(REPLACE "." "\\." pattern ${header})
    list(APPEND left_out REGEX "/${pattern}$" EXCLUDE)
  endforeach()
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/orrery/core COMPONENT core
    FILES_MATCHING PATTERN "*.h" ${left_out} PATTERN examples EXCLUDE PATTERN generator EXCLUDE)
endfunction()
