// The records of a dossier as a report shows them: looked up by id, quoted with private names
// withheld, named shortly.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "recount/publish.h"
#include "src/base/base.h"
#include "src/publish/privacy.h"

namespace recount::publish {

struct ShownClaim {
  const DocumentRecord* record = nullptr;
  const Claim* claim = nullptr;
  explicit operator bool() const { return claim != nullptr; }
};

// One index of code points a record, built when it is first asked for. The records must outlive it.
class CodePointsOf {
 public:
  const CodePoints& operator()(const DocumentRecord& record) {
    return points_.try_emplace(&record, record.document.text).first->second;
  }

 private:
  std::unordered_map<const DocumentRecord*, CodePoints> points_;
};

// Keeps references: `records` and `options` must outlive it.
class Shown {
 public:
  Shown(std::span<const DocumentRecord* const> records, const TableOptions& options);

  std::span<const DocumentRecord* const> records() const { return records_; }
  const TableOptions& options() const { return options_; }
  // Empty where no record has it.
  ShownClaim claim(const std::string& id) const;
  const DocumentRecord* document(const std::string& id) const;

  // The words at `span`, masked and printable, without quotation marks.
  std::string words(const DocumentRecord& record, Span span) const;
  // The same of a block that is nobody's word, with house numbers of addresses withheld too.
  std::string block_words(const DocumentRecord& record, Span span) const;
  // The words in “ ”, without marks and blanks at their edges (": Protests").
  std::string quote(const DocumentRecord& record, Span span) const;
  // Words of ours or of a page that are in no span (names, reasons): masked and printable.
  std::string words(std::string_view text) const;
  // The same of what earlier stages concluded, with the labels of documents instead of their ids,
  // and days in words.
  std::string words_with_labels(std::string_view text) const;
  // A number that became no figure, in its own words: a number is no name. Telephone numbers,
  // contacts and addresses are withheld.
  std::string number_words(const DocumentRecord& record, const LeftOut& left) const;
  // The words around it, as far as no name of a person can stand among them.
  std::string number_context(const DocumentRecord& record, const LeftOut& left) const;
  // An address of a page; only its host where a private name stands in the rest.
  std::string url(std::string_view url) const;
  // A short name: the given id, else the stem of the file; of several captures of one page
  // "herald", "herald (2nd capture)" by their dates, "herald (capture 2)" where these don't tell.
  // No two documents share one.
  std::string label(const std::string& document) const;
  // The figure with its wording in the order of the text, "…" where words between are left out.
  std::string figure_quote(const DocumentRecord& record, const Claim& claim) const;

 private:
  // Numbers of a record that may not be shown, by position.
  struct Withheld {
    std::vector<Span> contacts;  // inside quotes too
    std::vector<Span> all;       // and addresses
  };
  std::string unmasked(const DocumentRecord& record, Span span,
                       const std::vector<Span>& withheld) const;
  const Withheld& withheld(const DocumentRecord& record) const;

  std::span<const DocumentRecord* const> records_;
  const TableOptions& options_;
  std::optional<Privacy> privacy_;
  std::unordered_map<std::string, ShownClaim> claims_;
  std::unordered_map<std::string, const DocumentRecord*> documents_;
  std::unordered_map<std::string, std::string> labels_;
  std::unordered_map<const DocumentRecord*, Withheld> withheld_;
};

}  // namespace recount::publish
