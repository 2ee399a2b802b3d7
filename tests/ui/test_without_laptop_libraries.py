"""The phone's browser has no Pillow, no cryptography: the screens must not need them.

Source: docs/architecture.md, two runtimes.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys

class Blocked:
    NAMES = {"PIL", "cryptography", "lxml", "reportlab", "pyhanko", "pikepdf",
             "sqlcipher3", "openpyxl"}

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.NAMES:
            raise ImportError(f"{name} is not on a phone")

sys.meta_path.insert(0, Blocked())

import fieldapp.domain, fieldapp.store
import fieldapp.services.capture, fieldapp.services.notices
import fieldapp.ui.app
from tests.ui.render import render, words
from tests.ui.test_cards import Desk

print(words(Desk().card("C05")))
"""


def test_the_screens_import_and_render_without_laptop_libraries() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "99,4%" in done.stdout
