"""Compares `recount ledger --format jsonl` with an expected ledger, event by event."""
from facts import differences

LINE_FIELDS = ("measure", "low", "high", "qualifier", "kind", "said_at", "origins", "channels", "first_hand", "party", "modality")


def position(item):
    return item.get("document"), item.get("begin")


def is_figure(line):
    return line.get("low") is not None or line.get("high") is not None or line.get("qualifier") is not None


def positions_of(event):
    places = {position(line) for line in event.get("lines", [])}
    for line in event.get("lines", []):
        places |= {position(one) for one in line.get("claims", [])} | {position(one) for one in line.get("restated_by", [])}
    return places | {position(one) for one in event.get("occurrences", [])}


def place_of(event):
    place = event.get("place")
    return place.get("name") if isinstance(place, dict) else place


def match(want, events):
    """The event read that shares most claims with the expected one, else one of its kind, day and place."""
    wanted = positions_of(want)
    ranked = sorted(events, key=lambda event: -len(wanted & positions_of(event)))
    if ranked and wanted & positions_of(ranked[0]):
        return ranked[0]
    for event in events:
        if (event["kind"], event["day"], place_of(event)) == (want["kind"], want.get("day"), place_of(want)):
            return event
    return None


def flat_line(line):
    """A line as the expected format has it: figure and claimant laid flat."""
    out = dict(line)
    out.update({name: (line.get("figure") or {}).get(name) for name in ("low", "high", "qualifier")})
    claimant = line.get("claimant") or {}
    out["claimant"], out["kind"] = claimant.get("name"), claimant.get("kind")
    return out


def holds(line, want):
    """Does the line stand for this expected claim, as the shown one or as one that says the same?"""
    return position(want) in {position(line)} | {position(one) for one in line.get("claims", [])}


def line_differences(name, want, event):
    label = f"ledger {name} {want['measure']} {want['document']}:{want['begin']}"
    found = next((line for line in event["lines"] if holds(line, want)), None)
    if found is None:
        yield f"{label}: no line"
        return
    flat = flat_line(found)
    wanted = {field: want[field] for field in LINE_FIELDS if field in want}
    if want.get("claimant") is not None:
        wanted["claimant"] = want["claimant"]
    for words in differences("", wanted, flat):
        yield f"{label}: {words}"
    got = {position(one) for one in found.get("restated_by", [])}
    for one in sorted({position(one) for one in want.get("restated_by", [])} ^ got):
        yield f"{label}: restated_by {one[0]}:{one[1]}: {'not expected' if one in got else 'missing'}"


def event_differences(want, event):
    name = want["event"]
    for field in ("kind", "day", "state"):
        if field in want:
            yield from (f"ledger {name}: {words}" for words in differences(field, want[field], event.get(field)))
    if place_of(want) != place_of(event):
        yield f"ledger {name}: place differs"
    for document in sorted(set(want["documents"]) ^ set(event["documents"])):
        yield f"ledger {name}: document {document}: {'missing' if document in want['documents'] else 'not expected'}"
    for line in want.get("lines", []):
        if is_figure(line):
            yield from line_differences(name, line, event)
    apart = {position(one) for one in event["apart"] + event["persons"]}
    for one in want.get("apart", []):
        if position(one) not in apart:
            yield f"ledger {name}: apart {one['document']}:{one['begin']}: missing"
    read = {(frozenset(position(side) for side in one["sides"]), one["verdict"]) for one in event["disagreements"]}
    for one in want.get("disagreements", []):
        sides = frozenset(position(side) for side in one["sides"])
        if (sides, one["verdict"]) not in read:
            words = " ".join(sorted(f"{document}:{begin}" for document, begin in sides))
            verdicts = sorted(verdict for other, verdict in read if other == sides)
            yield f"ledger {name}: {one['verdict']} {words}: {'is ' + verdicts[0] if verdicts else 'missing'}"


def link_key(link):
    return link["kind"], *sorted((link["from"], link["to"]))


def compare(expected, lines, documents):
    """`expected`, `lines`: parsed lines; `documents`: keys of the set, links to others aren't compared."""
    events = [line for line in lines if "event" in line]
    free = list(events)
    for want in expected:
        if "event" not in want:
            continue
        event = match(want, free)
        if event is None:
            yield f"ledger {want['event']}: missing"
            continue
        free.remove(event)
        yield from event_differences(want, event)
    for event in free:
        where = sorted(positions_of(event), key=str)
        first = f" ({where[0][0]}:{where[0][1]})" if where else ""
        yield f"ledger {event['kind']} {event['day']}{first}: not expected"
    wanted = {link_key(link) for line in expected for link in line.get("origin_links", [])}
    got = {link_key(link) for line in lines for link in line.get("origin_links", []) if {link["from"], link["to"]} <= documents}
    for kind, one, other in sorted(wanted ^ got):
        yield f"ledger link {kind} {one} {other}: {'not expected' if (kind, one, other) in got else 'missing'}"
    days = {one["document"]: one["published"] for line in lines for one in line.get("dated", [])}
    for one in (one for line in expected for one in line.get("dated", []) if "published" in one):
        if days.get(one["document"]) != one["published"]["value"]:
            yield f"ledger dated {one['document']}: wants {one['published']['value']}, is {days.get(one['document'])}"
