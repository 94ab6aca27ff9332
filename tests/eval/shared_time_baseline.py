"""What little is needed to read dates: the two baselines of time/*. No rows of its own.

constant: every digit sequence, weekday and month name is a date, and its value the day of publication.
regex: some twenty minutes of regular expressions for English and French, with news conventions: a bare weekday is the
last one, a day or month without year the nearest one. Other languages have the patterns in digits only.
A reading is (begin, end, value, grain); grain None: as fine as the value.
"""
import calendar
import datetime
import functools
import re

NAMES = {
    "en": {"days": "monday tuesday wednesday thursday friday saturday sunday",
           "months": "january february march april may june july august september october november december",
           "numbers": "a|an|one two three four five six seven eight nine ten eleven twelve",
           "units": {"D": "days?", "W": "weeks?", "M": "months?", "Y": "years?", "TH": "hours?", "TM": "minutes?"},
           "deictic": {"yesterday": -1, "today": 0, "tomorrow": 1}},
    "fr": {"days": "lundi mardi mercredi jeudi vendredi samedi dimanche",
           "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
           "numbers": "une? deux trois quatre cinq six sept huit neuf dix onze douze",
           "units": {"D": "jours?", "W": "semaines?", "M": "mois", "Y": "ans?|années?", "TH": "heures?", "TM": "minutes?"},
           "deictic": {"avant-hier": -2, "hier": -1, "aujourd['’]hui": 0, "demain": 1, "après-demain": 2}},
}
DIGITS = [("iso", r"(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)\b"), ("clock", r"(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)"),
          ("year", r"(?:19|20)\d\d\b")]
PATTERNS = {
    "en": [("day", r"(?:{day},? )?(?P<month>{month}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y>[12]\d{{3}})\b)?"),
           ("day", r"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{month})\b(?:,? (?P<y>[12]\d{{3}})\b)?"),
           ("month", r"(?P<month>{month})\b(?:,? (?:of )?(?P<y>[12]\d{{3}})\b)?"),
           ("weekday", r"(?:(?P<way>last|next) )?(?P<day>{day})\b"), ("near", r"(?P<near>{near})\b"),
           ("span", r"(?:(?P<last>last|past)|(?P<next>next)|this) (?P<unit>day|week|month|year)\b"),
           ("shift", r"(?P<n>\d+|{number}) (?P<unit>{unit}) (?P<back>ago|earlier)\b"),
           ("shift", r"in (?P<n>\d+|{number}) (?P<unit>{unit})\b"),
           ("length", r"(?P<n>\d+|{number})[ -](?P<unit>{unit})\b"), ("now", r"now\b|currently\b"),
           ("clock", r"(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))? ?(?P<half>[ap])\.?m\b\.?")],
    "fr": [("day", r"(?:{day} )?(?P<d>\d{{1,2}})(?:er)? (?P<month>{month})\b(?: (?P<y>[12]\d{{3}})\b)?"),
           ("month", r"(?P<month>{month})\b(?: (?P<y>[12]\d{{3}})\b)?"),
           ("weekday", r"(?P<day>{day})(?: (?P<way>dernier|prochain))?\b"), ("near", r"(?P<near>{near})\b"),
           ("span", r"(?P<unit>semaine|mois|année|an)(?: (?:(?P<last>derni[eè]re?|passée?)|(?P<next>prochaine?)))\b"),
           ("shift", r"(?P<back>il y a) (?P<n>\d+|{number}) (?P<unit>{unit})\b"),
           ("shift", r"dans (?P<n>\d+|{number}) (?P<unit>{unit})\b"),
           ("length", r"(?P<n>\d+|{number}) (?P<unit>{unit})\b"), ("now", r"maintenant\b"),
           ("clock", r"(?P<h>[01]?\d|2[0-3]) ?h(?:eures?)?(?: ?(?P<min>[0-5]\d))?\b")],
}
ANY_DIGITS_OR_NAME = re.compile(r"\d+(?:[.,:/-]\d+)*|\b(?:" + "|".join(
    word for names in NAMES.values() for key in ("days", "months") for word in names[key].split()) + r")\b", re.I)


def constant_times(text, dct, language):
    return [(m.start(), m.end(), (dct or "")[:10], None) for m in ANY_DIGITS_OR_NAME.finditer(text)]


def regex_times(text, dct, language):
    """Patterns in the order of the table; a later one doesn't touch the words of an earlier one."""
    today = datetime.date.fromisoformat(dct[:10]) if dct else None
    found, taken = [], bytearray(len(text))
    for kind, pattern in compiled(language):
        for match in pattern.finditer(text):
            value = today and normalised(kind, match.groupdict(), match.group(), today, NAMES.get(language))
            if value and not any(taken[match.start():match.end()]):
                taken[match.start():match.end()] = b"\1" * (match.end() - match.start())
                found.append((match.start(), match.end(), value, None))
    return sorted(found)


