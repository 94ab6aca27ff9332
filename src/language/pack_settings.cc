// pack.toml: what the pack is, and how words are cut.
#include <toml++/toml.h>

#include <algorithm>

#include "src/language/pack_reader.h"

namespace recount {
namespace {

class SettingsReader {
 public:
  SettingsReader(const std::string& path, Pack& pack) : path_(path), pack_(pack) {}

  std::optional<Error> read() {
    try {
      const toml::table all = toml::parse_file(path_);
      if (identity(all)) words(all["words"]);
    } catch (const toml::parse_error& e) {
      fail(e.source(), std::string(e.description()));
    }
    return std::move(error_);
  }

 private:
  void fail(const toml::source_region& where, const std::string& what) {
    if (!error_) error_ = error_at(path_, where.begin.line, where.begin.column, what);
  }
  template <class Node>
  void fail_at(const Node& node, const toml::table& all, const std::string& what) {
    fail(node.node() ? node.node()->source() : all.source(), what);
  }

  bool identity(const toml::table& all) {
    PackSummary& s = pack_.summary;
    s.code = all["code"].value_or(std::string{});
    s.name = all["name"].value_or(std::string{});
    s.version = all["version"].value_or(std::string{});
    s.state = all["state"].value_or(std::string{"draft"});
    const auto format = all["format"].value<int>();
    const std::string ours = std::to_string(kPackFormat);
    if (!format)
      fail_at(all["format"], all, "the format is missing: format = " + ours);
    else if (*format != kPackFormat)
      fail_at(all["format"], all,
              "this pack is of format " + std::to_string(*format) + ", this recount reads format " +
                  ours + ": get a pack of format " + ours + ", or the recount that goes with it");
    if (s.code.empty()) fail_at(all["code"], all, "the code is missing: code = \"xx\"");
    if (s.version.empty()) fail_at(all["version"], all, "the version is missing: version = \"1\"");
    return !error_;
  }

  template <class Node, class F>
  void each(const Node& words, const char* key, F&& add) {
    const auto list = words[key];
    if (!list.node()) return;
    const toml::array* all = list.as_array();
    if (!all) return fail(list.node()->source(), std::string(key) + " is a list: [\"…\", \"…\"]");
    for (const toml::node& one : *all) {
      const auto text = one.value<std::string>();
      if (!text) return fail(one.source(), std::string(key) + " holds words: \"…\"");
      add(*text, one.source());
    }
  }

  template <class Node>
  void words(const Node& t) {
    const auto into = [](auto& words) {
      return [&words](const std::string& word, auto&) { words.insert(words.end(), word); };
    };
    each(t, "clitics_after", into(pack_.clitics_after));
    each(t, "whole", into(pack_.whole_words));
    each(t, "clitics_before", [&](const std::string& clitic, auto&) {
      const auto begins = [&](const std::string& word) { return word.starts_with(clitic); };
      const bool is_short = clitic.size() <= sizeof Clitic::bytes;
      pack_.clitics_before.push_back({clitic, is_short ? Vocabulary::key_of(clitic).prefix : 0,
                                      std::ranges::any_of(pack_.whole_words, begins)});
    });
    each(t, "abbreviations", into(pack_.abbreviations));
    each(t, "number_joiners", into(pack_.number_joiners));
    CharTable::Letters same_letters;
    each(t, "same_letters", [&](const std::string& pair, const toml::source_region& where) {
      const std::size_t equals = pair.find('=');
      if (equals == 0 || equals == std::string::npos)
        return fail(where, "same_letters holds LETTER=READ_AS, here '" + pair + "'");
      same_letters.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    });
    pack_.characters = CharTable(same_letters);
    const std::string decimal = t["decimal"].value_or(std::string{"."});
    if (!decimal.empty()) pack_.decimal_mark = decimal[0];
    pack_.thousands_marks = t["thousands"].value_or(std::string{});
  }

  const std::string& path_;
  Pack& pack_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> read_settings(const std::string& path, Pack& pack) {
  return SettingsReader(path, pack).read();
}

}  // namespace recount
