// What --help says below the options: how it works, and examples.
#pragma once

namespace recount::cli {

inline constexpr char kExamples[] = R"(Examples:
  recount read page.html | jq .claims          what one page says
  recount add quay.dossier pages/              read a folder into a dossier
  recount ledger quay.dossier                  what can be said now, and on whose word
  recount explain quay.dossier c-0123456789abcdef
                                               one figure, down to the bytes of its page

Exit codes: 0 done, 1 some paths were skipped (named, with reasons), 2 wrong command, 3 dossier damaged or locked.
`recount COMMAND --help` has more.)";

inline constexpr char kReadExamples[] =
    R"(PATH is .html, .htm, .txt or .jsonl (each also .gz), a folder, or - for JSON Lines on standard input.
A line of JSON Lines is {"id", "url", "outlet", "published", "language", "title", "text" or "html"}; all but the last
are optional; `text` keeps its offsets. Nothing is kept. Lines come in the order of the input.

Examples:
  recount read page.html                       one record, one line
  recount read pages/ --no-text --threads 4    a folder, without the texts
  recount read news.jsonl.gz --fields document.id,claims
  cat news.jsonl | recount read -              in a pipe: a record that can't be read becomes the line
                                               {"document":null,"skipped":[…]}, and the exit code stays 0)";

inline constexpr char kAddExamples[] =
    R"(Reads what is new or changed: a page with the same bytes, read by the same packs, is left alone. The same URL with
other bytes is a new capture; both stay. The dossier is made where there is none; it is one file that may be copied.

Examples:
  recount add quay.dossier pages/              again later: only what is new is read
  recount add quay.dossier - < news.jsonl)";

inline constexpr char kLedgerExamples[] =
    R"(Event by event: each figure in the page's own words, who says it, when, through whom, and four numbers apart:
origins (first claimants; unknown ones apart), channels, first-hand, party. Names of private people and addresses are
withheld unless --private-names is given.

Examples:
  recount ledger quay.dossier
  recount ledger quay.dossier --format jsonl   one event a line, then the links between pages
  recount ledger quay.dossier --format csv     one row a figure)";

inline constexpr char kClaimsExamples[] = R"(Examples:
  recount claims quay.dossier --measure deaths
  recount claims quay.dossier --kind person --document page-7
  recount claims quay.dossier --format csv > claims.csv)";

inline constexpr char kLeftOutExamples[] =
    R"(Every number of the pages that became no figure, and why: the cheapest way to see what was missed.

Examples:
  recount left-out quay.dossier
  recount left-out quay.dossier --reason undecided --format jsonl)";

inline constexpr char kExplainExamples[] =
    R"(Figure, claim, rule, sentence, block and the bytes of the page as it was captured, with a check that those bytes are
the claim's words. Names are shown. `recount claims` and `recount ledger` give the ids.

Example:
  recount explain quay.dossier c-0123456789abcdef)";

inline constexpr char kLangCheckExamples[] = R"(Runs the examples of a pack, or of all packs.

Examples:
  recount lang check
  recount lang check fr --languages my-packs)";

inline constexpr char kLangTryExamples[] =
    R"(Shows the words of a sentence, what each level found, and which rules fired.

Examples:
  recount lang try en "At least 70 people were killed on Friday." --date 2000-01-01
  recount lang try fr "Au moins dix personnes ont été blessées.")";

}  // namespace recount::cli
