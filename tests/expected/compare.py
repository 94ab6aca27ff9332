#!/usr/bin/env python3
"""Runs recount over a set of pages and compares what it says with what a careful reader wrote down.

compare.py --recount BIN --pages DIR --expected DIR [--key N] [--write | --summary]

DIR of --expected holds expected.jsonl, ledger.jsonl, known_wrong.txt and floor (docs/expected-record.md). Every difference
is one line; the lines must be those of known_wrong.txt. A new difference fails; so does a listed one that no longer
occurs, until it is removed; and the number in `floor` is how many lines the list may have: both only fall. --write
writes the list anew (look at what came in before you commit it). --key: how many characters of a file's name are the
document's key. --summary: how many differences of each sort. Exit 77: the pages aren't there, not run.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import facts
import ledgers
from anchors import NotInText, Text, anchored


def run(recount, *arguments):
    done = subprocess.run([recount, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"recount {' '.join(map(str, arguments))}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def read_lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read_pages(recount, pages, key_length):
    """Records by document key: the file's name, or the given id where a file holds many."""
    records = {}
    for file in sorted(path for path in pages.iterdir() if path.is_file()):
        for record in run(recount, "read", str(file)):
            many = file.name.endswith((".jsonl", ".jsonl.gz"))
            key = record["document"]["id"] if many else file.name.split(".")[0]
            records[key[:key_length] if key_length else key] = record
    return records


def named(value, names):
    """`value` with ids of documents replaced by their keys."""
    if isinstance(value, dict):
        return {name: named(item, names) for name, item in value.items()}
    if isinstance(value, list):
        return [named(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def anchored_ledger(lines, records):
    """Expected positions of figures as offsets into the texts that were read."""
    texts = {key: Text(record["document"]["text"]) for key, record in records.items()}

    def walk(value):
        if isinstance(value, list):
            return [walk(item) for item in value]
        if not isinstance(value, dict):
            return value
        out = {name: walk(item) for name, item in value.items()}
        if "verbatim" in value and value.get("document") in texts:
            try:
                out["begin"] = anchored({name: value[name] for name in ("verbatim", "nth") if name in value}, texts[value["document"]])["begin"]
            except NotInText:
                out["begin"] = None
        return out

    return walk(lines)


def all_differences(options):
    records = read_pages(options.recount, options.pages, options.key)
    lines = list(facts.compare(read_lines(options.expected / "expected.jsonl"), records))
    with tempfile.TemporaryDirectory() as folder:
        dossier = pathlib.Path(folder) / "set.dossier"
        subprocess.run([options.recount, "add", dossier, options.pages], capture_output=True)
        names = {record["document"]["id"]: key for key, record in records.items()}
        ledger = named(run(options.recount, "ledger", dossier, "--format", "jsonl", "--private-names"), names)
    expected = anchored_ledger(read_lines(options.expected / "ledger.jsonl"), records)
    lines += ledgers.compare(expected, ledger, set(records))
    return numbered(lines)


def numbered(lines):
    """Sorted; a line that occurs again gets its number, so that the list is one of different lines."""
    seen = collections.Counter()
    out = []
    for line in sorted(lines):
        seen[line] += 1
        out.append(line if seen[line] == 1 else f"{line} ({seen[line]})")
    return out


def sort_of(line):
    """The difference without document, offsets and values: "figure deaths: claimant.name"."""
    name, _, what = line.partition(": ")
    words = [word for word in name.split()[1:] if not re.search(r"\d", word)] or ["ledger"]
    return " ".join(words[:2]) + ": " + re.sub(r": wants .*|\[\d+\]|[\w-]*:\d+|\d+", "", what).strip()


def print_summary(lines):
    for sort, count in collections.Counter(map(sort_of, lines)).most_common():
        print(f"{count:5} {sort}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--recount", required=True)
    parser.add_argument("--pages", required=True, type=pathlib.Path)
    parser.add_argument("--expected", required=True, type=pathlib.Path)
    parser.add_argument("--key", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--summary", action="store_true")
    options = parser.parse_args()
    if not options.pages.is_dir():
        print(f"not run: {options.pages} isn't there")
        return 77
    known_file, floor_file = options.expected / "known_wrong.txt", options.expected / "floor"
    lines = all_differences(options)
    if options.summary:
        print_summary(lines)
        return 0
    if options.write:
        known_file.write_text("".join(line + "\n" for line in lines), "utf-8")
        floor_file.write_text(f"{len(lines)}\n")
        print(f"{len(lines)} differences written")
        return 0
    known = known_file.read_text("utf-8").splitlines() if known_file.exists() else []
    floor = int(floor_file.read_text()) if floor_file.exists() else 0
    new, gone = sorted(set(lines) - set(known)), sorted(set(known) - set(lines))
    for line in new:
        print(f"new: {line}")
    for line in gone:
        print(f"right now, remove it from known_wrong.txt: {line}")
    if len(known) != floor:
        print(f"known_wrong.txt has {len(known)} lines and floor says {floor}: both only fall, together")
    print(f"{len(lines)} differences, {len(known)} known, {len(new)} new, {len(gone)} right now")
    return 1 if new or gone or len(known) != floor else 0


if __name__ == "__main__":
    sys.exit(main())
