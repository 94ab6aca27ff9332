// build_places SOURCE_DIRECTORY FILE: makes the gazetteer's file out of data/places. Run by the
// build.
#include <iostream>

#include "src/mentions/place/place.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: build_places SOURCE_DIRECTORY FILE\n";
    return 2;
  }
  const recount::Status written = recount::write_gazetteer(argv[1], argv[2]);
  if (!written) {
    std::cerr << "build_places: " << written.error().message << "\n";
    return 1;
  }
  return 0;
}
