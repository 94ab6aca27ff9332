#!/usr/bin/env python3
"""Makes the source tables of the gazetteer out of GeoNames and CLDR files in JSON.

    trim.py GEONAMES_DIR CLDR_DIR NAMES_DIR OUT_DIR

GEONAMES_DIR: cities15000.jsonl.gz, admin1CodesASCII.jsonl.gz, countryInfo.jsonl (GeoNames' files with their
fields named). CLDR_DIR: <language>.json with territories, alternatives, subdivisions. NAMES_DIR: *.jsonl.gz with words
of personal names (latin, count). Written: countries.tsv, regions.tsv.gz, cities.tsv.gz, person_names.tsv; same input, same bytes. Own names, of towns renamed since and of regions in other
languages, stand in extra_names.tsv and are no business of this script.
"""
import gzip, json, os, re, sys, unicodedata

LANGUAGES = "en fr ru de es sv nl it pt pl uk ar tr kk".split()
NOT_COUNTRIES = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "CQ", "AN", "CS"}
GONE = {"PPLH", "PPLQ", "PPLW"}  # historical, abandoned, destroyed
CONTINENTS = {  # UN M.49: GeoNames id
    "002": 6255146, "142": 6255147, "150": 6255148, "003": 6255149, "005": 6255150, "009": 6255151}
# Adjectives and compass words that CLDR gives as a name: no place by themselves.
NOT_A_NAME = set("""buryat chechen chuvash jewish udmurt kabardino-balkar karachay-cherkess khanty-mansi nenets central
centre center north south east west northern southern eastern western north-east north-west northeast northwest
south-east south-west southeast southwest northeastern northwestern southeastern southwestern capital coast upper lower
lake plateau littoral maritime nord sud est ouest centro norte sur este oeste islands other middle interior highlands
north-western north-eastern central-north midlands border lakes savanes hauts-bassins plateaux""".split())
SUFFIX = re.compile(r"[ -](oblast[’']?|krai|kray|okrug|province|region|governorate|county|district|prefecture|city|"
                    r"republic|department|municipality|qalasy|voivodeship|canton|parish|state)$", re.I)


def fold(text):
    text = unicodedata.normalize("NFC", text.lower())
    text = "".join(c if "\u0400" <= c <= "\u052f" else unicodedata.normalize("NFD", c) for c in text)
    return "".join(c if c.isalnum() else " " for c in text if c.isalnum() or c in " -").strip()


def script(text):
    for c in text:
        if c.isalpha():
            name = unicodedata.name(c, "")
            if name.startswith("LATIN"):
                continue
            if name.startswith("CYRILLIC"):
                continue
            return None
    return "known"


def usable(name):
    """Latin or Cyrillic, begins with a capital, no airport code, no list."""
    if not name or name != name.strip() or any(c in name for c in ",;|\t()/\"") or any(c.isdigit() for c in name):
        return False
    if not any(c.isalpha() for c in name) or script(name) is None or not name.lstrip("'‘’ʻʼ")[:1].isupper():
        return False
    if re.fullmatch(r"[A-Z]{2,4}", name) or re.match(r"(Gorad|Горад) ", name) or re.search(r" (osh|ош|balhsn)$", name):
        return False
    return len(fold(name)) >= 2


def names_once(first, others):
    """The names that differ when case and marks are left out; all-capital ones give way."""
    seen, out = {fold(first)}, []
    for name in sorted(others, key=lambda n: (n.isupper(), n)):
        key = fold(name)
        if key and key not in seen:
            seen.add(key)
            out.append(name)
    return out


def parts(name):
    """CLDR's "Myanmar (Burma)" is two names, "Congo - Kinshasa" one."""
    match = None if re.match("[CK]on?go|Конго", name) else re.fullmatch(r"(.+?) \((.+)\)", name)
    found = list(match.groups()) if match else [name]
    return [re.sub(r" (SAR China|R\.A\.S\. chinoise.*|\(РАС Китая\))", "", n).strip("²³ ") for n in found]


def read_jsonl(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        return [json.loads(line) for line in lines]


def write(path, header, rows):
    text = "\n".join("\t".join(map(str, row)) for row in [header] + rows) + "\n"
    if path.endswith(".gz"):
        with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
            out.write(text.encode())
    else:
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)


