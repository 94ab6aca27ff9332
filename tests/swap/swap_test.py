#!/usr/bin/env python3
"""swap_test.py --recount BIN --pages DIR --entities FILE [--seed N] [--key N]

Nothing may hang on the names, numbers and days of one event. The pages' texts are read as they are and with all of them
swapped; the swapped ledger, swapped back, must be the original one. Exit 77: the pages aren't there, not run.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "expected")]
from anchors import NotInText, Text, anchored  # noqa: E402
from compare import read_lines, read_pages, run  # noqa: E402
from swapped import Swap  # noqa: E402

# Members that hash the text or its position, and words that the report composes.
LEFT_OUT = {"producer", "event", "claim", "origin", "day_why", "day_evidence", "evidence", "why", "about", "score", "parent", "end", "confidence"}


def ledger_of(recount, folder, pages):
    source = pathlib.Path(folder) / "pages.jsonl"
    source.write_text("".join(json.dumps(page) + "\n" for page in pages), "utf-8")
    dossier = pathlib.Path(folder) / "a.dossier"
    dossier.unlink(missing_ok=True)
    subprocess.run([recount, "add", dossier, source], capture_output=True)
    return run(recount, "ledger", dossier, "--format", "jsonl", "--private-names")


def claims_of(value, found):
    """Where each claim that the ledger names stands: id → (document, begin)."""
    if isinstance(value, dict):
        if value.get("claim") and value.get("document") and value.get("begin") is not None:
            found[value["claim"]] = (value["document"], value["begin"])
        for item in value.values():
            claims_of(item, found)
    elif isinstance(value, list):
        for item in value:
            claims_of(item, found)
    return found


def approximate(lines):
    """Ids of claims whose figure is rounded: whether they agree with another hangs on the very numbers."""
    figures = [(one["claim"], one["figure"]["qualifier"]) for line in lines for one in line.get("lines", []) + line.get("apart", []) if one.get("figure")]
    return {claim for claim, qualifier in figures if qualifier in ("about", "almost", "vague", "up_to", "less_than")}


def plain_ledger(lines, back):
    back.claims = claims_of(lines, {})
    rounded = approximate(lines)
    for line in lines:
        if "disagreements" in line:
            line["disagreements"] = [one for one in line["disagreements"] if not any(side["claim"] in rounded for side in one["sides"])]
    return plain(lines, back)


def plain(value, back, document=None):
    """`value` without hashes; offsets, numbers, names and days by `back`; lists in an order of their own."""
    if isinstance(value, dict):
        document = value.get("document", document)
        out = {name: plain(item, back, document) for name, item in value.items() if name not in LEFT_OUT}
        if "begin" in out and out["begin"] is not None and document:
            out["begin"] = back.offset(document, out["begin"])
        for name in ("low", "high"):
            if name in out and out[name] is not None:
                out[name] = back.number(document, value, out[name])
        if "channel_names" in out:  # outlets of a network stand in the order of their names
            out["channel_names"] = sorted(", ".join(sorted(one.split(", "))) for one in out["channel_names"])
        for name in ("verbatim", "quote"):
            out.pop(name, None)
        return out
    if isinstance(value, list):
        return sorted((plain(item, back, document) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    if isinstance(value, str) and value in back.claims:
        place, begin = back.claims[value]
        return f"{place}:{back.offset(place, begin)}"
    return back.string(value) if isinstance(value, str) else value


def paths(one, other, path=""):
    """What differs between two plain values."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted(set(one) | set(other)):
            yield from paths(one.get(name), other.get(name), f"{path}.{name}" if path else name)
    elif isinstance(one, list) and isinstance(other, list):
        lines = [json.dumps(item, sort_keys=True, ensure_ascii=False) for item in one]
        others = [json.dumps(item, sort_keys=True, ensure_ascii=False) for item in other]
        only = [one[i] for i, line in enumerate(lines) if line not in others]
        only_other = [other[i] for i, line in enumerate(others) if line not in lines]
        if len(only) == len(only_other) == 1:
            yield from paths(only[0], only_other[0], f"{path}[…]")
            return
        for item in only:
            yield f"{path}: only as it is: {json.dumps(item, ensure_ascii=False)[:300]}"
        for item in only_other:
            yield f"{path}: only swapped: {json.dumps(item, ensure_ascii=False)[:300]}"
    elif one != other:
        yield f"{path}: {json.dumps(one, ensure_ascii=False)[:200]} as it is, {json.dumps(other, ensure_ascii=False)[:200]} swapped"


