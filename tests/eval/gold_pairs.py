"""Pairs of documents of the gold: does one rest on the other.

rests on another: copy, partial copy or translation against the rest, each pair weighted by how many pairs of its set it
stands for. label: of the pairs as drawn, how many get their very label. same claimant: F1 of that label. Each pair is a
dossier of two pages. Baselines: constant calls all independent; regex counts shared runs of six words.
"""
import concurrent.futures
import json
import re

from gold import GOLD, draw, given
from scoring import Count, accuracy, row

LABEL = {"near_copy": "copy", "partial_copy": "partial_copy", "translation": "translation"}
WEAKER = ("copy", "translation", "partial_copy", "same_claimant")
TEXTS = {"fr": lambda: draw.yellow_vests("fr"), "ru": draw.telegram, "cross": lambda: [*draw.yellow_vests("fr"), *draw.yellow_vests("en")]}


def label_of(lines, a, b):
    """What the ledger's last line says of the two pages; same_claimant where claims of both stand in one line."""
    labels = {LABEL[link["kind"]] for line in lines for link in line.get("origin_links", []) if link["kind"] in LABEL and {link["from"], link["to"]} == {a, b}}
    for line in lines:
        for entry in line.get("lines", []):
            if entry["origin"] and {claim["document"] for claim in entry["claims"]} == {a, b}:
                labels.add("same_claimant")
    return next((label for label in WEAKER if label in labels), "independent")


def runs_of(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}


def by_runs(a, b):
    one, other = runs_of(a["text"]), runs_of(b["text"])
    share = len(one & other) / max(1, min(len(one), len(other)))
    return "copy" if share > 0.6 else "partial_copy" if share > 0.05 else "independent"


def scored(set, system, pairs, labels):
    rests, exact, same = [], [], []
    for pair in pairs:
        gold, said = pair["label"], labels[pair["pair"]]
        want, got = (label not in ("independent", "same_claimant") for label in (gold, said))
        weight = pair["weight"]
        rests.append(Count(weight * (want and got), weight * (got and not want), weight * (want and not got)))
        exact.append(Count(gold == said, gold != said))
        right = gold == said == "same_claimant"
        same.append(Count(right, said == "same_claimant" and not right, gold == "same_claimant" and not right))
    yield row(set, "rests on another (weighted)", system, rests)
    yield row(set, "label", system, exact, accuracy)
    yield row(set, "same claimant", system, same)


def rows(tool, halves):
    for name, texts in TEXTS.items():
        found = {one["id"]: one for one in texts()}
        for half in halves:
            pairs = [json.loads(line) for line in (GOLD / f"pairs.{half}.jsonl").read_text("utf-8").splitlines()]
            pairs = [pair for pair in pairs if pair["pair"].split("-")[0] == name]
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                lines = list(pool.map(lambda pair: tool.ledger([given(found[pair["a"]]), given(found[pair["b"]])]), pairs))
            labels = {pair["pair"]: label_of(own, pair["a"], pair["b"]) for pair, own in zip(pairs, lines)}
            set = f"gold/pairs {name} {half}"
            yield from scored(set, "recount", pairs, labels)
            yield from scored(set, "constant", pairs, {pair["pair"]: "independent" for pair in pairs})
            yield from scored(set, "regex", pairs, {pair["pair"]: by_runs(found[pair["a"]], found[pair["b"]]) for pair in pairs})
