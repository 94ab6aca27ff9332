"""What a constant answer and twenty minutes of regular expressions get on the gold. Written down once, not to be improved.

constant: every number is a figure of its language's commonest measure, exact, in the outlet's voice, of the day of
publication. regex: a number with a word of a measure after or before it in the sentence; whoever stands at "selon", "said",
"сообщили"; the last weekday or date before it; the last capitalised word after "à", "in", "в".
"""
import datetime
import re

NUMBER = {
    "fr": r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+(?:,\d+)?|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cinquante|cent|mille|dizaines?|centaines?|milliers?|plusieurs)\b",
    "en": r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|dozens|hundreds|thousands|several)\b",
    "ru": r"\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?|(?:один|одна|два|две|двое|двух|три|трое|трёх|трех|четыре|четверо|пять|пятеро|шесть|семь|восемь|девять|десять|несколько|десятки|сотни)\b",
}
VALUES = {word: value for value, words in {
    1: "un une a an one один одна", 2: "deux two два две двое двух", 3: "trois three три трое трёх трех", 4: "quatre four четыре четверо", 5: "cinq five пять пятеро",
    6: "six шесть", 7: "sept seven семь", 8: "huit eight восемь", 9: "neuf nine девять", 10: "dix ten десять", 11: "onze eleven", 12: "douze twelve", 15: "quinze",
    20: "vingt twenty", 30: "trente thirty", 50: "cinquante fifty", 100: "cent", 1000: "mille"}.items() for word in words.split()}
CUES = {
    "fr": {"deaths": "mort|tuée?|décédé", "injured": "blessé", "detained": "interpell|arrêt|gardes? à vue", "sentenced": "condamné", "participants": "manifestant|gilets jaunes|mobilisé|rassembl", "deployed": "policiers|gendarmes|forces de l.ordre"},
    "en": {"deaths": "killed|dead|died|death", "injured": "injured|wounded|hurt|shot", "detained": "arrest|detained|custody", "participants": "protesters|demonstrators|marched", "deployed": "police officers|soldiers|troops"},
    "ru": {"deaths": "погиб|убит|умер|жертв|скончал", "injured": "ранен|пострада|травм|госпитализ", "detained": "задержан|арестован", "missing": "пропал", "displaced": "эвакуир"},
}
QUALIFIERS = {"fr": {"au moins": "at_least", "plus de": "more_than", "près de": "almost", "environ": "about", "quelque": "about"},
              "en": {"at least": "at_least", "more than": "more_than", "nearly": "almost", "about": "about", "around": "about"},
              "ru": {"не менее": "at_least", "более": "more_than", "почти": "almost", "около": "about"}}
SAYING = {"fr": r"(?:selon|d.après) ((?:l[ae’']s? ?)?\w[\w’' -]{2,30}?)(?=[,.;]|$)|((?:l[ae’']s? ?)?\w[\w’'-]+) (?:a|ont) (?:annoncé|déclaré|indiqué|affirmé)",
          "en": r"according to ((?:the )?\w[\w' -]{2,30}?)(?=[,.;]|$)|((?:the )?\w+) (?:said|says|told)", "ru": r"(?:сообщил[аи]?|заявил[аи]?) (?:в )?(\w[\w -]{2,30}?)(?=[,.;]|$)|по данным (\w[\w -]{2,30}?)(?=[,.;]|$)"}
PLACES = {"fr": r"\bà ([A-ZÉ][\w-]+)", "en": r"\b[iI]n ([A-Z]\w+)", "ru": r"\b[вВ] ([А-Я]\w+)"}
DAYS = {"fr": "lundi mardi mercredi jeudi vendredi samedi dimanche", "en": "monday tuesday wednesday thursday friday saturday sunday", "ru": "понедельник вторник среду четверг пятницу субботу воскресенье"}
COMMONEST = {"fr": "participants", "en": "deaths", "ru": "injured"}


def value_of(words):
    digits = re.sub(r"[ .,\u00a0\u202f](?=\d{3}\b)", "", words)
    if re.fullmatch(r"\d+", digits):
        return int(digits)
    return VALUES.get(words.lower())


def claim(begin, end, words, measure, published, **more):
    value = value_of(words)
    return {"measure": measure, "figure": {"begin": begin, "end": end, "low": value, "high": value, "qualifier": "exact" if value is not None else "vague"},
            "wording": None, "group": None, "claimant": {"begin": None, "end": None, "kind": "publisher", "via": []},
            "when": {"value": published} if published else None, "as_of": None, "said_at": None, "place": None, "modality": "asserted", "series": "event",
            "part_of": None, "previous": None, "restates": None, **more}


def day_of(one):
    return (one.get("published") or "")[:10] or None


def constant_claims(one):
    measure = COMMONEST[one["language"]]
    return [claim(m.start(), m.end(), m[0], measure, day_of(one)) for m in re.finditer(rf"(?i)\b(?:{NUMBER[one['language']]})", one["text"])]


def day_near(sentence, one):
    published = day_of(one)
    if not published:
        return None
    date = datetime.date.fromisoformat(published)
    for number, word in enumerate(DAYS[one["language"]].split()):
        if re.search(rf"(?i)\b{word}\b", sentence):
            return (date - datetime.timedelta(days=(date.weekday() - number) % 7)).isoformat()
    return published


def regex_claims(one):
    language, text = one["language"], one["text"]
    out = []
    for sentence in re.finditer(r"[^.!?\n]+(?:\.\d[^.!?\n]*)*", text):
        for measure, cue in CUES[language].items():
            for m in re.finditer(rf"(?i)\b(?P<n>{NUMBER[language]})[^\d,;:]{{0,40}}?(?P<w>\b(?:{cue})\w*)|(?P<w2>\b(?:{cue})\w*) (?:à )?(?P<n2>{NUMBER[language]})", sentence[0]):
                name, word = ("n", "w") if m["n"] else ("n2", "w2")
                out.append(described(one, sentence, m, name, word, measure))
    return out


def described(one, sentence, m, name, word, measure):
    language, base, words = one["language"], sentence.start(), sentence[0]
    found = claim(base + m.start(name), base + m.end(name), m[name], measure, day_near(words, one), wording={"begin": base + m.start(word), "end": base + m.end(word)})
    before = words[: m.start(name)].lower().rstrip()
    for phrase, qualifier in QUALIFIERS[language].items():
        if before.endswith(phrase):
            found["figure"].update(qualifier=qualifier, begin=base + m.start(name) - len(phrase) - 1)
            if qualifier in ("at_least", "more_than"):
                found["figure"]["high"] = None
    if saying := re.search("(?i)" + SAYING[language], words):
        group = 1 if saying[1] else 2
        kind = "police" if re.search(r"(?i)polic|полиц|мвд", saying[group]) else "government"
        found["claimant"] = {"begin": base + saying.start(group), "end": base + saying.end(group), "kind": kind, "via": []}
    if places := list(re.finditer(PLACES[language], words)):
        found["place"] = {"begin": base + places[-1].start(1), "end": base + places[-1].end(1), "name": places[-1][1]}
    return found
