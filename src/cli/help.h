// What --help says below the options: how it works, and examples.
#pragma once

namespace recount::cli {

inline constexpr char kExamples[] = R"(Examples:
  recount read page.html | jq .claims          what one page says
  recount add quay.dossier pages/              read a folder into a dossier
  recount ledger quay.dossier                  what can be said now, and on whose word
  recount explain quay.dossier c-0123456789abcdef
  recount explain quay.dossier e-0123456789abcdef
                                               one figure, down to the bytes of its page

Exit codes: 0 done, 1 some paths were skipped (named, with reasons), 2 wrong command, 3 dossier damaged or locked.
`recount help COMMAND` has more.)";

inline constexpr char kHelpExamples[] = R"(Examples:
  recount help
  recount help add
  recount help lang try)";

// What PATH may be, for read and add.
inline constexpr char kFormats[] =
    R"(PATH is .html, .htm, .txt or .jsonl (each also .gz), a folder (all of these in it), or - for JSON Lines on standard
input. A page whose language isn't known is named and not read: a page may say it (<html lang="fr">), a record
may give it, --language gives it for all the rest.
  .html .htm  a page as saved; title, date, outlet and language are taken from it
  .txt        UTF-8; a text keeps its offsets
  .jsonl      one record a line, all members but the text optional:
              {"id": "…", "url": "…", "outlet": "…", "published": "2000-02-29", "language": "fr", "title": "…",
               "text": "…"}   or "html": "…" instead of "text"; "retrieved_at" is kept; other members are named and ignored

)";

inline constexpr char kReadExamples[] =
    R"(Nothing is kept. Lines come in the order of the input.

Examples:
  recount read page.html                       one record, one line
  recount read pages/ --no-text --threads 4    a folder, without the texts
  recount read news.jsonl.gz --fields document.id,claims.figure
  cat news.jsonl | recount read -              in a pipe: a record that can't be read becomes the line
                                               {"document":null,"skipped":[…]}, and the exit code stays 0)";

inline constexpr char kAddExamples[] =
    R"(Reads what is new or changed: a page with the same bytes, read by the same packs, is left alone. The same URL with
other bytes is a new capture; both stay. The dossier is made where there is none; it is one file that may be copied.

Examples:
  recount add quay.dossier pages/              again later: only what is new is read
  recount add quay.dossier notes/ --language fr   texts that are too short to show their language
  recount add quay.dossier - < news.jsonl)";

inline constexpr char kLedgerExamples[] =
    R"(Event by event: each figure in the page's own words, who says it, when, through whom, and four numbers, never one:
  origins      first claimants known to stand behind the figure; unknown ones apart. No origin is a confirmation
  channels     networks (outlets, and pages that copy or translate each other) through which it came
  first-hand   is the claimant's own statement among the pages
  party        is the claimant a side in the event
and beside them:
  said by X, through Y      X's word, which reached the page by way of Y (`via` in JSON and CSV)
  in the own voice of X     the outlet X says it and names nobody
  the same on the same word   other claims of the same claimant and number: one line
  restated by               claims that repeat the line and add no origin
  called                    what pages call the event, and on whose word
  stands apart, part of     not to be added: it may be among the other figures
  [UNCERTAIN] [DENIED] [PLANNED] [HYPOTHETICAL]   how the page puts it
  differ                    DISAGREE: can't both be so; COMPATIBLE: can; REVISED: the later replaces the earlier
Names of private people and addresses are withheld unless --private-names is given.

Examples:
  recount ledger quay.dossier
  recount ledger quay.dossier --format jsonl   one event a line, then the links between pages
  recount ledger quay.dossier --format csv     one row a figure; `event` is its number in the report, ids stand last)";

inline constexpr char kClaimsExamples[] = R"(Examples:
  recount claims quay.dossier --measure deaths
  recount claims quay.dossier --kind person --document page-7
  recount claims quay.dossier --format csv > claims.csv)";

inline constexpr char kLeftOutExamples[] =
    R"(Every number of the pages that became no figure, and why: the cheapest way to see what was missed. The number stands
