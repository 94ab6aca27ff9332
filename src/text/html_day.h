// The day of publication, settled: what metadata, the address and the lines around the headline
// say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"

namespace recount::text {

// Stamps of a page's metadata, by how much sites mean them.
struct HtmlDays {
  std::optional<Stamp> article;     // JSON-LD of an article
  std::optional<Stamp> meta;        // metadata that names publication
  std::optional<Stamp> marked;      // a <time> or another element that names publication
  std::optional<Stamp> loose;       // <meta name=date>: often of the last change
  std::optional<Stamp> page;        // JSON-LD of a web page
  std::optional<Stamp> first_time;  // the first <time>
  std::optional<Stamp> script;      // a name of publication in a script
  bool marked_differ = false;       // a later one is of an earlier day
};

// What the page shows: a line beside the headline; the opening of its text ("Velt, 2 March 2020
// –"); a line anywhere else that names publication; a byline.
struct ShownDays {
  std::optional<Stamp> headline, opening, elsewhere, with_byline, modified;
};

// The first that is there: JSON-LD and metadata of an article, marked elements, lines beside the
// headline, loose metadata, the URL, the text's opening, the first <time>, other lines, scripts. A
// UTC stamp in the evening or the night gives way to the local day that the address or a line
// shows; an earlier day in the address to none.
std::optional<Stamp> published_of(const HtmlDays& days, const ShownDays& shown,
                                  std::string_view url);

}  // namespace recount::text
