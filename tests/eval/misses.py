#!/usr/bin/env python3
"""The commonest kinds of miss on the open gold: misses.py --recount BIN [--language fr] [--set open|second] [--show KIND [--most N]]

Counts kinds, by language: claims that aren't found (by measure, and what recount made of the number), claims that nobody
annotated (by measure, and what the number is), fields that are wrong, missing or invented. --show prints the sentences of a
kind with the gold's fields and recount's, to be read; nothing of them may be kept.
"""
import argparse
import collections
import pathlib

import gold_figures as figures
import tool as tools
from gold import LANGUAGES, documents, read_half, records, system_claims, with_layer
from gold_mentions import best


def kinds(language, tool, half="open"):
    """(kind, document, gold's claim, recount's claim) of every miss; None where there is none."""
    own = records(tool, language)
    for id, facts in with_layer(read_half(language, half), "claims").items():
        text = documents(language)[id]["text"]
        system = figures.worded(list(system_claims(own[id])), text)
        figures.worded(facts["claim"], text)
        pairs = figures.pairs_of(facts["claim"], system)
        for claim in facts["claim"]:
            if not any(claim is g for g, _ in pairs):
                yield f"not found: {claim['measure']}, {made_of(claim, own[id], system)}", id, claim, None
        for claim in system:
            if not any(claim is s for _, s in pairs):
                left = best(claim["figure"], facts["number"])
                other = best(claim["figure"], [one["figure"] | {"measure": one["measure"]} for one in facts["claim"]])
                what = f"gold has {other['measure']}" if other else f"a number left out: {left['reason']}" if left else "no number for the reader"
                yield f"not annotated: {claim['measure']}, {what}", id, None, claim
        for g, s in pairs:
            for kind in wrong_fields(g, s):
                yield kind, id, g, s


def made_of(claim, record, system):
    other = best(claim["figure"], [one["figure"] | {"measure": one["measure"]} for one in system])
    left = best(claim["figure"], record.get("left_out", []))
    return f"read as {other['measure']}" if other else f"left out as {left['reason']}" if left else "number not seen"


def wrong_fields(g, s):
    for name in figures.ALWAYS:
        if not figures.holds(name, g, s):
            more = f": {g['claimant']['kind']} read as {s['claimant']['kind']}" if name == "claimant_kind" else ""
            yield f"{name} wrong{more}"
    for name in figures.OPTIONAL:
        wanted, said = figures.given(g, name), figures.given(s, name)
        if wanted and not said:
            yield f"{name} missing"
        elif said and not wanted:
            yield f"{name} invented"
        elif wanted and not figures.agree(name, g, s):
            yield f"{name} wrong"
    for name in figures.RARE:
        if g[name] != s[name]:
            yield f"{name}: {g[name]} read as {s[name]}"


SHOWN = ("when", "place", "claimant", "part_of", "series", "modality")


def fields(claim):
    """The shown fields that aren't null, a span's own fields without the null ones."""
    out = {}
    for name in SHOWN:
        value = claim.get(name)
        if isinstance(value, dict):
            value = {key: one for key, one in value.items() if one not in (None, [])}
        if value:
            out[name] = value
    return out


def shown(language, id, gold, read):
    one = documents(language)[id]
    text, figure = one["text"], (gold or read)["figure"]
    begin, end = figure["begin"], figure["end"]
    words = f"…{text[max(0, begin - 160) : begin]}[[{text[begin:end]}]]{text[end : end + 160]}…".replace("\n\n", "\n")
    sides = [f"    {side}: {fields(claim)}" for side, claim in (("gold", gold), ("read", read)) if claim]
    return "\n".join([f"{id} ({one.get('published')}): {words}", *sides])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recount", required=True, type=pathlib.Path)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--set", choices=("open", "second"), default="open")
    parser.add_argument("--show", metavar="KIND")
    parser.add_argument("--most", type=int, default=20)
    options = parser.parse_args()
    tool = tools.Tool(options.recount)
    for language in [options.language] if options.language else LANGUAGES:
        found = list(kinds(language, tool, options.set))
        if options.show:
            for kind, *miss in [one for one in found if one[0].startswith(options.show)][: options.most]:
                print(f"{kind}\n{shown(language, *miss)}\n")
            continue
        for kind, count in collections.Counter(kind for kind, *_ in found).most_common(options.most):
            print(f"{language} {count:4}  {kind}")


if __name__ == "__main__":
    main()