in its own words, and what is around it as far as no name can stand there (all of it with --private-names); telephone
numbers, contacts and addresses are withheld.
Reasons whose names don't say it: share (percent, fractions), name (a part of one: "Shed 7"), thing (counts no people),
statistic (people, but no event's figure), pronoun (“one” as a word for somebody), block (not the page's own text).

Examples:
  recount left-out quay.dossier
  recount left-out quay.dossier --reason undecided --format jsonl)";

inline constexpr char kFurnitureExamples[] =
    R"(Teasers, notices and menus that recur across the dossier's pages: they are marked there, are no source, and stay as
leads. `recount read` sees one page at a time; given this list it treats them in the same way. A block with withheld words
has no key; --private-names gives the keys of all.

Examples:
  recount furniture quay.dossier
  recount furniture quay.dossier --format jsonl --private-names > furniture.jsonl
  recount read new/ --furniture furniture.jsonl)";

inline constexpr char kExplainExamples[] =
    R"(Figure, claim, rule, sentence, block and the bytes of the page as it was captured, with a check that those bytes are
the claim's words; names are shown. An event's id (e-…) prints its part of the ledger, where names of private people are
withheld unless --private-names is given. `recount claims` and `recount ledger` give the ids.

Examples:
  recount explain quay.dossier c-0123456789abcdef
  recount explain quay.dossier e-0123456789abcdef
  recount claims quay.dossier --measure deaths --format jsonl | jq -r .id | recount explain quay.dossier -)";

inline constexpr char kLangExamples[] =
    R"(For those who write what recount knows of a language. languages/README.md leads from an empty folder to a measured pack.

Examples:
  recount lang new xx "Xanian" --to my-packs   a pack to begin with
  recount lang check xx --languages my-packs   what isn't read as it should be
  recount lang try xx "…" --languages my-packs why not)";

inline constexpr char kLangCheckExamples[] =
    R"(Fails, with file and line and what to do, where
  an example      beside a rule isn't read as it says, or a counter-example matches
  a meaning       of languages/_shared/meanings.tsv isn't read as expected in the pack's sentence (meanings.txt); a
                  sentence known not to be read bears a `?`, and fails once it is read
  a slip          names a class that no rule asks for, a measure, kind or capture that there isn't, or a pattern has no @;
                  of what is only superfluous it warns
  a double word   has readings of two classes from two lines of words.txt, and no line says that it is meant so

--coverage shows meanings by group, classes of words that the pack has and lacks, how each measure can be told, kinds of
claimants, rules without example, words that no rule asks for; with pages also which words beside numbers it doesn't know.
It never fails.
--use reads pages and lists the rules that took part in fewer than three documents or two outlets: a rule that serves one
page was made for that page.

Examples:
  recount lang check
  recount lang check fr --languages my-packs
  recount lang check fr --coverage
  recount lang check fr --coverage pages/
  recount lang check fr --use news.jsonl.gz --all)";

inline constexpr char kLangTryExamples[] =
    R"(Shows, in this order: each word with its readings (class, value, features), the mentions (times, quantities, actors) and
the rules that gave them, the rules of frames that match and what they capture, the claims with all fields, the numbers
left out, and for each number without a figure the rules that nearly match from it: how much of the pattern matched, which
element failed, at which words, what these words are instead, and what ended a gap. `//` parts paragraphs.

Examples:
  recount lang try en "At least 70 people were killed on Friday." --date 2000-01-01
  recount lang try en "The toll was said to be 12." --rule toll      one rule, pattern by pattern
  recount lang try fr "Au moins dix personnes ont été blessées.")";

inline constexpr char kLangNewExamples[] =
    R"(Makes the folder CODE with the files of a pack: they load, pass `recount lang check`, and say in their comments what to
write and in which order. meanings.txt holds every meaning as a comment to be filled with a sentence.

Examples:
  recount lang new xx "Xanian" --to my-packs
  recount lang check xx --languages my-packs)";

}  // namespace recount::cli
