// A pack to begin with: the files of languages/_skeleton with the language's code and name in them,
// and every meaning as a comment to be filled.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "src/run/lang_check.h"
#include "src/run/lang_meanings.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

bool is_code(const std::string& code) {
  if (code.size() < 2 || code.size() > 3) return false;
  for (const char c : code)
    if (c < 'a' || c > 'z') return false;
  return true;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string with(std::string text, const std::string& mark, const std::string& value) {
  for (std::size_t at = text.find(mark); at != std::string::npos;
       at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
  return text;
}

std::string meaning_lines(const run::Meanings& meanings) {
  std::string out, group;
  for (const run::Meaning& m : meanings.all) {
    if (m.group != group) out += "\n## " + m.group + "\n";
    group = m.group;
    out += "\n# " + m.gloss + "\n#" + m.id + "  \n";
  }
  return out;
}

}  // namespace

Result<std::string> lang_new(const std::string& code, const std::string& name,
                             const std::string& to) {
  if (!is_code(code))
    return Error{"'" + code +
                 "' is no code of a language; take that of BCP 47: two or three "
                 "small letters, as in <html lang>"};
  const fs::path folder = fs::path(to) / code;
  if (fs::exists(folder)) return Error{folder.string() + ": is there already; nothing is changed"};
  const fs::path skeleton = fs::path(Languages::default_directory()) / "_skeleton";
  if (!fs::exists(skeleton))
    return Error{skeleton.string() + ": is missing; it holds the files of a new pack"};
  const auto meanings = run::load_meanings((skeleton.parent_path() / code).string());
  if (!meanings) return meanings.error();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Error{folder.string() + ": can't be made: " + error.message()};
  for (const auto& entry : fs::directory_iterator(skeleton, error)) {
    const std::string file = with(entry.path().filename().string(), ".skeleton", "");
    std::string text = with(with(content_of(entry.path()), "@CODE@", code), "@NAME@", name);
    if (file == "meanings.txt") text += meaning_lines(*meanings);
    std::ofstream(folder / file, std::ios::binary) << text;
    if (!fs::exists(folder / file)) return Error{(folder / file).string() + ": can't be written"};
  }
  if (error) return Error{skeleton.string() + ": can't be read: " + error.message()};
  return folder.string() + " is made, a pack that loads and reads little. Now, in this order:\n" +
         "  1. words.txt and paradigms.txt: fill the lists; each says what it wants\n"
         "  2. recount lang check " +
         code + " --languages " + to +
         "\n"
         "  3. meanings.txt: a sentence for each meaning; then step 2 again, and where one fails\n"
         "     recount lang try " +
         code + " \"the sentence\" --languages " + to +
         "\n"
         "  4. mentions.rules and frames.rules: what the classes alone don't read\n"
         "languages/README.md leads through it.\n";
}

}  // namespace recount
