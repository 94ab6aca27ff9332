#!/usr/bin/env python3
"""The tools for authors of packs: lang check, try, new. lang_test.py RECOUNT"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "build/recount"
ROOT = pathlib.Path(__file__).resolve().parents[1]


def recount(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


class Lang(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.packs = pathlib.Path(self.folder.name)

    def new(self, code="xx"):
        status, out, err = recount("lang", "new", code, "Xanian", "--to", self.packs)
        self.assertEqual((status, err), (0, ""))
        return self.packs / code

    def check(self, *options):
        return recount("lang", "check", "xx", "--languages", self.packs, *options)

    def add(self, name, text):
        file = self.packs / "xx" / name
        file.write_text(file.read_text("utf-8") + text, "utf-8")

    def test_a_new_pack_passes_and_holds_every_meaning_to_be_filled(self):
        pack = self.new()
        status, out, _ = self.check()
        self.assertEqual(status, 0, out)
        meanings = (ROOT / "languages/_shared/meanings.tsv").read_text("utf-8")
        ids = [line.split("\t")[0] for line in meanings.splitlines() if line.count("\t") == 2]
        self.assertGreaterEqual(len(ids), 150)
        self.assertEqual(len(ids), len(set(ids)))
        self.assertRegex(out, rf"{len(ids)} meanings: 0 read, .* {len(ids)} without a sentence")
        lines = (pack / "meanings.txt").read_text("utf-8").splitlines()
        self.assertEqual([i for i in ids if f"#{i}  " not in lines], [])

    def test_a_new_pack_spoils_nothing_that_is_there(self):
        pack = self.new()
        (pack / "words.txt").write_text("mine\n")
        status, _, err = recount("lang", "new", "xx", "Xanian", "--to", self.packs)
        self.assertEqual((status, (pack / "words.txt").read_text()), (2, "mine\n"))
        self.assertIn("already", err)
        self.assertEqual(recount("lang", "new", "../x", "X", "--to", self.packs)[0], 2)

    def test_the_rules_of_a_new_pack_read_as_soon_as_there_are_words(self):
        self.new()
        self.add("words.txt", "dua - numeral=2\nhomu - person pl\nmoro - cue=deaths verb\nvo - qualifier=at_least\n"
                 "polisa - actor=police name=police\ndiko - say\nke - that\nzanu - according\nieri - deictic shift=-P1D anchor=publication grain=day\n")
        self.add("meanings.txt", "deaths-verb 12 homu moro.\nat-least Vo 70 homu moro.\nsays-police Polisa diko ke 12 homu moro.\n"
                 "according-before Zanu polisa, 12 homu moro.\nyesterday Ieri 12 homu moro.\ntwo-word Dua homu moro.\n")
        status, out, _ = self.check()
        self.assertEqual(status, 0, out)
        self.assertIn("6 read, 0 known", out)

    def test_a_sentence_read_wrongly_fails_and_one_known_not_to_be_read_fails_once_it_is(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\n")
        self.add("meanings.txt", "deaths-verb 13 homu moro.\n? at-least Vo 70 homu.\n? deaths-perfect 12 homu moro.\n")
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        self.assertRegex(out, r"xx/meanings.txt:\d+: deaths-verb .*low is 13, not 12")
        self.assertRegex(out, r"xx/meanings.txt:\d+: deaths-perfect is read now: take the `\?` away")
        self.assertNotRegex(out, r"meanings.txt:\d+: at-least")
        self.assertIn("1 read, 1 known not to be, 1 wrong", out)

    def test_a_sentence_read_wrongly_is_shown_with_the_words_that_were_read(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\n")
        self.add("meanings.txt", "deaths-verb Ba du. // Ola 13 homu moro bli.\ndeaths-shot Fulo.\n")
        _, out, _ = self.check()
        self.assertRegex(out, r"deaths-verb \(12 people died\): .*\n    in: Ba du. // Ola 13 homu moro bli.\n    read: figure '13 homu moro' .*low=13")
        self.assertIn("\n    in: Fulo.\n    read: nothing of the kind\n", out)

    def test_all_values_of_a_gloss_are_compared(self):
        self.new()
        self.add("words.txt", "homu - person sg\nin - prep\nan - timeunit=year ; unit=year reason=duration\nmutlu - vague=10\nmoro - cue=injured verb\n")
        self.add("meanings.txt", "age-of Homu in 14 an.\nmoney $14.\nhundreds Mutlu homu moro.\n")
        _, out, _ = self.check()
        self.assertRegex(out, r"age-of .*value is 14, not 15")
        self.assertRegex(out, r"money .*low is 14, not 300")
        self.assertRegex(out, r"hundreds .*magnitude is 10, not 100")

    def test_the_glosses_say_the_numbers_that_are_expected(self):
        for line in (ROOT / "languages/_shared/meanings.tsv").read_text("utf-8").splitlines():
            if line.count("\t") == 2 and not line.startswith("#"):
                self.assertNotRegex(line.split("\t")[1], r"\b[NM]\b")

    def test_a_figure_too_many_is_wrong(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\n")
        self.add("meanings.txt", "deaths-verb 12 homu moro. 40 homu moro.\n")
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        self.assertRegex(out, r"deaths-verb .*too much: figure .*low=40")

    def test_a_line_that_is_no_meaning_is_told_with_its_place(self):
        self.new()
        for line, wrong in {"deaths-werb 12 homu.": "no meaning is called 'deaths-werb'", "deaths-verb": "has no sentence"}.items():
            (self.packs / "xx/meanings.txt").write_text(line + "\n")
            status, out, _ = self.check()
            self.assertEqual(status, 1)
            self.assertRegex(out, r"xx/meanings.txt:1: .*" + re.escape(wrong.split("'")[0]))

    def test_a_double_word_fails_with_both_lines_unless_it_is_declared(self):
        self.new()
        self.add("words.txt", "marti - month=3\nmarti - weekday=2\n")
        status, out, _ = self.check()
        number = len((self.packs / "xx/words.txt").read_text("utf-8").splitlines())
        self.assertEqual(status, 1)
        self.assertIn(f"xx/words.txt:{number}: 'marti' is <weekday> here and <month> at xx/words.txt:{number - 1};", out)
        words = self.packs / "xx/words.txt"
        words.write_text(words.read_text("utf-8").replace("weekday=2\n", "weekday=2 also month\n"), "utf-8")
        self.assertEqual(self.check()[0], 0)

    def test_one_reading_on_two_lines_fails(self):
        self.new()
        self.add("words.txt", "homu - person pl\nhomu - person pl\n")
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        self.assertRegex(out, r"'homu' has the same reading as at xx/words.txt:\d+; take one away")

    def test_terms_and_forms_of_paradigms_are_compared_too(self):
        self.new()
        self.add("paradigms.txt", "v - :inf o:past\n")
        self.add("words.txt", "mor v cue=deaths verb\nmoro - person sg\nvo_dua - qualifier=at_least\nvo_dua - say\n")
        _, out, _ = self.check()
        self.assertRegex(out, "'moro' is <person> here and <cue>")
        self.assertRegex(out, "'vo dua' is <say> here and <qualifier>")

    def test_slips_of_the_pen_fail_with_line_column_and_what_was_meant(self):
        self.new()
        line = len((self.packs / "xx/words.txt").read_text("utf-8").splitlines())
        self.add("words.txt", "moro - cues=deaths\nmuro - cue=killed\nmiro - cue part\nbiso - actor=bishop\nnoro - det ; event=fires noun\n"
                 "soro - unit=thing reason=things\nmero - cue=deaths verbo\nélo - deti\n")
        rule = len((self.packs / "xx/frames.rules").read_text("utf-8").splitlines())
        self.add("frames.rules", "figure f-a\n  @<cua verb>\nfigure f-b\n  {figur: <quantity>} <cue=deths>\nfigurs f-c event=fires\n  @<det>\n")
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        for number, (column, what) in enumerate([
                (8, "no rule asks for words of class 'cues' (did you mean 'cue'?)"), (8, "there is no cue=killed; there are deaths, injured, "),
                (8, "'cue' wants a value: cue=deaths, "), (8, "there is no actor=bishop; there are government, "),
                (14, "there is no event=fires (did you mean 'fire'?)"), (19, "there is no reason=things (did you mean 'thing'?)"),
                (19, "warning: nothing asks for 'verbo' of class 'cue' (did you mean 'verb'?)"),
                (7, "no rule asks for words of class 'deti' (did you mean 'det'?)")]):
            self.assertIn(f"xx/words.txt:{line + number + 1}:{column}: {what}", out)
        for number, column, what in [
                (2, 5, "no word is of class 'cua' (did you mean 'cue'?)"), (4, 4, "nothing is captured as 'figur' (did you mean 'figure'?)"),
                (4, 24, "there is no cue=deths (did you mean 'deaths'?)"), (4, 3, "the pattern has no @"),
                (5, 1, "no kind of rule is called 'figurs' (did you mean 'figure'?)"), (5, 12, "there is no event=fires")]:
            self.assertIn(f"xx/frames.rules:{rule + number}:{column}: {what}", out)

    def test_a_counter_example_must_not_match_though_another_rule_takes_its_words(self):
        self.new()
        self.add("mentions.rules", "quantity mine rank=9\n  {it: {n: @<number>}}\n  ! 12 %\n  ! homu\n")
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        self.assertRegex(out, r"xx/mentions.rules:\d+: xx/mine: matches '12' and mustn't")
        self.assertIn("1 fail;", out)

    def test_a_blank_in_a_term_is_told(self):
        self.new()
        self.add("words.txt", "por fin - adv\n")
        status, _, err = self.check()
        self.assertNotEqual(status, 0)
        self.assertIn("a blank inside of a term is written _: por_fin", err)

    def test_joiners_that_join_nothing_are_told(self):
        pack = self.new()
        toml = pack / "pack.toml"
        toml.write_text(toml.read_text("utf-8").replace("number_joiners = []", 'number_joiners = ["y"]'), "utf-8")
        self.add("words.txt", "trenta - numeral=30\ndua - numeral=2\nhomu - person pl\nmoro - cue=deaths verb\n")
        status, out, _ = self.check()
        self.assertEqual(status, 0)
        self.assertIn("xx/pack.toml: warning: number_joiners join nothing", out)
        words = pack / "words.txt"
        words.write_text(words.read_text("utf-8").replace("numeral=2\nhomu", "numeral=2 joined=10\nhomu"), "utf-8")
        self.assertNotIn("warning", self.check()[1])
        self.assertIn("low=32", recount("lang", "try", "xx", "trenta y dua homu moro.", "--languages", self.packs)[1])

    def test_coverage_tells_what_is_there_and_what_lacks(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb past\nblinka - wibble\npolisa - actor=police name=police\n")
        self.add("meanings.txt", "deaths-verb 12 homu moro.\n")
        status, out, _ = self.check("--coverage")
        self.assertEqual(status, 0)
        self.assertEqual(recount("lang", "check", "--coverage", "xx", "--languages", self.packs)[1], out)
        self.assertRegex(out, r"how the number is told: 1 of \d+; ")
        self.assertIn("deaths-perfect (no sentence)", out)
        self.assertRegex(out, r"lacks: .*\baux\b")
        self.assertRegex(out, r"nothing asks for words of: wibble\n")
        self.assertRegex(out, r"deaths: verb 1; lacks noun part take toll weak; forms past")
        self.assertRegex(out, r"lacks: .*\bhospital\b")
        self.assertRegex(out, r"xx/frames.rules:\d+ xx/verb")

    def test_coverage_and_use_of_pages(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\n")
        page = self.packs / "news.jsonl"
        pages = [{"id": str(i), "language": "xx", "outlet": f"Velt {i % 2}", "text": "12 homu moro. 30 fulo zanibu."} for i in range(4)]
        page.write_text("\n".join(map(json.dumps, pages)) + "\n")
        _, out, _ = self.check("--coverage", page)
        self.assertRegex(out, r"xx on 4 pages: 4 figures")
        self.assertRegex(out, r"zanibu 4")
        _, out, _ = self.check("--use", page)
        self.assertRegex(out, r"xx: 4 documents; \d+ rules took part in fewer than 3 documents or 2 outlets")
        self.assertNotRegex(out, r"xx/verb ")
        self.assertRegex(out, r"xx/taken  0 times, 0 documents, 0 outlets  \(xx/frames.rules:\d+\)")
        self.assertRegex(self.check("--use", page, "--all")[1], r"xx/verb  4 times, 4 documents, 2 outlets")

    def test_try_shows_why_a_rule_does_not_match(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\nmorti - cue=deaths part\nbut - stop\n")
        _, out, _ = recount("lang", "try", "xx", "12 homu but morti.", "--languages", self.packs)
        self.assertRegex(out, r"xx/predicate  \(xx/frames.rules:\d+, pattern 1\)  matched \d: '12.*', lacks 2\n +<aux> isn't at .*'but' <stop>; the gap meets <stop> 'but'")
        self.assertRegex(out, r"'12' statistic: people stand behind it, but no rule says what happened")
        _, out, _ = recount("lang", "try", "xx", "12 homu but fulo moro.", "--languages", self.packs)
        self.assertRegex(out, r"xx/verb .* lacks 1\n +<cue verb> isn't at .*'but' <stop>; the gap meets <stop> 'but'")
        self.assertIn("without a reading before 'moro' <cue>: 'fulo'", out)
        _, out, _ = recount("lang", "try", "xx", "12 homu " + "a " * 25 + "moro.", "--languages", self.packs)
        self.assertRegex(out, r"xx/verb .* lacks 1\n +<cue verb> isn't at .*; the gap before it goes no farther")

    def test_try_asks_of_each_number_without_figure_though_the_rule_matched_elsewhere(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\nbut - stop\n")
        _, out, _ = recount("lang", "try", "xx", "4 homu moro but 12 homu.", "--languages", self.packs)
        near = out[out.index("rules that nearly match"):]
        self.assertRegex(near, r"\n  '12'\n(.*\n)*  xx/verb .* matched 1: '12 homu', lacks 1\n")
        self.assertNotIn("'4", near)
        _, out, _ = recount("lang", "try", "xx", "4 homu moro.", "--languages", self.packs)
        self.assertRegex(out, r"rules that nearly match.*\n  nothing lacks: .*\n$")
        _, out, _ = recount("lang", "try", "xx", "homu fulo.", "--languages", self.packs)
        self.assertRegex(out, r"rules that nearly match.*\n  no number was found: .*\n$")

    def test_try_shows_a_rule_that_fails_right_before_the_number(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmato - cue=deaths take\nfin - stop\n")
        _, out, _ = recount("lang", "try", "xx", "Mato fin 12 homu.", "--languages", self.packs)
        self.assertRegex(out, r"xx/taken .* matched 1: 'Mato', lacks 1\n +<quantity count> isn't at 'fin' <stop>\n")

    def test_an_unknown_pack_is_told_where_others_may_be(self):
        status, _, err = recount("lang", "try", "zz", "12 homu.")
        self.assertEqual(status, 2)
        self.assertIn("no language pack 'zz'; `recount --version` lists those there are, `--languages DIR` names a folder with others", err)

    def test_try_shows_one_rule_in_full(self):
        self.new()
        self.add("words.txt", "homu - person pl\nmoro - cue=deaths verb\n")
        _, out, _ = recount("lang", "try", "xx", "12 homu moro.", "--rule", "verb", "--languages", self.packs)
        self.assertIn("pattern 1: matches", out)
        self.assertIn("gave a claim: '12 homu moro'", out)
        _, out, _ = recount("lang", "try", "xx", "12 homu moro.", "--rule", "toll", "--languages", self.packs)
        self.assertIn("its anchor <cue toll> doesn't stand in the sentence", out)
        status, _, err = recount("lang", "try", "xx", "12 homu moro.", "--rule", "nonsense", "--languages", self.packs)
        self.assertEqual(status, 2)
        self.assertIn("no rule of xx is called 'nonsense'", err)

    def test_all_packs_have_most_meanings_and_say_openly_which_not(self):
        _, out, _ = recount("lang", "check")
        counts = re.findall(r"^(\w+): (\d+) meanings: (\d+) read, (\d+) known not to be, (\d+) wrong, (\d+) without", out, re.M)
        self.assertEqual([c[0] for c in counts], ["en", "fr", "ru"])
        for code, total, read, known, wrong, without in counts:
            self.assertEqual((wrong, without), ("0", "0"), code)
            self.assertGreaterEqual(int(read), 140, code)
        self.assertNotIn("no example", out)

    def test_the_page_for_linguists_tells_of_every_class_that_the_program_lists(self):
        page = (ROOT / "languages/README.md").read_text("utf-8")
        for line in (ROOT / "languages/_shared/classes.tsv").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                self.assertIn(f"`{line.split(chr(9))[0]}`", page)


if __name__ == "__main__":
    unittest.main()
