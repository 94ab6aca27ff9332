# What packs say of themselves: every rule gives what stands beside it, every sentence means what it should, no word is
# read in two ways by accident.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME lang_check COMMAND recount lang check)
# The tools for authors of packs.
add_test(NAME lang COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/lang_test.py $<TARGET_FILE:recount>
         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
set_tests_properties(lang PROPERTIES TIMEOUT 300)
