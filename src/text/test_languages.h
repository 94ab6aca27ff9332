// Packs for the tests of this module: the block cues of two invented languages, so that the tests
// depend on no real pack.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "recount/language.h"

namespace recount::text {

inline constexpr char kTestCues[] =
    "update start update\n"
    "related start read more\n"
    "related whole related\n"
    "comment whole comments\n"
    "navigation whole share\n"
    "navigation whole print\n"
    "navigation whole home\n"
    "notice start we use cookies\n"
    "notice start copyright\n"
    "notice start support us\n"
    "byline start by\n"
    "byline start source:\n"
    "dateline start published\n"
    "caption start photo:\n"
    "contact start contact:\n";

inline const Languages& test_languages() {
  static const Languages languages = [] {
    namespace fs = std::filesystem;
    const fs::path root =
        fs::temp_directory_path() / ("recount_text_packs_" + std::to_string(getpid()));
    fs::create_directories(root / "xx");
    fs::create_directories(root / "_shared");
    const auto write = [&](const char* name, const std::string& content) {
      std::ofstream(root / name) << content;
    };
    write("xx/pack.toml",
          "code = \"xx\"\nname = \"Test\"\nversion = \"1\"\nstate = \"draft\"\nformat = 1\n");
    for (const char* name :
         {"xx/paradigms.txt", "xx/words.txt", "xx/mentions.rules", "xx/frames.rules"})
      write(name, "");
    write("xx/blocks.txt", kTestCues);
    write("_shared/clock.txt", "# words\npm pm\nam am\nUhr mark\nGMT mark\n");
    write("_shared/days.txt",
          "month=3 march\npublished published written\nmodified updated\nclock at\nother joined\n");
    write("_shared/captures.txt",
          "error page not found\ncaptcha one more step\npaywall to continue reading\n");
    write("_shared/blocks.txt", "related whole mehr dazu\nnot a cue\n");
    write("_shared/agencies.txt", "NNA|Northern News Agency\nPA\n");
    Result<Languages> loaded = Languages::load({root.native()});
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().message);
    fs::remove_all(root);
    return loaded.ok() ? std::move(loaded.value()) : Languages();
  }();
  return languages;
}

}  // namespace recount::text
