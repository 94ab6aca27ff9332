#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

#include "src/base/base.h"
#include "src/text/html_entities.h"
#include "src/text/test_languages.h"
#include "src/text/text.h"

namespace recount::text {
namespace {

Page html_page(const std::string& body) {
  Page page;
  page.source = "test.html";
  page.media_type = "text/html";
  page.body = body;
  page.sha256 = sha256_hex(body);
  return page;
}

std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    std::string words = document.text.substr(block.span.begin, block.span.size());
    while (!words.empty() && words.back() == '\n') words.pop_back();
    out += std::string(name_of(block.kind)) + (block.section ? "*" : "") +
           (block.time ? " " + *block.time : "") + "| " + words + "\n";
  }
  return out;
}

std::string blocks_of(const std::string& body) {
  const Result<Document> document = to_document(html_page(body), test_languages());
  return document.ok() ? dump(*document) : "error " + document.error().message;
}

Document document_of(const std::string& body) {
  Result<Document> document = to_document(html_page(body), test_languages());
  EXPECT_TRUE(document.ok());
  return document.ok() ? std::move(document.value()) : Document{};
}

const std::string kProse =
    "The harbour of Velt was closed on Monday after a ferry struck the outer mole, officials said.";
const std::string kPara = "<p>" + kProse + "</p>";

struct Case {
  const char* name;
  std::string body, blocks;
};

