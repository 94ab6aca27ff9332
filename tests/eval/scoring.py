"""Counts, intervals and the rows of the report. A set yields rows; a row is one figure of one system on one set.

The interval is a bootstrap over documents (or what stands for one: an incident, a case), 95 %, with a fixed seed, so that
the same input gives the same digits.
"""
import dataclasses
import random

RESAMPLES = 400


@dataclasses.dataclass
class Row:
    """`system`: recount, constant, regex. `value`: 0 … 1, None where nothing could be counted. `floor`: is it pinned."""

    set: str
    measure: str
    system: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0  # how many gold items
    more: str = ""  # precision and recall, in words
    floor: bool = True


@dataclasses.dataclass
class Count:
    """Of one document: right answers, wrong answers, missed items."""

    right: float = 0
    wrong: float = 0
    missed: float = 0

    def __add__(self, other):
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def precision(c):
    return c.right / (c.right + c.wrong) if c.right + c.wrong else None


def recall(c):
    return c.right / (c.right + c.missed) if c.right + c.missed else None


def f1(c):
    return 2 * c.right / (2 * c.right + c.wrong + c.missed) if c.right + c.wrong + c.missed else None


def accuracy(c):
    """Right ones of all; `missed` isn't looked at."""
    return precision(c)


def interval(counts, of):
    chance = random.Random(1)
    values = []
    for _ in range(RESAMPLES if len(counts) > 1 else 0):
        total = sum(chance.choices(counts, k=len(counts)), Count())
        if (value := of(total)) is not None:
            values.append(value)
    values.sort()
    return (values[int(len(values) * 0.025)], values[int(len(values) * 0.975) - 1]) if len(values) > 39 else (None, None)


def percent(value):
    return "   –" if value is None else f"{value:.3f}"


def row(set, measure, system, counts, of=f1, floor=None):
    """One row of a list of Count, one a document. Only recount's figures have floors unless said otherwise."""
    total = sum(counts, Count())
    low, high = interval(counts, of)
    more = f"P {percent(precision(total))} R {percent(recall(total))}" if of is f1 else ""
    return Row(set, measure, system, of(total), low, high, int(total.right + (total.missed if of is not accuracy else total.wrong)), more,
               system == "recount" if floor is None else floor)


def not_run(set, why):
    return Row(set, f"not run: {why}", "", None, floor=False)
