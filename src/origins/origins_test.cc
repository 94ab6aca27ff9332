#include "src/origins/origins.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <deque>
#include <set>

#include "src/origins/shingles.h"
#include "src/origins/words.h"

namespace recount {
namespace {

// A set of documents; prints what links them.
class Set {
 public:
  DocumentRecord& page(const std::string& id, const std::string& language,
                       const std::vector<std::pair<BlockKind, std::string>>& blocks) {
    DocumentRecord& record = records_.emplace_back();
    record.document.id = id;
    record.document.language = language;
    for (const auto& [kind, text] : blocks) {
      Block block;
      block.kind = kind;
      block.span.begin = static_cast<std::uint32_t>(record.document.text.size());
      record.document.text += text + "\n\n";
      block.span.end = static_cast<std::uint32_t>(record.document.text.size());
      record.document.blocks.push_back(block);
    }
    return record;
  }
  std::vector<const DocumentRecord*> pointers() const {
    std::vector<const DocumentRecord*> out;
    for (const DocumentRecord& record : records_) out.push_back(&record);
    return out;
  }
  std::string links() const { return links_of(link(pointers())); }
  static std::string links_of(const Origins& origins) {
    std::string out;
    for (const OriginLink& l : origins.links)
      out += std::string(name_of(l.kind)) + " " + l.from + " " + l.to + "\n";
    for (const RecurringBlock& r : origins.recurring)
      out += "recurring " + r.document + " " + std::to_string(r.span.begin) + "\n";
    return out;
  }

