# Tests of the program itself, where it is built: its output on the stories.
add_executable(recount_check_record tests/check_record.cc)
target_link_libraries(recount_check_record PRIVATE recount_record)

if(TARGET recount)
  file(GLOB stories ${CMAKE_SOURCE_DIR}/stories/*)
  foreach(story IN LISTS stories)
    get_filename_component(name ${story} NAME)
    add_test(NAME read_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
             COMMAND sh -c "'$<TARGET_FILE:recount>' read '${story}/pages' | '$<TARGET_FILE:recount_check_record>'")
  endforeach()
endif()
