"""Numbers, times and places of the gold.

numbers: is each number of running text read exactly, "not a quantity" among the answers; is the reason right of those that
are no claim. times: strict spans, relaxed spans, relaxed with the TIMEX3 value. places: the gazetteer's id where a name
stands, or none where it has no such place.
"""
import re

from gold import LANGUAGES, documents, read_half, records, with_layer
from gold_baselines import DAYS, NUMBER, day_of, value_of
from gold_figures import overlap
from scoring import Count, accuracy, row

NO_QUANTITY = set("date time telephone contact address name pronoun ordinal rank score".split())  # annotating.md: these have no `v`
WRITTEN = {"undecided": "other", "block": "statistic"}  # reasons of recount that the gold doesn't have


def best(span, items):
    return max(items, key=lambda item: overlap(span, item), default=None) if any(overlap(span, item) for item in items) else None


def wanted_numbers(facts):
    """(span, (low, high, qualifier) or None: not a quantity) of a document."""
    for claim in facts["claim"]:
        figure = claim["figure"]
        yield figure, (figure["low"], figure["high"], figure["qualifier"])
    for number in facts["number"]:
        quantity = number["reason"] not in NO_QUANTITY and number["qualifier"] is not None
        yield number, (number["low"], number["high"], number["qualifier"]) if quantity else None


def closest(span, items):
    """Of the items that overlap the span most the one that says least beside it: "15" of "a 15-year-old girl"."""
    return best(span, sorted(items, key=lambda item: item["end"] - item["begin"]))


def read_number(span, record):
    """recount's answer at a span: a triple, None for not a quantity, "nothing". A figure of its claims is an answer too:
    numerals are the figures of the claims and the other numbers together, and "a man" is listed by its claim alone."""
    left = closest(span, record["left_out"])
    figures = [claim["figure"] for claim in record["claims"] if claim["kind"] == "figure"]
    quantity = closest(span, [*record["mentions"]["quantities"], *figures])
    if left and left["reason"] in NO_QUANTITY:
        return None
    if quantity:
        return quantity["low"], quantity["high"], quantity["qualifier"]
    return None if left or best(span, record["mentions"]["times"]) else "nothing"


def simple_number(span, text):
    """The regular expression's answer: the digits or the word, whatever stands around them."""
    number = re.search(r"\d[\d \u00a0\u202f.,]*\d|\d+|\w+", text[span["begin"] : span["end"]])
    value = value_of(number[0]) if number else None
    return (value, value, "exact") if value is not None else None


def score_numbers(set, facts, records, texts):
    answers = {"recount": lambda id, span: read_number(span, records[id]), "constant": lambda id, span: None, "regex": lambda id, span: simple_number(span, texts[id]["text"])}
    for system, answer in answers.items():
        exact, quantities = [], []
        for id, own in facts.items():
            judged = [(want, answer(id, span) == want) for span, want in wanted_numbers(own)]
            exact.append(Count(sum(right for _, right in judged), sum(not right for _, right in judged)))
            quantities.append(Count(sum(right for want, right in judged if want), sum(not right for want, right in judged if want)))
        yield row(set, "numeral exact", system, exact, accuracy)
        yield row(set, "numeral exact, quantities", system, quantities, accuracy)
    yield row(set, "reason of a number left out", "recount", [reasons(own, records[id]) for id, own in facts.items()], accuracy)
    commonest = [Count(n := sum(one["reason"] == "thing" for one in own["number"]), len(own["number"]) - n) for own in facts.values()]
    yield row(set, "reason of a number left out", "constant", commonest, accuracy)


def reasons(own, record):
    count = Count()
    for number in own["number"]:
        left = best(number, record["left_out"])
        reason = WRITTEN.get(left["reason"], left["reason"]) if left else None
        count += Count(reason == number["reason"], reason != number["reason"])
    return count


def score_spans(gold, system, same):
    """Of one document: strict, relaxed, relaxed with the same value."""
    exact = sum(any((g["begin"], g["end"]) == (s["begin"], s["end"]) for s in system) for g in gold)
    pairs, used = [], set()
    for g in gold:
        ranked = [k for k in sorted(range(len(system)), key=lambda k: -overlap(g, system[k])) if k not in used and overlap(g, system[k])]
        if ranked:
            used.add(ranked[0])
            pairs.append((g, system[ranked[0]]))
    value = sum(same(g, s) for g, s in pairs)
    return [Count(n, len(system) - n, len(gold) - n) for n in (exact, len(pairs), value)]


def regex_times(one):
    pattern = rf"(?i)\b(?:{DAYS[one['language']].replace(' ', '|')}|hier|aujourd.hui|demain|yesterday|today|вчера|сегодня|завтра|\d{{1,2}} (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?: \d{{4}})?|\d{{4}})\b"
    return [{"begin": m.start(), "end": m.end(), "value": m[0] if re.fullmatch(r"\d{4}", m[0]) else day_of(one)} for m in re.finditer(pattern, one["text"])]


def same_time(g, s):
    return g["value"] == s["value"]


def score_times(set, facts, records, texts):
    answers = {"recount": lambda id: records[id]["mentions"]["times"], "regex": lambda id: regex_times(texts[id]),
               "constant": lambda id: [{**span, "value": day_of(texts[id])} for span in regex_times(texts[id])]}
    for system, answer in answers.items():
        counts = [score_spans(own["time"], answer(id), same_time) for id, own in facts.items()]
        for number, measure in enumerate(("times strict", "times relaxed", "times value")):
            yield row(set, measure, system, [each[number] for each in counts])


def same_place(g, s):
    return (g["id"] or None) == (s["id"] or None)


def score_places(set, facts, records, texts):
    """A place that the gazetteer lacks is right where recount gives it no id, missed or wrong where it gives another."""
    answers = {"recount": lambda id: records[id]["mentions"]["places"],
               "regex": lambda id: [{"begin": m.start(2), "end": m.end(2), "id": None} for m in re.finditer(r"\b(à|en|au|in|at|в|на) ([A-ZÉА-Я][\w-]+)", texts[id]["text"])]}
    answers["constant"] = lambda id: [{**span, "id": {"fr": "FR", "en": "US", "ru": "RU"}[texts[id]["language"]]} for span in answers["regex"](id)]
    for system, answer in answers.items():
        counts = [score_spans(own["place"], answer(id), same_place) for id, own in facts.items()]
        yield row(set, "places found", system, [each[1] for each in counts])
        yield row(set, "places with id", system, [each[2] for each in counts])


def rows(tool, halves):
    for language in LANGUAGES:
        own, texts = records(tool, language), documents(language)
        for half in halves:
            facts = read_half(language, half)
            yield from score_numbers(f"gold/numbers {language} {half}", with_layer(facts, "numbers"), own, texts)
            if timed := with_layer(facts, "times"):
                yield from score_times(f"gold/times {language} {half}", timed, own, texts)
            yield from score_places(f"gold/places {language} {half}", with_layer(facts, "places"), own, texts)
