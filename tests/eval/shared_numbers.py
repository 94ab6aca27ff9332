"""Numbers in words and digits: the value, exactly.

numbers/duckling: phrases; the longest quantity of the phrase counts. numbers/recognizers: sentences; for each expected
number the quantity that overlaps it most, a distinct sentence once (of equal ones that of the first model); what no platform
supports is left out. Right is a quantity whose low and high are both the value, whatever its qualifier.
`value`: integers and decimals, also below zero; `whole numbers`: those that the record can hold, whole and not below
zero; `ordinals` (recognizers): rank from the start. Left out: fractions, percentages, ranges.
Baselines: constant, 1; regex, digits with separators only.
"""
import decimal
import functools
import re

from scoring import Count, accuracy, not_run, row
from tool import NotThere, json_lines

PLATFORMS = {"dotnet", "java", "javascript", "python"}
SEPARATORS = {"en": (",", "."), "fr": (". \u00a0\u202f", ","), "ru": (" \u00a0\u202f", ".,")}  # of thousands, of decimals
ROWS = {"value": lambda kind, value: kind == "number", "ordinals": lambda kind, value: kind == "ordinal",
        "whole numbers": lambda kind, value: kind == "number" and value >= 0 and value == value.to_integral_value()}


def rows(tool):
    out = []
    for set, language, items_of in SETS:
        if not re.search(rf"^{language} ", tool.version, re.M):
            out.append(not_run(set, f"no pack {language}"))
            continue
        try:
            out += number_rows(tool, set, language, items_of())
        except NotThere as why:
            out.append(not_run(set, why))
    return out


def number_rows(tool, set, language, sentences):
    """`sentences`: {text: [(begin, end, kind, value)]}."""
    records = tool.read([{"id": text, "text": text, "language": language} for text in sentences], fields=["mentions.quantities"])
    out = []
    for measure, wanted in ROWS.items():
        items = {text: [one for one in given if wanted(*one[2:])] for text, given in sentences.items()}
        items = {text: given for text, given in items.items() if given}
        told = {"recount": {text: [(q["begin"], q["end"], q["low"] if q["low"] == q["high"] else None)
                                   for q in records[text].get("mentions", {}).get("quantities", [])] for text in items},
                "constant": {text: [(0, len(text), 1)] for text in items},
                "regex": {text: in_digits(text, language) for text in items}}
        for system in told if items else ():
            counts = [sum((judged(one, told[system][text]) for one in given), Count()) for text, given in items.items()]
            out.append(row(set, measure, system, counts, accuracy))
    return out


def judged(item, told):
    begin, end, _, value = item
    best = max(told, key=lambda one: min(end, one[1]) - max(begin, one[0]), default=None)
    right = best is not None and min(end, best[1]) > max(begin, best[0]) and best[2] is not None and decimal.Decimal(str(best[2])) == value
    return Count(right, not right)


def in_digits(text, language):
    thousands, point = SEPARATORS.get(language, (",", "."))
    pattern = rf"-?(?:\d{{1,3}}(?:[{thousands}]\d{{3}})+|\d+)(?:[{point}]\d+)?(?!\d)"
    found = []
    for match in re.finditer(pattern, text):
        plain = re.sub(f"[{thousands}]", "", match.group())
        found.append((match.start(), match.end(), decimal.Decimal(re.sub(f"[{point}]", ".", plain))))
    return found


def duckling(name):
    """The whole phrase is one number. "1/5" and "20/100" are fractions."""
    return {one["phrase"]: [(0, len(one["phrase"]), "number", decimal.Decimal(str(one["value"])))]
            for one in json_lines(f"numbers/duckling/{name}.jsonl.gz") if not one["negative"] and "/" not in one["phrase"]}


def recognizers(name):
    sentences = {}
    for case in json_lines(f"numbers/recognizers/{name}.jsonl.gz"):
        if not PLATFORMS <= set(case["not_supported"]):
            items = [item for item in (expected(case, result) for result in case["results"]) if item]
            sentences.setdefault(case["input"], []) or sentences[case["input"]].extend(items)
    return sentences


def expected(case, result):
    """(begin, end, number or ordinal, value), or None: a fraction, a share, a range, an open ordinal ("the last")."""
    value = result["values"][0] if result.get("values") else {}
    written = str(value.get("value", "")).replace(",", ".")
    plain = result["type"] in ("number", "ordinal") and value.get("subtype") != "fraction"
    if not plain or not re.fullmatch(r"-?[\d.]+(E[+-]?\d+)?", written):
        return None
    begin = result["begin"] if result["begin"] is not None else case["input"].lower().find(result["text"].lower())
    end = result["end"] if result["end"] is not None else begin + len(result["text"])
    return (begin, end, result["type"], decimal.Decimal(written)) if begin >= 0 else None


SETS = [("numbers/duckling en", "en", functools.partial(duckling, "EN")), ("numbers/duckling fr", "fr", functools.partial(duckling, "FR")),
        ("numbers/duckling ru", "ru", functools.partial(duckling, "RU")),
        ("numbers/recognizers en", "en", functools.partial(recognizers, "English")),
        ("numbers/recognizers fr", "fr", functools.partial(recognizers, "French"))]
