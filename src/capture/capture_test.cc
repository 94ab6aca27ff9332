#include "src/capture/capture.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "src/base/base.h"
#include "src/capture/page.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

class CaptureTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("recount_capture_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view content) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.native();
  }

  // One line an item: "NAME page TYPE BYTES" or "NAME skipped REASON".
  std::string dump(const std::vector<std::string>& paths, const CaptureOptions& options = {}) {
    std::string out;
    capture(paths, options, [&](Captured captured) {
      out += line(captured);
      return true;
    });
    return out;
  }
  std::string line(const Captured& captured) const {
    const Page* page = std::get_if<Page>(&captured);
    const std::string source = page ? page->source : std::get<Skipped>(captured).source;
    const std::string start = folder_.native() + "/";
    const std::string name = source.starts_with(start) ? source.substr(start.size()) : source;
    if (page)
      return name + " page " + page->media_type + " " + std::to_string(page->body.size()) + "\n";
    return name + " skipped " + std::get<Skipped>(captured).reason + "\n";
  }

  fs::path folder_;
};

std::string dump_stream(const std::string& lines, const CaptureOptions& options = {}) {
  std::istringstream in(lines);
  std::string out;
  capture_json_lines(in, "-", options, [&](Captured captured) {
    if (const Page* page = std::get_if<Page>(&captured)) {
      out += page->source + " " + page->given.id.value_or("null") + " " + page->media_type + " " +
             page->body + "\n";
    } else {
      out += std::get<Skipped>(captured).source + " skipped\n";
    }
    return true;
  });
  return out;
}

TEST_F(CaptureTest, FilesByType) {
  const std::string plain = write("a.txt", "Harbour closed\n");
  const std::string page = write("b.HTM", "<p>Harbour closed</p>");
  EXPECT_EQ(dump({plain, page}), "a.txt page text/plain 15\nb.HTM page text/html 21\n");
}

TEST_F(CaptureTest, WhatCannotBeReadIsSkippedWithWhatToDo) {
  const std::vector<std::pair<std::string, std::string>> table{
      {write("empty.txt", ""), "is empty; capture the page again"},
      {write("blank.html", " \n\t\n"), "is empty; capture the page again"},
      {write("nul.txt", std::string("abc\0def", 7)),
       "holds NUL bytes, so it isn't text; save it as text or HTML in UTF-8"},
      {write("paper.html", "%PDF-1.7 …"), "is a PDF, not text; save it as text or HTML"},
      {write("noise.txt", "\x01\x02\x03\x04\x05 abc"),
       "is full of control characters, so it isn't text; save it as text or HTML"},
      {write("letter.docx", "PK"),
       "is of a type that isn't read; give it a name that ends in .html, .htm, .txt or .jsonl, "
       "each also with .gz"},
      {write("none.jsonl", "\n\n"), "is empty; write one JSON record a line"},
      {folder_.native() + "/gone.txt", "doesn't exist; check the path"}};
  for (const auto& [path, reason] : table)
    EXPECT_EQ(dump({path}), fs::path(path).filename().native() + " skipped " + reason + "\n");
}

TEST_F(CaptureTest, WideTextWithItsMarkIsText) {
  EXPECT_EQ(not_text(std::string_view("\xFF\xFE"
                                      "a\0b\0",
                                      6),
                     false),
            std::nullopt);
  EXPECT_NE(not_text(std::string_view("a\0b\0", 4), false), std::nullopt);
  EXPECT_EQ(not_text(std::string(300, 'a') + std::string(1, '\0'), true), std::nullopt);
}

TEST_F(CaptureTest, TooLargeIsToldWithoutReadingItAll) {
  CaptureOptions options;
  options.max_page_bytes = 10;
  const std::string path = write("large.txt", std::string(11, 'a'));
  EXPECT_EQ(dump({path}, options),
            "large.txt skipped is larger than 10 bytes; split it, or allow larger ones\n");
  EXPECT_EQ(dump({write("fits.txt", std::string(10, 'a'))}, options),
            "fits.txt page text/plain 10\n");
}

TEST_F(CaptureTest, FoldersAreSortedAndHiddenFilesLeftOut) {
  write("in/b.txt", "b");
  write("in/a/z.html", "z");
  write("in/B.txt", "B");
  write("in/.hidden.txt", "h");
  write("in/.cache/c.txt", "c");
  write("in/photo.jpg", "j");
  EXPECT_EQ(dump({folder_.native() + "/in"}),
            "in/B.txt page text/plain 1\nin/a/z.html page text/html 1\nin/b.txt page text/plain 1\n"
            "in/photo.jpg skipped is of a type that isn't read; give it a name that ends in .html, "
            ".htm, .txt or "
            ".jsonl, each also with .gz\n");
  fs::create_directories(folder_ / "bare");
  EXPECT_EQ(dump({folder_.native() + "/bare"}),
            "bare skipped holds no files; put pages into it (.html, .htm, .txt or .jsonl, each "
            "also with .gz)\n");
}

