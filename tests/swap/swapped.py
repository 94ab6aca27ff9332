"""Swaps names, numbers and days of a set of pages, by a seed, consistently over pages and languages.

Names: a letter becomes another of its kind (vowels, consonants) by one random table, save the last three of a word; so
variants of a spelling stay variants (sounds of two letters stay as they are), endings of inflection stay, and l' or d' before a vowel stays right. Swapped are
names of persons and the one-word names of places and bodies that occur nowhere in small letters and that the gazetteer
doesn't know (a real town can't be renamed without making it unknown). A Cyrillic letter becomes what the Latin one that
it is written with becomes, and case forms of a name (the entity's `lemma` is the nominative) keep the ending that follows
what all of them share.
Numbers: a random value of as many digits and final zeros, in the same order as before and the same for the same, among
those that every form of the number in the pages can be written with; durations stay, as days follow from them.
Days: whole weeks within the month, and years by 28, after which weekdays fall alike.
"""
import difflib
import functools
import random
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+")
DAY = re.compile(r"\b(\d{4}|XXXX)-(\d\d)-(\d\d)")
MONTH = re.compile(r"^(\d{4})-(\d\d)$")
INTERVAL = re.compile(r"\d{4}-\d\d-01/\d{4}-\d\d-(28|29|30|31)")
DIGRAPHS = ("zh", "ch", "sh", "kh", "ou", "ph", "th")  # one sound: another language writes it with one letter
UNIT = re.compile("|".join(DIGRAPHS) + r"|.", re.IGNORECASE)
CYRILLIC = dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf"))
LATIN = {latin: letter for letter, latin in CYRILLIC.items()}
VOWELS, CONSONANTS = "aeiou", "bcdfgklmnprstvz"
NUMBERS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split(),
}
TENS = {
    "en": {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"},
    "fr": {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"},
}
ABOUT = {10: "dizaine", 15: "quinzaine", 20: "vingtaine", 30: "trentaine", 40: "quarantaine", 50: "cinquantaine", 60: "soixantaine"}


# Russian number words by grammatical form: what they govern and their case must stay. From 5 on in the nominative, as two to
# four govern another case; past ten the collective numbers are the plain ones.
RUSSIAN = {
    "nominative": "5 пять шесть семь восемь девять десять",
    "nominative teens": "11 одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "nominative tens": "20 двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "genitive": "2 двух трёх четырёх пяти шести семи восьми девяти десяти",
    "genitive teens": "11 одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати",
    "genitive tens": "20 двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
    "genitive hundreds": "200 двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот",
    "collective": "2 двое трое четверо пятеро шестеро семеро восьмеро девятеро десятеро",
    "collective accusative": "2 двоих троих четверых пятерых шестерых семерых восьмерых девятерых десятерых",
    "accusative thousands": "1000 тысячу две_тысячи три_тысячи четыре_тысячи пять_тысяч шесть_тысяч семь_тысяч восемь_тысяч девять_тысяч",
    "ordinal prepositional": "2 втором третьем четвёртом пятом шестом седьмом восьмом девятом",
}
RUSSIAN_FORMS = (
    ("nominative", "nominative teens", "nominative tens"),
    ("genitive", "genitive teens", "genitive tens", "genitive hundreds"),
    ("collective",),
    ("collective accusative", "nominative tens"),
    ("accusative thousands",),
    ("ordinal prepositional",),
)


def russian_words(rows):
    """Value of each word of these rows: the first value stands before them, its zeros are the step."""
    words = {}
    for row in rows:
        first, *forms = RUSSIAN[row].split()
        step = 10 ** zeros(int(first))
        words.update({form.replace("_", " "): int(first) + step * index for index, form in enumerate(forms)})
    return words


def western_words(language):
    words = {word: value for value, word in enumerate(NUMBERS[language], 1)}
    words.update({word: value for value, word in TENS[language].items()})
    for tens, word in TENS[language].items():
        for unit in range(2, 10):
            words[f"{word}-{NUMBERS[language][unit - 1]}"] = tens + unit
    return words


@functools.cache
def number_words(language):
    """Value of each number word that the swap can write in a language, a table for each grammatical form."""
    if language == "ru":
        return [russian_words(rows) for rows in RUSSIAN_FORMS]
    return [western_words(language)] if language in NUMBERS else []


def table_of(words, language):
    """The table that has these words; None."""
    return next((table for table in number_words(language) if words.lower() in table), None)


def written(value, words, language):
    """`value` in the form of `words` (digits with their marks, a number word, dozens); None where there is none."""
    digits = re.fullmatch(r"\d{1,3}(?:([ .,\u00a0\u202f])\d{3})+|\d+", words)
    if digits:
        mark = digits.group(1)
        return f"{value:,}".replace(",", mark) if mark else str(value)
    table = table_of(words, language)
    if table:
        other = next((word for word, number in table.items() if number == value), None)
    else:
        other = ABOUT.get(value) if words.lower() in ABOUT.values() else None
    return other and (other.capitalize() if words[0].isupper() else other)


def value_of(words, language):
    """The number of such words; None where they're of no known form."""
    if re.fullmatch(r"\d{1,3}([ .,\u00a0\u202f]\d{3})+|\d+", words):
        return int(re.sub(r"\D", "", words))
    table = table_of(words, language)
    if table:
        return table[words.lower()]
    return next((number for number, word in ABOUT.items() if word == words.lower()), None)


def zeros(value):
    return len(str(value)) - len(str(value).rstrip("0"))


def candidates(value, forms):
    """Values that may stand for `value`, ascending; itself among them. 1 stays: it rules the grammar."""
    if value < 2:
        return [value]
    low, step = max(2, 10 ** (len(str(value)) - 1)), 10 ** zeros(value)
    every = range(low + -low % step, 10 ** len(str(value)), step)
    return [one for one in every if zeros(one) == zeros(value) and all(written(one, words, language) for words, language in forms)]


def number_map(rng, forms):
    """A random increasing map of the values of `forms` (value → its forms) to their candidates."""
    values = sorted(forms)
    choices = {value: candidates(value, sorted(forms[value])) for value in values}
    highest, limit = {}, float("inf")
    for value in reversed(values):
        limit = highest[value] = max(one for one in choices[value] if one < limit)
    out, last = {}, -1
    for value in values:
        last = out[value] = rng.choice([one for one in choices[value] if last < one <= highest[value]])
    return out


def head_of(word):
    """What the cipher changes: all but the last three letters; signs that are no sound of their own don't count."""
    ends = [at.end() for at in re.finditer(r".[ьъ]?", word)]
    return word[: ends[len(ends) - min(3, len(ends) // 2) - 1]]


class Cipher:
    def __init__(self, rng):
        self.table = {}
        for letters in (VOWELS, CONSONANTS):
            mixed = list(letters)
            while any(one == other for one, other in zip(letters, mixed)):
                rng.shuffle(mixed)
            self.table.update(zip(letters, mixed))

    def word(self, word, lemma=None):
        """`word` renamed; a case form as its nominative, `lemma`."""
        head = head_of(lemma or word)
        if not word.startswith(head):
            head = head_of(word)
        tail = word[len(head) :]
        if CYRILLIC.keys() & set(head.lower()):
            return self.cyrillic(head, tail) + tail
        return "".join(unit if unit.lower() in DIGRAPHS else self.letter(unit) for unit in UNIT.findall(head)) + tail

    def cyrillic(self, head, tail):
        out = ""
        for letter in reversed(head):
            latin = self.table.get(CYRILLIC.get(letter.lower()))
            # a c is read by what follows it
            other = LATIN.get(latin) or latin and ("с" if (out + tail)[:1] in ("е", "и") else "к") or letter.lower()
            out = (other.upper() if letter.isupper() else other) + out
        return out

    def letter(self, letter):
        base, *marks = unicodedata.normalize("NFD", letter)
        other = self.table.get(base.lower(), base)
        return unicodedata.normalize("NFC", "".join([other.upper() if base.isupper() else other, *marks]))


def names_to_swap(texts, entities, known):
    """Words to run through the cipher, each with its nominative: of entities, capitalised, nowhere in small letters, unknown to the gazetteer."""
    small = {word for text in texts.values() for word in WORD.findall(text) if word[0].islower()}
    known_words = {word.lower() for name in known for word in WORD.findall(name)}
    # a place that stays under one of its names stays under its other spellings too
    stay = {one["id"] for one in entities if texts[one["document"]][one["begin"] : one["end"]] in known}
    words = {}
    for entity in entities:
        if entity["type"] not in ("person", "place", "country", "org") or entity["id"] in stay:
            continue
        mention = WORD.findall(texts[entity["document"]][entity["begin"] : entity["end"]])
        if entity["type"] != "person" and len(mention) > 1:
            continue  # "Mill Street", "Dockers' Union": the language's own words
        for word, lemma in zip(mention, WORD.findall(entity.get("lemma", "")) or mention):
            if len(word) < 3 or not word[0].isupper() or word.lower() in small:
                continue
            if not difflib.get_close_matches(word.lower(), known_words, 1, 0.8):  # nor is it a slip for a known name
                words[word] = lemma
    return words


class Swap:
    """One seed's swap. `language` by document; `entities` with offsets into `texts`."""

    def __init__(self, seed, texts, entities, languages, known):
        rng = random.Random(seed)
        self.years = 28 * rng.choice((-1, 1))
        days = [int(texts[e["document"]][e["begin"] : e["end"]]) for e in entities if e["type"] == "day" and self.is_day(texts, e)]
        self.days = rng.choice([weeks * 7 for weeks in (-3, -2, -1, 1, 2, 3) if days and 0 < min(days) + weeks * 7 and max(days) + weeks * 7 <= 28] or [0])
        cipher = Cipher(rng)
        self.names = {word: cipher.word(word, lemma) for word, lemma in names_to_swap(texts, entities, known).items()}
        self.texts, self.languages = texts, languages
        self.edits = {document: [] for document in texts}
        self.numbers = number_map(rng, self.number_forms(entities))
        for entity in entities:
            self.add_entity(entity)
        for document, text in texts.items():
            taken = [(begin, end) for begin, end, _ in self.edits[document]]
            for word in WORD.finditer(text):
                if word.group() in self.names and not any(b < word.end() and word.start() < e for b, e in taken):
                    self.edits[document].append((word.start(), word.end(), self.names[word.group()]))
            self.edits[document].sort()

    def number_forms(self, entities):
        """Value → (words, language) of each form that the pages have of it."""
        forms = {}
        for entity in entities:
            words, language = self.texts[entity["document"]][entity["begin"] : entity["end"]], self.languages[entity["document"]]
            value = value_of(words, language) if self.is_number(entity) else None
            if value is not None:
                forms.setdefault(value, set()).add((words, language))
        return forms

    @staticmethod
    def is_number(entity):
        return entity["type"] == "number" and "duration" not in entity["id"] + (entity.get("form") or "")

    @staticmethod
    def is_day(texts, entity):
        return texts[entity["document"]][entity["begin"] : entity["end"]].isdigit()

    def add_entity(self, entity):
        document, begin, end = entity["document"], entity["begin"], entity["end"]
        words = self.texts[document][begin:end]
        other = None
        if self.is_number(entity):
            value = value_of(words, self.languages[document])
            other = None if value is None else written(self.numbers[value], words, self.languages[document])
        elif entity["type"] == "day" and words.isdigit():
            other = str(int(words) + self.days).zfill(len(words))
        elif entity["type"] == "year" and re.fullmatch(r"\d{4}", words):
            other = str(int(words) + self.years)
        if other is not None and all(end <= b or e <= begin for b, e, _ in self.edits[document]):
            self.edits[document].append((begin, end, other))

    def text(self, document):
        out, at = [], 0
        for begin, end, words in self.edits[document]:
            out += [self.texts[document][at:begin], words]
            at = end
        return "".join(out) + self.texts[document][at:]

    def back(self, document, offset):
        """The offset in the original of an offset in the swapped text."""
        shift = 0
        for begin, end, words in self.edits[document]:
            if begin + shift + len(words) > offset:
                return begin if begin + shift <= offset else offset - shift
            shift += len(words) - (end - begin)
        return offset - shift

    def string(self, text):
        """Names and days in a field that came with the page."""
        text = WORD.sub(lambda word: self.names.get(word.group(), word.group()), text)
        return re.sub(r"\b(\d{4})-(\d\d)-(\d\d)", lambda d: f"{int(d[1]) + self.years}-{d[2]}-{int(d[3]) + self.days:02}", text)

    def string_back(self, text):
        back = {other: word for word, other in self.names.items()}
        text = WORD.sub(lambda word: back.get(word.group(), word.group()), text)
        text = MONTH.sub(lambda d: f"{int(d[1]) - self.years}-{d[2]}", text)
        if INTERVAL.fullmatch(text):  # a whole month: only its year was swapped
            return re.sub(r"\b\d{4}", lambda year: str(int(year[0]) - self.years), text)
        return DAY.sub(lambda d: f"{d[1] if d[1] == 'XXXX' else int(d[1]) - self.years}-{d[2]}-{int(d[3]) - self.days:02}", text)
