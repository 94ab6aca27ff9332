"""The gold's documents and facts (tests/gold), and what recount says of the same documents, in one form.

A fact is as tests/gold has it: {"document": id, "claim" | "number" | "time" | "place": {…}} with offsets in code points. The
locked half is read here and nowhere else; eval.py --locked has log_locked() note its use in tests/gold/locked.log.
"""
import collections
import functools
import json
import pathlib
import subprocess
import sys

import tool as tools

GOLD = tools.ROOT / "tests" / "gold"
sys.path.append(str(GOLD))
import draw  # noqa: E402

LANGUAGES = ("fr", "en", "ru")


@functools.cache
def documents(language):
    """Documents of a language's gold by id. Raises NotThere."""
    if not (tools.DATA / "news").is_dir():
        raise tools.NotThere("the news aren't there")
    return {one["id"]: one for name in draw.SETS if name.split("-")[0] == language for one in draw.drawn(name)}


@functools.cache
def read_half(language, half):
    """Facts of one half by document: {id: {"is": {…}, "claim": […], "number": […], "time": […], "place": […]}}."""
    out = collections.defaultdict(lambda: {"claim": [], "number": [], "time": [], "place": []})
    for line in (GOLD / f"{language}.{half}.jsonl").read_text("utf-8").splitlines():
        fact = json.loads(line)
        name = next(key for key in fact if key != "document")
        if name == "is":
            out[fact["document"]]["is"] = fact["is"]
        else:
            out[fact["document"]][name].append(fact[name])
    return dict(out)


def with_layer(facts, layer):
    return {id: own for id, own in facts.items() if layer in own["is"]["layers"]}


def given(one):
    """What recount is given of a document."""
    return {"id": one["id"], "text": one["text"], "language": one["language"], "outlet": one["outlet"],
            **({"title": one["title"]} if one["title"] else {}), **({"published": one["published"]} if one.get("published") else {})}


@functools.cache
def records(tool, language):
    return tool.read([given(one) for one in documents(language).values()])


def candidates(recount, language, ids):
    """Every reading of every quantity by document, chosen or not: {id: [{measure, begin, end, low, high, evidence, …}]}. Raises
    NotThere without recount_candidates beside the program."""
    program = pathlib.Path(recount).parent / "recount_candidates"
    if not program.exists():
        raise tools.NotThere(f"{program} isn't built")
    lines = "".join(json.dumps(given(documents(language)[id])) + "\n" for id in ids)
    done = subprocess.run([str(program)], input=lines, capture_output=True, text=True, check=True)
    return {id: json.loads(line)["candidates"] for id, line in zip(ids, done.stdout.splitlines(), strict=True)}


def span_of(item):
    return {"begin": item["begin"], "end": item["end"]} if item and item.get("begin") is not None else None


def system_claims(record):
    """recount's figure claims in the gold's form."""
    figures = {claim["id"]: claim for claim in record.get("claims", []) if claim["kind"] == "figure"}

    def link(id):
        return span_of(figures[id]["figure"]) if id in figures else None

    for claim in figures.values():
        claimant = claim["claimant"]
        yield {**{name: claim[name] for name in ("measure", "figure", "wording", "group", "when", "as_of", "said_at", "place", "modality", "series")},
               "claimant": {"begin": claimant["begin"], "end": claimant["end"], "kind": claimant["kind"], "via": claimant["via"]},
               **{name: link(claim[name]) for name in ("part_of", "previous", "restates")}}


def log_locked(version, lines):
    """Appends what the locked half was used for: commit and figures."""
    commit = subprocess.run(["git", "-C", str(tools.ROOT), "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True).stdout.strip()
    changed = bool(subprocess.run(["git", "-C", str(tools.ROOT), "status", "--porcelain", "--", "src", "languages", "include", "data"], capture_output=True, text=True).stdout.strip())
    with open(GOLD / "locked.log", "a", encoding="utf-8") as log:
        log.write(f"{commit}{'+changes' if changed else ''} {version.split(',')[0]}: {'; '.join(lines)}\n")
