"""Figure claims of the gold: are they found, and is each field right.

A claim is matched on its measure and its figure's own words (spans that overlap), one to one. Fields count over matched
claims only; an optional field that either side has is right, wrong or missed. `whole`: a claim whose amount, claimant, day
and place are all right, of all claims: what could be published as it stands.
"""
import datetime
import re

from gold import LANGUAGES, candidates, documents, read_half, records, system_claims, with_layer
from gold_baselines import constant_claims, regex_claims
from scoring import Count, accuracy, not_run, row
from tool import NotThere

OPTIONAL = ("claimant", "via", "group", "when", "as_of", "place", "part_of", "previous", "restates")
ALWAYS = ("amount", "figure_words", "wording", "claimant_kind")
RARE = {"modality": "asserted", "series": "event"}


def overlap(a, b):
    if not a or not b or a.get("begin") is None or b.get("begin") is None:
        return 0
    return max(0, min(a["end"], b["end"]) - max(a["begin"], b["begin"]))


def pairs_of(gold, system):
    """(gold claim, system claim) pairs, one to one, those that share most first."""
    candidates = [(overlap(g["figure"], s["figure"]), -abs(g["figure"]["begin"] - s["figure"]["begin"]), i, k)
                  for i, g in enumerate(gold) for k, s in enumerate(system) if g["measure"] == s["measure"]]
    used_gold, used_system, out = set(), set(), []
    for shared, _, i, k in sorted(candidates, key=lambda one: (-one[0], -one[1], one[2], one[3])):
        if shared and i not in used_gold and k not in used_system:
            used_gold.add(i)
            used_system.add(k)
            out.append((gold[i], system[k]))
    return out


def day(when):
    """The day of a when, an interval "from/to"; "" where it gives none."""
    if when.get("from") and when.get("to"):
        return f"{when['from']}/{when['to']}"
    return when.get("value") or ""


def same_day(g, s):
    """The same day as far as both know it: X stands for any digit, a weekday for its days. Where one knows no more than
    words, the same words ("samedi", "samedi après-midi")."""
    want, said = day(g), day(s)
    if "X" not in want and "X" not in said:
        return want == said
    if not (any(map(str.isdigit, want)) and any(map(str.isdigit, said))):
        return overlap(g, s) > 0 or bool({*g.get("words", ())} & {*s.get("words", ())})
    if weekday := re.fullmatch(r"XXXX-WXX-(\d)", said):
        return "X" not in want and "/" not in want and len(want) == 10 and datetime.date.fromisoformat(want).isoweekday() == int(weekday[1]) or overlap(g, s) > 0
    return len(want) == len(said) and all(a == b or "X" in (a, b) for a, b in zip(want, said))


def given(claim, name):
    """Does the claim give the optional field?"""
    if name == "claimant":
        return claim["claimant"]["begin"] is not None
    if name == "via":
        return bool(claim["claimant"]["via"])
    return bool(claim[name])


def agree(name, g, s):
    """Do two claims that both give an optional field give the same?"""
    if name == "when":
        return same_day(g["when"], s["when"])
    if name == "as_of":
        return (g["as_of"].get("value") or "") == (s["as_of"].get("value") or "")
    if name == "via":
        return any(overlap(a, b) for a in g["claimant"]["via"] for b in s["claimant"]["via"])
    if name == "place":
        return overlap(g["place"], s["place"]) > 0 or g["place"].get("name") == s["place"].get("name")
    return overlap(g[name], s[name]) > 0


def holds(name, g, s):
    if name == "amount":
        return all(g["figure"][part] == s["figure"][part] for part in ("low", "high", "qualifier"))
    if name == "figure_words":
        return (g["figure"]["begin"], g["figure"]["end"]) == (s["figure"]["begin"], s["figure"]["end"])
    if name == "wording":
        return overlap(g["wording"], s["wording"]) > 0
    return g["claimant"]["kind"] == s["claimant"]["kind"]


def optional_count(name, pairs):
    count = Count()
    for g, s in pairs:
        wanted, said = given(g, name), given(s, name)
        right = wanted and said and agree(name, g, s)
        count += Count(right, said and not right, wanted and not right)
    return count


def rare_count(name, usual, pairs):
    count = Count()
    for g, s in pairs:
        right = g[name] == s[name] != usual
        count += Count(right, s[name] != usual and not right, g[name] != usual and not right)
    return count


def is_whole(g, s):
    same = all(given(g, name) == given(s, name) and (not given(g, name) or agree(name, g, s)) for name in ("claimant", "when", "place"))
    return same and holds("amount", g, s)


def score(set, system, gold, claims):
    """Rows of one system. gold, claims: lists of claims by document."""
    matched = {id: pairs_of(gold[id], claims[id]) for id in gold}
    found = [Count(len(matched[id]), len(claims[id]) - len(matched[id]), len(gold[id]) - len(matched[id])) for id in gold]
    yield row(set, "claims", system, found)
    whole = []
    for id in gold:
        right = sum(is_whole(g, s) for g, s in matched[id])
        whole.append(Count(right, len(claims[id]) - right, len(gold[id]) - right))
    yield row(set, "claims whole", system, whole)
    for name in ALWAYS:
        yield row(set, name, system, [Count(n := sum(holds(name, g, s) for g, s in pairs), len(pairs) - n) for pairs in matched.values()], accuracy)
    for name in OPTIONAL:
        yield row(set, name, system, [optional_count(name, pairs) for pairs in matched.values()])
    for name, usual in RARE.items():
        yield row(set, f"{name} but {usual}", system, [rare_count(name, usual, pairs) for pairs in matched.values()])


def worded(claims, text):
    """The claims with the words of their `when`, by which same_day compares what has no value."""
    for claim in claims:
        if claim["when"] and claim["when"].get("begin") is not None:
            claim["when"]["words"] = re.findall(r"\w{4,}", text[claim["when"]["begin"] : claim["when"]["end"]].lower())
    return claims


def is_read(claim, read):
    """Does some reading give the claim's measure and number, chosen or not?"""
    return any(one["measure"] == claim["measure"] and overlap(one, claim["figure"]) and all(one[part] == claim["figure"][part] for part in ("low", "high"))
               for one in read)


def candidates_row(set, recount, language, gold):
    """What the choice can choose from: the share of claims that some rule reads."""
    try:
        read = candidates(recount, language, sorted(gold))
    except NotThere as why:
        return not_run(set, str(why))
    found = {id: sum(is_read(claim, read[id]) for claim in gold[id]) for id in gold}
    return row(set, "candidates", "recount", [Count(found[id], len(gold[id]) - found[id]) for id in gold], accuracy)


def rows(tool, halves):
    for language in LANGUAGES:
        own, texts = records(tool, language), documents(language)
        for half in [halves[0], "second", *halves[1:]]:
            facts = with_layer(read_half(language, half), "claims")
            gold = {id: worded(facts[id]["claim"], texts[id]["text"]) for id in facts}
            set = f"gold/figures {language} {half}"
            yield candidates_row(set, tool.recount, language, gold)
            yield from score(set, "recount", gold, {id: worded(list(system_claims(own[id])), texts[id]["text"]) for id in gold})
            yield from score(set, "constant", gold, {id: constant_claims(texts[id]) for id in gold})
            yield from score(set, "regex", gold, {id: regex_claims(texts[id]) for id in gold})
