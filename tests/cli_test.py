"""The program from end to end: cli_test.py RECOUNT. Pages are the invented ones of stories/."""
import csv
import io
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = sorted(path for path in (ROOT / "stories").glob("*/pages/*") if path.is_file())
COMMANDS = ["read", "add", "ledger", "claims", "left-out", "furniture", "explain", "lang check", "lang try", "lang new", "help"]
RECOUNT = "recount"


def recount(*arguments, stdin=None):
    done = subprocess.run([RECOUNT, *map(str, arguments)], input=stdin, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="recount_cli_"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.dossier = self.folder / "a.dossier"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def add(self, *paths):
        status, out, err = recount("add", self.dossier, *paths)
        self.assertIn(status, (0, 1), err)
        return out

    def report(self, command, *arguments):
        status, out, err = recount(command, self.dossier, *arguments)
        self.assertEqual(status, 0, err)
        return out


class Commands(Case):
    def test_help_of_every_command_teaches(self):
        for command in ["", *COMMANDS]:
            status, out, err = recount(*command.split(), "--help")
            self.assertEqual((status, err), (0, ""), command)
            self.assertIn(f"Usage: recount {command}".strip(), out)
            self.assertIn("recount " + command, out.split("Example")[-1], command)

    def test_version_names_the_packs(self):
        status, out, _ = recount("--version")
        self.assertEqual(status, 0)
        self.assertRegex(out, r"^recount \d+\.\d+\.\d+")

    def test_wrong_commands_are_two_and_say_what_to_do(self):
        rows = [[], ["bogus"], ["read"], ["read", "--threads", "0", "x"], ["ledger"], ["ledger", self.dossier],
                ["explain", self.dossier, "c-1"], ["explain", "c-1"], ["explain", self.dossier], ["claims", self.dossier, "--measure", "bogus"],
                ["read", "--fields", "bogus", "x"], ["ledger", self.dossier, "--format", "xml"],
                ["lang", "try", "en", "Two died.", "--date", "2000-02-30"], ["lang", "try", "en", "Two died.", "--date", "May"],
                ["add", "", "x.txt"], ["add", self.folder, "x.txt"], ["add", self.folder / "x.txt", "y"], ["ledger", self.folder],
                ["help", "bogus"], ["lang", "bogus"], ["explain", self.dossier, "c-1", "--format", "csv"]]
        for row in rows:
            status, out, err = recount(*row)
            self.assertEqual((status, out), (2, ""), row)
            self.assertRegex(err, r"^recount: .+[;(].+", row)

    def test_help_is_a_command_too(self):
        for command in ["", *COMMANDS]:
            self.assertEqual(recount("help", *command.split()), recount(*command.split(), "--help"), command)

    def test_a_misspelt_command_suggests_the_nearest(self):
        for given, meant in {"legder": "ledger", "leftout": "left-out", "lang chek": "check", "help lang tri": "try", "expl": "explain"}.items():
            status, out, err = recount(*given.split(), "x")
            self.assertEqual((status, out), (2, ""), given)
            self.assertIn(f"did you mean '{meant}'?", err)

    def test_a_misspelt_option_suggests_the_nearest(self):
        for given, meant in {"read --lanugage=fr x": "--language", "ledger x --formt csv": "--format", "lang check --al": "--all", "--versoin": "--version"}.items():
            status, out, err = recount(*given.split())
            self.assertEqual((status, out), (2, ""), given)
            self.assertIn(f"did you mean '{meant}'?", err)

    def test_formats_of_pages_stand_in_the_help(self):
        for command in ("add", "read"):
            out = recount(command, "--help")[1]
            for words in [".html", ".txt", ".jsonl", ".gz", '"language"', '"published"', '"text"', '"html"']:
                self.assertIn(words, out, command)


class Reading(Case):
    def bad_and_good(self):
        shutil.copy(PAGES[0], self.folder / "good-1.html")
        self.write("good-2.html", '<html lang="en"><p>Five people were hurt in the square on Friday, the police said.</p><p>Nothing else is known.</p></html>')
        self.write("broken.jsonl", '{"id": "1", "language": "en", "text": "Two people were hurt."}\n{"id": "2", "te\n')
        self.write("empty.html", "")
        self.write("binary.html", bytes(range(256)) * 64)
        self.write("huge.html", b"<p>" + b"x" * (50 << 20))
        return self.folder

    def test_bad_files_are_named_and_the_rest_is_read(self):
        status, out, err = recount("read", self.bad_and_good(), "--no-text")
        self.assertEqual(status, 1)
        self.assertEqual(len(out.splitlines()), 3, err)
        for name in ["broken.jsonl:2", "empty.html", "binary.html", "huge.html"]:
            lines = [line for line in err.splitlines() if name + ": " in line]
            self.assertEqual(len(lines), 1, name)
            self.assertRegex(lines[0], r"^recount: .+: .+[;(].+")

    def test_a_mistyped_path_is_told_and_no_dossier_keeps_it(self):
        good = self.write("good.txt", "Two died.")
        status, out, err = recount("add", self.dossier, "--language", "en", good, self.folder / "gone.txt")
        self.assertEqual((status, out), (1, "1 read, 0 unchanged, 1 skipped\n"))
        self.assertIn("gone.txt: doesn't exist; check the path", err)
        self.assertNotIn("gone.txt", self.report("ledger"))

    def test_no_dossier_is_made_of_mistyped_paths_alone(self):
        status, out, err = recount("add", self.dossier, self.folder / "gone.txt", self.folder / "none")
        self.assertEqual((status, out), (2, ""))
        self.assertEqual(err.count("doesn't exist; check the path"), 2)
        self.assertFalse(self.dossier.exists())

    def test_a_reason_is_given_as_the_table_has_it(self):
        self.add(self.write("clock.txt", "Two died at 14:30 on 3 May."), "--language", "en")
        by_name, by_words = (self.report("left-out", "--reason", reason) for reason in ("time", "time of day"))
        self.assertIn("14:30", by_name)
        self.assertEqual(by_name, by_words)

    def test_the_same_into_a_dossier(self):
        self.assertIn("3 read", self.add(self.bad_and_good()))
        self.assertIn("huge.html", self.report("ledger"))

    def test_from_stdin_a_skipped_record_is_a_line(self):
        status, out, err = recount("read", "-", stdin='{"id": "1", "text": "Two people were hurt."}\nnot json\n{"id": "3", "text": "x y"}\n')
        self.assertEqual(status, 0, err)
        lines = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([line["document"] and line["document"]["id"] for line in lines], ["1", None, "3"])
        self.assertEqual(lines[1]["skipped"][0]["source"], "-:2")

    def test_fields_and_text_can_be_left_out(self):
        _, out, _ = recount("read", PAGES[0], "--fields", "document.id,document.language")
        self.assertEqual(set(json.loads(out.splitlines()[0])), {"document"})
        self.assertEqual(set(json.loads(out.splitlines()[0])["document"]), {"id", "language"})
        _, out, _ = recount("read", PAGES[0], "--no-text")
        self.assertIsNone(json.loads(out.splitlines()[0])["document"]["text"])

    def test_unknown_fields_are_refused_with_what_there_is(self):
        rows = {"document.titel": "did you mean 'title'?", "claims.figure.bogus": "low", "mentions.places.bogus": "country",
                "document.id.bogus": "nothing inside", "claims.bogus": "person", "bogus": "left_out"}
        for field, words in rows.items():
            status, out, err = recount("read", PAGES[0], "--fields", f"document.id,{field}")
            self.assertEqual((status, out), (2, ""), field)
            self.assertIn(words, err)
        for field in ["claims.claimant.via.verbatim", "claims.value.low", "calls.to.verbatim", "producer.packs.en", "document.published.value"]:
            self.assertEqual(recount("read", PAGES[0], "--fields", field)[0], 0, field)

    def test_what_is_not_the_article_supports_no_claim(self):
        shell = self.write("shell.html", "<html lang=en><title>Twelve die in Velt</title><h1>Twelve die in Velt</h1>"
                                         "<div id=app></div><script>load()</script>")
        wall = self.write("wall.html", "<html lang=en><title>Just a moment...</title><h1>Just a moment...</h1>"
                                       "<p>Twelve people died while they waited.</p>")
        for page, why in ((shell, "an empty shell"), (wall, "a captcha")):
            status, out, err = recount("read", page)
            self.assertEqual((status, json.loads(out)["claims"]), (1, []))
            self.assertRegex(err, f"{page.name}: not read: {why}, .+; save the page")

    def test_a_page_without_a_language_is_skipped_everywhere(self):
        self.write("a.txt", "Two.\n")
        shutil.copy(PAGES[0], self.folder / "b.html")
        status, out, err = recount("add", self.dossier, self.folder / "a.txt", self.folder / "b.html")
        self.assertEqual((status, out), (1, "1 read, 0 unchanged, 1 skipped\n"), err)
        self.assertRegex(err, r"a\.txt: not read: its language isn't known; .*language")
        report = self.report("ledger")
        self.assertRegex(report, r"1 page read \(.. 1\), 1 skipped")
        self.assertRegex(" ".join(report.split()), r"SKIPPED \S+/a\.txt: not read: its language isn't known; ")
        self.assertRegex(report, r"a +NOT READ, ")

    def test_a_language_can_be_said_for_pages_that_show_none(self):
        page = self.write("a.txt", "Ten people died.\n")
        french = self.write("b.jsonl", '{"language": "fr", "text": "Dix morts."}')
        self.add(page)
        status, out, err = recount("add", self.dossier, page, french, "--language", "en")
        self.assertEqual((status, out), (0, "2 read, 0 unchanged, 0 skipped\n"), err)
        self.assertRegex(self.report("ledger"), r"2 pages read \(en 1, fr 1\), 0 skipped")
        self.assertEqual(recount("add", self.dossier, page, "--language", "en")[1], "0 read, 1 unchanged, 0 skipped\n")
        status, out, err = recount("read", page, "--language", "en")
        self.assertEqual((status, json.loads(out)["document"]["language"], err), (0, "en", ""))
        self.assertEqual(json.loads(out)["claims"][0]["figure"]["low"], 10)
        status, out, err = recount("read", page, "--language", "xx")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("there is no pack 'xx'; there are: en", err)

    def test_order_is_that_of_the_input_with_any_number_of_threads(self):
        texts = [{"id": str(i), "text": f"{i} people were hurt. " * (1 + i * 7919 % 97)} for i in range(300)]
        lines = "".join(json.dumps(one) + "\n" for one in texts)
        one = recount("read", "-", "--threads", "1", stdin=lines)
        self.assertEqual(one, recount("read", "-", "--threads", "5", stdin=lines))
        ids = [json.loads(line)["document"]["id"] for line in one[1].splitlines()]
        self.assertEqual(ids, [str(i) for i in range(300)])

    def test_a_closed_output_ends_quietly(self):
        command = f"'{RECOUNT}' read {' '.join(map(str, PAGES))} {' '.join(map(str, PAGES))} | head -c 1"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertNotIn(b"standard output", done.stderr)


class Dossiers(Case):
    def test_any_order_and_any_threads_give_the_same_bytes(self):
        reports = [["ledger"], ["ledger", "--format", "jsonl"], ["ledger", "--format", "csv"], ["claims", "--format", "jsonl"], ["left-out"]]
        results = []
        for seed, threads in [(0, 1), (1, 2), (2, 1), (3, 2)]:
            self.dossier.unlink(missing_ok=True)
            pages = list(PAGES)
            random.Random(seed).shuffle(pages)
            for part in (pages[: seed * 3], pages[seed * 3 :]):
                if part:
                    self.add(*part, "--threads", threads)
            results.append([self.report(*report) for report in reports])
        for other in results[1:]:
            self.assertEqual(results[0], other)

    def test_only_what_is_new_or_changed_is_read(self):
        page = self.write("a.jsonl", '{"language": "en", "text": "Two people were hurt."}')
        self.assertEqual(self.add(self.folder / "a.jsonl"), "1 read, 0 unchanged, 0 skipped\n")
        self.assertEqual(self.add(page), "0 read, 1 unchanged, 0 skipped\n")
        self.write("a.jsonl", '{"language": "en", "text": "Three people were hurt."}')
        self.assertEqual(self.add(page), "1 read, 0 unchanged, 0 skipped\n")

    def test_what_is_said_of_a_text_tells_it_from_others(self):
        text = "Ten people were hurt in Velt on Monday, police said."
        same = {"url": "https://velt.example/a", "language": "en", "text": text}
        given = [{"outlet": "Velt Post"}, {"published": "2020-03-02"}, {"title": "Ten hurt"}, {}]
        for i, one in enumerate(given):
            self.write(f"in/{i}.jsonl", json.dumps(same | one))
        self.write("in/d.txt", text)
        self.write("in/e.html", text)
        self.write("in/f.jsonl", json.dumps({"text": text}))
        self.write("in/g.jsonl", json.dumps({"html": text}))
        self.assert_any_order_is_one([(self.folder / "in", f"{len(given) + 4} read, 0 unchanged, 0 skipped\n")])

    def test_of_captures_with_one_given_id_the_later_is_kept(self):
        same = {"id": "7", "url": "https://velt.example/a", "language": "en"}
        lines = [same | {"text": f"{n} people were hurt.", **more} for n, more in [(2, {}), (3, {}), (4, {})]]
        self.write("in/a.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        self.write("in/b.jsonl", json.dumps({"id": "8", "language": "en", "text": "Five people were hurt."}))
        self.write("in/c.jsonl", json.dumps({"id": "8", "language": "en", "text": "Six people were hurt."}))
        status, out, err = recount("add", self.dossier, self.folder / "in")
        self.assertEqual((status, out), (1, "4 read, 0 unchanged, 3 skipped\n"))
        self.assertRegex(err, r"a\.jsonl:2: its id '7' is that of a later capture, \S+/a\.jsonl:3")
        self.assert_any_order_is_one([(self.folder / "in", None)])
        self.assertEqual(self.low_figures(), [4, 5])
        report = " ".join(self.report("ledger").split())
        self.assertRegex(report, r"a\.jsonl:2: its id '7' is that of a later capture, which is read")
        self.assertRegex(report, r"c\.jsonl:1: its id '8' is that of another page, which is kept")
        earlier = json.dumps(same | {"text": "9 people were hurt.", "retrieved_at": "2020-03-02T00:00:00Z"})
        self.add(self.write("0.jsonl", earlier))
        self.assertEqual(self.low_figures(), [5, 9])

    def test_an_id_given_to_three_pages_is_kept_by_one_whatever_the_order(self):
        lines = [{"url": "https://velt.example/a"}, {"url": "https://velt.example/b"},
                 {"url": "https://velt.example/a", "retrieved_at": "2020-03-02T00:00:00Z"}, {}, {}]
        for i, more in enumerate(lines):
            self.write(f"in/{i}.jsonl", json.dumps({"id": "7", "language": "en", "text": f"{i + 3} people were hurt."} | more))
        self.assert_any_order_is_one([(self.folder / "in", None)])
        self.assertEqual(self.low_figures(), [5])

    def test_a_language_that_was_said_is_remembered(self):
        page = self.write("a.txt", "9 hurt.\n")
        self.assertIn("language isn't known", recount("add", self.dossier, page)[2])
        recount("add", self.dossier, page, "--language", "en")
        self.assertEqual(self.low_figures(), [9])
        recount("add", self.dossier, page)
        self.assertEqual(self.low_figures(), [9])
        self.assertEqual(self.add(page), "0 read, 1 unchanged, 0 skipped\n")

    def low_figures(self):
        return sorted(json.loads(line)["low"] for line in self.report("claims", "--format", "jsonl").splitlines())

    def assert_any_order_is_one(self, adds):
        """Files of each folder in order, backwards one by one, and again: one ledger, nothing read twice."""
        results = []
        for backwards in (False, True):
            self.dossier.unlink(missing_ok=True)
            for folder, expected in adds:
                if backwards:
                    for path in sorted(folder.iterdir(), reverse=True):
                        self.add(path, "--language", "en")
                elif expected:
                    self.assertEqual(self.add(folder, "--language", "en"), expected)
                self.add(folder, "--language", "en")
                self.assertTrue(self.add(folder, "--language", "en").startswith("0 read, "))
            results.append([self.report("ledger"), self.report("ledger", "--format", "jsonl"), self.report("claims", "--format", "jsonl")])
        self.assertEqual(*results)

    def test_identical_pages_are_told_by_the_first_name(self):
        for name in ["b.txt", "a.txt"]:
            self.add(self.write(name, "Two.\n"))
        report = self.report("ledger")
        self.assertIn("/a.txt: not read: ", report)
        self.assertNotIn("/b.txt", report)

    def test_a_given_date_that_cannot_be_read_is_told_and_none_taken_in_its_place(self):
        record = {"url": "https://velt.example/2020/03/05/a", "language": "en", "text": "Ten people were hurt."}
        page = self.write("a.jsonl", json.dumps(record | {"published": "some day in March"}))
        status, out, err = recount("add", self.dossier, page)
        self.assertEqual((status, out), (1, "1 read, 0 unchanged, 0 skipped\n"))
        self.assertRegex(err, r'a\.jsonl:1: its given date "some day in March" can.t be read, .*2021-07-13')
        self.assertEqual(recount("add", self.dossier, page), (0, "0 read, 1 unchanged, 0 skipped\n", ""))
        report = self.report("ledger")
        self.assertRegex(report, r"1 page read \(en 1\), 0 skipped")
        self.assertIn("its given date", report)
        self.assertNotIn("NOT READ", report)
        found = json.loads(recount("read", page)[1])
        self.assertIsNone(found["document"]["published"])
        self.assertIn("its given date", found["skipped"][0]["reason"])
        self.assertEqual(found["skipped"][0]["kind"], "date")
        found = json.loads(recount("read", "-", stdin=json.dumps(record))[1])
        self.assertEqual(found["document"]["published"]["value"], "2020-03-05")

    def test_unknown_members_are_named_once(self):
        line = json.dumps({"lang": "en", "site_name": "Velt Post", "language": "en", "text": "Ten people were hurt."})
        for command in (["add", self.dossier], ["read"]):
            status, _, err = recount(*command, "-", stdin=f"{line}\n{line}\n")
            self.assertEqual((status, len(err.splitlines())), (0, 1), err)
            self.assertIn("'lang' (did you mean 'language'?), 'site_name'; those read are id, ", err)

    def test_a_damaged_dossier_says_so(self):
        for size in (-1, 99999999999):
            self.add(*PAGES[:1])
            with sqlite3.connect(self.dossier) as database:
                database.execute("UPDATE documents SET size = ?", [size])
            database.close()
            status, out, err = recount("ledger", self.dossier)
            self.assertEqual((status, out), (3, ""), err)
            self.assertIn("is damaged", err)
            self.dossier.unlink()

    def test_a_claim_is_explained_down_to_the_bytes(self):
        self.add(*PAGES)
        ids = [json.loads(line)["id"] for line in self.report("claims", "--format", "jsonl").splitlines()]
        if not ids:
            self.skipTest("not run: no claims are read yet")
        for claim in random.Random(7).sample(ids, min(10, len(ids))):
            status, out, err = recount("explain", self.dossier, claim)
            self.assertEqual(status, 0, out + err)
            self.assertIn("these bytes of the page are the claim's words", out)
            found = json.loads(recount("explain", self.dossier, claim, "--format", "jsonl")[1])
            body = pathlib.Path(found["source"].split(":")[0]).read_bytes()
            for piece in found["bytes"] if not found["source"].count(":") else []:
                if piece["way"] == "as it stands":
                    self.assertIn(piece["text"].strip(), body[piece["page_begin"] : piece["page_end"]].decode())

    def test_pages_of_any_encoding_are_explained_down_to_the_bytes(self):
        words = "Полиция сообщила: в порту погибли 7\x01человек, ещё 12 ранены во вторник."
        page = f"<html lang='ru'><body><p>{words}</p></body></html>"
        for encoding in ("utf-8", "utf-16", "koi8-r", "windows-1251"):
            with self.subTest(encoding), tempfile.TemporaryDirectory() as folder:
                path, dossier = pathlib.Path(folder, "page.html"), pathlib.Path(folder, "dossier")
                path.write_bytes(page.encode(encoding))
                self.assertEqual(0, recount("add", dossier, path)[0])
                ids = [json.loads(line)["id"] for line in recount("claims", dossier, "--format", "jsonl")[1].splitlines()]
                self.assertEqual(2, len(ids))
                for claim in ids:
                    self.assertIn("these bytes of the page are the claim's words", recount("explain", dossier, claim)[1])

    def test_several_claims_are_explained_and_ids_come_from_stdin(self):
        self.add(*PAGES)
        ids = [json.loads(line)["id"] for line in self.report("claims", "--format", "jsonl").splitlines()][:3]
        given = recount("explain", self.dossier, *ids)
        self.assertEqual(given[0], 0, given[2])
        self.assertEqual(given, recount("explain", self.dossier, "-", stdin="\n".join(ids) + "\n"))
        status, out, err = recount("explain", self.dossier, ids[0], "c-bogus", ids[1], "--format", "jsonl")
        self.assertEqual((status, len(out.splitlines())), (2, 2))
        self.assertIn("has no claim 'c-bogus'", err)

    def test_an_event_is_explained_as_the_ledger_has_it(self):
        self.add(*PAGES)
        events = [json.loads(line) for line in self.report("ledger", "--format", "jsonl").splitlines()]
        event = next(one["event"] for one in events if one.get("lines"))
        status, out, err = recount("explain", self.dossier, event)
        self.assertEqual((status, err), (0, ""))
        self.assertIn(event, out)
        self.assertIn("origins ", out)
        self.assertIn(" ".join(out.split()), " ".join(self.report("ledger").split()))
        line = json.loads(recount("explain", self.dossier, event, "--format", "jsonl")[1])
        self.assertEqual(line["event"], event)
        shown = recount("explain", self.dossier, event, "--private-names")[1]
        self.assertIn(" ".join(shown.split()), " ".join(self.report("ledger", "--private-names").split()))
        status, out, err = recount("explain", self.dossier, "e-bogus")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("has no event 'e-bogus'", err)

    def test_an_unknown_document_is_refused_with_what_there_is(self):
        self.add(*PAGES)
        name = PAGES[0].stem
        for command in ("claims", "left-out"):
            self.report(command, "--document", name)
            status, out, err = recount(command, self.dossier, "--document", name + "x")
            self.assertEqual((status, out), (2, ""))
            self.assertIn(f"did you mean '{name}'?", err)

    def test_furniture_of_a_dossier_is_none_of_a_new_page(self):
        foot = "In another town 14 miners were killed last winter, and nobody has been charged since then."
        def page(number):
            return (f"Fire number {number} in the harbour\n\nA fire broke out in shed {number} on Monday morning, and {number} "
                    f"people were injured, the police said.\n\nWork in shed {number} stands still.\n\n{foot}\n")
        self.add(*(self.write(f"{number}.txt", page(number)) for number in (31, 42, 53)))
        listed = self.report("furniture", "--format", "jsonl")
        self.assertIn(foot, [json.loads(line)["verbatim"] for line in listed.splitlines()])
        self.assertIn("14 miners", self.report("furniture"))
        given, new = self.write("furniture.jsonl", listed), self.write("new.txt", page(64))
        def read(*more):
            record = json.loads(recount("read", new, *more)[1])
            return [claim["figure"]["verbatim"] for claim in record["claims"] if claim["kind"] == "figure"], record
        self.assertIn("14", read()[0])
        figures, record = read("--furniture", given)
        self.assertEqual(figures, ["64"])
        self.assertEqual(record["document"]["blocks"][-1]["kind"], "teaser")
        self.assertEqual(len(record["document"]["leads"] if "leads" in record["document"] else record["leads"]), 1)
        status, _, err = recount("read", new, "--furniture", self.write("bad.jsonl", '{"key": 1}\n'))
        self.assertEqual(status, 2)
        self.assertRegex(err, r"bad\.jsonl:1: .+; make the file with")

    def test_csv_is_in_the_order_of_reading(self):
        self.add(*PAGES)
        page = ["page", "outlet", "url", "published"]
        rows = {"ledger": ["event", "event_kind", "event_place", "event_day", *page, "measure", "words", "low", "high"],
                "claims": [*page, "kind", "what", "words", "low", "high"], "left-out": [*page, "words", "reason", "around"]}
        for command, names in rows.items():
            table = list(csv.DictReader(io.StringIO(self.report(command, "--format", "csv"))))
            self.assertEqual(list(table[0])[: len(names)], names)
            self.assertTrue(all(None not in row and None not in row.values() for row in table), command)
        self.assertEqual([*table[0]][-1], "document")

    def test_reports_have_no_internal_days_and_ids(self):
        self.add(*PAGES)
        for report in ("ledger", "claims", "left-out"):
            out = self.report(report)
            self.assertNotRegex(out, r"XX-|-WXX|\bd-[0-9a-f]{16}", report)
        self.assertNotRegex(self.report("ledger"), r"part of +e-|\b1 (places|numbers|names|days)\b")

    def test_a_damaged_dossier_is_three(self):
        self.add(*PAGES)
        whole = self.dossier.read_bytes()
        rows = {"no database": b"This is a text and no dossier. " * 40, "cut": whole[: len(whole) // 2],
                "scrambled": whole[:4096] + bytes(byte ^ 0x5A for byte in whole[4096:])}
        for name, content in rows.items():
            self.dossier.write_bytes(content)
            status, out, err = recount("ledger", self.dossier)
            self.assertEqual((status, out), (3, ""), name)
            self.assertIn("damaged", err, name)

    def test_a_locked_dossier_is_three(self):
        self.add(PAGES[0])
        holder = sqlite3.connect(self.dossier)
        holder.execute("BEGIN EXCLUSIVE")
        for command in (["ledger", self.dossier], ["add", self.dossier, PAGES[0]]):
            status, out, err = recount(*command)
            self.assertEqual((status, out), (3, ""))
            self.assertIn("locked", err)
        holder.close()

    def test_reports_show_no_control_characters(self):
        self.write("a.jsonl", json.dumps({"id": "a\x1b[2J", "title": "t\u202et", "outlet": "o\x07", "language": "en", "text": "Two people died\x1b[31m in the fire.\u202e"}))
        self.add(self.folder / "a.jsonl")
        for report in ("ledger", "claims", "left-out"):
            out = self.report(report)
            self.assertFalse(set(out) & {"\x1b", "\x07", "\u202e"}, report)


class Packs(Case):
    """A language in a folder of its own, named by --languages."""

    def pack(self, code="xx", **files):
        written = {
            "pack.toml": f'code = "{code}"\nname = "Toy"\nversion = "7"\nformat = 1\n',
            "paradigms.txt": "n - :sg s:pl\n",
            "words.txt": "tri - numeral=3\nlud n person\npadi - cue=deaths verb\n",
            "mentions.rules": "",
            "frames.rules": "figure fall\n  {figure: <quantity>} {group: <person>} {wording: @<cue=deaths>}\n  + [tri luds padi]\n",
            **{name.replace("_", "."): content for name, content in files.items()},
        }
        for name, content in written.items():
            self.write(f"packs/{code}/{name}", content)
        return self.folder / "packs"

    def test_a_folder_is_a_language(self):
        packs = self.pack()
        status, out, err = recount("lang", "check", "xx", "--languages", packs)
        self.assertEqual((status, err), (0, ""), out)
        page = self.write("a.jsonl", json.dumps({"id": "a", "language": "xx", "text": "Tri luds padi."}))
        status, out, err = recount("read", page, "--languages", packs)
        self.assertEqual((status, err), (0, ""))
        figures = [claim for claim in json.loads(out)["claims"] if claim["kind"] == "figure"]
        self.assertEqual([(claim["figure"]["low"], claim["measure"]) for claim in figures], [(3, "deaths")])
        self.assertEqual(recount("add", self.dossier, page, "--languages", packs)[0], 0)
        status, out, err = recount("ledger", self.dossier, "--languages", packs)
        self.assertEqual(status, 0, err)
        self.assertIn("xx", out)

    def test_it_replaces_the_installed_one(self):
        packs = self.pack(code="en")
        status, out, err = recount("lang", "try", "en", "tri", "--languages", packs)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("numeral=3", out)

    def test_a_broken_one_says_where_and_what_to_do(self):
        for files, where in [
            ({"words_txt": "tri - numeral=3\nlud m person\n"}, "/xx/words.txt:2:5: no paradigm 'm' in paradigms.txt; write it"),
            ({"frames_rules": "figure fall\n  {wording <cue>}\n"}, "/xx/frames.rules:2:12: a capture is {name: …}; see languages/README.md"),
            ({"pack_toml": 'code = "xx"\nversion = "1"\nformat = 9\n'}, "/xx/pack.toml:3:10: this pack is of format 9, this recount reads format 1: get"),
            ({"pack_toml": "code = \n"}, "/xx/pack.toml:1:"),
        ]:
            packs = self.pack(**files)
            for command in (["read", "-"], ["lang", "check", "xx"]):
                status, out, err = recount(*command, "--languages", packs, stdin="")
                self.assertEqual((status, out), (2, ""), files)
                self.assertIn(where, err)

    def test_a_folder_without_packs_is_named(self):
        empty = self.folder / "empty"
        empty.mkdir()
        for folder in (empty, self.folder / "none"):
            status, _, err = recount("read", "-", "--languages", folder, stdin="")
            self.assertEqual(status, 2)
            self.assertIn(str(folder), err)


if __name__ == "__main__":
    RECOUNT = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
