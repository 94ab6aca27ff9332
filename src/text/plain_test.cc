#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "src/base/base.h"
#include "src/text/test_languages.h"
#include "src/text/text.h"

namespace recount::text {
namespace {

Page plain_page(const std::string& body) {
  Page page;
  page.source = "test.txt";
  page.media_type = "text/plain";
  page.body = body;
  page.sha256 = sha256_hex(body);
  return page;
}

// One line a block: "kind[*] [time]| words", line ends as ~.
std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    std::string words = document.text.substr(block.span.begin, block.span.size());
    while (!words.empty() && (words.back() == '\n' || words.back() == '\r')) words.pop_back();
    for (char& c : words)
      if (c == '\n') c = '~';
    out += std::string(name_of(block.kind)) + (block.section ? "*" : "") +
           (block.time ? " " + *block.time : "") + "| " + words + "\n";
  }
  return out;
}

std::string blocks_of(const std::string& body) {
  const Result<Document> document = to_document(plain_page(body), test_languages());
  return document.ok() ? dump(*document) : "error " + document.error().message;
}

const std::string kProse =
    "The harbour of Velt was closed on Monday after a ferry struck the outer mole, officials said.";

struct Case {
  const char* name;
  std::string body, blocks;
};

TEST(PlainText, Blocks) {
  const Case cases[] = {
      {"blank lines separate", "Ferry strikes mole\n\n" + kProse + "\n\n" + kProse,
       "headline| Ferry strikes mole\nbody| " + kProse + "\nbody| " + kProse + "\n"},
      {"lines are paragraphs where there are no blank lines",
       "Ferry strikes mole\n" + kProse + "\n" + kProse,
       "headline| Ferry strikes mole\nbody| " + kProse + "\nbody| " + kProse + "\n"},
      {"wrapped lines stay together",
       "Ferry strikes mole\n\nThe harbour was closed on Monday\nafter a ferry struck the mole, "
       "officials said.\n",
       "headline| Ferry strikes mole\nbody| The harbour was closed on Monday~after a ferry struck "
       "the mole, officials said.\n"},
      {"a repeated headline is one", "Ferry strikes mole\n\nFerry strikes mole\n\n" + kProse,
       "headline| Ferry strikes mole\nheadline| Ferry strikes mole\nbody| " + kProse + "\n"},
      {"a short line between paragraphs",
       "Ferry strikes mole\n\n" + kProse + "\n\nIn the town\n\n" + kProse,
       "headline| Ferry strikes mole\nbody| " + kProse + "\nheadline*| In the town\nbody| " +
           kProse + "\n"},
      {"one paragraph is no headline", kProse, "body| " + kProse + "\n"},
      {"entries of a live page",
       "Ferry strikes mole\n\nUpdate 17h20 Two boats left.\n\n19:05 – Three came back.\n\n7.10 pm: "
       "Quiet.",
       "headline| Ferry strikes mole\nupdate T17:20| Update 17h20 Two boats left.\nupdate T19:05| "
       "19:05 – Three came back.\n"
       "update T19:10| 7.10 pm: Quiet.\n"},
      {"an update without a time is a heading",
       "Ferry strikes mole\n\nUpdate: in the town\n\n" + kProse,
       "headline| Ferry strikes mole\nheadline*| Update: in the town\nbody| " + kProse + "\n"},
      {"three bare times make a live page",
       "Ferry strikes mole\n\n17:20 Two boats left.\n\n19:05 One came back.\n\n19:40 Quiet.",
       "headline| Ferry strikes mole\nupdate T17:20| 17:20 Two boats left.\nupdate T19:05| 19:05 "
       "One came back.\n"
       "update T19:40| 19:40 Quiet.\n"},
      {"times on lines of their own",
       "Ferry strikes mole\n\n" + kProse + "\n\n9h40\n\nTwo boats left.\n\n" + kProse +
           "\n\n10h\nOne came back.\n\n11h05\n\nA title\n\nQuiet on the quay.\n\nIn the town\n\n" +
           kProse,
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate T09:40| 9h40\nupdate T09:40| Two boats left.\nupdate T09:40| " + kProse +
           "\nupdate T10:00| 10h~One came back.\nupdate T11:05| 11h05\nupdate T11:05| A title\n"
           "update T11:05| Quiet on the quay.\nheadline*| In the town\nbody| " +
           kProse + "\n"},
      {"two times on lines of their own",
       "Ferry strikes mole\n\n" + kProse + "\n\n9h40\n\nTwo boats left.\n\n10h05\n\nOne came back.",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate T09:40| 9h40\nupdate T09:40| Two boats left.\nupdate T10:05| 10h05\nupdate "
           "T10:05| One came back.\n"},
      {"a number is no time",
       "Ferry strikes mole\n\n3.000 people stood on the quay.\n\n12.30.2020 was the day.",
       "headline| Ferry strikes mole\nbody| 3.000 people stood on the quay.\nbody| 12.30.2020 was "
       "the day.\n"},
      {"related opens a region",
       "Ferry strikes mole\n\n" + kProse + "\n\nRelated:\n\nOld ferries\n\n" + kProse,
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nrelated| Related:\nrelated| Old ferries\nteaser| " + kProse + "\n"},
      {"one line that leads away opens none",
       "Ferry strikes mole\n\n" + kProse + "\n\nRead more: Old ferries\n\n" + kProse,
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nrelated| Read more: Old ferries\nbody| " + kProse + "\n"},
      {"navigation after a region ends it",
       "Ferry strikes mole\n\n" + kProse + "\n\nRelated\n\n" + kProse +
           "\n\nShare:\nPrint:\nFront page\n",
       "headline| Ferry strikes mole\nbody| " + kProse + "\nrelated| Related\nteaser| " + kProse +
           "\nnavigation| Share:\nnavigation| Print:\nnavigation| Front page\n"},
      {"navigation inside the article ends nothing",
       "Home\n\nFerry strikes mole\n\nShare\n\n" + kProse,
       "navigation| Home\nheadline| Ferry strikes mole\nnavigation| Share\nbody| " + kProse + "\n"},
      {"comments",
       "Ferry strikes mole\n\n" + kProse +
           "\n\nComments\n\nanna: shame on them all, it was bound to happen one day.",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\ncomment| Comments\ncomment| anna: shame on them all, it was bound to happen one "
           "day.\n"},
      {"byline, dateline, contact",
       "Ferry strikes mole\n\nBy Ilse Brandt\n\nVelt, 3 March 2020\n\n" + kProse +
           "\n\nQuestions: Ilse Brandt, i.brandt@velt.example",
       "headline| Ferry strikes mole\nbyline| By Ilse Brandt\ndateline| Velt, 3 March "
       "2020\nbody| " +
           kProse + "\ncontact| Questions: Ilse Brandt, i.brandt@velt.example\n"},
      {"a sentence with an address is prose",
       "Ferry strikes mole\n\nPlease write to the harbour office of Velt today and ask for the "
       "crew: office@velt.example",
       "headline| Ferry strikes mole\nbody| Please write to the harbour office of Velt today and "
       "ask for the crew: office@velt.example\n"},
      {"a paragraph that begins as a cue is none",
       "Ferry strikes mole\n\nBy noon all of the boats had left the harbour, and the people of "
       "Velt went home.",
       "headline| Ferry strikes mole\nbody| By noon all of the boats had left the harbour, and the "
       "people of Velt went home.\n"},
      {"bullets", "Ferry strikes mole\n\n- two boats\n\n- three boats",
       "headline| Ferry strikes mole\nlist| - two boats\nlist| - three boats\n"},
      {"a letter", "Ferry strikes mole\n\n«Dear mayor\n\n" + kProse + "\n\nThe crew»\n\n" + kProse,
       "headline| Ferry strikes mole\nquote| «Dear mayor\nquote| " + kProse +
           "\nquote| The crew»\nbody| " + kProse + "\n"},
      {"capitals", "Ferry strikes mole\n\nURGENT CALL FOR HELP!\n\n" + kProse,
       "headline| Ferry strikes mole\nheadline*| URGENT CALL FOR HELP!\nbody| " + kProse + "\n"},
      {"carriage returns", "Ferry strikes mole\r\n\r\n" + kProse + "\r\n",
       "headline| Ferry strikes mole\nbody| " + kProse + "\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(blocks_of(c.body), c.blocks) << c.name;
}

TEST(PlainText, IsKeptByteForByte) {
  const std::string body = "\n\n Ferry  strikes\tmole \r\n\r\n\xC2\xA0 Caf\xC3\xA9 closed. \n";
  const Result<Document> document = to_document(plain_page(body), test_languages());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->text, body);
  ASSERT_EQ(document->source_map.size(), 1u);
  EXPECT_EQ(document->source_map[0].page_end, body.size());
  EXPECT_EQ(document->blocks.front().span.begin, 0u);
  EXPECT_EQ(document->blocks.back().span.end, body.size());
}

TEST(PlainText, AByteOrderMarkStaysOutOfTheText) {
  const Result<Document> document = to_document(plain_page("\xEF\xBB\xBF"
                                                           "Ferry sank"),
                                                test_languages());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->text, "Ferry sank");
  EXPECT_EQ(document->source_map[0].page_begin, 3u);
}

TEST(PlainText, OtherEncodingsAreConverted) {
  // Windows-1251, long enough to be told by its letters.
  const std::string body =
      "\xCF\xE0\xF0\xEE\xEC \xE7\xE0\xF2\xEE\xED\xF3\xEB \xE2 \xE3\xE0\xE2\xE0\xED\xE8, "
      "\xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE8 "
      "\xE2\xEB\xE0\xF1\xF2\xE8 \xE3\xEE\xF0\xEE\xE4\xE0 \xE2 "
      "\xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA";
  const Result<Document> document = to_document(plain_page(body), test_languages());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->text.substr(0, 10), "Паром");
  for (const SourceRun& run : document->source_map) EXPECT_LE(run.page_end, body.size());
}

TEST(PlainText, GivenFieldsWin) {
  Page page = plain_page("Ferry strikes mole\n\n" + kProse);
  page.given.id = "n7";
  page.given.title = "A ferry";
  page.given.published = "2020-03-02";
  page.given.language = "xx";
  page.given.outlet = "Velt Post";
  page.given.url = "https://velt.example/2020/03/05/ferry";
  const Result<Document> document = to_document(page, test_languages());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->id, "n7");
  EXPECT_EQ(document->title, "A ferry");
  EXPECT_EQ(document->published->value, "2020-03-02");
  EXPECT_EQ(document->published->evidence, "given");
  EXPECT_EQ(document->language, "xx");
  EXPECT_EQ(document->outlet, "Velt Post");
  page.given.published.reset();
  EXPECT_EQ(to_document(page, test_languages())->published->value, "2020-03-05");
  page.given.id.reset();
  EXPECT_EQ(to_document(page, test_languages())->id.substr(0, 2), "d-");
}

