"""The main text, title and day of publication of real web pages.

extraction/trafilatura: segment F: of the segments that must come out those found (recall), of the ones that must not those
found (wrong), as substrings with white space normalised; and titles, equal but for white space and case. By half: a host
whose SHA-256 is an odd number is in the locked one. Soft hyphens and other characters without a width are left out on both
sides: recount's text has none. The set's main text is without captions: its annotators took captions and credits of
pictures for what must not come out (of the segments of the open half that stand in a caption and nowhere else 42 must not,
7 must); day and author are fields of their own there, so date lines aren't main text either (8 must not, 3 must).
extraction/daniel-en: F1 of 4-grams of words between main text and reference, a page each (mean) and over all (micro). The
reference is without date lines (14 of 100 stand in it) as without bylines (12); of the captions 42 of 100 stand in it ("now
and then", says the set's description): these stay. Share of the reference's sentences with a digit that stand in headline,
body, quote or update; in any block that claims are read from; in a teaser or comment (the fewer the better). Lines that
are nothing but a day, a time and a name aren't counted: they are no sentences. Sentences are compared by their letters and
digits: the reference joins cells and lines without a blank, holds remains of entities and other marks than its page.
dates/htmldate: the day of first publication, right of all pages; the share with a wrong day; what is right of what is given.
The program reads unpacked files, so it doesn't know their URLs.
Baselines: constant, all text of the page, no title, no date; regex, what stands in <p>, <title>, and the first date in
digits of URL or <meta>.
"""
import collections
import gzip
import hashlib
import html
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

from scoring import Count, accuracy, f1, not_run, precision, recall, row
from tool import DATA, NotThere, json_lines

SOURCES = {"headline", "body", "list", "table", "quote", "caption", "update", "dateline"}  # what claims are read from
MAIN = {"extraction/trafilatura": SOURCES - {"caption", "dateline"}, "extraction/daniel-en": SOURCES - {"dateline"}}
SENTENCES = {"headline", "body", "quote", "update"}
OTHERS = {"teaser", "comment"}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
DAY_NAME = re.compile(r"(?i)\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b|\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may"
                      r"|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b|\d\d[/-]\d\d")
DAY_LINE_WORDS = {"published", "posted", "submitted", "written", "updated", "last", "modified", "date", "by", "on", "at", "from",
                  "the", "print", "edition", "hours", "ago", "in", "am", "pm"}
SYSTEMS = ("recount", "constant", "regex")
PARTS = ("open", "locked")
ELEMENT = r"<{0}\b[^>]*>(.*?)</{0}>"
DAY = re.compile(r"(?<!\d)(\d{4})[-/](0[1-9]|1[0-2])[-/]([0-2]\d|3[01])(?!\d)")


def rows(tool):
    out = []
    for set, rows_of in (("extraction/trafilatura", trafilatura_rows), ("extraction/daniel-en", daniel_rows),
                         ("dates/htmldate", date_rows)):
        try:
            out += rows_of(tool, set)
        except NotThere as why:
            out.append(not_run(set, why))
    return out


# pages


def gold_and_pages(tool, set):
    """The lines of the set's gold, and {file: (record's document or {}, HTML)}."""
    gold = json_lines(set + "/gold.jsonl.gz")
    bodies = {}
    for one in gold:
        file = (DATA / set / one["file"]).resolve()
        if not file.exists():
            raise NotThere(f"{one['file']} isn't there")
        bodies[one["file"]] = gzip.decompress(file.read_bytes())
    documents = read_files(tool, bodies.values())
    return gold, {file: (documents.get(hashlib.sha256(body).hexdigest(), {}), decoded(body)) for file, body in bodies.items()}


def read_files(tool, bodies):
    """Documents by the hash of the page, read as a folder of files. What is skipped isn't there."""
    with tempfile.TemporaryDirectory() as folder:
        for number, body in enumerate(bodies):
            (pathlib.Path(folder) / f"{number:06}.html").write_bytes(body)
        fields = "document.page,document.title,document.published,document.text,document.blocks"
        done = subprocess.run([tool.recount, "read", folder, "--fields", fields], capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"recount read: status {done.returncode}")
    documents = [json.loads(line)["document"] for line in done.stdout.splitlines()]
    return {one["page"]: one for one in documents if one}


def decoded(body):
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("windows-1252", "replace")


def spaced(text):
    return " ".join(unicodedata.normalize("NFC", text).translate(INVISIBLE).split())


def texts(page, set):
    """{system: main text} of (document, HTML)."""
    document, source = page
    return {"recount": blocks(document, MAIN[set]), "constant": document.get("text") or "", "regex": elements(source, "p")}


def blocks(document, kinds):
    return "\n".join(document["text"][one["begin"]:one["end"]] for one in document.get("blocks", []) if one["kind"] in kinds)


def elements(source, name):
    """Text of all elements of a name, one a line: what a regular expression takes for it."""
    return "\n".join(html.unescape(re.sub(r"<[^>]*>", "", inner)) for inner in re.findall(ELEMENT.format(name), source, re.S | re.I))


# extraction/trafilatura


def half(url):
    host = re.sub(r"^[a-z]+::?/*", "", url).split("/")[0].lower()
    return PARTS[int(hashlib.sha256(host.encode()).hexdigest(), 16) % 2]


