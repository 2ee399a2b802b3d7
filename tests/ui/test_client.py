"""The one English word of Flet's client: pinned, so that a new version is noticed."""

from pathlib import Path

import flet_web
import pytest

from fieldapp.ui.client import ClientFiles

WEB = Path(flet_web.__file__).parent / "web"


@pytest.mark.parametrize("ending", ["js", "wasm"])
def test_the_waiting_text_is_replaced_and_the_length_kept(ending: str) -> None:
    given = (WEB / f"main.dart.{ending}").read_bytes()
    sent = bytes(ClientFiles().program(ending).body)
    assert given.count(b"Working...") == 1
    assert b"Working..." not in sent
    assert sent.count("Đang mở".encode()) == 1
    if ending == "wasm":
        assert len(sent) == len(given)
        assert sum(a != b for a, b in zip(given, sent, strict=True)) <= len(
            "Working..."
        )


def test_the_module_beside_it_is_sent_as_it_is() -> None:
    assert (
        bytes(ClientFiles().program("mjs").body) == (WEB / "main.dart.mjs").read_bytes()
    )


def test_nothing_else_is_given_out() -> None:
    assert ClientFiles().program("map").status_code == 404
