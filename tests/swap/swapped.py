"""Swaps names, numbers and days of a set of pages, by a seed, consistently over pages and languages.

Names: a letter becomes another of its kind (vowels, consonants) by one random table, save the last three of a word; so
variants of a spelling stay variants, endings of inflection stay, and l' or d' before a vowel stays right. Swapped are
capitalised words of entities that occur nowhere in small letters and that the gazetteer doesn't know (a real town can't
be renamed without making it unknown).
Numbers: all times one factor: sums and orders hold. A number whose form has no word for the result stays.
Days: whole weeks within the month, and years by 28, after which weekdays fall alike.
"""
import random
import re

WORD = re.compile(r"[^\W\d_]+")
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


def number_words(language):
    """Value of each number word of a language that the swap can write, and back."""
    words = {word: value for value, word in enumerate(NUMBERS[language], 1)}
    words.update({word: value for value, word in TENS[language].items()})
    for tens, word in TENS[language].items():
        for unit in range(2, 10):
            words[f"{word}-{NUMBERS[language][unit - 1]}"] = tens + unit
    return words


class Cipher:
    def __init__(self, rng):
        self.table = {}
        for letters in (VOWELS, CONSONANTS):
            mixed = list(letters)
            while any(one == other for one, other in zip(letters, mixed)):
                rng.shuffle(mixed)
            self.table.update(zip(letters, mixed))

    def word(self, word):
        kept = min(3, len(word) // 2)
        out = []
        for letter in word[: len(word) - kept]:
            other = self.table.get(letter.lower(), letter)
            out.append(other.upper() if letter.isupper() else other)
        return "".join(out) + word[len(word) - kept :]


def names_to_swap(texts, entities, known):
    """Words to run through the cipher: of entities, capitalised, nowhere in small letters, unknown to the gazetteer."""
    small = {word for text in texts.values() for word in WORD.findall(text) if word[0].islower()}
    known_words = {word.lower() for name in known for word in WORD.findall(name)}
    words = set()
    for entity in entities:
        if entity["type"] not in ("person", "place", "country", "org"):
            continue
        for word in WORD.findall(texts[entity["document"]][entity["begin"] : entity["end"]]):
            if len(word) > 2 and word[0].isupper() and word.lower() not in small | known_words:
                words.add(word)
    return words


class Swap:
    """One seed's swap. `language` by document; `entities` with offsets into `texts`."""

    def __init__(self, seed, texts, entities, languages, known):
        rng = random.Random(seed)
        self.factor = rng.choice((2, 3))
        self.years = 28 * rng.choice((-1, 1))
        days = [int(texts[e["document"]][e["begin"] : e["end"]]) for e in entities if e["type"] == "day" and self.is_day(texts, e)]
        self.days = rng.choice([weeks * 7 for weeks in range(-3, 4) if days and 0 < min(days) + weeks * 7 and max(days) + weeks * 7 <= 28] or [0])
        cipher = Cipher(rng)
        self.names = {word: cipher.word(word) for word in names_to_swap(texts, entities, known)}
        self.texts, self.languages = texts, languages
        self.edits = {document: [] for document in texts}
        for entity in entities:
            self.add_entity(entity)
        for document, text in texts.items():
            taken = [(begin, end) for begin, end, _ in self.edits[document]]
            for word in WORD.finditer(text):
                if word.group() in self.names and not any(b < word.end() and word.start() < e for b, e in taken):
                    self.edits[document].append((word.start(), word.end(), self.names[word.group()]))
            self.edits[document].sort()

    @staticmethod
    def is_day(texts, entity):
        return texts[entity["document"]][entity["begin"] : entity["end"]].isdigit()

    def add_entity(self, entity):
        document, begin, end = entity["document"], entity["begin"], entity["end"]
        words = self.texts[document][begin:end]
        other = None
        if entity["type"] == "number":
            other = self.number(words, self.languages[document])
        elif entity["type"] == "day" and words.isdigit():
            other = str(int(words) + self.days).zfill(len(words))
        elif entity["type"] == "year" and re.fullmatch(r"\d{4}", words):
            other = str(int(words) + self.years)
        if other is not None and all(end <= b or e <= begin for b, e, _ in self.edits[document]):
            self.edits[document].append((begin, end, other))

    def number(self, words, language):
        """The words of the number times the factor; None where there is no such form. 1 stays: it rules the grammar."""
        digits = re.fullmatch(r"(\d{1,3})(([ .,\u00a0\u202f])\d{3})*|\d+", words)
        if digits:
            value = int(re.sub(r"\D", "", words))
            mark = digits.group(3) or ""
            return None if value < 2 else f"{value * self.factor:,}".replace(",", mark)
        table = number_words(language) if language in NUMBERS else {}
        value = table.get(words.lower())
        if value and value > 1:
            other = next((word for word, n in table.items() if n == value * self.factor), None)
        else:
            value = next((n for n, word in ABOUT.items() if word == words.lower()), None)
            other = ABOUT.get(value * self.factor) if value else None
        return other and (other.capitalize() if words[0].isupper() else other)

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
        day = lambda d: f"{d[1] if d[1] == 'XXXX' else int(d[1]) - self.years}-{d[2]}-{int(d[3]) - self.days:02}"
        return re.sub(r"\b(\d{4}|XXXX)-(\d\d)-(\d\d)", day, text)
