// What each command was asked for, and what runs it. One file a command.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "src/cli/output.h"
#include "src/publish/publish.h"
#include "src/run/run.h"

namespace recount::cli {

inline constexpr int kDone = 0;
inline constexpr int kSomeSkipped = 1;
inline constexpr int kWrongCommand = 2;
inline constexpr int kDossier = 3;  // damaged or locked

// Where packs and places are read from.
struct Resources {
  std::vector<std::string> languages;  // folders, after the default one
  std::string places;                  // file; empty: the default one
};

// How pages are taken in: read and add.
struct Intake {
  unsigned threads = 0;            // 0: one a core
  std::uint64_t max_page_mb = 16;  // larger pages are skipped with their reason
  std::string language;            // code, for pages that don't say theirs
};

struct ReadCommand {
  Resources resources;
  std::vector<std::string> paths;
  std::vector<std::string> fields;
  std::string furniture;  // file; empty: none
  bool no_text = false;
  Intake intake;
};

struct AddCommand {
  Resources resources;
  std::string dossier;
  std::vector<std::string> paths;
  Intake intake;
};

// ledger, claims, left-out, furniture
struct ReportCommand {
  Resources resources;
  std::string dossier;
  Format format = Format::table;
  bool private_names = false;
  std::size_t width = 0;  // 0: the terminal's, 100 elsewhere
  ListFilter filter;      // claims, left-out
};

struct ExplainCommand {
  std::string dossier;
  std::vector<std::string> ids;  // of claims; "-" stands for those on standard input
  Format format = Format::table;
  bool private_names = false;  // of an event; a claim's are shown
};

struct LangCommand {
  Resources resources;
  std::string code;                // check: empty is all
  bool coverage = false;           // check --coverage
  std::vector<std::string> pages;  // check --coverage: files to read
  std::vector<std::string> use;    // check --use: files to read
  bool all = false;                // check --use: count all rules
  std::vector<std::string> words;  // try: the sentence
  Trial trial;                     // try: its day, and a rule to show in full
  std::string name;                // new: the language's own
  std::string to = ".";            // new: where its folder is made
};

int run_read(const ReadCommand& command, Output& out);
int run_add(const AddCommand& command, Output& out);
int run_ledger(const ReportCommand& command, Output& out);
int run_claims(const ReportCommand& command, Output& out);
int run_left_out(const ReportCommand& command, Output& out);
int run_furniture(const ReportCommand& command, Output& out);
int run_explain(const ExplainCommand& command, Output& out);
int run_lang_check(const LangCommand& command, Output& out);
int run_lang_try(const LangCommand& command, Output& out);
int run_lang_new(const LangCommand& command, Output& out);
int run_version(const Resources& resources, Output& out);

}  // namespace recount::cli
