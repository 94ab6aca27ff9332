#!/usr/bin/env python3
"""Draws the documents of the gold from ../shared/data and lays them out to be read: draw.py --to DIR

A document is DIR/<batch>/<id>.txt: what is known from outside, then its paragraphs, numbered. Which documents are
rich in figures is judged by the few words below and by nothing of recount's, so that what recount misses isn't missing
here. Near copies of a drawn document aren't drawn. The draw is fixed by kSeed; the documents
are shuffled into batches, so that a batch says nothing of the half. A second set, by kSecondSeed, has figure claims alone.
"""
import argparse
import functools
import gzip
import hashlib
import json
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
kSeed = 20261127
kSecondSeed = 9203

NUMBER = r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\w+aines?|centaines|milliers|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands|nobody|several|один|одна|два|две|двое|три|трое|четыре|четверо|пять|пятеро|шесть|семь|восемь|девять|десять|десятки|несколько|сотни)"
CUES = {
    "fr": r"mort|tuée?s|décédé|blessé|interpell|arrêtée?s|arrestation|gard(?:e|es) à vue|manifestant|gilets jaunes (?:à|dans|ont|se)|condamné|mobilisé|rassembl|policiers",
    "en": r"killed|dead|died|deaths?|wounded|injured|hurt|shot|arrest|detained|custody|protesters|demonstrat|missing|homeless|bodies|police(?:men)?\b|officers",
    "ru": r"погиб|убит|умер|жертв|ранен|пострада|задержан|арестован|пропал|эвакуир|госпитал|приговор|травм|осужд",
}


def read_lines(path):
    return [json.loads(line) for line in gzip.open(DATA / path, "rt", encoding="utf-8")]


def halves(documents):
    """Sets `half` of each, "open" or "locked": every second (outlet, day) of an outlet, in the order of a hash."""
    groups = {}
    for one in documents:
        groups.setdefault((one["family"], one["outlet"], one["day"] or one["id"]), []).append(one)
    ordered = sorted(groups, key=lambda group: (group[0], hashlib.sha256(repr(group).encode()).digest()))
    for number, group in enumerate(ordered):
        for one in groups[group]:
            one["half"] = ("open", "locked")[number % 2]


def figures_in(text, language):
    pattern = rf"(?i)\b{NUMBER}\b[^.!?\n]{{0,40}}?\b(?:{CUES[language]})|\b(?:{CUES[language]})\w*[^.!?\n]{{0,25}}?\b{NUMBER}\b"
    return len(re.findall(pattern, text))


def document(id, family, outlet, day, language, title, text, **more):
    """`family`: what is split by itself, an outlet or a set of small ones."""
    return {"id": id, "family": family, "outlet": outlet, "day": day, "language": language, "title": title, "text": text, **more}


def yellow_vests(language):
    for one in read_lines(f"news/gilets-jaunes/{language}.jsonl.gz"):
        yield document(one["id"], one["outlet"], one["outlet"], one["date"], language, one["title"], one["text"], published=one["date"], truncated=one["truncated"])


def shootings():
    for incident in read_lines("events/gva/incidents.jsonl.gz"):
        for one in incident["articles"]:
            # The half goes by incident: its articles tell one thing.
            yield document("gva-" + one["id"], "gva", "gva-" + incident["incident"], incident["date"], "en", one["title"], one["text"], published=one["dct"])


def gujarat():
    for one in read_lines("events/india-police/docs.jsonl.gz"):
        yield document(f"india-{one['doc']}", "india", "india", one["date"], "en", None, one["text"], published=one["date"])


def telegram():
    for number, one in enumerate(read_lines("news/telegram-ru/posts.jsonl.gz")):
        # Ids aren't unique in the set: the place in the file is.
        yield document(f"tg-{number}", "telegram", one["outlet"], one["published"][:10], "ru", None, one["text"], published=one["published"])


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i : i + 6])) for i in range(len(words) - 5)}


class Draw:
    def __init__(self, seed=kSeed):
        self.random = random.Random(seed)
        self.seen = set()
        self.chosen = []

    def take(self, candidates, count, a_day=1, fewer=False):
        """`count` of the candidates, at random, at most `a_day` of an outlet's day, no near copy of one that was taken.
        `fewer`: as many as there are."""
        candidates = sorted(candidates, key=lambda one: one["id"])
        self.random.shuffle(candidates)
        days = {}
        for one in candidates:
            own = shingles(one["text"])
            day = (one["outlet"], one["day"] or one["id"])
            if count == 0 or days.get(day, 0) >= a_day or (own and len(own & self.seen) > 0.2 * len(own)):
                continue
            days[day] = days.get(day, 0) + 1
            self.seen |= own
            self.chosen.append(one)
            count -= 1
        if count and not fewer:
            raise SystemExit(f"draw: {count} documents too few")


def rich(documents, least, shortest, longest):
    return [one for one in documents if shortest <= len(one["text"]) <= longest and figures_in(one["text"], one["language"]) >= least]


OUTLETS = {  # how many of each, French
    "L'Humanité": 15, "DH": 10, "La Libre": 11, "Le Temps": 4, "Le Matin": 3, "Tribune de Genève": 3, "Le Nouvelliste": 1,
    "Journal de Montréal": 2, "Le Devoir": 2, "La Presse": 2, "Le Soleil": 1, "Liberté / El Watan / Le Courrier d'Algérie": 6,
}


