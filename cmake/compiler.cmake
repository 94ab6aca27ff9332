# How everything of ours is compiled. Applies to targets that link recount_options.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

# ccache, where it is installed; two clones of the project share what it keeps.
find_program(RECOUNT_CCACHE ccache)
if(RECOUNT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${RECOUNT_CCACHE})
endif()

# Version and paths of this build: "recount/build_config.h".
configure_file(cmake/build_config.h.in ${CMAKE_BINARY_DIR}/generated/recount/build_config.h @ONLY)

add_library(recount_options INTERFACE)
target_compile_features(recount_options INTERFACE cxx_std_20)
target_include_directories(recount_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/include
                                                     ${CMAKE_BINARY_DIR}/generated)
target_compile_options(recount_options INTERFACE -Wall -Wextra -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these two where there is nothing (std::string's operator+, std::optional).
  target_compile_options(recount_options INTERFACE -Wshadow=local -Wno-restrict -Wno-maybe-uninitialized)
else()
  # GCC 12's std::stable_sort calls a function that C++17 deprecates.
  target_compile_options(recount_options INTERFACE -Wno-deprecated-declarations)
endif()
if(RECOUNT_WERROR)
  target_compile_options(recount_options INTERFACE -Werror)
endif()
if(RECOUNT_SANITIZE)
  add_compile_options(-fsanitize=${RECOUNT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${RECOUNT_SANITIZE})
endif()
if(RECOUNT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(RECOUNT_LTO)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()
find_package(Threads REQUIRED)
target_link_libraries(recount_options INTERFACE Threads::Threads)