@functools.cache
def compiled(language):
    names = NAMES.get(language)
    if not names:
        return [(kind, re.compile(r"\b" + pattern)) for kind, pattern in DIGITS]
    filled = {"day": "|".join(names["days"].split()), "near": "|".join(names["deictic"]), "number": "|".join(names["numbers"].split()),
              "month": "|".join(month if len(month) < 4 else f"{month}|{month[:3]}\\.?" for month in names["months"].split()),
              "unit": "|".join(names["units"].values())}
    return [(kind, re.compile(r"\b(?:" + pattern + ")", re.I))
            for kind, pattern in DIGITS[:1] + [(kind, pattern.format(**filled)) for kind, pattern in PATTERNS[language]] + DIGITS[1:]]


def normalised(kind, groups, words, today, names):
    """The TIMEX3 value, or None."""
    try:
        return KINDS[kind](groups, words, today, names)
    except (ValueError, OverflowError):
        return None


def place(word, listed):
    """1 … of the listed name that begins like the word."""
    return next(number for number, name in enumerate(listed.split(), 1) if name.startswith(word.lower().rstrip(".")))


def iso(groups, words, today, names):
    return datetime.date(*(int(groups[key]) for key in "ymd")).isoformat()


def day(groups, words, today, names):
    month, number = place(groups["month"], names["months"]), int(groups["d"])
    if groups["y"]:
        return datetime.date(int(groups["y"]), month, number).isoformat()
    return min((datetime.date(today.year + by, month, number) for by in (-1, 0, 1)), key=lambda one: abs((one - today).days)).isoformat()


def month(groups, words, today, names):
    number = place(groups["month"], names["months"])
    if not groups["y"] and words.lower() in ("may", "mar", "mai", "march", "mars") and not words[0].isupper():
        return None
    years = [int(groups["y"])] if groups["y"] else [today.year - 1, today.year, today.year + 1]
    return f"{min(years, key=lambda year: abs((year - today.year) * 12 + number - today.month))}-{number:02}"


def weekday(groups, words, today, names):
    number = place(groups["day"], names["days"]) - 1
    back = (today.weekday() - number) % 7
    way = (groups["way"] or "").lower()
    shift = 7 - back if way in ("next", "prochain") else -(back or 7) if way else -back
    return (today + datetime.timedelta(shift)).isoformat()


def near(groups, words, today, names):
    by = next(by for pattern, by in names["deictic"].items() if re.fullmatch(pattern, groups["near"], re.I))
    return (today + datetime.timedelta(by)).isoformat()


def shifted(today, number, unit):
    if unit in ("D", "W"):
        return today + datetime.timedelta(number * (7 if unit == "W" else 1))
    months = today.year * 12 + today.month - 1 + number * (12 if unit == "Y" else 1)
    last = calendar.monthrange(months // 12, months % 12 + 1)[1]
    return datetime.date(months // 12, months % 12 + 1, min(today.day, last))


def at_grain(date, unit):
    year, week, _ = date.isocalendar()
    return {"D": date.isoformat(), "W": f"{year}-W{week:02}", "M": date.isoformat()[:7], "Y": date.isoformat()[:4]}[unit]


def unit_and_number(groups, names):
    unit = next(unit for unit, pattern in names["units"].items() if re.fullmatch(pattern, groups["unit"], re.I))
    written = groups.get("n") or "1"
    number = int(written) if written.isdigit() else next(
        number for number, pattern in enumerate(names["numbers"].split(), 1) if re.fullmatch(pattern, written, re.I))
    return unit, number


def span(groups, words, today, names):
    unit, _ = unit_and_number({"unit": groups["unit"]}, names)
    return at_grain(shifted(today, -1 if groups["last"] else 1 if groups["next"] else 0, unit), unit)


def shift(groups, words, today, names):
    unit, number = unit_and_number(groups, names)
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    return at_grain(shifted(today, -number if groups.get("back") else number, unit), unit)


def length(groups, words, today, names):
    unit, number = unit_and_number(groups, names)
    return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def clock(groups, words, today, names):
    hour, half = int(groups["h"]), groups.get("half")
    hour = hour % 12 + (12 if half.lower() == "p" else 0) if half else hour
    return f"T{hour:02}:{groups['min'] or '00'}"


KINDS = {"iso": iso, "day": day, "month": month, "weekday": weekday, "near": near, "span": span, "shift": shift, "length": length,
         "clock": clock, "year": lambda groups, words, today, names: words,
         "now": lambda groups, words, today, names: "PRESENT_REF"}