def french():
    draw, documents = Draw(), list(yellow_vests("fr"))
    candidates = rich([one for one in documents if not one["truncated"]], 5, 900, 6500)
    for outlet, count in OUTLETS.items():
        draw.take([one for one in candidates if one["outlet"] == outlet], count)
    others = [one for one in documents if 900 <= len(one["text"]) <= 5000 and len(re.findall(r"\d+", one["text"])) >= 12
              and figures_in(one["text"], "fr") <= 2]
    draw.take(others, 15)
    return draw.chosen


def english():
    draw = Draw()
    draw.take(rich(shootings(), 4, 600, 5000), 22)
    draw.take(rich(gujarat(), 6, 600, 5000), 20, a_day=2)
    draw.take(rich(yellow_vests("en"), 2, 900, 6500), 18, a_day=3)
    return draw.chosen


def russian():
    draw = Draw()
    posts = list(telegram())
    draw.take(rich(posts, 2, 120, 3000), 95, a_day=2)
    draw.take(rich(posts, 1, 120, 3000), 55, a_day=2)
    draw.take([one for one in posts if 200 <= len(one["text"]) <= 1200 and len(re.findall(r"\d+", one["text"])) >= 6], 10)
    return draw.chosen


def russian_times():
    """Posts of any kind in which only times are marked: those rich in figures hold too few."""
    draw = Draw()
    others = {one["id"] for one in russian()}
    draw.take([one for one in telegram() if one["id"] not in others and 300 <= len(one["text"]) <= 1500], 60, a_day=1)
    return draw.chosen


def second(language):
    """Documents for a second set, of which no outlet's day is locked and none is a near copy of one of the first."""
    first = [one for name in SETS if name.split("-")[0] == language and not name.endswith("-second") for one in drawn(name)]
    draw = Draw(kSecondSeed)
    ids = {one["id"] for one in first}
    locked = {(one["family"], one["outlet"], one["day"] or one["id"]) for one in first if one["half"] == "locked"}
    for one in first:
        draw.seen |= shingles(one["text"])

    def take(documents, least, shortest, longest, count, a_day=1, keep=lambda one: True):
        free = [one for one in documents if one["id"] not in ids and (one["family"], one["outlet"], one["day"] or one["id"]) not in locked and keep(one)]
        draw.take(rich(free, least, shortest, longest), count, a_day, fewer=True)

    if language == "fr":
        large = ("L'Humanité", "DH", "La Libre")
        for outlet in large:
            take(yellow_vests("fr"), 4, 900, 5000, 8, keep=lambda one: one["outlet"] == outlet and not one["truncated"])
        take(yellow_vests("fr"), 4, 900, 5000, 12, keep=lambda one: one["outlet"] not in large and not one["truncated"])
    elif language == "en":
        take(shootings(), 4, 600, 4000, 20)
        take(gujarat(), 5, 600, 4000, 20, a_day=2)
        take(yellow_vests("en"), 2, 900, 6500, 12, a_day=3)
    else:
        take(telegram(), 2, 120, 2000, 60, a_day=2)
        take(telegram(), 1, 120, 2000, 30, a_day=2)
    return draw.chosen


# Times and places are marked in the first documents of each batch.
LAYERS = {"fr": {"times": 6, "places": 3}, "en": {"places": 4}, "ru": {"times": 60, "places": 20}}
SETS = {"fr": (french, 4), "en": (english, 3), "ru": (russian, 3), "ru-times": (russian_times, 1),
        **{f"{language}-second": (functools.partial(second, language), 1) for language in ("fr", "en", "ru")}}


@functools.cache
def drawn(language):
    """The documents of a language's gold, in an order that says nothing; each has `half`, `batch`, `layers`, `twice`."""
    draw, batches = SETS[language]
    documents = draw()
    if language.endswith("-second"):
        return [{**one, "half": "second", "batch": language, "layers": ["claims"], "twice": False} for one in documents]
    halves(documents)
    random.Random(kSeed + 1).shuffle(documents)
    places = {batch: 0 for batch in range(batches)}
    for number, one in enumerate(documents):
        batch = number * batches // len(documents)
        one["batch"] = f"{language}-{batch + 1}"
        one["layers"] = ["claims", "numbers"] + [layer for layer, first in LAYERS[language].items() if places[batch] < first] if language in LAYERS else ["times"]
        one["twice"] = language in LAYERS and places[batch] % 5 == 2
        places[batch] += 1
    return documents


def laid_out(one):
    head = [f"id: {one['id']}", f"outlet: {one['outlet']}", f"published: {one.get('published')}", f"layers: {' '.join(one['layers'])}", f"title (no part of the text): {one['title']}"]
    paragraphs = [f"[{number}] {words}" for number, words in enumerate(one["text"].split("\n"), 1) if words.strip()]
    return "\n".join(head) + "\n\n" + "\n".join(paragraphs) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", required=True, type=pathlib.Path)
    options = parser.parse_args()
    for language in SETS:
        for one in drawn(language):
            for folder in [options.to / one["batch"]] + [options.to / f"{language}-second"] * one["twice"]:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{one['id']}.txt").write_text(laid_out(one), "utf-8")


if __name__ == "__main__":
    main()
