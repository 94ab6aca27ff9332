"""Dates and times against four public sets: spans, and TIMEX3 values.

time/tbaq (English news), time/krauts (German news; only with a `de` pack): strict span F1 (same begin and end), relaxed
span F1 (they overlap; one to one), value F1 (relaxed, and the very same value string), a document each, read with its
creation time as day of publication. As in TempEval-3.
time/recognizers: value F1 over distinct sentences. Of the models for plain text the widest one that has the sentence
counts. Left out: what no platform supports, sentences without result or reference, and those with a result that no
single TIMEX3 value says (intervals, alternatives, zones). A value is right if it's the timex, or one of the dates that
the case itself resolves an open one to.
time/duckling: accuracy over phrases (of the default corpus; not the latent ones, intervals, years B.C.): the longest mention's
value resolved to the gold's grain. A clock time without a date is the next one; a negative case must yield nothing.
Duckling looks forward ("thursday" is the next one), news backward: `either side` also takes what lies a week or a year
off, whole. `no holidays`: without the feasts of all religions, some 30 % of the English set.
Baselines (shared_time_baseline.py): constant, any number, weekday or month is the day of publication; regex.
"""
import datetime
import functools
import re

from scoring import Count, accuracy, f1, not_run, row
from shared_time_baseline import constant_times, regex_times
from tool import NotThere, json_lines

PLAIN_MODELS = ["DateTimeModel", "MergedParser", "DateTimePeriodParser", "DateTimeParser", "DatePeriodParser", "TimePeriodParser",
                "DateParser", "TimeParser", "DurationParser", "SetParser", "HolidayParser"]
PLATFORMS = {"dotnet", "java", "javascript", "python"}
SAYABLE = re.compile(r"(?P<date>(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-\d|-WE)?|-(?:SP|SU|FA|WI|Q\d))?)?"
                     r"(?P<time>T(?:\d\d(?::\d\d){0,2}|MO|AF|EV|NI|DT))?|P(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?"
                     r"|(?:PRESENT|PAST|FUTURE)_REF")
GRAINS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"]


def rows(tool):
    out = []
    for set, language, rows_of in SETS:
        if not re.search(rf"^{language} ", tool.version, re.M):
            out.append(not_run(set, f"no pack {language}"))
            continue
        try:
            out += rows_of(tool, set, language)
        except NotThere as why:
            out.append(not_run(set, why))
    return out


def readings(tool, documents):
    """{system: {id: [(begin, end, value, grain)]}} of documents with text, language, published."""
    records = tool.read(documents, fields=["mentions.times"])
    mine = {key: [(t["begin"], t["end"], t["value"], t["grain"]) for t in record.get("mentions", {}).get("times", [])]
            for key, record in records.items()}
    return {"recount": mine, **{name: {one["id"]: read(one["text"], one["published"], one["language"]) for one in documents}
                                for name, read in (("constant", constant_times), ("regex", regex_times))}}


def document(id, text, language, published):
    return {"id": str(id), "text": text, "language": language, "published": published}


# time/tbaq, time/krauts


def news_rows(tool, set, language):
    gold = json_lines(set + "/tml.jsonl.gz")
    read = readings(tool, [document(n, one["text"], language, one["dct"]) for n, one in enumerate(gold)])
    out = []
    for measure, same in (("strict span F1", same_span), ("relaxed span F1", any_overlap), ("value F1", same_value)):
        for system, found in read.items():
            out.append(row(set, measure, system, [matched(one["timexes"], found[str(n)], same) for n, one in enumerate(gold)]))
    return out


def same_span(gold, begin, end, value):
    return (gold["begin"], gold["end"]) == (begin, end)


def any_overlap(gold, begin, end, value):
    return True


def same_value(gold, begin, end, value):
    return gold["value"] == value


def matched(gold, found, same):
    """Pairs each gold expression, in order, with the free reading that overlaps it most; `same` says which pairs are right."""
    free, right = list(found), 0
    for one in sorted(gold, key=lambda one: one["begin"]):
        best = max(free, key=lambda f: overlap(one, f), default=None)
        if best and overlap(one, best) > 0:
            free.remove(best)
            right += same(one, *best[:3])
    return Count(right, len(found) - right, len(gold) - right)


def overlap(gold, reading):
    return min(gold["end"], reading[1]) - max(gold["begin"], reading[0])


# time/recognizers


def recognizers_rows(tool, set, language, name):
    cases = list(plain_cases(json_lines(f"time/recognizers/{name}.jsonl.gz")).values())
    read = readings(tool, [document(n, one["input"], language, one["reference"]) for n, one in enumerate(cases)])
    return [row(set, "value F1", system, [values_count([alternatives(r) for r in one["results"]], found[str(n)])
                                          for n, one in enumerate(cases)]) for system, found in read.items()]


def plain_cases(cases):
    """The widest model's case of each distinct sentence, where TIMEX3 can say all of its results."""
    chosen = {}
    for one in cases:
        usable = one["results"] and one["reference"] and not PLATFORMS <= set(one["not_supported"]) and one["model"] in PLAIN_MODELS
        key = " ".join(one["input"].lower().split())
        rank = usable and PLAIN_MODELS.index(one["model"])
        if usable and (key not in chosen or rank < PLAIN_MODELS.index(chosen[key]["model"])):
            chosen[key] = one
    return {key: one for key, one in chosen.items() if all(sayable(result) for result in one["results"])}


def sayable(result):
    timex = result.get("timex")
    return bool(timex and SAYABLE.fullmatch(timex)) and not result["type"].endswith(("alt", "timezone"))


