#!/usr/bin/env python3
"""How right recount is: eval.py --recount BIN [SET…] [--locked] [--check] [--update]

Prints, for every set, recount's figure with its 95 % interval, beside what a constant answer and twenty minutes of regular
expressions get. SET: sets whose name begins so (gold, gold/figures, time, extraction …); all unless given.

  --locked   also the locked half of the gold; its use is noted in tests/gold/locked.log
  --check    fail where a figure lies below its floor in floors.json (a quick set of them: what CI runs)
  --update   raise floors to today's figures; a floor is only lowered by hand, with the reason in the commit
"""
import argparse
import importlib
import json
import pathlib
import sys
import time

import scoring
import tool as tools

HERE = pathlib.Path(__file__).resolve().parent
# Module, the sets it measures, is it quick enough for CI.
MODULES = [
    ("gold_figures", "gold/figures", True),
    ("gold_mentions", "gold/numbers gold/times gold/places", True),
    ("gold_pairs", "gold/pairs", True),
    ("shared_time", "time/", True),
    ("shared_numbers", "numbers/", True),
    ("shared_extraction", "extraction/ dates/", False),
    ("shared_attribution", "attribution/", True),
    ("shared_events", "events/", False),
]
SLACK = 0.002  # below a floor by less is rounding
WITHOUT_PROGRAM = [("names/transliteration", "no command compares two spellings yet")]


def chosen(sets, quick):
    for name, measured, is_quick in MODULES:
        if quick and not is_quick:
            continue
        if not sets or any(one.startswith(wanted) or wanted.startswith(one.rstrip("/")) for wanted in sets for one in measured.split()):
            yield name, measured


def rows_of(name, measured, tool, halves):
    module = importlib.import_module(name)
    try:
        return list(module.rows(tool, halves) if name.startswith("gold_") else module.rows(tool))
    except tools.NotThere as why:
        return [scoring.not_run(measured, str(why))]


def line_of(set, measure, systems):
    own = systems.get("recount") or next(iter(systems.values()))
    if own.system == "":
        return f"{set:30} {measure}"
    between = f"{own.low:.2f}–{own.high:.2f}" if own.low is not None else ""
    others = [scoring.percent(systems[name].value) if name in systems else "     " for name in ("constant", "regex")]
    return f"{set:30} {measure:30} {scoring.percent(own.value):>6} {between:>10} {own.n:>6} {others[0]:>9} {others[1]:>7}  {own.more}"


def report(rows):
    table = {}
    for one in rows:
        table.setdefault((one.set, one.measure), {})[one.system] = one
    print(f"{'set':30} {'measure':30} {'recount':>6} {'95 %':>10} {'n':>6} {'constant':>9} {'regex':>7}")
    for (set, measure), systems in table.items():
        print(line_of(set, measure, systems))


def floors_of(rows):
    return {f"{one.set} | {one.measure}": one.value for one in rows if one.floor and one.value is not None and " locked" not in one.set}


def check(rows, floors, expected):
    """Prints what fell below its floor, or begins with one of `expected` and wasn't measured; how many did."""
    own, fallen = floors_of(rows), 0
    for name, floor in floors.items():
        if name not in own and name.startswith(tuple(expected)):
            fallen += 1
            print(f"has a floor and wasn't measured: {name}; where is its set?")
        if name in own and own[name] < floor - SLACK:
            fallen += 1
            print(f"below its floor: {name}: {own[name]:.3f} < {floor:.3f}; mend it, or lower the floor in tests/eval/floors.json and say why in the commit")
    return fallen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--recount", required=True, type=pathlib.Path)
    parser.add_argument("--locked", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if not tools.DATA.is_dir():
        print(f"not run: {tools.DATA} isn't there")
        return 77
    tool = tools.Tool(options.recount)
    halves = ("open", "locked") if options.locked else ("open",)
    rows = []
    for name, measured in chosen(options.sets, options.check):
        began = time.monotonic()
        rows += rows_of(name, measured, tool, halves)
        print(f"{measured}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    if not options.sets and not options.check:
        rows += [scoring.not_run(set, why) for set, why in WITHOUT_PROGRAM]
    report(rows)
    if options.locked:
        log_locked(tool, rows)
    file = HERE / "floors.json"
    floors = json.loads(file.read_text("utf-8")) if file.exists() else {}
    expected = [set for _, measured in chosen([], True) for set in measured.split()] if options.check and not options.sets else []
    fallen = check(rows, floors, expected)
    if options.update:
        raised = {**floors, **{name: round(value, 3) for name, value in floors_of(rows).items() if value > floors.get(name, -1)}}
        file.write_text(json.dumps(dict(sorted(raised.items())), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 1 if fallen and options.check else 0


def log_locked(tool, rows):
    import gold

    gold.log_locked(tool.version, [f"{one.set.removeprefix('gold/')} {one.measure} {one.value:.3f}" for one in rows
                                   if one.system == "recount" and one.set.endswith(" locked") and one.value is not None])


if __name__ == "__main__":
    sys.exit(main())
