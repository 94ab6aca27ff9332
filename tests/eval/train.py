#!/usr/bin/env python3
"""Trains the ranker of figures: train.py --recount BIN [--write]

Reads the open half of the gold, has recount_candidates (beside BIN) show every reading of every quantity of its documents,
and fits one logistic regression for all languages on evidence that holds no word: a reading is right where a reader has a
claim of its measure at its number. Weights are whole numbers, a hundred to the unit of log odds.

Prints what cross-validation by document gives: each fold's documents are read by recount itself with a table that was
trained on the others. Then how sure it may be: scores of those held-out claims against how many of them were right, made
ascending, which is the table of confidence. --write writes languages/_shared/ranker.tsv from all documents.

Same input, same bytes: documents in a fixed order, a fixed number of rounds, a fixed seed.
"""
import argparse
import collections
import hashlib
import json
import math
import os
import pathlib
import random
import tempfile

import gold_figures as figures
import tool as tools
from gold import LANGUAGES, candidates, documents, given, read_half, system_claims, with_layer
from scoring import Count, f1, percent, precision, recall

FOLDS, ROUNDS, RATE, SHRINK, UNIT, SEED = 5, 30, 0.1, 60.0, 100, 1
SUREST = 97  # percent: of the pool of the highest scores no more was right
TABLE = tools.ROOT / "languages" / "_shared" / "ranker.tsv"
HEAD = """# Weights of the ranker of figures: written by tests/eval/train.py from the open half of tests/gold, not by hand.
# What each name and value means: src/claims/candidates.h. A hundred is one unit of log odds.
"""


def fold_of(id):
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % FOLDS


def is_right(candidate, claims):
    return any(candidate["measure"] == claim["measure"] and figures.overlap(candidate, claim["figure"]) for claim in claims)