def countries(geonames, cldr, out):
    known = {c["iso"]: c for c in read_jsonl(f"{geonames}/countryInfo.jsonl")}
    rows = []
    for code in sorted(cldr["en"]["territories"]):
        if code in CONTINENTS:
            row = [code, CONTINENTS[code], 0]
        elif not code.isdigit() and code not in NOT_COUNTRIES:
            row = [code, known.get(code, {}).get("id", ""), known.get(code, {}).get("population", 0)]
        else:
            continue
        for language in LANGUAGES:
            table = cldr[language]
            names = [table["territories"].get(code, "")]
            names += [v for k, v in table["alternatives"].items() if k.startswith(code + "-")]
            if language == "en" and code in known:
                names.append(known[code]["name"])
            names = [p for n in names for p in parts(n) if p and (language == "en" or len(fold(p)) > 2)]
            row.append("|".join(names[:1] + names_once(names[0], names[1:])) if names else "")
        rows.append(row)
    write(f"{out}/countries.tsv", ["code", "geonames", "population"] + LANGUAGES, rows)


def regions(geonames, cldr, out):
    rows, seen = [], set()
    for r in read_jsonl(f"{geonames}/admin1CodesASCII.jsonl.gz"):
        r["name"] = r["name"] or r["ascii"]
        others = [n for n in (r["ascii"], SUFFIX.sub("", r["name"])) if usable(n)]
        rows.append([f"gn:{r['id']}", r["code"], r["name"], "|".join(names_once(r["name"], others))])
        seen |= {(r["code"][:2], fold(n)) for n in [r["name"]] + others}
    british = {"gbeng": "GB.ENG", "gbsct": "GB.SCT", "gbwls": "GB.WLS"}
    extra = {code: [] for code in british.values()}
    for language in LANGUAGES:
        for cldr_code, code in british.items():
            extra[code] += [n for n in [cldr[language]["subdivisions"].get(cldr_code)] if n]
    for row in rows:
        if row[1] in extra:
            row[3] = "|".join(names_once(row[2], extra[row[1]]))
    for cldr_code, name in sorted(cldr["en"]["subdivisions"].items()):
        country, name = cldr_code[:2].upper(), parts(name)[0]
        others = [n for n in [SUFFIX.sub("", name)] if n != name]
        keys = {(country, fold(n)) for n in [name] + others}
        if keys & seen or name.lower() in NOT_A_NAME or not usable(name) or len(cldr_code) < 3 \
                or len(fold(name)) < 3:
            continue
        seen |= keys
        code = f"{country}-{cldr_code[2:].upper()}"
        rows.append([code, code, name, "|".join(names_once(name, [n for n in others if n.lower() not in NOT_A_NAME]))])
    write(f"{out}/regions.tsv.gz", ["id", "code", "name", "others"], rows)
    return {fold(row[2]) for row in rows}


def long_enough(name, population):
    """Short alternate names are mostly of small languages and meet words of others: only great towns keep them."""
    return len(fold(name)) >= 5 or (len(fold(name)) == 4 and population >= 200_000)


def cities(geonames, out):
    rows, words = [], set()
    for c in read_jsonl(f"{geonames}/cities15000.jsonl.gz"):
        if c["code"] in GONE:
            continue
        others = [n for n in c["alternate"] if usable(n) and long_enough(n, c["population"])]
        others += [c["ascii"]] if usable(c["ascii"]) else []
        words |= {fold(n) for n in [c["name"]] + others if " " not in n}
        rows.append([c["id"], c["name"], f"{c['lat']:.4f}", f"{c['lon']:.4f}", c["country"], c["admin"][0],
                     c["population"], c["code"], "|".join(names_once(c["name"], others))])
    rows.sort(key=lambda row: row[0])
    header = ["geonames", "name", "lat", "lon", "country", "region", "population", "class", "others"]
    write(f"{out}/cities.tsv.gz", header, rows)
    return words


def person_names(names_dir, words, out):
    """Names of towns that are names of people, with how many people have them (the largest of the lists)."""
    most = {}
    for file in sorted(os.listdir(names_dir)):
        counts = {}
        if file.endswith(".jsonl.gz"):
            for row in read_jsonl(f"{names_dir}/{file}"):
                for key in {fold(row["latin"]), fold(row["native"])}:
                    counts[key] = counts.get(key, 0) + row["count"]
        for key, count in counts.items():
            most[key] = max(most.get(key, 0), count)
    rows = [[key, count] for key, count in sorted(most.items()) if key in words and count >= 10]
    write(f"{out}/person_names.tsv", ["name", "count"], rows)


def main():
    geonames, cldr_dir, names_dir, out = sys.argv[1:5]
    cldr = {}
    for language in LANGUAGES:
        with open(os.path.join(cldr_dir, f"{language}.json"), encoding="utf-8") as file:
            cldr[language] = json.load(file)
    countries(geonames, cldr, out)
    words = regions(geonames, cldr, out) | cities(geonames, out)
    person_names(names_dir, words, out)


main()