def places_of(line):
    """Where the claims of an event stand."""
    return {(one.get("document"), one.get("begin")) for name in ("lines", "occurrences", "apart", "persons") for one in line.get(name, [])}


def name_of(line):
    return f"{line.get('kind')} {line.get('day')} {(line.get('place') or {}).get('name')} {line.get('documents', '')}"


def report(one, other):
    """Prints how the ledgers differ; lines that have no equal are compared with the most alike."""
    left = [line for line in one if line not in other]
    right = [line for line in other if line not in one]
    for line in left:
        if not right:
            print(f"{name_of(line)}: only as it is")
            continue
        alike = max(right, key=lambda item: (len(places_of(line) & places_of(item)), name_of(item) == name_of(line)))
        right.remove(alike)
        for words in paths(line, alike):
            print(f"{name_of(line)}: {words}")
    for line in right:
        print(f"{name_of(line)}: only swapped")
    return not left and not right


class Same:
    def offset(self, _document, offset):
        return offset

    def number(self, _document, _figure, number):
        return number

    def string(self, text):
        return text


class Back:
    def __init__(self, swap):
        self.swap = swap
        self.numbers = {other: number for number, other in swap.numbers.items()}

    def offset(self, document, offset):
        return self.swap.back(document, offset)

    def number(self, document, figure, number):
        """The number before the swap, where the figure's words were swapped."""
        shift = 0
        for begin, end, words in self.swap.edits[document]:
            at = begin + shift
            if at < figure["end"] and figure["begin"] < at + len(words) and number in self.numbers:
                return self.numbers[number]
            shift += len(words) - (end - begin)
        return number

    def string(self, text):
        return self.swap.string_back(text)


def swapped_pages(pages, swap):
    out = []
    for page in pages:
        other = {name: swap.string(value) if isinstance(value, str) and name not in ("id", "language") else value for name, value in page.items()}
        out.append({**other, "text": swap.text(page["id"])})
    return out


def given(key, record):
    document = record["document"]
    page = {"id": key, "text": document["text"], "language": document["language"]}
    for name in ("outlet", "title"):
        if document[name]:
            page[name] = document[name]
    if document["published"] and len(document["published"]["value"]) == 10 and "X" not in document["published"]["value"]:
        page["published"] = document["published"]["value"]
    return page


def anchored_entities(entities, records):
    for entity in entities:
        text = Text(records[entity["document"]]["document"]["text"])
        try:
            yield anchored(entity, text)
        except NotInText:
            continue


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--recount", required=True)
    parser.add_argument("--pages", required=True, type=pathlib.Path)
    parser.add_argument("--entities", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--key", type=int, default=0)
    options = parser.parse_args()
    if not options.pages.is_dir():
        print(f"not run: {options.pages} isn't there")
        return 77
    records = read_pages(options.recount, options.pages, options.key)
    pages = [given(key, record) for key, record in sorted(records.items())]
    entities = list(anchored_entities(read_lines(options.entities), records))
    known = {place["verbatim"] for record in records.values() for place in record["mentions"]["places"] if place["id"]}
    texts = {page["id"]: page["text"] for page in pages}
    swap = Swap(options.seed, texts, entities, {page["id"]: page["language"] for page in pages}, known)
    with tempfile.TemporaryDirectory() as folder:
        original = plain_ledger(ledger_of(options.recount, folder, pages), Same())
        swapped = plain_ledger(ledger_of(options.recount, folder, swapped_pages(pages, swap)), Back(swap))
    same = report(original, swapped)
    edits = sum(map(len, swap.edits.values()))
    print(f"seed {options.seed}: {edits} words swapped ({len(swap.names)} names, {sum(a != b for a, b in swap.numbers.items())} of {len(swap.numbers)} numbers, days {swap.days:+}, years {swap.years:+}), {len(original)} lines")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
