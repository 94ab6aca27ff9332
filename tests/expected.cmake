# What careful readers expect of sets of pages, against what recount says. A set takes part once its folder has a
# known_wrong.txt (compare.py --write).
function(recount_expected name pages folder)
  if(NOT EXISTS ${folder}/known_wrong.txt)
    return()
  endif()
  add_test(NAME expected_${name}
           COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/expected/compare.py --recount $<TARGET_FILE:recount>
                   --pages ${pages} --expected ${folder} ${ARGN})
  set_tests_properties(expected_${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

find_package(Python3 REQUIRED COMPONENTS Interpreter)
recount_expected(seeds ${CMAKE_SOURCE_DIR}/../shared/seeds ${CMAKE_SOURCE_DIR}/tests/seeds --key 3)
file(GLOB stories ${CMAKE_SOURCE_DIR}/stories/*)
foreach(story IN LISTS stories)
  get_filename_component(name ${story} NAME)
  recount_expected(${name} ${story}/pages ${story})
endforeach()
