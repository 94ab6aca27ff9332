"""Runs recount, once a batch of documents, and hands over its records."""
import gzip
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"


class NotThere(Exception):
    """A set of development data isn't there: its rows say `not run`."""


def json_lines(path):
    """Lines of a .jsonl or .jsonl.gz under shared/data. Raises NotThere."""
    file = DATA / path
    if not file.exists():
        raise NotThere(f"{path} isn't there")
    opened = gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else open(file, encoding="utf-8")
    with opened:
        return [json.loads(line) for line in opened]


class Tool:
    def __init__(self, recount):
        self.recount = str(recount)
        listed = subprocess.run([self.recount, "--version"], capture_output=True, text=True, check=True).stdout
        self.version = listed

    def read(self, documents, fields=None):
        """Records by id. A document: {id, text | html, language?, published?, title?, url?}; ids must differ. Offsets of
        `text` are kept. A document that is skipped has the record {"skipped": …}."""
        command = [self.recount, "read", "-"] + (["--fields", ",".join({"document.id", "skipped", *fields})] if fields else [])
        lines = "".join(json.dumps(one) + "\n" for one in documents)
        done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
        records = {}
        for one, line in zip(documents, done.stdout.splitlines(), strict=True):
            record = json.loads(line)
            if record.get("document") is not None and record["document"]["id"] != one["id"]:
                raise SystemExit(f"recount read answers {record['document']['id']} for {one['id']}")
            records[one["id"]] = record
        return records

    def ledger(self, documents):
        """Lines of `ledger --format jsonl` of a dossier of these documents."""
        with tempfile.TemporaryDirectory() as folder:
            pages, dossier = pathlib.Path(folder) / "pages.jsonl", pathlib.Path(folder) / "a.dossier"
            pages.write_text("".join(json.dumps(one) + "\n" for one in documents), "utf-8")
            added = subprocess.run([self.recount, "add", str(dossier), str(pages)], capture_output=True, text=True)
            if added.returncode not in (0, 1):
                raise SystemExit(f"recount add: {added.stderr}")
            done = subprocess.run([self.recount, "ledger", str(dossier), "--format", "jsonl", "--private-names"], capture_output=True, text=True)
            return [json.loads(line) for line in done.stdout.splitlines()]
