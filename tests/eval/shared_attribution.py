"""Who is said to have said a number: attribution/polnear, dev, one annotator a document.

A gold item is an attribution with a source whose content holds a number of its own (digits, or a number word above
one), that is, one that lies in no smaller attribution's content. A figure belongs to the innermost content that holds it.
`accuracy where it speaks`: of the figures that lie in a gold item's content, those whose claimant's words overlap the
source. The outlet's own voice, and a claimant found in another sentence, are wrong ones. `coverage`: of the gold items,
those in which a figure was read at all. Most numbers of this set (shares, money, years, polls) are no figure claims by our
guideline, so coverage can't come near 1, and a false figure raises it: neither row has a floor.
Baselines speak of every number: constant, the publisher (never right); regex, the nearest capitalised name or pronoun
before said, says, "according to" in the sentence, or after "according to".
"""
import re

from scoring import Count, accuracy, not_run, recall, row
from tool import NotThere, json_lines

SET = "attribution/polnear"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
                    r"(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|"
                    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?)\b", re.I)
NAME = r"(?:(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*)*|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b)"
SPOKE = re.compile(r"\b(?:said|says|told|added|wrote|tweeted)\b")
ACCORDING = re.compile(rf"\b[Aa]ccording to (?:the |a )?(?P<name>{NAME})")


def rows(tool):
    try:
        gold = [one for one in json_lines(SET + "/dev.jsonl.gz") if one["primary"]]
    except NotThere as why:
        return [not_run(SET, why)]
    records = tool.read([{"id": str(n), "text": one["text"], "title": one["title"], "language": "en", "published": one["date"]}
                         for n, one in enumerate(gold)], fields=["claims"])
    told = {"recount": [claims(records[str(n)]) for n in range(len(gold))],
            "constant": [[(m.start(), m.end(), None) for m in NUMBER.finditer(one["text"])] for one in gold],
            "regex": [named_figures(one["text"]) for one in gold]}
    out = []
    for measure, count, of in (("accuracy where it speaks", spoken, accuracy), ("coverage", covered, recall)):
        out += [row(SET, measure, system, [count(one, figures) for one, figures in zip(gold, told[system])], of, floor=False)
                for system in told]
    return out


def claims(record):
    """(begin, end, claimant's (begin, end) or None) of each figure claim; a figure with two measures is one."""
    return sorted({(one["figure"]["begin"], one["figure"]["end"],
                    None if one["claimant"]["begin"] is None else (one["claimant"]["begin"], one["claimant"]["end"]))
                   for one in record.get("claims", []) if one["kind"] == "figure"}, key=lambda one: one[:2])


def innermost(document, begin, end):
    """The attribution with the shortest content that holds all of begin … end, or None."""
    holding = [one for one in document["attributions"] if any(b <= begin and end <= e for b, e in one["content"])]
    return min(holding, key=lambda one: sum(e - b for b, e in one["content"]), default=None)


def gold_items(document):
    """Ids of the attributions with a source and a number of their own."""
    inner = [innermost(document, m.start(), m.end()) for m in NUMBER.finditer(document["text"])]
    return {one["id"] for one in inner if one and one["source"] and not one["no_source"]}


def spoken(document, figures):
    items, count = gold_items(document), Count()
    for begin, end, claimant in figures:
        inner = innermost(document, begin, end)
        if inner and inner["id"] in items:
            right = claimant is not None and any(min(e, claimant[1]) > max(b, claimant[0]) for b, e in inner["source"])
            count += Count(right, not right)
    return count


def covered(document, figures):
    items = gold_items(document)
    held = {inner["id"] for inner in (innermost(document, begin, end) for begin, end, _ in figures) if inner} & items
    return Count(len(held), 0, len(items) - len(held))


def named_figures(text):
    """The regex baseline: numbers of sentences in which somebody is named before a verb of saying or after "according to"."""
    found, begin = [], 0
    for sentence in re.split(r"(?<=[.!?”\"])(?=\s+[A-Z“\"])|\n+", text):
        begin = text.index(sentence, begin)
        speakers = [(m.start("name"), m.end("name")) for m in ACCORDING.finditer(sentence)]
        for verb in SPOKE.finditer(sentence):
            speakers += [m.span() for m in re.finditer(NAME, sentence[:verb.start()])][-1:]
        for number in NUMBER.finditer(sentence) if speakers else ():
            near = min(speakers, key=lambda one: abs(one[0] - number.start()))
            found.append((begin + number.start(), begin + number.end(), (begin + near[0], begin + near[1])))
        begin += len(sentence)
    return found
