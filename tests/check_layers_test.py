"""Each rule of scripts/check-layers on a small tree that breaks it alone."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).parent.parent / "scripts" / "check-layers"

GOOD = {
    "src/modules.cmake": "recount_module(base base LIBS zlib)\nrecount_module(left both/left USES base)\n"
    "recount_module(right both/right USES base)\nrecount_module(both both USES base left right\n  LIBS fmt)\n",
    "ARCHITECTURE.md": "### src/base\nGround.\n### src/both/left\n\nLeft.\n### src/both/right\nRight.\n"
    "### src/both\nBoth.\n",
    "include/recount/record.h": "#include <string>\n",
    "src/base/base.h": '#include "src/base/part.h"\n',
    "src/base/part.h": "",
    "src/both/left/left.h": '#include "recount/record.h"\n#include "src/base/base.h"\n',
    "src/both/left/left_test.cc": '#include "tests/support.h"\n',
    "src/both/both.cc": '#include "src/both/left/left.h"\n#include "src/both/right/right.h"\n',
    "src/both/right/right.h": "",
    "tests/support.h": '#include "src/both/both.h"\n',
    "src/both/both.h": "",
}


def check(changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**GOOD, **changes}.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        run = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
        return run.returncode, run.stdout + run.stderr


class CheckLayers(unittest.TestCase):
    def test_good_tree(self):
        self.assertEqual(check({}), (0, "4 modules follow src/modules.cmake\n"))

    def test_bad_trees(self):
        modules = GOOD["src/modules.cmake"]
        rows = [
            ("src/base/base.h", '#include "src/both/both.h"\n', "base.h:1: includes \"src/both/both.h\", but src/modules.cmake"),
            ("src/both/both.cc", '\n#include "src/base/part.h"\n', 'both.cc:2: includes "src/base/part.h", an inner header'),
            ("src/both/left/left.h", '#include "src/both/right/right.h"\n', "of its sibling right"),
            ("src/both/both.cc", '#include "both.h"\n', "write the whole path"),
            ("src/both/both.cc", '#include "tests/support.h"\n', "write the whole path"),
            ("src/both/both.cc", '#include "src/none/none.h"\n', "lies in no module"),
            ("include/recount/record.h", '#include "src/base/base.h"\n', "a public header includes public ones only"),
            ("tests/support.h", '#include "src/base/part.h"\n', "an inner header of base"),
            ("src/base/part.cc", '#include "src/base/slow_part.h"\n', "a slow twin is for tests only"),
            ("src/misc/misc.cc", "", "src/misc/misc.cc: lies in a folder that src/modules.cmake doesn't list"),
            ("src/modules.cmake", modules.replace("(base base", "(base base USES both"), "base uses both, which doesn't stand above"),
            ("src/modules.cmake", modules.replace("both/right USES", "both/right USES left"), "right uses its sibling left"),
            ("src/modules.cmake", modules + "recount_module(base base)\n", "module base is listed twice"),
            ("ARCHITECTURE.md", GOOD["ARCHITECTURE.md"].replace("### src/both\nBoth.\n", ""), "has no paragraph for both"),
            ("ARCHITECTURE.md", GOOD["ARCHITECTURE.md"].replace("Ground.\n", ""), "has no paragraph for base"),
        ]
        for name, text, message in rows:
            with self.subTest(message):
                status, output = check({name: text})
                self.assertEqual(status, 1)
                self.assertIn(message, output)
                self.assertEqual(output.count("\n"), 1, output)


if __name__ == "__main__":
    unittest.main()
