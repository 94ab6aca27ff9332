# Names, numbers and days swapped by a seed must leave the ledger as it is, and no table may know the names.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(recount_swap name pages entities)
  foreach(seed 1 2 3)
    add_test(NAME swap_${name}_${seed}
             COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/swap/swap_test.py --recount $<TARGET_FILE:recount>
                     --pages ${pages} --entities ${entities} --seed ${seed} ${ARGN})
    set_tests_properties(swap_${name}_${seed} PROPERTIES SKIP_RETURN_CODE 77)
  endforeach()
endfunction()

function(recount_tables name entities)
  add_test(NAME tables_${name}
           COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/swap/tables_test.py --entities ${entities} ${ARGN})
  set_tests_properties(tables_${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

recount_tables(seeds ${CMAKE_SOURCE_DIR}/tests/seeds/entities.jsonl --pages ${CMAKE_SOURCE_DIR}/../shared/seeds)
recount_swap(seeds ${CMAKE_SOURCE_DIR}/../shared/seeds ${CMAKE_SOURCE_DIR}/tests/seeds/entities.jsonl --key 3)
file(GLOB swap_stories ${CMAKE_SOURCE_DIR}/stories/*/entities.jsonl)
foreach(entities IN LISTS swap_stories)
  get_filename_component(story ${entities} DIRECTORY)
  get_filename_component(name ${story} NAME)
  recount_tables(${name} ${entities})
  recount_swap(${name} ${story}/pages ${entities})
endforeach()
