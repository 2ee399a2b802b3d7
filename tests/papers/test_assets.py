"""The vendored fonts and profile are the files they claim to be."""

import hashlib
import itertools
import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).parents[2] / "assets"
NOTICE = (ASSETS / "NOTICE").read_text(encoding="utf-8")
HASHES = {
    path: digest
    for digest, path in re.findall(r"^([0-9a-f]{64})  (\S+)$", NOTICE, re.MULTILINE)
}
SERIF = sorted((ASSETS / "fonts").glob("LiberationSerif-*.ttf"))
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def vietnamese_letters() -> set[str]:
    lower = {
        unicodedata.normalize("NFC", vowel + tone)
        for vowel, tone in itertools.product("aăâeêioôơuưy", TONES)
    } | {"đ"}
    return lower | {letter.upper() for letter in lower}


def test_there_are_146_vietnamese_letters_to_check() -> None:
    assert len(vietnamese_letters()) == 146


@pytest.mark.parametrize("font", SERIF, ids=lambda path: path.stem)
def test_the_font_draws_every_vietnamese_letter(font: Path) -> None:
    with TTFont(font) as face:
        drawable = {chr(code) for code in face.getBestCmap()}
    assert vietnamese_letters() <= drawable


@pytest.mark.parametrize("path", sorted(HASHES))
def test_a_vendored_file_is_the_unmodified_original(path: str) -> None:
    assert hashlib.sha256((ASSETS / path).read_bytes()).hexdigest() == HASHES[path]


def test_the_notice_names_all_four_styles_and_the_profile() -> None:
    assert len(SERIF) == 4
    named = {ASSETS / path for path in HASHES}
    assert {*SERIF, ASSETS / "icc" / "sRGB2014.icc"} <= named
