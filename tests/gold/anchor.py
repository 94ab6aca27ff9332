#!/usr/bin/env python3
"""Turns readings (annotating.md) into gold: anchor.py FOLDER… [--to DIR]

Each FOLDER is a batch of draw.py with a `<id>.ann` beside each `<id>.txt`. Without --to it only says, a line each, what is
wrong: words that don't stand where the reading says, values that no table has, numbers of the text that no line accounts
for. With --to it writes DIR/<language>.open.jsonl and DIR/<language>.locked.jsonl: ids, offsets and values, no words.
Exit 1 where anything was said.
"""
import argparse
import collections
import json
import pathlib
import re
import sys

import draw

MEASURES = set("deaths injured missing detained released sentenced displaced participants deployed damaged raised signatures".split())
QUALIFIERS = set("exact at_least more_than up_to less_than about almost range vague".split())
KINDS = set("government police military judiciary rescue hospital ngo international union organiser participants witness media armed_group political_party individual anonymous publisher".split())
REASONS = set("age date time duration telephone contact money share rank score name address distance measurement thing animal statistic ordinal pronoun other".split())
WITHOUT_VALUE = set("date time telephone contact address name pronoun ordinal rank score other".split())
MODALITIES = set("asserted denied uncertain hypothetical planned".split())
SERIES = set("event cumulative increment".split())
TIMEX = set("DATE TIME DURATION SET".split())
WORDS = {
    "fr": r"deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|milliers?|centaines?|dizaines?|quinzaine|vingtaine|trentaine|cinquantaine|millions?|milliards?|plusieurs",
    "en": r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|several|nobody",
    "ru": r"два|две|двое|двух|трое|три|трёх|трех|четверо|четыре|четырёх|четырех|пять|пятеро|пяти|шесть|шести|семь|восемь|девять|десять|десятки|десятков|сотни|тысячи|несколько|нескольких",
}
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "})


class Wrong(Exception):
    pass


class Paragraphs:
    """A text and where its numbered paragraphs begin."""

    def __init__(self, text):
        self.text = text
        self.flat = text.translate(SPACES)
        self.starts = [0] + [at + 1 for at, letter in enumerate(text) if letter == "\n"]

    def span(self, words, paragraph):
        """(begin, end) of "words#2@7"; Wrong where they don't stand there."""
        said = words
        nth = 1
        while mark := re.search(r"(?<=.)([#@])(\d+)$", words):
            words = words[: mark.start()]
            if mark[1] == "#":
                nth = int(mark[2])
            else:
                paragraph = int(mark[2])
        if not isinstance(paragraph, int) or not 0 < paragraph <= len(self.starts):
            raise Wrong(f"paragraph {paragraph} isn't there")
        begin = self.starts[paragraph - 1]
        end = self.starts[paragraph] if paragraph < len(self.starts) else len(self.text)
        at, needle = begin - 1, words.translate(SPACES)
        for _ in range(nth):
            at = self.flat.find(needle, at + 1, end)
            if at < 0:
                raise Wrong(f"“{said}” doesn't stand in paragraph {paragraph}")
        return {"begin": at, "end": at + len(words)}


def one_of(line, key, table, default=None):
    value = line.get(key, default)
    if value not in table:
        raise Wrong(f"{key} {value!r} is none of {' '.join(sorted(table))}")
    return value


def amount(value):
    if not (isinstance(value, list) and len(value) == 3 and value[2] in QUALIFIERS):
        raise Wrong(f"v {value!r} is no [low, high, qualifier]")
    return {"low": value[0], "high": value[1], "qualifier": value[2]}


def common_noun(name):
    """Names of people aren't kept: a claimant's words are told by their offsets."""
    return name if name and name == name.lower() else None


