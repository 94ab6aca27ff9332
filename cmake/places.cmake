# The gazetteer: <build>/share/recount/places.bin, made from data/places by tools/build_places.cc.
set(places_file ${CMAKE_BINARY_DIR}/share/recount/places.bin)
file(GLOB places_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/places/*.tsv ${CMAKE_SOURCE_DIR}/data/places/*.gz)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/recount)
add_executable(build_places tools/build_places.cc)
target_link_libraries(build_places PRIVATE recount_place)
add_custom_command(
  OUTPUT ${places_file}
  COMMAND build_places ${CMAKE_SOURCE_DIR}/data/places ${places_file}
  DEPENDS build_places ${places_tables}
  COMMENT "Making the gazetteer")
add_custom_target(recount_places ALL DEPENDS ${places_file})
install(FILES ${places_file} ${CMAKE_SOURCE_DIR}/data/places/NOTICE DESTINATION ${CMAKE_INSTALL_DATADIR}/recount)
foreach(program IN ITEMS recount_place_test recount_test recount)
  if(TARGET ${program})
    add_dependencies(${program} recount_places)
  endif()
endforeach()