class Rows:
    """Readings as rows of evidence, with what they are of."""

    def __init__(self, own, facts):
        self.names, self.rows, self.right, self.fold, self.language = {}, [], [], [], []
        for language in LANGUAGES:
            for id in sorted(facts[language]):
                for one in own[language][id]:
                    if not one["evidence"]:
                        continue  # a number merely near a cue
                    self.rows.append([self.names.setdefault(pair, len(self.names)) for pair in sorted(one["evidence"].items())])
                    self.right.append(is_right(one, facts[language][id]["claim"]))
                    self.fold.append(fold_of(id))
                    self.language.append(language)

    def fit(self, wanted):
        """Lines of the table: weights by (evidence, value), and the constant. Stochastic descent (AdaGrad) with a penalty on
        large weights, the mean of the last half of the rounds. wanted(fold, language): is the row used?"""
        order = [at for at in range(len(self.rows)) if wanted(self.fold[at], self.language[at])]
        weights, seen = [0.0] * (len(self.names) + 1), [1e-3] * (len(self.names) + 1)
        sums, shrink, chance = [0.0] * len(weights), SHRINK / len(order), random.Random(SEED)
        rows = [row + [len(self.names)] for row in self.rows]
        for round_ in range(ROUNDS):
            chance.shuffle(order)
            for at in order:
                row = rows[at]
                odds = sum([weights[k] for k in row])
                wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - self.right[at]
                for k in row:
                    slope = wrong + shrink * weights[k]
                    seen[k] += slope * slope
                    weights[k] -= RATE * slope / math.sqrt(seen[k])
            if round_ >= ROUNDS // 2:
                sums = [a + b for a, b in zip(sums, weights)]
        mean = [total / (ROUNDS - ROUNDS // 2) for total in sums]
        found = [((name, value), round(UNIT * mean[at])) for (name, value), at in sorted(self.names.items())]
        found.insert(0, (("constant", 0), round(UNIT * mean[-1])))
        return [f"weight\t{name}\t{value}\t{n}" for (name, value), n in found if n]


def table_of(weights, confidence):
    return HEAD + "\n".join(weights + [f"confidence\t{score}\t{n}" for score, n in confidence]) + "\n"


# Shows the score itself where the confidence stands: from -500 on in steps of ten.
SCORES = [(10 * step - 500, step) for step in range(101)]


class Reader:
    """recount with a table of its own."""

    def __init__(self, recount, table):
        self.recount, self.table = recount, table

    def read(self, wanted):
        with tempfile.TemporaryDirectory() as folder:
            packs = pathlib.Path(folder)
            (packs / "_shared").mkdir()
            for one in (tools.ROOT / "languages").iterdir():
                if one.name != "_shared":
                    (packs / one.name).symlink_to(one)
            for one in (tools.ROOT / "languages" / "_shared").iterdir():
                if one.name != TABLE.name:
                    (packs / "_shared" / one.name).symlink_to(one)
            if self.table:
                (packs / "_shared" / TABLE.name).write_text(self.table, "utf-8")
            os.environ["RECOUNT_LANGUAGES"] = folder
            try:
                return tools.Tool(self.recount).read(wanted)
            finally:
                del os.environ["RECOUNT_LANGUAGES"]


def held_out(recount, facts, tables):
    """(language, count of claims, scores of claims with whether they are right) of each document, by its fold's table."""
    out = []
    for fold, table in enumerate(tables):
        wanted = [(language, id) for language in LANGUAGES for id in sorted(facts[language]) if fold_of(id) == fold]
        own = Reader(recount, table).read([given(documents(language)[id]) for language, id in wanted])
        for language, id in wanted:
            record = own[id]
            system, gold = list(system_claims(record)), facts[language][id]["claim"]
            for claim, sure in zip(system, [one["confidence"] for one in record["claims"] if one["kind"] == "figure"], strict=True):
                claim["sure"] = sure
            pairs = figures.pairs_of(gold, system)
            matched = {s["figure"]["begin"]: s for _, s in pairs}
            count = Count(len(pairs), len(system) - len(pairs), len(gold) - len(pairs))
            out.append((language, count, [(claim["sure"], any(claim is one for one in matched.values())) for claim in system]))
    return out


def tell(title, results):
    line = f"{title:34}"
    for language in LANGUAGES:
        total = sum((count for own, count, _ in results if own == language), Count())
        line += f"  {language} F1 {percent(f1(total))} P {percent(precision(total))} R {percent(recall(total))}"
    print(line)


def top_precision(results, share=0.5):
    """Right ones among the surest half of the claims, by language: {language: share}."""
    out = {}
    for language in LANGUAGES:
        sure = sorted((one for own, _, claims in results if own == language for one in claims), key=lambda one: -one[0])
        top = sure[: max(1, int(len(sure) * share))]
        out[language] = sum(right for _, right in top) / len(top)
    return out


def ascending(points):
    """Pool adjacent violators: [(score, right, of)] made ascending in right/of."""
    pools = []
    for score, right, of in points:
        pools.append([score, right, of])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            _, more, others = pools.pop()
            pools[-1][1] += more
            pools[-1][2] += others
    return pools


def confidence_of(results):
    """The table of confidence from held-out claims; a claim of each kind is added to every pool: nothing is certain."""
    found = collections.defaultdict(lambda: [0, 0])
    for _, _, claims in results:
        for sure, right in claims:
            found[sure][0] += right
            found[sure][1] += 1
    pools = ascending([(10 * sure - 500, right, of) for sure, (right, of) in sorted(found.items())])
    table = [(score, min(SUREST, round(100 * (right + 0.5) / (of + 1)))) for score, right, of in pools]
    return [(score, max(n for at, n in table if at <= score)) for score, _ in table]


def reliability(results, confidence):
    print("held-out claims by confidence: said, right, of")
    found = collections.defaultdict(lambda: [0, 0, 0])
    for _, _, claims in results:
        for sure, right in claims:
            score = 10 * sure - 500
            said = next((n for at, n in reversed(confidence) if at <= score), confidence[0][1])
            bin = min(said // 10, 9)
            found[bin][0] += said
            found[bin][1] += right
            found[bin][2] += 1
    for bin, (said, right, of) in sorted(found.items()):
        print(f"  {10 * bin:3}–{10 * bin + 9 if bin < 9 else 100:3}   {said / of / 100:.3f}   {right / of:.3f}   {of}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recount", required=True, type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    facts = {language: with_layer(read_half(language, "open"), "claims") for language in LANGUAGES}
    own = {language: candidates(options.recount, language, sorted(facts[language])) for language in LANGUAGES}
    rows = Rows(own, facts)
    print(f"{len(rows.rows)} readings, {sum(rows.right)} right, {len(rows.names)} weights")
    tell("no table", held_out(options.recount, facts, [None] * FOLDS))
    folds = [rows.fit(lambda own, _, fold=fold: own != fold) for fold in range(FOLDS)]
    results = held_out(options.recount, facts, [table_of(fitted, SCORES) for fitted in folds])
    tell("held out", results)
    print("right of the surest half: " + "  ".join(f"{language} {share:.3f}" for language, share in top_precision(results).items()))
    confidence = confidence_of(results)
    reliability(results, confidence)
    if options.write:
        TABLE.write_text(table_of(rows.fit(lambda *_: True), confidence), "utf-8")


if __name__ == "__main__":
    main()