TEST_F(CaptureTest, GzipIsUnpacked) {
  const std::string page = write("a.html", "<p>Harbour closed</p>");
  const std::string lines = write("b.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
  ASSERT_EQ(std::system(("gzip " + page + " " + lines).c_str()), 0);
  EXPECT_EQ(dump({page + ".gz", lines + ".gz"}),
            "a.html.gz page text/html 21\nb.jsonl.gz:1 page text/plain 3\nb.jsonl.gz:2 page "
            "text/plain 3\n");
  EXPECT_EQ(dump({write("cut.txt.gz", "\x1F\x8B\x08")}).substr(0, 23), "cut.txt.gz skipped gzip");
}

TEST_F(CaptureTest, GzipBombStopsAtTheCap) {
  const std::string path = write("bomb.txt", std::string(4u << 20, 'a'));
  ASSERT_EQ(std::system(("gzip " + path).c_str()), 0);
  CaptureOptions options;
  options.max_page_bytes = 1u << 20;
  EXPECT_EQ(dump({path + ".gz"}, options),
            "bomb.txt.gz skipped is larger than 1048576 bytes; split it, or allow larger ones\n");
}

TEST_F(CaptureTest, StopsWhenTheSinkSaysSo) {
  int seen = 0;
  capture({write("a.txt", "a"), write("b.txt", "b"),
           write("c.jsonl", "{\"text\":\"c\"}\n{\"text\":\"d\"}\n")},
          {}, [&](Captured) { return ++seen < 3; });
  EXPECT_EQ(seen, 3);
}

TEST(CaptureJsonLines, RecordsAndBrokenLines) {
  EXPECT_EQ(dump_stream("{\"id\":\"n1\",\"text\":\"Ferry sank\"}\n"
                        "\n"
                        "{\"id\":7,\"html\":\"<p>x</p>\",\"text\":null}\r\n"
                        "{\"id\":\"n2\",\"text\"\n"
                        "[1]\n"
                        "{\"id\":\"n3\"}\n"
                        "{\"id\":\"n4\",\"text\":\"  \"}\n"
                        "{\"id\":\"n5\",\"text\":\"x\",\"published\":2011}\n"
                        "{\"text\":\"last\"}"),
            "-:1 n1 text/plain Ferry sank\n-:3 7 text/html <p>x</p>\n-:4 skipped\n-:5 skipped\n-:6 "
            "skipped\n"
            "-:7 skipped\n-:8 skipped\n-:9 null text/plain last\n");
}

TEST(CaptureJsonLines, UnknownMembersAreTold) {
  CaptureOptions options;
  std::string told;
  options.unknown_member = [&](std::string_view name) { told += std::string(name) + " "; };
  EXPECT_EQ(dump_stream("{\"lang\":\"en\",\"text\":\"a\"}\n{\"text\":\"b\",\"tags\":[1]}\n[1]\n",
                        options),
            "-:1 null text/plain a\n-:2 null text/plain b\n-:3 skipped\n");
  EXPECT_EQ(told, "lang tags ");
}

TEST(CaptureJsonLines, LinesAtTheEdgeOfTheReadBuffer) {
  for (const std::size_t length : {16370u, 16371u, 16372u, 16373u, 16374u, 32756u, 32757u}) {
    const std::string text(length, 'a');
    EXPECT_EQ(dump_stream("{\"text\":\"" + text + "\"}\n{\"text\":\"b\"}\n"),
              "-:1 null text/plain " + text + "\n-:2 null text/plain b\n");
  }
}

TEST(CaptureJsonLines, ALineTooLongIsSkippedAndTheRestGoesOn) {
  CaptureOptions options;
  options.max_page_bytes = 100;
  EXPECT_EQ(dump_stream("{\"text\":\"" + std::string(200000, 'a') + "\"}\n{\"text\":\"" +
                            std::string(101, 'a') + "\"}\n{\"text\":\"b\"}\n",
                        options),
            "-:1 skipped\n-:2 skipped\n-:3 null text/plain b\n");
}

TEST(CaptureJsonLines, FieldsOfARecord) {
  const Captured captured = page_of_record(
      "{\"id\":\"x\",\"url\":\"https://a.example/1\",\"outlet\":\"Coast "
      "Post\",\"published\":\"2020-02-03\","
      "\"language\":\"en\",\"title\":\"T\",\"text\":\"caf\\u00e9\",\"retrieved_at\":\"2020-02-"
      "04T00:00:00Z\"}",
      "f:1", {});
  const Page& page = std::get<Page>(captured);
  EXPECT_EQ(page.given.id, "x");
  EXPECT_EQ(page.url, "https://a.example/1");
  EXPECT_EQ(page.given.outlet, "Coast Post");
  EXPECT_EQ(page.given.published, "2020-02-03");
  EXPECT_EQ(page.retrieved_at, "2020-02-04T00:00:00Z");
  EXPECT_EQ(page.body, "caf\xC3\xA9");
  EXPECT_EQ(page.sha256, sha256_hex("caf\xC3\xA9"));
}

}  // namespace
}  // namespace recount
