#!/usr/bin/env python3
"""Draws pairs of documents that may rest on each other: draw_pairs.py --to DIR

Pairs of one language are drawn by strata of containment: of the six-word runs of the shorter text, the share that the other
holds too. Stratum 0 shares none, but a number of three digits or more: any two texts would be independent. Each pair's weight
is how many pairs of the set it stands for. Cross-lingual candidates share numbers and names on neighbouring days. DIR gets
pairs to read, with shared runs between ⟦ ⟧, and `pairs.tsv`: pair, ids, stratum, weight, half. A reading adds `<batch>.labels`:
lines of pair, label. `--labels` turns them into pairs.jsonl beside this file.
"""
import argparse
import collections
import datetime
import hashlib
import itertools
import json
import pathlib
import random
import re

import draw

LABELS = {"copy", "partial_copy", "same_claimant", "translation", "independent"}
STRATA = [(0, 0), (0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 1)]
COUNTS = {"fr": (300, 3), "ru": (150, 1), "cross": (100, 1)}
SHOWN = 2600  # characters of a text that a reader sees


def words_of(text):
    return [(word[0].lower(), word.start(), word.end()) for word in re.finditer(r"\w+", text)]


def runs_of(text):
    words = [word for word, _, _ in words_of(text)]
    return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}


def stratum_of(share):
    return 0 if share == 0 else next(i for i in range(1, 5) if share <= STRATA[i][1])


def shared_runs(runs):
    """(a, b) → how many six-word runs they share, for all that share one."""
    holders = collections.defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    shared = collections.Counter()
    for numbers in holders.values():
        shared.update(itertools.combinations(numbers[:300], 2))
    return shared


def sharing_numbers(documents, shared):
    holders = collections.defaultdict(list)
    for number, one in enumerate(documents):
        for digits in set(re.findall(r"\b\d{3,}\b", one["text"])) - {str(year) for year in range(1990, 2031)}:
            holders[digits].append(number)
    return sorted({pair for numbers in holders.values() if len(numbers) < 60 for pair in itertools.combinations(numbers, 2)} - set(shared))


def same_language(documents, count, chance):
    runs = [runs_of(one["text"]) for one in documents]
    shared = shared_runs(runs)
    strata = collections.defaultdict(list)
    strata[0] = sharing_numbers(documents, shared)
    for (a, b), number in sorted(shared.items()):
        strata[stratum_of(number / max(1, min(len(runs[a]), len(runs[b]))))].append((a, b))
    for stratum in range(5):
        drawn = chance.sample(strata[stratum], min(count // 5, len(strata[stratum])))
        for a, b in drawn:
            yield documents[a], documents[b], stratum, len(strata[stratum]) / len(drawn)


def cross_lingual(documents, count, chance):
    """French against English, up to two days apart, by what numbers and names they share; some at random."""
    keys = [set(re.findall(r"\b\d{2,}\b|\b[A-Z]\w{3,}\b", one["text"])) for one in documents]
    common = collections.Counter(key for own in keys for key in own)
    days = collections.defaultdict(list)
    for number, one in enumerate(documents):
        if one["day"]:
            days[one["day"]].append(number)
    scored = []
    for day in sorted(days):
        near = [number for other in sorted(days) if abs((draw_day(other) - draw_day(day)).days) <= 2 for number in days[other]]
        for a in days[day]:
            for b in near:
                if documents[a]["language"] == "fr" and documents[b]["language"] == "en":
                    scored.append((sum(1 / common[key] for key in keys[a] & keys[b]), a, b))
    scored.sort(reverse=True)
    top, rest = scored[: count * 7 // 10], scored[count * 7 // 10 :]
    for part, stratum, take in ((top, 1, len(top)), (rest, 0, count - len(top))):
        for _, a, b in chance.sample(part, take):
            yield documents[a], documents[b], stratum, len(part) / take


def draw_day(text):
    return datetime.date.fromisoformat(text)


def pairs():
    french, english = list(draw.yellow_vests("fr")), list(draw.yellow_vests("en"))
    russian = list(draw.telegram())
    sets = {"fr": (same_language, french), "ru": (same_language, russian), "cross": (cross_lingual, french + english)}
    for name, (make, documents) in sets.items():
        count, batches = COUNTS[name]
        drawn = list(make(documents, count, random.Random(draw.kSeed)))
        random.Random(draw.kSeed + 1).shuffle(drawn)
        for number, (a, b, stratum, weight) in enumerate(drawn):
            # By the two days, so that copies of one dispatch stay in one half.
            key = "|".join(sorted(str(one["day"] or one["id"]) for one in (a, b)))
            half = "locked" if hashlib.sha256(key.encode()).digest()[0] % 2 else "open"
            yield {"pair": f"{name}-{number + 1}", "a": a, "b": b, "stratum": stratum, "weight": round(weight, 2), "half": half,
                   "batch": f"pairs-{name}-{number * batches // len(drawn) + 1}"}


def marked(text, runs):
    words = words_of(text)
    inside = [False] * len(words)
    for i in range(len(words) - 5):
        if tuple(word for word, _, _ in words[i : i + 6]) in runs:
            inside[i : i + 6] = [True] * 6
    out, at = [], 0
    for i, (_, begin, end) in enumerate(words):
        if inside[i] and (i == 0 or not inside[i - 1]):
            out += [text[at:begin], "⟦"]
            at = begin
        if inside[i] and (i + 1 == len(words) or not inside[i + 1]):
            out += [text[at:end], "⟧"]
            at = end
    whole = "".join(out) + text[at:]
    return whole if len(whole) <= SHOWN else whole[:SHOWN] + f" […{len(whole) - SHOWN} more characters]"


def laid_out(pair):
    runs = runs_of(pair["a"]["text"]) & runs_of(pair["b"]["text"])
    out = [f"=== pair {pair['pair']}"]
    for side in "ab":
        one = pair[side]
        out += [f"--- {side}: {one['outlet']}, published {one.get('published')}, title: {one['title']}", marked(one["text"], runs)]
    return "\n".join(out) + "\n\n"


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    texts = collections.defaultdict(str)
    for pair in pairs():
        texts[pair["batch"]] += laid_out(pair)
    for batch, text in texts.items():
        (folder / f"{batch}.txt").write_text(text, "utf-8")


def join(folder):
    labels = {}
    for file in sorted(folder.glob("*.labels")):
        for line in file.read_text("utf-8").splitlines():
            pair, label = line.split()[:2]
            if label not in LABELS:
                raise SystemExit(f"{file}: {label} is none of {' '.join(sorted(LABELS))}")
            labels[pair] = label
    halves = collections.defaultdict(list)
    for pair in pairs():
        if pair["pair"] not in labels:
            raise SystemExit(f"pair {pair['pair']} has no label")
        row = {"pair": pair["pair"], "a": pair["a"]["id"], "b": pair["b"]["id"], "stratum": pair["stratum"], "weight": pair["weight"], "label": labels[pair["pair"]]}
        halves[pair["half"]].append(json.dumps(row))
    for half, rows in halves.items():
        (pathlib.Path(__file__).parent / f"pairs.{half}.jsonl").write_text("\n".join(rows) + "\n", "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", required=True, type=pathlib.Path)
    parser.add_argument("--labels", action="store_true")
    options = parser.parse_args()
    (join if options.labels else write)(options.to)


if __name__ == "__main__":
    main()
