#!/usr/bin/env python3
"""How far two readers of the same texts agree: agreement.py FIRST… --second SECOND…

Folders with readings (annotating.md). The second reading is scored against the first as if it were a program, by the very
scorers of tests/eval, so that a program's figures can be read beside it.
"""
import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "eval"))
import anchor  # noqa: E402
import draw  # noqa: E402
import gold_figures  # noqa: E402
import gold_mentions  # noqa: E402
from scoring import Count, accuracy, percent, row  # noqa: E402


def readings(folders, documents):
    out = {}
    for folder in folders:
        for file in sorted(folder.glob("*.ann")):
            one = documents.get(file.stem)
            if one:
                own = {"claim": [], "number": [], "time": [], "place": []}
                for fact in anchor.read(one, file, lambda words: None):
                    name = next(key for key in fact if key != "document")
                    own[name].append(fact[name])
                gold_figures.worded(own["claim"], one["text"])
                out[one["id"]] = own
    return out


def number_rows(language, first, second):
    counts, reasons = [], []
    for id in first:
        others = list(gold_mentions.wanted_numbers(second[id]))
        judged = []
        for span, want in gold_mentions.wanted_numbers(first[id]):
            found = [(gold_mentions.overlap(span, other), value) for other, value in others if gold_mentions.overlap(span, other)]
            judged.append(bool(found) and max(found, key=lambda one: one[0])[1] == want)
        counts.append(Count(sum(judged), len(judged) - sum(judged)))
        pairs = [(n["reason"], (gold_mentions.best(n, second[id]["number"]) or {}).get("reason")) for n in first[id]["number"]]
        reasons.append(Count(sum(a == b for a, b in pairs), sum(a != b for a, b in pairs)))
    yield row(language, "numeral exact", "second", counts, accuracy)
    yield row(language, "reason of a number left out", "second", reasons, accuracy)


def span_rows(language, layer, same, first, second, documents):
    ids = [id for id in first if layer + "s" in documents[id]["layers"]]
    counts = [gold_mentions.score_spans(first[id][layer], second[id][layer], same) for id in ids]
    for number, measure in enumerate(("strict", "relaxed", "relaxed and value")):
        yield row(language, f"{layer}s {measure}", "second", [each[number] for each in counts])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", nargs="+", type=pathlib.Path)
    parser.add_argument("--second", nargs="+", required=True, type=pathlib.Path)
    options = parser.parse_args()
    for language in draw.LAYERS:
        documents = {one["id"]: one for one in draw.drawn(language)}
        first, second = readings(options.first, documents), readings(options.second, documents)
        first = {id: own for id, own in first.items() if id in second}
        rows = list(gold_figures.score(language, "second", {id: own["claim"] for id, own in first.items()}, {id: second[id]["claim"] for id in first}))
        rows += number_rows(language, first, second)
        rows += span_rows(language, "time", gold_mentions.same_time, first, second, documents)
        rows += span_rows(language, "place", gold_mentions.same_place, first, second, documents)
        for one in rows:
            if one.value is not None:
                print(f"{one.set}  {one.measure:30} {percent(one.value)}  n {one.n:4}  {one.more}")


if __name__ == "__main__":
    main()
