# The program's command line, from end to end.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME cli COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/cli_test.py $<TARGET_FILE:recount>
         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
set_tests_properties(cli PROPERTIES TIMEOUT 300)
