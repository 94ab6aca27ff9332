"""Compares one record of `recount read` with its expected facts. Yields differences, one line each, in a stable form.

A line names document, fact and offsets of the expectation, never words of the page: the pages of some sets may not be
quoted. Values are printed where they are names of the record's own tables, numbers or days.
"""
import re

from anchors import NotInText, Text, anchored

OWN_VALUE = re.compile(r"^[a-z_]+$|^[0-9XTPDWMY:+/.-]*$")
FREE_WORDS = {"name", "outlet", "byline", "agency", "title", "about", "claimant", "place"}
LINKS = ("part_of", "previous", "restates", "corrects")


def shown(name, value):
    if name in FREE_WORDS and isinstance(value, str):
        return "…"
    if isinstance(value, str) and not OWN_VALUE.match(value):
        return "…"
    if isinstance(value, (dict, list)):
        return "something" if value else "nothing"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def differences(path, want, got, name=""):
    """What of `want` doesn't hold in `got`; members of `got` that `want` lacks aren't compared."""
    if isinstance(want, dict) and isinstance(got, dict):
        for key, value in want.items():
            yield from differences(f"{path}.{key}" if path else key, value, got.get(key), key)
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for index, (one, other) in enumerate(zip(want, got)):
            yield from differences(f"{path}[{index}]", one, other, name)
    elif name == "value" and isinstance(want, str) and isinstance(got, str) and "T" in want:
        if not got.startswith(want) and not want.startswith(got):
            yield f"{path}: wants {want}, is {shown(name, got)}"
    elif want != got:
        yield f"{path}: wants {shown(name, want)}, is {shown(name, got)}"


def key_span(claim):
    """The words by which a claim is found: (begin, end)."""
    words = claim.get("figure") or claim.get("person") or claim.get("cue") or claim.get("wording") or {}
    return words.get("begin"), words.get("end")


def overlap(a, b):
    if None in a or None in b:
        return 0
    return min(a[1], b[1]) - max(a[0], b[0])


def best(candidates, span_of, span):
    """The candidate at exactly this span, else the one that shares most of it; None."""
    exact = [one for one in candidates if span_of(one) == span]
    if exact:
        return exact[0]
    ranked = sorted(candidates, key=lambda one: -overlap(span_of(one), span))
    return ranked[0] if ranked and overlap(span_of(ranked[0]), span) > 0 else None


def at(item):
    return item.get("begin"), item.get("end")


def kind_of(claim):
    return claim.get("measure") or claim.get("event_kind") or claim.get("field")


class Page:
    """One document: the record that was read, and what of it has been matched."""

    def __init__(self, key, record):
        self.key = key
        self.record = record
        self.text = Text(record["document"]["text"])
        self.claims = {claim["id"]: claim for claim in record["claims"]}
        self.free = {name: list(record[name]) for name in ("claims", "left_out", "calls", "leads")}

    def line(self, what, span, words):
        return f"{self.key} {what} {span[0]}-{span[1]}: {words}"

    def check(self, fact):
        """Differences of one expected fact."""
        try:
            fact = anchored(fact, self.text)
        except NotInText:
            what = next(name for name in fact if name not in ("document", "doubt"))
            place = fact[what].get("figure") or fact[what].get("person") or fact[what].get("cue") or fact[what].get("request") or fact[what]
            yield self.line(what, (place.get("begin"), place.get("end")), "its words aren't in the text that was read")
            return
        for name in ("is", "block", "claim", "left_out", "call", "lead"):
            if name in fact:
                yield from getattr(self, "check_" + name)(fact[name])

    def check_is(self, want):
        for words in differences("", want, self.record["document"]):
            yield f"{self.key} document: {words}"

    def check_block(self, want):
        span = self.text.trimmed(*at(want))
        spans = {self.text.trimmed(*at(block)): block for block in self.record["document"]["blocks"]}
        block = spans.get(span)
        if block is None:
            yield self.line(f"block {want['kind']}", span, "no block stands here")
            return
        wanted = {name: value for name, value in want.items() if name not in ("begin", "end")}
        for words in differences("", wanted, block):
            yield self.line(f"block {want['kind']}", span, words)

    def with_links(self, claim):
        """The claim with links as the span of the other claim's figure."""
        out = dict(claim)
        for name in LINKS:
            other = self.claims.get(claim.get(name) or "")
            out[name] = dict(zip(("begin", "end"), key_span(other))) if other else claim.get(name)
        if claim["kind"] == "occurrence":
            out["cue"] = claim["wording"]
        return out

    def check_claim(self, want):
        span, kind = key_span(want), kind_of(want)
        name = f"{want['kind']} {kind}"
        same = [claim for claim in self.free["claims"] if claim["kind"] == want["kind"]]
        found = best([claim for claim in same if kind_of(claim) == kind], key_span, span)
        found = found or next((claim for claim in same if key_span(claim) == span), None)
        if found is None:
            yield self.line(name, span, "not read")
            return
        self.free["claims"].remove(found)
        for words in differences("", want, self.with_links(found)):
            yield self.line(name, span, words)

    def check_left_out(self, want):
        yield from self.check_listed("left_out", want, f"left_out {want['reason']}")

    def check_lead(self, want):
        yield from self.check_listed("leads", want, "lead")

    def check_listed(self, which, want, name):
        found = best(self.free[which], at, at(want))
        if found is None:
            yield self.line(name, at(want), "not listed")
            return
        self.free[which].remove(found)
        for words in differences("", want, found):
            yield self.line(name, at(want), words)

    def check_call(self, want):
        def request(call):
            return at(call.get("request") or {})

        found = best(self.free["calls"], request, request(want))
        if found is None:
            yield self.line("call", request(want), "not read")
            return
        self.free["calls"].remove(found)
        for words in differences("", want, found):
            yield self.line("call", request(want), words)

    def unexpected(self):
        for claim in self.free["claims"]:
            yield self.line(f"{claim['kind']} {kind_of(claim)}", key_span(claim), "not expected")
        for left in self.free["left_out"]:
            yield self.line(f"left_out {left['reason']}", at(left), "not expected")
        for call in self.free["calls"]:
            yield self.line("call", at(call.get("request") or {}), "not expected")
        for lead in self.free["leads"]:
            yield self.line("lead", at(lead), "not expected")


def compare(facts, records):
    """Differences of all expected facts (dicts with `document`) against records by document key."""
    pages = {key: Page(key, record) for key, record in records.items()}
    for key in sorted({fact["document"] for fact in facts} - set(pages)):
        yield f"{key} document: not read"
    for fact in facts:
        if fact["document"] in pages:
            yield from pages[fact["document"]].check(fact)
    for page in pages.values():
        yield from page.unexpected()