def trafilatura_rows(tool, set):
    gold, pages = gold_and_pages(tool, set)
    out = []
    for part in PARTS:
        mine = [one for one in gold if half(one["url"]) == part]
        for system in SYSTEMS:
            out.append(row(f"{set} {part}", "segment F", system, [segments(one, texts(pages[one["file"]], set)[system]) for one in mine]))
        titled = [one for one in mine if one["title"]]
        for system in SYSTEMS:
            right = [spaced(one["title"]).lower() == title(pages[one["file"]], system) for one in titled]
            out.append(row(f"{set} {part}", "title accuracy", system, [Count(hit, not hit) for hit in right], accuracy))
    return out


def segments(one, text):
    text = spaced(text)
    found, unwanted = (sum(spaced(segment) in text for segment in one[key]) for key in ("with", "without"))
    return Count(found, unwanted, len(one["with"]) - found)


def title(page, system):
    document, source = page
    given = {"recount": document.get("title") or "", "constant": "", "regex": elements(source, "title").split("\n")[0]}
    return spaced(given[system]).lower()


# extraction/daniel-en


def daniel_rows(tool, set):
    gold, pages = gold_and_pages(tool, set)
    read = {one["file"]: texts(pages[one["file"]], set) for one in gold}
    wanted = {one["file"]: four_grams("\n".join(one["paragraphs"])) for one in gold}
    counts = {system: [shared(wanted[one["file"]], four_grams(read[one["file"]][system])) for one in gold] for system in SYSTEMS}
    means = {system: [Count(f1(count) or 0, 1 - (f1(count) or 0)) for count in counts[system]] for system in SYSTEMS}
    out = [row(set, "4-gram F1, mean of pages", system, means[system], accuracy) for system in SYSTEMS]
    out += [row(set, "4-gram F1, micro", system, counts[system]) for system in SYSTEMS]
    held = {one["file"]: numbered(one["paragraphs"]) for one in gold}
    for measure, kinds in (("sentences with a number", SENTENCES), ("number sentences read for claims", SOURCES),
                           ("number sentences in teaser, comment", OTHERS)):
        for one in gold:
            read[one["file"]]["recount"] = blocks(pages[one["file"]][0], kinds)
        out += [row(set, measure, system, [standing(held[one["file"]], read[one["file"]][system]) for one in gold], recall,
                    floor=False if kinds is OTHERS else None)  # fewer are better: no floor
                for system in (SYSTEMS if kinds is SENTENCES else SYSTEMS[:1])]
    return out


def four_grams(text):
    words = re.findall(r"\w+", text.lower())
    return collections.Counter(zip(words, words[1:], words[2:], words[3:]))


def shared(wanted, given):
    right = (wanted & given).total()
    return Count(right, given.total() - right, wanted.total() - right)


def numbered(paragraphs):
    """The sentences with a digit that say more than a day and a name."""
    split = (re.split(r"(?<=[.!?])\s+(?=[A-Z\"“'‘])", spaced(html.unescape(paragraph))) for paragraph in paragraphs)
    return [sentence for some in split for sentence in some if re.search(r"\d", sentence) and not is_day_line(sentence)]


def is_day_line(sentence):
    """A day, perhaps with a time, names and words of publication: no other word in small letters."""
    told = re.sub(r"\d(st|nd|rd|th|am|pm)\b", " ", sentence.replace("p.m.", "pm").replace("a.m.", "am"))
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", told)
    small = {word for word in words if word[0].islower() and "." not in word}
    return bool(DAY_NAME.search(sentence)) and small <= DAY_LINE_WORDS and len(words) <= 12


def standing(held, text):
    text = letters(text)
    found = sum(letters(sentence) in text for sentence in held)
    return Count(found, 0, len(held) - found)


def letters(text):
    """Letters and digits, with the marks that make a number another one."""
    marked = re.sub(r"(?<=\d)[.,:](?=\d)", "\u01c2", spaced(text))
    return re.sub(r"[\W_]+", "", re.sub(r"(?<!\w)[-\u2212](?=\d)", "\u01c0", marked))


# dates/htmldate


def date_rows(tool, set):
    gold, pages = gold_and_pages(tool, set)
    out = []
    for part in (None, *PARTS):
        mine = [one for one in gold if part in (None, half(one["url"]))]
        for system in SYSTEMS:
            days = [(one["date"], day(one["url"], pages[one["file"]], system)) for one in mine]
            right, wrong = sum(gold == told for gold, told in days), sum(told not in (None, gold) for gold, told in days)
            for measure, count, of in (("day accuracy", all_pages, recall), ("wrong days", wrong_days, recall),
                                       ("day precision", told_days, precision)):
                made = row(f"{set} {part or ''}".strip(), measure, system, [count(*pair) for pair in days], of,
                           floor=None if measure != "wrong days" else False)  # fewer are better: no floor
                made.n, made.more = len(mine), f"right {right} wrong {wrong} missing {len(mine) - right - wrong}"
                out.append(made)
    return out


def all_pages(gold, told):
    return Count(told == gold, 0, told != gold)


def wrong_days(gold, told):
    wrong = bool(told) and told != gold
    return Count(wrong, 0, not wrong)


def told_days(gold, told):
    return Count(told == gold, bool(told) and told != gold)


def day(url, page, system):
    """YYYY-MM-DD, or None: a month, or a day without its year, is no day."""
    document, source = page
    if system == "recount":
        value = (document.get("published") or {}).get("value", "")[:10]
        return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    where = url + "\n" + "\n".join(re.findall(r"<meta\b[^>]*>", source, re.I)) if system == "regex" else ""
    match = DAY.search(where)
    return "-".join(match.groups()) if match else None
