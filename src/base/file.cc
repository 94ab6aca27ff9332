// Reading a gzip file line by line: a Source gives blocks of bytes (plain ones as they are in the
// file, gzip ones through ISA-L's streaming inflate), and the lines are cut out of these blocks. A
// line that crosses blocks is gathered in `line_`, up to the cap.
#include "src/base/file.h"

#include <isa-l/igzip_lib.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <vector>

namespace recount {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Result<File> open_file(const std::string& path) {
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) return Error{path + ": is a folder, not a file"};
  File file(std::fopen(path.c_str(), "rb"));
  if (!file) return Error{path + ": can't be opened: " + std::strerror(errno)};
  return file;
}

// Blocks of a file's bytes, after gunzip where it is gzip.
class Source {
 public:
  Source(File file, std::string path)
      : path_(std::move(path)), file_(std::move(file)), raw_(kBlock), out_(kBlock) {
    fill();
    gzip_ = raw_size_ >= 2 && raw_[0] == 0x1F && raw_[1] == 0x8B;
    if (gzip_) begin_member();
  }

  // The next bytes; empty at the end or after an error.
  std::string_view block() {
    if (error_) return {};
    return gzip_ ? inflated() : plain();
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  static constexpr std::size_t kBlock = 1u << 16;

  void fill() {
    raw_size_ = std::fread(raw_.data(), 1, raw_.size(), file_.get());
    if (raw_size_ == 0 && std::ferror(file_.get()))
      error_ = Error{path_ + ": can't be read: " + std::strerror(errno)};
  }

  std::string_view plain() {
    const std::string_view block(reinterpret_cast<const char*>(raw_.data()), raw_size_);
    if (!handed_out_) {
      handed_out_ = true;
      return block;
    }
    fill();
    return {reinterpret_cast<const char*>(raw_.data()), raw_size_};
  }

  void begin_member() {
    const bool first = !state_;
    const auto* next = first ? raw_.data() : state_->next_in;
    const auto available = first ? static_cast<std::uint32_t>(raw_size_) : state_->avail_in;
    if (first) state_ = std::make_unique<inflate_state>();
    isal_inflate_init(state_.get());
    state_->crc_flag = ISAL_GZIP;
    state_->next_in = const_cast<std::uint8_t*>(next);
    state_->avail_in = available;
  }

  // Makes sure of input; false at the end of the file.
  bool have_input() {
    if (state_->avail_in > 0) return true;
    fill();
    state_->next_in = raw_.data();
    state_->avail_in = static_cast<std::uint32_t>(raw_size_);
    return raw_size_ > 0;
  }

  std::string_view inflated() {
    while (!error_) {
      const bool more = have_input();
      if (state_->block_state == ISAL_BLOCK_FINISH) {
        if (!more) return {};
        begin_member();
      }
      state_->next_out = out_.data();
      state_->avail_out = static_cast<std::uint32_t>(out_.size());
      const int status = isal_inflate(state_.get());
      const std::size_t got = out_.size() - state_->avail_out;
      if (status != ISAL_DECOMP_OK && status != ISAL_END_INPUT) {
        error_ = Error{path_ + ": is damaged gzip; fetch or pack it again"};
      } else if (got == 0 && !more && state_->block_state != ISAL_BLOCK_FINISH) {
        error_ = Error{path_ + ": gzip ends too early; fetch or pack it again"};
      }
      if (got > 0) return {reinterpret_cast<const char*>(out_.data()), got};
    }
    return {};
  }

  std::string path_;
  File file_;
  std::vector<std::uint8_t> raw_, out_;
  std::size_t raw_size_ = 0;
  std::unique_ptr<inflate_state> state_;
  bool gzip_ = false, handed_out_ = false;
  std::optional<Error> error_;
};

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes) {
  auto file = open_file(path);
  if (!file) return file.error();
  std::string bytes;
  std::vector<char> block(1u << 16);
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file->get())) {
    if (bytes.size() + got > max_bytes) {
      return Error{path + ": is larger than " + std::to_string(max_bytes) +
                   " bytes; split it, or allow larger ones"};
    }
    bytes.append(block.data(), got);
  }
  if (std::ferror(file->get())) return Error{path + ": can't be read: " + std::strerror(errno)};
  return bytes;
}

std::string without_source(const std::string& message, std::string_view source) {
  const std::string start = std::string(source) + ": ";
  return message.starts_with(start) ? message.substr(start.size()) : message;
}

Result<std::string> read_unpacked(const std::string& path, std::uint64_t max_bytes) {
  auto file = open_file(path);
  if (!file) return file.error();
  Source source(std::move(file.value()), path);
  std::string bytes;
  while (true) {
    const std::string_view block = source.block();
    if (block.empty()) break;
    if (bytes.size() + block.size() > max_bytes) {
      return Error{path + ": is larger than " + std::to_string(max_bytes) +
                   " bytes; split it, or allow larger ones"};
    }
    bytes.append(block);
  }
  if (source.error()) return *source.error();
  return bytes;
}

class LineReader::Impl {
 public:
  Impl(File file, const std::string& path, std::size_t max_line_bytes)
      : source_(std::move(file), path), max_line_bytes_(max_line_bytes) {}

  std::optional<Line> next() {
    line_.clear();
    bool too_long = false, any = false;
    while (true) {
      if (block_.empty()) block_ = source_.block();
      if (block_.empty()) break;
      any = true;
      const std::size_t end = block_.find('\n');
      const std::string_view part = block_.substr(0, end);
      too_long = too_long || line_.size() + part.size() > max_line_bytes_;
      if (!too_long) line_.append(part);
      block_.remove_prefix(end == std::string_view::npos ? block_.size() : end + 1);
      if (end != std::string_view::npos) break;
    }
    if (!any || source_.error()) return std::nullopt;
    if (too_long) line_.clear();
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    return Line{line_, ++number_, too_long};
  }

  const std::optional<Error>& error() const { return source_.error(); }

 private:
  Source source_;
  std::size_t max_line_bytes_;
  std::string_view block_;
  std::string line_;
  std::uint64_t number_ = 0;
};

Result<LineReader> LineReader::open(const std::string& path, std::size_t max_line_bytes) {
  auto file = open_file(path);
  if (!file) return file.error();
  return LineReader(std::make_unique<Impl>(std::move(file.value()), path, max_line_bytes));
}

LineReader::LineReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LineReader::~LineReader() = default;
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;

std::optional<LineReader::Line> LineReader::next() { return impl_->next(); }
const std::optional<Error>& LineReader::error() const { return impl_->error(); }

}  // namespace recount