def alternatives(result):
    """The timex, and the same with the date (and the half of the day) that the case resolves it to."""
    timex, out = result["timex"], {plain(result["timex"])}
    date, time = (SAYABLE.fullmatch(timex)[part] or "" for part in ("date", "time"))
    for moment in resolved(result):
        day = re.search(r"\d{4}-\d\d-\d\d", moment)
        hour = re.search(r"\d\d:\d\d:\d\d", moment)
        told = date
        if day and date.startswith("XXXX"):
            told = day[0] if "-WXX-" in date and date[-1].isdigit() or "-XX-" in date else day[0][:4] + date[4:]
        out.add(plain(told + ("T" + hour[0] if hour and re.match(r"T\d", time) else time)) if told or time else plain(timex))
    return out


def resolved(result):
    """All strings with a date or an hour under values, future, past."""
    held = list(result.get("values") or []) + [result.get("future") or {}, result.get("past") or {}]
    keys = ("value", "start", "date", "time", "dateTime", "startDate", "startTime", "startDateTime")
    return [str(one[key]) for one in held for key in keys if one.get(key)]


def plain(value):
    """T17:00:00 and T17:00 as T17."""
    return re.sub(r"(T\d\d(?::\d\d)??)(?::00){1,2}$", r"\1", value)


def values_count(expected, found):
    free = {plain(value) for _, _, value, _ in found}
    given, right = len(free), 0
    for one in {frozenset(one) for one in expected}:
        hit = sorted(one & free)[:1]
        free -= {*hit}
        right += len(hit)
    return Count(right, given - right, len({frozenset(one) for one in expected}) - right)


# time/duckling


def duckling_rows(tool, set, language, name):
    cases = [one for one in json_lines(f"time/duckling/{name}.jsonl.gz")
             if one["locale"] is None and not one["latent"] and (one["negative"] or one["type"] == "value" and one["value"][0] != "-")]
    read = readings(tool, [document(n, one["phrase"], language, one["reference"]) for n, one in enumerate(cases)])
    out = []
    measures = [("accuracy", False, True), ("accuracy, no holidays", False, False), ("accuracy, either side", True, True)]
    for measure, may_be_off, holidays in measures if any(one.get("holiday") for one in cases) else measures[::2]:
        for system, found in read.items():
            right = [phrase_right(one, found[str(n)], may_be_off) for n, one in enumerate(cases) if holidays or not one.get("holiday")]
            out.append(row(set, measure, system, [Count(hit, not hit) for hit in right], accuracy))
    return out


def phrase_right(case, found, may_be_off):
    if case["negative"] or not found:
        return case["negative"] and not found
    _, _, value, grain = max(found, key=lambda one: one[1] - one[0])
    now, gold = (datetime.datetime.fromisoformat(case[key]).replace(tzinfo=None) for key in ("reference", "value"))
    told, told_grain = moment(value, now)
    told_grain = grain if grain in ("week", "month", "quarter", "year") and told_grain == "day" else told_grain
    clock = case["grain"] in GRAINS[:3]
    if told is None or (told_grain not in GRAINS[:3] if clock else told_grain != case["grain"]):
        return False
    gold, told = start(gold, case["grain"]), start(told, case["grain"])
    return told == gold or may_be_off and (abs((told - gold).days) == 7 or abs(told.year - gold.year) == 1 and
                                           told.replace(year=2000) == gold.replace(year=2000))


def moment(value, now):
    """(begin, grain) of a TIMEX3 value; (None, None) where it isn't a point of the calendar."""
    if value == "PRESENT_REF":
        return now, "second"
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)?T(\d\d)(?::(\d\d))?(?::(\d\d))?", value):
        clock = datetime.timedelta(hours=int(match[2]), minutes=int(match[3] or 0), seconds=int(match[4] or 0))
        told = datetime.datetime.fromisoformat(match[1] or now.date().isoformat()) + clock
        return told if match[1] or told >= now else told + datetime.timedelta(1), "second" if match[4] else "minute" if match[3] else "hour"
    for pattern, format, grain in ((r"\d{4}-\d\d-\d\d", "%Y-%m-%d", "day"), (r"\d{4}-\d\d", "%Y-%m", "month"), (r"\d{4}", "%Y", "year"),
                                   (r"\d{4}-W\d\d-\d", "%G-W%V-%u", "day")):
        if re.fullmatch(pattern, value):
            return datetime.datetime.strptime(value, format), grain
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return datetime.datetime(int(match[1]), int(match[2]) * 3 - 2, 1), "quarter"
    return (datetime.datetime.strptime(value + "-1", "%G-W%V-%u"), "week") if re.fullmatch(r"\d{4}-W\d\d", value) else (None, None)


def start(told, grain):
    """The begin of the grain in which the moment lies; weeks from Monday."""
    day = told.replace(hour=0, minute=0, second=0)
    return {"second": told, "minute": told.replace(second=0), "hour": told.replace(minute=0, second=0), "day": day,
            "week": day - datetime.timedelta(day.weekday()), "month": day.replace(day=1), "year": day.replace(month=1, day=1),
            "quarter": day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)}[grain]


SETS = [("time/tbaq", "en", news_rows),
        ("time/recognizers en", "en", functools.partial(recognizers_rows, name="English")),
        ("time/recognizers fr", "fr", functools.partial(recognizers_rows, name="French")),
        ("time/duckling en", "en", functools.partial(duckling_rows, name="EN")),
        ("time/duckling fr", "fr", functools.partial(duckling_rows, name="FR")),
        ("time/duckling ru", "ru", functools.partial(duckling_rows, name="RU")),
        ("time/krauts", "de", news_rows)]
