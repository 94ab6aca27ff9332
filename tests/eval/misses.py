#!/usr/bin/env python3
"""The commonest kinds of miss on the open half of the gold: misses.py --recount BIN [--language fr] [--show KIND [--most N]]

Counts kinds, by language: claims that aren't found (by measure, and what recount made of the number), claims that nobody
annotated (by measure, and what the number is), fields that are wrong, missing or invented. --show prints the sentences of a
kind, to be read; nothing of them may be kept.
"""
import argparse
import collections
import pathlib

import gold_figures as figures
import tool as tools
from gold import LANGUAGES, documents, read_half, records, system_claims, with_layer
from gold_mentions import best


def kinds(language, tool):
    """(kind, document, claim) of every miss; the claim of the gold where there is one."""
    own = records(tool, language)
    for id, facts in with_layer(read_half(language, "open"), "claims").items():
        text = documents(language)[id]["text"]
        system = figures.worded(list(system_claims(own[id])), text)
        figures.worded(facts["claim"], text)
        pairs = figures.pairs_of(facts["claim"], system)
        for claim in facts["claim"]:
            if not any(claim is g for g, _ in pairs):
                yield f"not found: {claim['measure']}, {made_of(claim, own[id], system)}", id, claim
        for claim in system:
            if not any(claim is s for _, s in pairs):
                left = best(claim["figure"], facts["number"])
                other = best(claim["figure"], [one["figure"] | {"measure": one["measure"]} for one in facts["claim"]])
                what = f"gold has {other['measure']}" if other else f"a number left out: {left['reason']}" if left else "no number for the reader"
                yield f"not annotated: {claim['measure']}, {what}", id, claim
        for g, s in pairs:
            for kind in wrong_fields(g, s):
                yield kind, id, g


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


def shown(language, id, claim):
    one = documents(language)[id]
    begin, end = claim["figure"]["begin"], claim["figure"]["end"]
    text = one["text"]
    fields = {name: claim[name] for name in ("when", "place", "claimant", "series", "modality") if claim.get(name)}
    return f"{id} ({one.get('published')}): …{text[max(0, begin - 160) : begin]}[[{text[begin:end]}]]{text[end : end + 160]}…\n    {fields}".replace("\n\n", "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recount", required=True, type=pathlib.Path)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--show", metavar="KIND")
    parser.add_argument("--most", type=int, default=20)
    options = parser.parse_args()
    tool = tools.Tool(options.recount)
    for language in [options.language] if options.language else LANGUAGES:
        found = list(kinds(language, tool))
        if options.show:
            for kind, id, claim in [one for one in found if one[0].startswith(options.show)][: options.most]:
                print(f"{kind}\n{shown(language, id, claim)}\n")
            continue
        for kind, count in collections.Counter(kind for kind, _, _ in found).most_common(options.most):
            print(f"{language} {count:4}  {kind}")


if __name__ == "__main__":
    main()
