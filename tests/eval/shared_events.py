"""Tolls of events: what comes of all figure claims of an event's articles.

events/gva: share of incidents for which the modal exact value of deaths and of injured over all figure claims of its
articles (title and text; 0 where there is none; of equally frequent ones the greatest) is the register's. An article
may give an earlier number, so 1 can't be reached. events/muc, TST1 and TST2 (upper case): of the numbers of human targets
that died or were hurt and have no name, in templates that aren't optional, those that are a bound of some deaths or
injured figure of the text (recall); and the share of texts without a template for which deaths are claimed: fewer are better,
but some tell of other deaths. events/itn: of the topics with a death toll both in English and in French lines the share
that has some number in both (tolls are revised on different days, so the last ones may well differ); and how many
topics have both, of those with lines in both.
Baselines: constant, 1 dead and nobody injured (agrees by construction in events/itn); regex, the number nearest to a word
like killed, dead, died / injured, wounded, hurt within 6 words.
"""
import collections
import re

from scoring import Count, accuracy, not_run, recall, row
from tool import NotThere, json_lines

MEASURES = ("deaths", "injured")
CUES = {"en": {"deaths": r"killed|dead|died", "injured": r"injured|wounded|hurt"},
        "fr": {"deaths": r"tu[ée](?:e?s)?|tuent|morte?s?|mort", "injured": r"bless[ée]e?s?"}}
WORDS = {"en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
               "nineteen twenty", "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"}
DISTANCE = 6


def rows(tool):
    out = []
    for set, rows_of in (("events/gva", gva_rows), ("events/muc", muc_rows), ("events/itn", itn_rows)):
        try:
            out += rows_of(tool, set)
        except NotThere as why:
            out.append(not_run(set, why))
    return out


# figures


def figures(tool, documents):
    """{system: {id: [(measure, low, high, exact)]}}; those that are a part of another one come last."""
    records = tool.read(documents, fields=["claims"])
    return {"recount": {id: claimed(record) for id, record in records.items()},
            "constant": {one["id"]: [("deaths", 1, 1, True)] for one in documents},
            "regex": {one["id"]: near_cues(one["text"], one["language"]) for one in documents}}


def claimed(record):
    mine = [one for one in record.get("claims", []) if one["kind"] == "figure" and one["measure"] in MEASURES]
    return [(one["measure"], one["figure"]["low"], one["figure"]["high"], one["figure"]["qualifier"] == "exact")
            for one in sorted(mine, key=lambda one: one["part_of"] is not None)]


def near_cues(text, language):
    words = re.findall(r"\d+(?:[,.\u00a0\u202f]\d{3})+|\w+", text.lower())
    values = {word: number for number, word in enumerate(WORDS[language].split(), 1)}
    numbers = [(at, values.get(word) or int(re.sub(r"\D", "", word))) for at, word in enumerate(words)
               if (word in values or re.fullmatch(r"\d[\d,.\u00a0\u202f]*", word)) and words[at + 1:at + 2] not in (["year"], ["years"])]
    found = []
    for measure, cue in CUES[language].items():
        for at, word in enumerate(words):
            near = min(numbers, key=lambda one: abs(one[0] - at), default=None) if re.fullmatch(cue, word) else None
            if near and abs(near[0] - at) <= DISTANCE:
                found.append((measure, near[1], near[1], True))
    return found


# events/gva


def gva_rows(tool, set):
    gold = json_lines(set + "/incidents.jsonl.gz")
    documents = [{"id": f"{n}/{m}", "title": article["title"], "text": with_title(article), "language": "en", "published": article["dct"]}
                 for n, one in enumerate(gold) for m, article in enumerate(one["articles"])]
    tolls = {}
    for system, told in figures(tool, documents).items():
        held = [[figure for m in range(len(one["articles"])) for figure in told[f"{n}/{m}"]] for n, one in enumerate(gold)]
        tolls[system] = [{"killed": modal(one, "deaths"), "injured": modal(one, "injured")} for one in held]
    out = []
    for measure, keys in (("killed and injured", ("killed", "injured")), ("killed", ("killed",)), ("injured", ("injured",))):
        for system in tolls:
            hits = [all(toll[key] == one[key] for key in keys) for one, toll in zip(gold, tolls[system])]
            out.append(row(set, measure, system, [Count(hit, not hit) for hit in hits], accuracy))
    return out