TEST(Html, Blocks) {
  const Case cases[] = {
      {"a page with its surroundings",
       "<title>Ferry strikes mole | Velt Post</title><nav><a href=/>Home</a> <a "
       "href=/n>News</a></nav><main><h1>Ferry "
       "strikes mole</h1>" +
           kPara + "<h2>In the town</h2>" + kPara +
           "</main><footer><p>Velt Post, Quay 3</p></footer>",
       "navigation| Home News\nheadline| Ferry strikes mole\nbody| " + kProse +
           "\nheadline*| In the town\nbody| " + kProse + "\nnotice| Velt Post, Quay 3\n"},
      {"paragraphs by two line breaks",
       "<h1>Ferry strikes mole</h1><div>" + kProse + "<br><br>" + kProse + "<br>So it is.</div>",
       "headline| Ferry strikes mole\nbody| " + kProse + "\nbody| " + kProse + " So it is.\n"},
      {"lists, quotations, captions",
       "<h1>Ferry strikes mole</h1>" + kPara +
           "<ul><li>two boats<li>three boats</ul><blockquote><p>It was dark.</p></blockquote>"
           "<figure><img src=x><figcaption>The mole on Monday</figcaption></figure>" +
           kPara,
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nlist| two boats\nlist| three boats\nquote| It was dark.\n"
           "caption| The mole on Monday\nbody| " +
           kProse + "\n"},
      {"a table of data, row by row",
       "<h1>Ferry strikes mole</h1>" + kPara +
           "<table><tr><th>Boat<th>People<tr><td>Anna</td><td>12</td></tr></table>" + kPara,
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\ntable| Boat People\ntable| Anna 12\nbody| " + kProse + "\n"},
      {"a table for layout",
       "<table><tr><td><ul><li><a href=/a>News</a></ul></td><td><h1>Ferry strikes mole</h1>" +
           kPara + kPara + "</td></tr></table>",
       "navigation| News\nheadline| Ferry strikes mole\nbody| " + kProse + "\nbody| " + kProse +
           "\n"},
      {"entries with a time each",
       "<h1>Ferry strikes mole</h1>" + kPara +
           "<div><div class=e><time>17:20</time><p>Two boats have left the quay of Velt.</p><p>A "
           "third "
           "follows now.</p></div><div class=e><time datetime='2020-03-02T19:05:00Z'>7.05 "
           "pm</time><p>One of the boats came back with forty people on board.</p></div></div>",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate T17:20| 17:20\nupdate T17:20| Two boats have left the quay of Velt.\n"
           "update T17:20| A third follows now.\nupdate T19:05| 7.05 pm\nupdate T19:05| One of the "
           "boats came back with forty people on board.\n"},
      {"a box of key points is no entry; a day before the clock of a live page",
       "<div itemscope itemtype='https://schema.org/LiveBlogPosting'><h1>Ferry strikes mole</h1>"
       "<ul><li><time>17:20</time> <a href=#1>Two boats have left</a></li><li><time>17:05</time> "
       "<a "
       "href=#2>A ferry struck the mole</a></li><li><time>17:01</time> <a href=#3>Fog on the "
       "Sund</a></li></ul><div><div class=e><p><time>2 March 2020</time><span "
       "class=c>17:20</span></p><p>Two boats have left the quay of Velt.</p><p>Share</p></div>"
       "<div class=e><p><time>2 March 2020</time><span class=c>17:05</span></p><p>One ferry struck "
       "the mole at Velt this very morning.</p></div></div></div>",
       "headline| Ferry strikes mole\nrelated| 17:20 Two boats have left\nrelated| 17:05 A ferry "
       "struck the mole\nnavigation| 17:01 Fog on the Sund\nupdate T17:20| 2 March 2020 "
       "17:20\nupdate T17:20| Two boats have left the quay of Velt.\nnavigation| Share\nupdate "
       "T17:05| 2 March 2020 17:05\nupdate T17:05| One ferry struck the mole at Velt this very "
       "morning.\n"},
      {"entries whose times only the page's JSON-LD gives",
       "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry "
       "strikes mole\",\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"Two boats "
       "left\",\"datePublished\":\"2020-03-02T17:20:00+01:00\"},{\"headline\":\"One came "
       "back\",\"datePublished\":\"2020-03-02T17:05:00+01:00\"}]}</script><h1>Ferry strikes "
       "mole</h1>" +
           kPara +
           "<div><div class=e><h2>Two boats left</h2><p>They have left the quay of Velt for the "
           "islands.</p></div><div class=e><h2>One came back</h2><p>It had forty people on board, "
           "said the harbour.</p></div></div>",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate 2020-03-02T17:20:00+01:00| Two boats left\nupdate 2020-03-02T17:20:00+01:00| "
           "They have left the quay of Velt for the islands.\nupdate 2020-03-02T17:05:00+01:00| "
           "One "
           "came back\nupdate 2020-03-02T17:05:00+01:00| It had forty people on board, said the "
           "harbour.\n"},
      {"a time inside an entry that shows no clock is that of something linked",
       "<div itemscope itemtype='https://schema.org/LiveBlogPosting'><h1>Ferry strikes mole</h1>" +
           kPara +
           "<div><div class=e><time>17:20</time><p>Two boats have left the quay of "
           "Velt.</p><div><p>The "
           "harbour of Velt and what became of it</p><time datetime='2020-02-01T01:00'>1 "
           "February</time></div></div><div class=e><time>17:05</time><p>One ferry struck the mole "
           "at "
           "Velt.</p></div><div class=e><time>16:05</time><p>There is fog on the Sund this "
           "morning.</p></div></div></div>",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate T17:20| 17:20\nupdate T17:20| Two boats have left the quay of Velt.\nupdate "
           "T17:20| The harbour of Velt and what became of it\nupdate T17:20| 1 February\nupdate "
           "T17:05| 17:05\nupdate T17:05| One ferry struck the mole at Velt.\nupdate T16:05| "
           "16:05\nupdate T16:05| There is fog on the Sund this morning.\n"},
      {"lines that are nothing but a time open entries",
       "<article><h1>Ferry strikes mole</h1>" + kPara +
           "<p>12.30 pm:</p><p>Two boats have left.</p><p>A third follows.</p>"
           "<p>1.05 pm:</p><p>One came back.</p><h2>Where</h2>" +
           kPara + "</article>",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate T12:30| 12.30 pm:\nupdate T12:30| Two boats have left.\n"
           "update T12:30| A third follows.\nupdate T13:05| 1.05 pm:\nupdate T13:05| One came "
           "back.\nheadline*| Where\nbody| " +
           kProse + "\n"},
      {"a time with a date is the page's",
       "<h1>Ferry strikes mole</h1><p>6:50pm GMT, Monday 2 March 2020</p>" + kPara,
       "headline| Ferry strikes mole\ndateline| 6:50pm GMT, Monday 2 March 2020\nbody| " + kProse +
           "\n"},
      {"entries that begin with a time",
       "<h1>Ferry strikes mole</h1>" + kPara +
           "<p><b>17h20</b> - Two boats have left.</p><p>19h05 - One came back.</p>",
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nupdate T17:20| 17h20 - Two boats have left.\nupdate T19:05| 19h05 - One came "
           "back.\n"},
      {"class words",
       "<article><h1>Ferry strikes mole</h1><p class=byline>Ilse Brandt</p><p class=date>3 March "
       "2020</p><div class='share-bar'>Post "
       "it</div>" +
           kPara +
           "</article><div class=relatedLinks><h3>More</h3><a href=/old>Old ferries are to be "
           "sold</a></div>"
           "<div id=comments><p>anna: " +
           kProse + "</p></div><div class=cookie-banner>We store things.</div>",
       "headline| Ferry strikes mole\nbyline| Ilse Brandt\ndateline| 3 March 2020\nnavigation| "
       "Post it\nbody| " +
           kProse + "\nrelated| More\nrelated| Old ferries are to be sold\ncomment| anna: " +
           kProse + "\nnotice| We store things.\n"},
      {"a class word around everything isn't believed",
       "<div class='has-comments sidebar'><h1>Ferry strikes mole</h1>" + kPara + kPara + kPara +
           "</div>",
       "headline| Ferry strikes mole\nbody| " + kProse + "\nbody| " + kProse + "\nbody| " + kProse +
           "\n"},
      {"a region by its heading ends with prose",
       "<h1>Ferry strikes mole</h1>" + kPara +
           "<h3>Related</h3><ul><li><a href=/x>Old ferries are to be sold</a></ul>" + kPara,
       "headline| Ferry strikes mole\nbody| " + kProse +
           "\nrelated| Related\nrelated| Old ferries are to be sold\nbody| " + kProse + "\n"},
      {"nothing but scripts, styles, head vanishes",
       "<head><title>x</title><style>p{}</style></head><script>var "
       "a='<p>no</p>';</script><noscript>no</noscript><template>no"
       "</template><p>Seen here.</p><svg><text>no</text></svg><p>And here.</p>",
       "body| Seen here.\nbody| And here.\n"},
      {"white space and references",
       "<p>Caf&eacute;&nbsp;&amp;\n\t bar &#8211; na\xC3\xAFve &unknown; <b>f</b>it&shy;ting "
       "&lt;b&gt; AT&T</p>",
       "body| Caf\xC3\xA9 & bar \xE2\x80\x93 na\xC3\xAFve &unknown; fitting <b> AT&T\n"},
      {"unclosed and misnested",
       "<p>one <b>two<p>three</b> four<ul><li>five<li>six</ul></div></span>seven < 8 <",
       "body| one two\nbody| three four\nlist| five\nlist| six\nbody| seven < 8 <\n"},
      {"comments and doctype",
       "<!doctype html><!-- <p>no --><p>yes</p><!--> x <?php no ?><![CDATA[no]]> y",
       "body| yes\nbody| x y\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(blocks_of(c.body), c.blocks) << c.name;
}

TEST(Html, Facts) {
  const Document document = document_of(
      "<html lang=en-GB><head><title>Ferry strikes mole - Velt Post</title><meta "
      "property=og:site_name content='Velt &amp; Sund Post'>"
      "<link rel=canonical href='https://velt.example/ferry'><meta name=date content='2020-03-01'>"
      "<script "
      "type='application/"
      "ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],\"headline\":"
      "\"Ferry strikes "
      "mole\",\"datePublished\":\"2020-03-02T10:00:00+0100\",\"dateModified\":\"2020-03-02T11:30:"
      "20Z\",\"author\":[{\"@type\":\"Person\","
      "\"name\":\"Ilse Brandt\"},{\"@type\":\"Person\",\"name\":\"Jon "
      "Aas\"}]}]}</script></head><h1>Ferry strikes mole</h1>" +
      kPara + kPara + kPara);
  EXPECT_EQ(document.title, "Ferry strikes mole");
  EXPECT_EQ(document.outlet, "Velt & Sund Post");
  EXPECT_EQ(document.byline, "Ilse Brandt, Jon Aas");
  EXPECT_EQ(document.url, "https://velt.example/ferry");
  EXPECT_EQ(document.language, "en");
  ASSERT_TRUE(document.published && document.modified);
  EXPECT_EQ(document.published->value, "2020-03-02T10:00");
  EXPECT_EQ(document.published->zone, "+01:00");
  EXPECT_EQ(document.published->evidence, "json-ld");
  EXPECT_EQ(document.modified->value, "2020-03-02T11:30:20");
  EXPECT_EQ(document.modified->zone, "+00:00");
}

// The day of publication of a page with this head and these lines before and behind its headline.
std::string published(const std::string& head, const std::string& before, const std::string& behind,
                      const std::string& foot = "") {
  const Document document =
      document_of("<html lang=en><head>" + head + "</head><body>" + before +
                  "<h1>Ferry strikes mole</h1>" + behind + kPara + kPara + kPara + foot);
  if (!document.published) return "-";
  const Stamp& stamp = *document.published;
  if (stamp.span) {
    EXPECT_TRUE(document.text.substr(stamp.span->begin, stamp.span->size()).find("20") !=
                std::string::npos);
  }
  return stamp.value + (stamp.zone ? " " + *stamp.zone : "") + " " + stamp.evidence;
}

TEST(Html, DayOfPublication) {
  const auto json = [](const std::string& type, const std::string& day) {
    return "<script type='application/ld+json'>{\"@type\":\"" + type + "\",\"datePublished\":\"" +
           day + "\"}</script>";
  };
  const std::string article = json("NewsArticle", "2020-03-03T03:10:00Z");
  const std::string east = json("NewsArticle", "2020-03-02T22:10:00Z");
  const std::string canonical = "<link rel=canonical href='https://velt.example/2020/03/02/ferry'>";
  const struct {
    const char* name;
    std::string head, before, behind, foot;
    const char* wanted;
  } rows[] = {
      {"JSON-LD", article, "", "", "", "2020-03-03T03:10 +00:00 json-ld"},
      {"the local day of a UTC night stands in the URL", article + canonical, "", "", "",
       "2020-03-02 url"},
      {"or on a line", east, "", "<p>3 March 2020 at 00:10</p>", "", "2020-03-03T00:10 text"},
      {"but not another day", east, "", "<p>5 March 2020</p>", "",
       "2020-03-02T22:10 +00:00 json-ld"},
      {"JSON-LD with a mistake",
       "<script type='application/ld+json'>{\"datePublished\": \"2020-03-02\",}</script>", "", "",
       "", "2020-03-02 json-ld"},
      {"of a web page", json("WebPage", "2020-03-02"), "", "", "", "2020-03-02 json-ld"},
      {"not of something else", json("Comment", "2020-03-02"), "", "", "", "-"},
      {"a loose name is often the last change", "<meta name=date content=2020-03-09>", "",
       "<p>2 March 2020</p>", "", "2020-03-02 text"},
      {"alone it counts", "<meta name=date content=2020-03-09>", "", "", "", "2020-03-09 meta"},
      {"in words", "<meta name=pubdate content='Mon, March 2, 2020'>", "", "", "",
       "2020-03-02 meta"},
      {"a type as an address", json("https://schema.org/ReviewNewsArticle", "2020-03-02"), "", "",
       "", "2020-03-02 json-ld"},
      {"hAtom", "", "", "<abbr class=published title='2020-03-02T08:00:00-07:00'>8</abbr>", "",
       "2020-03-02T08:00 -07:00 meta"},
      {"published, not updated", "", "",
       "<p>Updated 9 March 2020</p><p>Published 2 March 2020, 17:20</p>", "",
       "2020-03-02T17:20 text"},
      {"only updated", "", "", "<p>Updated 9 March 2020</p>", "", "-"},
      {"a label of its own", "", "", "<div>Written:</div><div>02.03.2020</div>", "",
       "2020-03-02 text"},
      {"a date before the headline", "", "<p class=date>2 March 2020</p>", "", "",
       "2020-03-02 text"},
      {"below the text", "", "", "", "<p>Published: 2 March 2020</p>", "2020-03-02 text"},
      {"two days below are a list", "", "", "",
       "<p>Published: 2 March 2020</p><p>Published: 3 March 2020</p>", "-"},
      {"no copyright year, no day of the text", "", "", "",
       "<p>The ferry was built on 2 March 2020 in Sund and has been in use since.</p><p>© 2020</p>",
       "-"},
      {"a name of publication of the site's own", "<meta name=velt:uploaded content=2020-03-02>",
       "", "", "", "2020-03-02 meta"},
      {"in a script", "<script>var page = {\"publishedAt\": \"2020-03-02T07:05\"}</script>", "", "",
       "", "2020-03-02T07:05 script"},
      {"the text opens with it", "", "",
       "<p>Velt, 2 March 2020 – A ferry struck the outer mole on Sunday, and the harbour of Velt "
       "was "
       "closed for the day.</p>",
       "", "2020-03-02 text"},
      {"in brackets", "", "",
       "<p>Velt (2 March 2020). A ferry struck the outer mole on Sunday, and the harbour was "
       "closed.</p>",
       "", "2020-03-02 text"},
      {"but no day that the text tells of", "", "",
       "<p>On 2 March 2020, a ferry struck the outer mole of Velt, and the harbour was closed.</p>",
       "", "-"},
      {"a byline below", "", "", "", "<p class=byline>Ilse Brandt, 2 March 2020</p>",
       "2020-03-02 text"},
      {"a day of something else", "", "", "<p class=date>Joined: 2 March 2010</p>", "", "-"},
      {"days in a side column are those of other articles", "", "",
       "<aside><time pubdate datetime=2020-03-02>2 March</time></aside>", "", "-"},
      {"the markup calls it a date", "", "", "<p class=date>2.3.20</p>", "", "2020-03-02 text"},
      {"comments are later", "", "", "<time pubdate datetime=2020-03-02>2 March</time>",
       "<div class=x><time pubdate datetime=2020-03-04>4</time></div>", "2020-03-02 time"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(published(row.head, row.before, row.behind, row.foot), row.wanted) << row.name;
}

TEST(Html, QualityInItsOwnWords) {
  const std::string prose =
      "<p>Two boats have left the quay of Velt on Tuesday, the harbour said.</p>";
  const std::string title = "<h1>Ferry strikes mole</h1>";
  const auto quality = [](const std::string& body) { return name_of(document_of(body).quality); };
  EXPECT_EQ(quality("<title>Page not found - Velt Post</title><h1>Sorry</h1>" + prose), "error");
  EXPECT_EQ(quality("<h1>One more step</h1>" + prose), "captcha");
  EXPECT_EQ(quality(title + prose + "<p>To continue reading, subscribe.</p>"), "paywall");
  std::string article = title + "<p>Page not found is what the harbour's site said then.</p>";
  for (int i = 0; i < 20; ++i) article += kPara;
  EXPECT_EQ(quality(article + "<p>To continue reading, subscribe.</p>"), "ok");
}

TEST(Html, HeadingsOfWhatFollows) {
  const Document document =
      document_of("<article><h1>Ferry strikes mole</h1>" + kPara + "<h2>On the mole</h2>" + kPara +
                  "<h2>Also on the sea</h2><p><a href=/a>Boat leaves the quay of Velt at "
                  "night</a></p></article>");
  std::string kinds;
  for (const Block& block : document.blocks) kinds += std::string(name_of(block.kind)) + " ";
  EXPECT_EQ(kinds, "headline body headline body related related ");
}

// A headline that leads to another page, and its teaser.
std::string item(const std::string& headline) {
  return "<div><a href=/n/1>" + headline +
         "</a></div><p>Two boats wait off the bar until noon; "
         "others turned back to the west</p>";
}

TEST(Html, TeasersBehindTheArticle) {
  const std::string head = "<h1>Ferry strikes mole</h1><div id=s>" + kPara + kPara + kPara;
  const std::string column = "<div id=c>" + item("Pilots are asked to wait for the tide") +
                             item("No bread on Sunday morning in Velt") + "</div>";
  const std::string text = "headline| Ferry strikes mole\nbody| " + kProse + "\nbody| " + kProse +
                           "\nbody| " + kProse + "\n";
  const std::string teasers =
      "related| Pilots are asked to wait for the tide\nteaser| Two boats wait off the bar until "
      "noon; others turned back to the west\n"
      "related| No bread on Sunday morning in Velt\nteaser| Two boats wait off the bar until noon; "
      "others turned back to the west\n";
  EXPECT_EQ(blocks_of(head + "</div>" + column), text + teasers);
  EXPECT_EQ(blocks_of(head + column + "</div>"), text + teasers);
  // One line in the middle that leads elsewhere makes no teaser of the paragraph behind it.
  const std::string aside = "<p><a href=/n/1>Pilots are asked to wait for the tide</a></p>";
  EXPECT_EQ(
      blocks_of(head + "</div><div>" + aside + kPara + kPara + aside + kPara + kPara + "</div>"),
      text + "related| Pilots are asked to wait for the tide\nbody| " + kProse + "\nbody| " +
          kProse + "\nrelated| Pilots are asked to wait for the tide\nbody| " + kProse +
          "\nbody| " + kProse + "\n");
}

TEST(Html, LinesBesideTheHeadline) {
  const std::string lead = kProse + " " + kProse;
  EXPECT_EQ(
      blocks_of("<h1>Ferry strikes mole</h1><p class=author-lead>" + lead +
                "</p><address>Ama Teln and Ros Ibb</address><div>" + kPara + kPara + "</div>"),
      "headline| Ferry strikes mole\nbody| " + lead + "\ncontact| Ama Teln and Ros Ibb\nbody| " +
          kProse + "\nbody| " + kProse + "\n");
  EXPECT_EQ(blocks_of("<h1>Ferry strikes mole</h1><address>Ama Teln and Ros Ibb</address><div>" +
                      kPara + "</div>"),
            "headline| Ferry strikes mole\nbyline| Ama Teln and Ros Ibb\nbody| " + kProse + "\n");
}

TEST(Html, TitleOfAHeading) {
  const auto title = [](const std::string& body) { return document_of(body + kPara).title; };
  EXPECT_EQ(
      title("<h1><span class=a-kicker>Velt harbour</span><span>: </span>Ferry strikes mole</h1>"),
      "Ferry strikes mole");
  EXPECT_EQ(title("<meta property=og:title content='Ferry strikes outer mole'><h1><i>Velt "
                  "harbour</i> Ferry strikes outer mole</h1>"),
            "Ferry strikes outer mole");
  EXPECT_EQ(
      title("<title>Velt Harbour News » Archive » Ferry strikes mole</title><h1><a "
            "href=http://velt.example/>Velt Harbour News</a></h1><h2>Ferry strikes mole</h2>"),
      "Ferry strikes mole");
  EXPECT_EQ(title("<meta property=og:title content='Ferry strikes outer mole'><h1>Ferry strikes "
                  "outer mole <span>Members</span></h1>"),
            "Ferry strikes outer mole");
  EXPECT_EQ(title("<h1 class=comment-title>Ferry strikes mole</h1>"), "Ferry strikes mole");
}

TEST(Html, OutletOfTheTitle) {
  EXPECT_EQ(document_of("<title>Ferry strikes mole | Velt Post</title><h1>Ferry strikes mole</h1>" +
                        kPara)
                .outlet,
            "Velt Post");
  EXPECT_EQ(document_of("<title>Velt Post - Ferry strikes mole</title><h1>Ferry strikes mole</h1>" +
                        kPara)
                .outlet,
            "Velt Post");
  EXPECT_EQ(
      document_of("<title>No. 3 - Velt Post</title><p>Velt Post</p><h1>Third report</h1>" + kPara)
          .outlet,
      "Velt Post");
  EXPECT_EQ(document_of("<title>No. 3 - Velt</title><h1>Third report</h1>" + kPara).outlet,
            std::nullopt);
  EXPECT_EQ(
      document_of("<title>Ferry strikes mole</title><h1>Ferry strikes mole</h1>" + kPara).outlet,
      std::nullopt);
}

TEST(Html, Leads) {
  Page page =
      html_page("<h1>Ferry strikes mole</h1>" + kPara +
                "<aside><p>See also <a href='../old?x=1#y'>Old ferries sold</a></p></aside>");
  page.url = "https://velt.example/news/2020/ferry";
  const Result<Document> document = to_document(page, test_languages());
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->leads.size(), 1u);
  EXPECT_EQ(document->leads[0].url, "https://velt.example/news/old?x=1");
  EXPECT_EQ(document->text.substr(document->leads[0].span.begin, document->leads[0].span.size()),
            "Old ferries sold");
}

TEST(Html, CreditOfAnAgency) {
  const std::string head =
      "<meta property=og:site_name content='The Velt Post'><h1>Ferry strikes mole</h1>";
  EXPECT_EQ(document_of(head + "<p class=byline>By Ilse Brandt, NNA</p>" + kPara).agency, "NNA");
  EXPECT_EQ(document_of(head + kPara + "<p>Source: Seaport Wire, Velt</p>").agency,
            std::nullopt);  // the test pack has no such word
  EXPECT_EQ(document_of(head + "<p class=byline>The Velt Post</p>" + kPara).byline, std::nullopt);
}

TEST(Html, Encodings) {
  const std::string euro =
      document_of("<meta charset=windows-1252><p>Price: 5 \x80, na\xEFve</p>").text;
  EXPECT_EQ(euro, "Price: 5 \xE2\x82\xAC, na\xC3\xAFve");
  EXPECT_EQ(document_of("<meta charset=iso-8859-1><p>stale: na\xC3\xAFve</p>").text,
            "stale: na\xC3\xAFve");
  EXPECT_EQ(document_of("<meta charset=utf-8><p>broken \xFF \xC3\xA9\xC3</p>").text,
            "broken \xEF\xBF\xBD \xC3\xA9\xEF\xBF\xBD");
  EXPECT_EQ(document_of("\xEF\xBB\xBF<p>mark</p>").text, "mark");
  EXPECT_EQ(document_of(std::string("\xFF\xFE<\0p\0>\0\x1F\x04\x30\x04<\0", 14)).text.substr(0, 4),
            "\xD0\x9F\xD0\xB0");
  Page page = html_page("<p>\xCF\xE0\xF0\xEE\xEC</p>");
  page.headers["Content-Type"] = "text/html; charset=\"windows-1251\"";
  EXPECT_EQ(to_document(page, test_languages())->text, "Паром");
}

// Every run points at the bytes that its text comes from.
void check_runs(const std::string& body, const Document& document, bool utf8) {
  std::uint32_t text = 0, page = 0;
  for (const SourceRun& run : document.source_map) {
    ASSERT_GE(run.text_begin, text);
    ASSERT_GT(run.text_end, run.text_begin);
    ASSERT_GE(run.page_begin, page);
    ASSERT_GE(run.page_end, run.page_begin);
    ASSERT_LE(run.page_end, body.size());
    ASSERT_LE(run.text_end, document.text.size());
    const std::string from = body.substr(run.page_begin, run.page_end - run.page_begin);
    const std::string to = document.text.substr(run.text_begin, run.text_end - run.text_begin);
    const bool copied =
        utf8 && from.size() == to.size() && from[0] != '&' && to != " " && to != "\xEF\xBF\xBD";
    if (copied) {
      ASSERT_EQ(from, to);
    }
    text = run.text_end;
    page = run.page_end;
  }
}

void check_tiling(const Document& document) {
  std::uint32_t at = 0;
  for (const Block& block : document.blocks) {
    ASSERT_EQ(block.span.begin, at);
    ASSERT_GT(block.span.end, at);
    at = block.span.end;
  }
  ASSERT_EQ(at, document.text.size());
  ASSERT_TRUE(utf8_valid(document.text));
}

TEST(Html, SourceMapIsExact) {
  const std::string body =
      "<p>Caf&eacute; <b>on</b>\n the&nbsp;quay, 5&lt;6</p><p>na\xC3\xAFve</p>";
  const Document document = document_of(body);
  EXPECT_EQ(document.text, "Caf\xC3\xA9 on the quay, 5<6\n\nna\xC3\xAFve");
  std::string table;
  for (const SourceRun& run : document.source_map)
    table += "[" + document.text.substr(run.text_begin, run.text_end - run.text_begin) + "]=[" +
             body.substr(run.page_begin, run.page_end - run.page_begin) + "]";
  EXPECT_EQ(table,
            "[Caf]=[Caf][\xC3\xA9]=[&eacute;][ ]=[ ][on]=[on][ ]=[\n ][the]=[the][ "
            "]=[&nbsp;][quay, 5]=[quay, 5][<]=[&lt;][6]=[6]"
            "[na\xC3\xAFve]=[na\xC3\xAFve]");
}

TEST(Html, SourceMapOfAConvertedPage) {
  const std::string body = "<meta charset=windows-1251><p>\xCF\xE0\xF0\xEE\xEC &amp; 7</p>";
  const Document document = document_of(body);
  EXPECT_EQ(document.text, "Паром & 7");
  ASSERT_GE(document.source_map.size(), 7u);
  EXPECT_EQ(document.source_map[0].page_begin, 30u);
  EXPECT_EQ(document.source_map[0].page_end, 31u);
  EXPECT_EQ(document.source_map[0].text_end, 2u);
  EXPECT_EQ(document.source_map.back().page_end, body.size() - 4);
  check_runs(body, document, false);
}

RC_GTEST_PROP(Html, TilesAndMapsWhateverComes, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "<p>", "</p>", "<div class=comment>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<b>",
      "</b>", "<a href=/x>", "</a>", "<ul>", "<li>", "<h1>", "</h1>", "<br>", "<script>",
      "</script>", "<!--", "-->", "<svg>", "<time>17:20</time>", "&eacute;", "&#x41;", "&", "<",
      ">", "'", "\"", " ", "\n", "word ",
      "A sentence stands here, and it is long enough to be one. ", "\xC3\xA9", "\xFF", "\xC2\xA0",
      "<title>", "</title>", "<nav>", "</nav>", "<select><option>", "<blockquote>", "<p", "=", "/>",
      "Related", "<head>", "<body>", "<pre>"));
  std::string body;
  for (const std::string& piece : pieces) body += piece;
  const Result<Document> document = to_document(html_page(body), test_languages());
  if (!document.ok()) return;
  check_tiling(*document);
  check_runs(body, *document, utf8_valid(body));
  RC_ASSERT(!::testing::Test::HasFatalFailure());
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Html, HostilePagesTakeNoLongerThanTheirSize) {
  const std::pair<const char*, std::string> pages[] = {
      {"nested blocks", repeated("<div>", 200000) + "<p>Found.</p>"},
      {"nested formatting", repeated("<b>", 200000) + "Found."},
      {"formatting before paragraphs", repeated("<b a=1>", 500) + repeated("<p>Found.", 20000)},
      {"stray end tags",
       repeated("<div>", 400) + repeated("</b></li></x></table>", 50000) + "Found."},
      {"unknown elements", repeated("<x-y>", 100000) + "Found." + repeated("</x-y></z>", 50000)},
      {"attributes", "<p " + repeated("a=1 class=b ", 60000) + ">Found.</p>"},
      {"open comments", repeated("<!--", 100000) + "-->Found." + repeated("<!-- --", 50000)},
      {"open scripts", "<p>Found.</p>" + repeated("<script>", 100000)},
      {"nested tables", repeated("<table><tr><td>", 20000) + "Found."},
      {"tables in rows", repeated("<table><tr><td>1</td></tr></table>", 30000) + "Found."},
      {"times",
       repeated("<div><time>17:20</time> One more ferry has now struck the mole.</div>", 20000) +
           "Found."},
      {"line breaks", "Found." + repeated("<br>", 200000)},
      {"links", repeated("<a href=x>", 100000) + "Found."},
      {"long classes", repeated("<p class='" + repeated("nav ", 1000) + "'>Found.</p>", 200)},
      {"ampersands", repeated("&", 500000) + "Found."},
      {"angle brackets", repeated("<", 500000) + " Found."},
      {"bylines", repeated("<p>By Anna Velt</p>", 50000) + "Found."},
      {"open brackets", repeated("(", 300000) + "Found."},
      {"spans with roles",
       "<div>" + repeated("<span class=author>Found.</span>", 50000) + "</div>"}};
  for (const auto& [name, body] : pages) {
    const auto start = std::chrono::steady_clock::now();
    const Result<Document> document = to_document(html_page(body), test_languages());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
                          std::chrono::steady_clock::now() - start)
                          .count();
    EXPECT_LT(took, 4000) << name;
    ASSERT_TRUE(document.ok()) << name;
    EXPECT_NE(document->text.find("Found."), std::string::npos) << name;
  }
}

TEST(Html, References) {
  const std::pair<std::string, std::string> cases[] = {{"&amp;", "5:&"},
                                                       {"&ampx", "4:&"},
                                                       {"&notit;", "4:\xC2\xAC"},
                                                       {"&notin;", "7:\xE2\x88\x89"},
                                                       {"&#65;", "5:A"},
                                                       {"&#x41;b", "6:A"},
                                                       {"&#150;", "6:\xE2\x80\x93"},
                                                       {"&#0;", "4:\xEF\xBF\xBD"},
                                                       {"&#xD800;", "8:\xEF\xBF\xBD"},
                                                       {"&#99999999999;", "14:\xEF\xBF\xBD"},
                                                       {"&;", "0:"},
                                                       {"&", "0:"},
                                                       {"& x", "0:"},
                                                       {"&#;", "0:"},
                                                       {"&nosuch;", "0:"}};
  for (const auto& [in, expected] : cases) {
    std::string out;
    const std::size_t taken = decode_reference(in, false, out);
    EXPECT_EQ(std::to_string(taken) + ":" + out, expected) << in;
  }
  EXPECT_EQ(decoded("a?b=1&copy=2&lt;&amp;"), "a?b=1&copy=2<&");
}

}  // namespace
}  // namespace recount::text