TEST(PlainText, Agency) {
  const std::pair<std::string, std::string> cases[] = {
      {"Ferry strikes mole\n\nVELT (NNA) - " + kProse, "NNA"},
      {"Ferry strikes mole\n\n" + kProse + " (Northern News Agency)", "NNA"},
      {"Ferry strikes mole\n\n" + kProse + "\n\n(with NNA)", "NNA"},
      {"Ferry strikes mole\n\n" + kProse + "\n\nNNA", "NNA"},
      {"Ferry strikes mole\n\n" + kProse + " NNA reported it first.", "-"},
      {"Ferry strikes mole\n\n" + kProse + "\n\nMa and pa", "-"}};
  for (const auto& [body, agency] : cases)
    EXPECT_EQ(to_document(plain_page(body), test_languages())->agency.value_or("-"), agency)
        << body;
}

TEST(PlainText, WhatIsNoText) {
  EXPECT_FALSE(to_document(plain_page(" \n\xEF\xBB\xBF \n"), test_languages()).ok());
  TextOptions options;
  options.max_text_bytes = 10;
  EXPECT_FALSE(to_document(plain_page("Ferry strikes mole"), test_languages(), options).ok());
}

RC_GTEST_PROP(PlainText, BlocksTileAndRunsFit, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "\n", "\n\n", "\r\n", " ", "Ferry", "17:20 – ", "Related", "é", "\xFF", "\xC2\xA0", "- ",
      "Share", ".", "«", "»", "(NNA)", "2020"));
  std::string body;
  for (const std::string& piece : pieces) body += piece;
  const Result<Document> document = to_document(plain_page(body), test_languages());
  if (!document.ok()) return;
  RC_ASSERT(utf8_valid(document->text));
  std::uint32_t at = 0;
  for (const Block& block : document->blocks) {
    RC_ASSERT(block.span.begin == at);
    RC_ASSERT(block.span.end > at);
    at = block.span.end;
  }
  RC_ASSERT(at == document->text.size());
  at = 0;
  for (const SourceRun& run : document->source_map) {
    RC_ASSERT(run.text_begin == at);
    RC_ASSERT(run.page_begin < run.page_end && run.page_end <= body.size());
    at = run.text_end;
  }
  RC_ASSERT(at == document->text.size());
}

}  // namespace
}  // namespace recount::text
