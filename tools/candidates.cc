// recount_candidates < documents.jsonl > candidates.jsonl: every way in which a rule reads a
// quantity, chosen or not, with what it is judged by. For developers: tests/eval/train.py trains
// the ranker on it, tests/eval/gold_figures.py measures what no rule reads. A line a document, in
// code points.
#include <iostream>

#include "recount/capture.h"
#include "recount/places.h"
#include "recount/text.h"
#include "src/base/base.h"
#include "src/claims/claims.h"

namespace {

using namespace recount;

Json line_of(const FigureCandidate& c, const CodePoints& points) {
  Json out = Json::object();
  out["measure"] = name_of(c.measure);
  out["begin"] = points.at_byte(c.figure.span.begin);
  out["end"] = points.at_byte(c.figure.span.end);
  out["low"] = c.figure.low;
  out["high"] = c.figure.high;
  out["rule"] = c.rule;
  out["score"] = c.score;
  Json evidence = Json::object();
  for (const auto& [name, value] : c.evidence) evidence[std::string(name)] = value;
  out["evidence"] = std::move(evidence);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const auto languages = Languages::load({Languages::default_directory()});
  const auto places = argc > 1 ? Places::load(argv[1]) : Places::load(Places::default_file());
  if (!languages || !places) {
    std::cerr << "recount_candidates: packs or places can't be loaded\n";
    return 1;
  }
  capture({"-"}, {}, [&](Captured captured) {
    Json line = Json::object();
    line["candidates"] = Json::array();
    const Page* page = std::get_if<Page>(&captured);
    const auto document =
        page ? to_document(*page, *languages) : Result<Document>(Error{"skipped"});
    if (document) {
      line["id"] = document->id;
      const CodePoints points(document->text);
      for (const FigureCandidate& c : figure_candidates(*languages, *places, *document))
        line["candidates"].push_back(line_of(c, points));
    }
    std::cout << line.dump() << "\n";
    return true;
  });
  return 0;
}