 private:
  std::deque<DocumentRecord> records_;
};

using enum BlockKind;

// `count` words that no other number shares.
std::string words(int from, int count) {
  std::string out;
  for (int i = from; i < from + count; ++i) out += "word" + std::to_string(i) + "x ";
  return out + ".";
}

void publish(DocumentRecord& record, const std::string& day) {
  record.document.published = Stamp{day, Precision::day, {}, "given", {}, false};
}

TEST(Words, of_any_script) {
  const std::string text = "L’Été 12h05, ЎРАЛ-СК ÉTÉ 東京 “quoted”…";
  std::string out;
  for (const auto& word : origins::words_of(text, {0, static_cast<std::uint32_t>(text.size())}))
    out += origins::lower(text.substr(word.span.begin, word.span.size())) + (word.upper     ? "^ "
                                                                             : word.capital ? "' "
                                                                             : word.digits  ? "# "
                                                                                            : " ");
  EXPECT_EQ(out, "l' été' 12h05 ўрал^ ск^ été^ 東 京 quoted ");
}

TEST(Words, names_and_hosts) {
  EXPECT_EQ(folded_name("  The Daily—News! "), "the daily news");
  EXPECT_EQ(host_of("https://www.Post.example/a?b"), "post.example");
  EXPECT_EQ(host_of("http://user@post.example:8080#x"), "post.example");
  EXPECT_EQ(host_of("post.example"), "");
}

TEST(Origins, copies_with_cuts_in_the_order_of_their_days) {
  Set set;
  publish(set.page("a", "en", {{headline, words(900, 5)}, {body, words(0, 100)}}), "2031-05-04");
  publish(set.page("b", "en", {{headline, words(910, 5)}, {body, words(0, 90)}}), "2031-05-03");
  publish(set.page("c", "en", {{body, words(40, 60) + words(500, 200)}}), "2031-05-05");
  publish(set.page("d", "en", {{body, words(700, 100)}}), "2031-05-05");
  EXPECT_EQ(set.links(),
            "near_copy a b\n"
            "partial_copy c a\n"
            "partial_copy c b\n");
}

TEST(Origins, a_quotation_of_a_sentence_makes_no_copy) {
  Set set;
  set.page("a", "en", {{body, words(0, 20) + words(100, 150)}});
  set.page("b", "en", {{body, words(0, 20) + words(300, 150)}});
  EXPECT_EQ(set.links(), "");
}

TEST(Origins, a_teaser_under_several_articles_recurs_and_shows_one_site) {
  Set set;
  set.page("a", "fr", {{body, words(0, 80)}, {headline, words(800, 2)}, {teaser, words(700, 40)}});
  set.page("b", "fr", {{body, words(100, 80)}, {teaser, words(700, 40)}});
  set.page("c", "fr", {{body, words(200, 80)}});
  const Origins origins = link(set.pointers());
  ASSERT_EQ(origins.recurring.size(), 2u);
  EXPECT_EQ(origins.recurring[0].document, "a");
  ASSERT_EQ(origins.links.size(), 1u);
  EXPECT_EQ(origins.links[0].kind, LinkKind::same_network);
  EXPECT_EQ(origins.links[0].evidence, "the same teaser of 40 words");
}

TEST(Origins, furniture_that_looks_like_text_is_told_in_three_articles) {
  Set set;
  for (const char* id : {"a", "b", "c"})
    set.page(id, "fr", {{body, words(100 * id[0], 80)}, {body, words(7, 30)}, {body, words(3, 2)}});
  EXPECT_EQ(link(set.pointers()).recurring.size(), 3u);
  EXPECT_EQ(link(set.pointers()).links.size(), 0u);
}

TEST(Origins, what_recurs_in_copies_of_one_text_is_text) {
  Set set;
  for (const char* id : {"a", "b", "c"})
    set.page(id, "fr", {{body, words(0, 80)}, {body, words(100, 60)}});
  EXPECT_EQ(set.links(), "near_copy a b\nnear_copy a c\nnear_copy b c\n");
}

TEST(Origins, outlets_hosts_and_credit_lines) {
  Set set;
  set.page("a", "en", {{body, words(0, 30)}}).document.outlet = "The Post";
  set.page("b", "en", {{body, words(100, 30)}}).document.outlet = "THE POST";
  set.page("c", "en", {{body, words(200, 30)}}).document.url = "https://www.sun.example/1";
  set.page("d", "en", {{body, words(300, 30)}}).document.url = "https://sun.example/2";
  set.page("e", "en", {{body, words(400, 30)}}).document.agency = "the post";
  set.page("f", "en", {{body, words(500, 30)}}).document.agency = "Far Wire";
  EXPECT_EQ(set.links(),
            "credit_line e a\n"
            "credit_line f agency:Far Wire\n"
            "same_network a b\n"
            "same_network c d\n");
}

TEST(Origins, a_retelling_in_another_language_by_names_numbers_and_acronyms) {
  Set set;
  set.page(
      "a", "fr",
      {{body,
        "À Arlow, le SPV a remis une lettre à Marta Ilven et Jon Dasker. Le QRT et 1500 soldats, "
        "selon Radan Peshk, sont venus. Les 340 grévistes de Port Sable attendent Ida Morn."}});
  set.page(
      "b", "en",
      {{body,
        "In Arlow the SPV handed a letter to Marta Ilven and Jon Dasker. The QRT and 1500 soldiers "
        "came, said Radan Peshk. The 340 strikers of Port Sable wait for Ida Morn."}});
  set.page("c", "en", {{body, "In Arlow Marta Ilven met nobody. " + words(0, 40)}});
  EXPECT_EQ(set.links(), "translation a b\n");
}

TEST(Origins, two_accounts_of_one_event_tell_it_in_another_order) {
  Set set;
  set.page("a", "fr",
           {{body,
             "À Arlow, le SPV a remis une lettre à Marta Ilven et Jon Dasker. Le QRT et 1500 "
             "soldats, selon Radan Peshk, sont venus. Les 340 grévistes attendent Ida Morn."}});
  set.page("b", "en",
           {{body,
             "The 340 strikers wait for Ida Morn, said Radan Peshk. The QRT and 1500 soldiers met "
             "Jon Dasker. The SPV wrote to Marta Ilven."}});
  EXPECT_EQ(set.links(), "");
}

TEST(Origins, a_tenth_in_runs_of_sentences_is_a_partial_copy) {
  Set set;
  set.page("a", "en", {{body, words(0, 30) + words(100, 150)}});
  set.page("b", "en", {{body, words(300, 80) + words(0, 30) + words(400, 80)}});
  EXPECT_EQ(set.links(), "partial_copy a b\n");
}

TEST(Origins, set_phrases_at_head_and_foot_make_no_copy) {
  Set set;
  set.page("a", "en", {{body, words(0, 40) + words(100, 80) + words(50, 12)}});
  set.page("b", "en", {{body, words(0, 40) + words(200, 80) + words(50, 12)}});
  EXPECT_EQ(set.links(), "");
}

TEST(Origins, a_sentence_repeated_of_an_outlet_that_is_named) {
  Set set;
  set.page("a", "en", {{body, words(0, 20) + words(100, 150)}}).document.outlet = "Harbour Mail";
  set.page("b", "en", {{body, words(300, 50) + words(0, 15) + "the Harbour Mail reported"}})
      .document.outlet = "Echo";
  set.page("c", "en", {{body, words(500, 50) + words(0, 15) + "the harbour mail was late"}})
      .document.outlet = "Sun";
  EXPECT_EQ(set.links(), "partial_copy b a\n");
}

TEST(Origins, keys_are_bounded) {
  Set set;
  const DocumentRecord& large = set.page("a", "en", {{body, words(0, 20000)}});
  EXPECT_LE(link_keys(large).size(), 1030u);
  EXPECT_GE(link_keys(large).size(), 500u);
}

TEST(Origins, large_groups_stay_linear_and_hang_together) {
  Set set;
  for (int i = 0; i < 200; ++i)
    set.page("p" + std::to_string(1000 + i), "en", {{body, words(0, 60)}});
  const Origins origins = link(set.pointers());
  EXPECT_LE(origins.links.size(), 200 * Members::kReach);
  Components components(200);
  for (const OriginLink& l : origins.links)
    components.unite(static_cast<std::uint32_t>(std::stoi(l.from.substr(1)) - 1000),
                     static_cast<std::uint32_t>(std::stoi(l.to.substr(1)) - 1000));
  for (std::uint32_t i = 0; i < 200; ++i) EXPECT_EQ(components.find(i), 0u);
  EXPECT_GT(origins.capped, 0u);
}

RC_GTEST_PROP(Origins, are_the_same_for_any_order, ()) {
  Set set;
  const int pages = *rc::gen::inRange(1, 8);
  for (int p = 0; p < pages; ++p) {
    std::vector<std::pair<BlockKind, std::string>> blocks;
    const int count = *rc::gen::inRange(0, 4);
    for (int b = 0; b < count; ++b)
      blocks.emplace_back(*rc::gen::element(body, teaser, headline, navigation),
                          words(*rc::gen::inRange(0, 3) * 20, *rc::gen::inRange(0, 60)));
    DocumentRecord& record =
        set.page("p" + std::to_string(p), *rc::gen::element<std::string>("en", "fr"), blocks);
    if (*rc::gen::inRange(0, 2)) record.document.outlet = "Post";
  }
  auto pointers = set.pointers();
  const std::string once = Set::links_of(link(pointers));
  std::reverse(pointers.begin(), pointers.end());
  RC_ASSERT(Set::links_of(link(pointers)) == once);
}

// The slow twin of counting what two sorted sets share.
RC_GTEST_PROP(Shingles, shared_are_counted, (std::set<std::uint8_t> a, std::set<std::uint8_t> b)) {
  std::size_t both = 0;
  for (auto x : a) both += b.contains(x);
  RC_ASSERT(origins::shared({a.begin(), a.end()}, {b.begin(), b.end()}) == both);
}

}  // namespace
}  // namespace recount