def with_title(article):
    title, text = article["title"] or "", article["text"]
    return text if text.startswith(title) else f"{title}\n\n{text}"


def modal(told, measure):
    values = collections.Counter(low for kind, low, high, exact in told if kind == measure and exact and low is not None and low == high)
    return max(values, key=lambda value: (values[value], value), default=0)


# events/muc


def muc_rows(tool, set):
    gold = json_lines(set + "/tst1.jsonl.gz") + json_lines(set + "/tst2.jsonl.gz")
    told = figures(tool, [{"id": one["doc"], "text": one["text"], "language": "en", "published": one["date"]} for one in gold])
    out = [row(set, "numbers of victims, recall", system, [victims_found(one, told[system][one["doc"]]) for one in gold], recall)
           for system in told]
    without = [one["doc"] for one in gold if not one["templates"]]
    for system in told:
        claim = [any(measure == "deaths" for measure, *_ in told[system][doc]) for doc in without]
        out.append(row(set, "deaths without a template", system, [Count(one, not one) for one in claim], accuracy, floor=False))
    return out


def victims_found(text, told):
    bounds, count = {bound for _, *of, _ in told for bound in of}, Count()
    for template in text["templates"]:
        for numbers in victims(template["slots"]) if not template["optional"] else ():
            found = any(one["min"] in bounds for one in numbers)
            count += Count(found, 0, not found)
    return count


def victims(slots):
    """The alternatives of each number of people who died or were hurt, without those that have a name."""
    fills = {key: slots.get("HUM TGT: " + key) or [] for key in ("NAME", "NUMBER", "EFFECT OF INCIDENT")}
    names = {name for fill in fills["NAME"] for name in fill["values"]}
    hurt = [fill.get("of") for fill in fills["EFFECT OF INCIDENT"] if {"DEATH", "INJURY"} & {*fill["values"]}]
    for fill in fills["NUMBER"]:
        of = {*(fill.get("of") or [])}
        numbers = [one for one in fill.get("numbers") or [] if one and one["min"] is not None]
        if numbers and not fill["optional"] and not of & names and any(not whom or not of or of & {*whom} for whom in hurt):
            yield numbers


# events/itn


def itn_rows(tool, set):
    topics = {}
    for one in json_lines(set + "/topics.jsonl.gz"):
        topics.setdefault(min([one["topic"], *one["same_blurb_as"]]), []).extend(one["items"])
    lines = {topic: {language: distinct(items, language) for language in ("en", "fr")} for topic, items in topics.items()}
    lines = {topic: mine for topic, mine in lines.items() if mine["en"] and mine["fr"]}
    documents = [{"id": f"{topic}/{language}/{n}", "text": item["text"], "language": language, "published": item["time"]}
                 for topic, mine in lines.items() for language in mine for n, item in enumerate(mine[language])]
    agree, both = [], []
    for system, told in figures(tool, documents).items():
        tolls = [[tolls_of(told, f"{topic}/{language}", len(mine[language])) for language in mine] for topic, mine in lines.items()]
        pairs = [(en, fr) for en, fr in tolls if en and fr]
        agree.append(row(set, "en and fr agree on deaths", system, [Count(bool(en & fr), not en & fr) for en, fr in pairs], accuracy,
                         floor=False))  # of a handful of topics
        both.append(row(set, "topics with both", system, [Count(all(pair), not all(pair)) for pair in tolls], accuracy,
                        floor=False))
        both[-1].more = f"{len(pairs)} topics"
    return agree + both


def distinct(items, language):
    """The lines of a language whose time can be trusted, each once."""
    return list({item["text"]: item for item in items if item["lang"] == language and item["time_ok"]}.values())


def tolls_of(told, name, count):
    """Of each line a bound of its first figure of deaths."""
    firsts = [[low if low is not None else high for measure, low, high, _ in told[f"{name}/{n}"] if measure == "deaths"][:1]
              for n in range(count)]
    return {first[0] for first in firsts if first and first[0] is not None}
