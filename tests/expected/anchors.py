"""Finds the words of an expected fact in the text that recount made of the page.

An expected span is {begin, end} in code points of the text; where it also has `verbatim` (and `nth`, from 1), the words
count and the offsets are looked up, because a story's reader wrote down his own text of each page. White space is one
blank in both, no-break spaces included.
"""
import re

BLANKS = re.compile(r"\s+")


class Text:
    def __init__(self, text):
        self.text = text
        self.flat = ""
        self.starts = []  # offset in `text` of each character of `flat`
        pieces = []
        at = 0
        for blank in BLANKS.finditer(text):
            pieces.append(text[at:blank.start()])
            self.starts.extend(range(at, blank.start()))
            pieces.append(" ")
            self.starts.append(blank.start())
            at = blank.end()
        pieces.append(text[at:])
        self.starts.extend(range(at, len(text) + 1))
        self.flat = "".join(pieces)

    def find(self, words, nth):
        """(begin, end) of the nth occurrence of the words, overlapping ones counted; None where there are fewer."""
        words = BLANKS.sub(" ", words)
        at = -1
        for _ in range(nth):
            at = self.flat.find(words, at + 1)
            if at < 0:
                return None
        last = at + len(words) - 1
        return self.starts[at], self.starts[last] + 1

    def trimmed(self, begin, end):
        """The span without the white space at its end."""
        while end > begin and self.text[end - 1 : end].isspace():
            end -= 1
        return begin, end


class NotInText(Exception):
    pass


def anchored(fact, text):
    """`fact` with every span looked up and without verbatim and nth. Raises NotInText."""
    if isinstance(fact, list):
        return [anchored(item, text) for item in fact]
    if not isinstance(fact, dict):
        return fact
    out = {name: anchored(value, text) for name, value in fact.items() if name not in ("verbatim", "nth", "doubt", "note")}
    if fact.get("verbatim") is not None:
        found = text.find(fact["verbatim"], fact.get("nth", 1))
        if found is None:
            raise NotInText()
        out["begin"], out["end"] = found
    return out
