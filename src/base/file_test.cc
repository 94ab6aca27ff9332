#include "src/base/file.h"

#include <gtest/gtest.h>
#include <isa-l/igzip_lib.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace recount {
namespace {

std::string gzip(std::string_view text) {
  std::string out(text.size() + text.size() / 2 + 1000, '\0');
  isal_zstream stream;
  isal_deflate_init(&stream);
  stream.gzip_flag = IGZIP_GZIP;
  stream.end_of_stream = 1;
  stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<std::uint32_t>(text.size());
  stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
  stream.avail_out = static_cast<std::uint32_t>(out.size());
  EXPECT_EQ(isal_deflate(&stream), COMP_OK);
  out.resize(stream.total_out);
  return out;
}

class Files : public testing::Test {
 protected:
  std::string write(std::string_view bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return path_;
  }
  struct Read {
    std::vector<std::string> lines;
    std::uint64_t last_number = 0;
    std::string error;
  };
  Read lines(std::string_view bytes, std::size_t cap = 1000) {
    auto reader = LineReader::open(write(bytes), cap);
    Read read;
    while (const auto line = reader->next()) {
      read.lines.push_back(line->too_long ? "<too long>" : std::string(line->text));
      read.last_number = line->number;
    }
    if (reader->error()) read.error = reader->error()->message;
    return read;
  }
  ~Files() override { std::filesystem::remove(path_); }

 private:
  const std::string path_ = testing::TempDir() + "recount_" +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
};

using Lines = std::vector<std::string>;

TEST_F(Files, ReadsWholeFilesUpToTheCap) {
  EXPECT_EQ(*read_file(write("abc"), 3), "abc");
  EXPECT_EQ(*read_file(write(""), 3), "");
  EXPECT_NE(read_file(write("abcd"), 3).error().message.find("larger than 3 bytes"),
            std::string::npos);
  EXPECT_NE(read_file(testing::TempDir(), 3).error().message.find("is a folder"),
            std::string::npos);
  EXPECT_NE(read_file(testing::TempDir() + "none", 3).error().message.find("can't be opened"),
            std::string::npos);
}

TEST_F(Files, CutsLines) {
  EXPECT_EQ(lines("a\nb\r\n\nc").lines, (Lines{"a", "b", "", "c"}));
  EXPECT_EQ(lines("a\n").lines, (Lines{"a"}));
  EXPECT_EQ(lines("").lines, Lines{});
  EXPECT_EQ(lines("\n\n").last_number, 2u);
}

TEST_F(Files, GzipIsToldByItsBytes) {
  EXPECT_EQ(lines(gzip("a\nb\n")).lines, (Lines{"a", "b"}));
  EXPECT_EQ(lines(gzip("a\nb") + gzip("c\nd")).lines, (Lines{"a", "bc", "d"}));
  EXPECT_EQ(lines(gzip("") + gzip("x\n") + gzip("")).lines, (Lines{"x"}));
}

TEST_F(Files, ALineOverTheCapIsSkippedAlone) {
  const std::string text = "ab\n" + std::string(200000, 'x') + "\ncd\n";
  EXPECT_EQ(lines(text, 4).lines, (Lines{"ab", "<too long>", "cd"}));
  EXPECT_EQ(lines(gzip(text), 4).lines, (Lines{"ab", "<too long>", "cd"}));
}

TEST_F(Files, DamagedGzipIsAnError) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += std::to_string(i * 7919 % 10007) + "\n";
  const std::string packed = gzip(text);
  EXPECT_NE(lines(packed.substr(0, packed.size() / 2)).error.find("ends too early"),
            std::string::npos);
  std::string broken = packed;
  broken[broken.size() - 6] = static_cast<char>(broken[broken.size() - 6] ^ 1);  // checksum
  EXPECT_NE(lines(broken).error.find("damaged"), std::string::npos);
  EXPECT_NE(lines(gzip("a\n") + "rubbish behind the end").error.find("damaged"), std::string::npos);
}

RC_GTEST_FIXTURE_PROP(Files, PackedAndPlainGiveTheSameLines, (std::vector<std::uint16_t> lengths)) {
  std::string text;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    text.append(lengths[i] % 5000, static_cast<char>('a' + i % 26)).append("\n");
  }
  const Read plain = lines(text, 4000), packed = lines(gzip(text), 4000);
  RC_ASSERT(plain.lines == packed.lines);
  RC_ASSERT(plain.lines.size() == lengths.size());
}

TEST_F(Files, UnpacksWholeFilesUpToTheCap) {
  EXPECT_EQ(*read_unpacked(write("abc"), 3), "abc");
  EXPECT_EQ(*read_unpacked(write(""), 3), "");
  const std::string large(300000, 'x');
  EXPECT_EQ(*read_unpacked(write(gzip(large)), large.size()), large);
  EXPECT_FALSE(read_unpacked(write(gzip(large)), large.size() - 1).ok());
  EXPECT_FALSE(read_unpacked(write(gzip(large).substr(0, 40)), large.size()).ok());
}

}  // namespace
}  // namespace recount
