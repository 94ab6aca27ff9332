# Tests that are no program of ours: the layers, and the check of the layers.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME layers COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/check-layers)
add_test(NAME check_layers_test COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/check_layers_test.py)

# At every build, so that a wrong include is seen where it is made.
add_custom_target(check_layers ALL COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/check-layers > /dev/null
                  || Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/check-layers VERBATIM
                  COMMENT "Checking includes against src/modules.cmake")
