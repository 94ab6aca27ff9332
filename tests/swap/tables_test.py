#!/usr/bin/env python3
"""tables_test.py --entities FILE [--pages DIR --key N]

No name of an event that recount is tested with may stand in its tables or its code, but for public lists: those of all
countries, agencies and the like. Names are those of FILE (organisations, people, places, contacts). Exit 77: the pages, in
which FILE's offsets count, aren't there.
"""
import argparse
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ["languages/**/*", "src/**/*", "include/**/*", "data/places/*.tsv"]
PUBLIC = re.compile(r"languages/_shared/(actors\.tsv|agencies\.txt|credits\.txt)|languages/\w+/(demonyms\.tsv|not-places\.txt)|data/places/.*|src/mentions/place/.*_test\.cc")
KINDS = {"org", "person", "place", "contact"}
# Words of the language as much as names: a party called "Left", and capitals that any table of places is shown with.
WORDS = {"Left", "Europe", "Paris", "Berlin", "London", "Londres"}


def names_of(options):
    texts = {}
    if options.pages:
        texts = {file.name[: options.key]: file.read_text("utf-8") for file in sorted(options.pages.iterdir())}
    for line in options.entities.read_text("utf-8").splitlines():
        one = json.loads(line)
        if one.get("type") in KINDS:
            yield one.get("verbatim") or texts[one["document"]][one["begin"] : one["end"]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--entities", required=True, type=pathlib.Path)
    parser.add_argument("--pages", type=pathlib.Path)
    parser.add_argument("--key", type=int, default=3)
    options = parser.parse_args()
    if options.pages and not options.pages.is_dir():
        print(f"not run: {options.pages} isn't there")
        return 77
    names = sorted({name for name in names_of(options) if len(name) > 2} - WORDS)
    if not names:
        sys.exit(f"{options.entities} names nothing: the test would hold for any table")
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
    found = 0
    for file in sorted({file for glob in TABLES for file in ROOT.glob(glob) if file.is_file()}):
        path = file.relative_to(ROOT).as_posix()
        if PUBLIC.fullmatch(path):
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            for hit in pattern.finditer(line):
                found += 1
                print(f"{path}:{number}: “{hit[0]}” is a name of {options.entities.parent.name}; take another one")
    print(f"{len(names)} names, {found} in tables")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