class Reading:
    def __init__(self, one):
        self.one = one
        self.text = Paragraphs(one["text"])
        self.claims = {}

    def words(self, line, key):
        return self.text.span(line[key], line.get("p")) if line.get(key) else None

    def valued(self, line, key, value):
        """{begin, end, value}; the words may lack where the value stands alone."""
        if not line.get(key) and not line.get(value):
            return None
        return {**(self.words(line, key) or {"begin": None, "end": None}), "value": line.get(value)}

    def claimant(self, line):
        if not line.get("c") and line.get("ck", "publisher") == "publisher":
            return {"begin": None, "end": None, "name": None, "kind": "publisher", "via": []}
        return {**(self.words(line, "c") or {"begin": None, "end": None}), "name": common_noun(line.get("cn")), "kind": one_of(line, "ck", KINDS),
                "via": [self.text.span(step, line.get("p")) for step in line.get("via") or []]}

    def claim(self, line):
        place = self.words(line, "pl")
        out = {"kind": "figure", "measure": one_of(line, "m", MEASURES), "figure": {**self.words(line, "fig"), **amount(line.get("v"))},
               "wording": self.words(line, "w"), "group": self.words(line, "g"), "claimant": self.claimant(line),
               "when": self.valued(line, "t", "tv"), "as_of": self.valued(line, "asof", "asofv"), "said_at": self.valued(line, "said", "saidv"),
               "place": {**place, "name": line.get("pln")} if place else None,
               "modality": one_of(line, "mod", MODALITIES, "asserted"), "series": one_of(line, "series", SERIES, "event"),
               **{name: line.get(key) for name, key in (("part_of", "part"), ("previous", "prev"), ("restates", "rest"))}}
        if not out["wording"]:
            raise Wrong("a claim needs w, the wording")
        self.claims[line.get("id")] = out
        return out

    def number(self, line):
        reason = one_of(line, "r", REASONS)
        value = {"low": None, "high": None, "qualifier": None} if reason in WITHOUT_VALUE and not line.get("v") else amount(line.get("v"))
        return {**self.words(line, "x"), "reason": reason, **value}

    def time(self, line):
        return {**self.words(line, "x"), "type": one_of(line, "type", TIMEX), "value": line.get("v")}

    def place(self, line):
        return {**self.words(line, "x"), "id": None if line.get("gid") == "none" else line["gid"]}

    def linked(self):
        """Links as the span of the other claim's figure; says which lead nowhere."""
        for claim in self.claims.values():
            for name in ("part_of", "previous", "restates"):
                other = self.claims.get(claim[name])
                if claim[name] is not None and other is None:
                    yield f"{name} {claim[name]} is no claim of this reading"
                claim[name] = {"begin": other["figure"]["begin"], "end": other["figure"]["end"]} if other else None

    def unaccounted(self, facts):
        """Numbers of the text that no figure and no number left out covers."""
        covered = [span for fact in facts for span in ([fact["claim"]["figure"]] if "claim" in fact else [fact["number"]] if "number" in fact else [])]
        for number in re.finditer(rf"\d+|\b(?:{WORDS[self.one['language']]})\b", self.one["text"], re.I):
            if not any(span["begin"] <= number.start() and number.end() <= span["end"] for span in covered):
                paragraph = self.one["text"].count("\n", 0, number.start()) + 1
                yield f"no line accounts for “{number[0]}” in paragraph {paragraph}"


FACTS = {"F": ("claim", Reading.claim), "N": ("number", Reading.number), "T": ("time", Reading.time), "P": ("place", Reading.place)}


def read(one, file, say):
    """The facts of one reading."""
    reading = Reading(one)
    facts = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            line = json.loads(line)
            name, make = FACTS[line["k"]]
            facts.append({"document": one["id"], name: make(reading, line)})
        except (Wrong, KeyError, TypeError, ValueError) as error:
            say(f"{file}:{number}: {error}")
    whole = "numbers" in one["layers"]
    for words in [*reading.linked(), *(reading.unaccounted(facts) if whole else [])]:
        say(f"{file}: {words}")
    ages = [(fact["number"]["begin"], fact["number"]["end"]) for fact in facts if fact.get("number", {}).get("reason") == "age"]
    facts = [fact for fact in facts if "time" not in fact or not any(begin < fact["time"]["end"] and fact["time"]["begin"] < end for begin, end in ages)]
    facts.sort(key=lambda fact: next((item.get("figure") or item)["begin"] for name, item in fact.items() if name != "document"))
    return facts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--to", type=pathlib.Path)
    options = parser.parse_args()
    said = []
    documents = {one["id"]: one for language in draw.SETS for one in draw.drawn(language)}
    out = collections.defaultdict(list)
    for folder in options.folders:
        for laid_out in sorted(folder.glob("*.txt")):
            one, file = documents.get(laid_out.stem), laid_out.with_suffix(".ann")
            if one is None:
                continue
            if not file.exists():
                said.append(f"{file}: not there yet")
                continue
            head = {"document": one["id"], "is": {name: one.get(name) for name in ("family", "outlet", "published", "layers")}}
            out[f"{one['language']}.{one['half']}"].append([head, *read(one, file, said.append)])
    print("\n".join(said) or "all words found, all numbers accounted for")
    if options.to:
        options.to.mkdir(parents=True, exist_ok=True)
        for name, facts in out.items():
            lines = [json.dumps(fact, ensure_ascii=False, separators=(",", ":")) for each in sorted(facts, key=lambda each: each[0]["document"]) for fact in each]
            (options.to / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
