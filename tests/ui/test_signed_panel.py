"""What the notice screen says before and after signing, rendered without a window."""

from typing import Any

import flet as ft
import pytest

from fieldapp.domain.notice import SignatureVerdict, Verification
from fieldapp.domain.readiness import Readiness
from fieldapp.services.notices import SignedNotice
from fieldapp.ui import theme
from fieldapp.ui.contexts import Surroundings
from fieldapp.ui.documents import DocumentShelf
from fieldapp.ui.screens.notice.signed import SignedPanel, file_name_row
from fieldapp.ui.screens.notice.signing import SignPanel, open_matters
from fieldapp.ui.state.inspection import InspectionShelf, InspectionState
from tests.ui.render import first, render, words
from tests.ui.sample import MemoryServices, sample_services

UNTRUSTED = "CHƯA TIN CẬY. Tệp nguyên vẹn từ khi ký."
ADVICE = "chép chứng thư gốc"


def around(services: MemoryServices) -> Surroundings:
    return Surroundings(services, DocumentShelf(), InspectionShelf(services))


def signed(**changed: Any) -> SignedNotice:
    made = sample_services().sign("CR-2026", b"", "dung")
    return made.model_copy(update=changed)


def judged(summary: str, **changed: Any) -> Verification:
    verdict: SignatureVerdict = signed().verification.signatures[0]
    bad = verdict.model_copy(update={"valid": False, **changed})
    return Verification(signatures=(bad,), valid=False, summary=summary)


def panel(notice: SignedNotice) -> list[Any]:
    return render(SignedPanel, notice, around(sample_services()))


def colour_before(controls: list[Any], text: str) -> str:
    """The colour of the icon in front of a line."""
    row = next(
        c
        for c in controls
        if isinstance(c, ft.Row)
        and any(getattr(x, "value", "") == text for x in c.controls)
    )
    return str(first(list(row.controls), ft.Icon).color)


def test_an_intact_file_of_an_unknown_issuer_is_amber_and_says_what_to_do() -> None:
    found = panel(signed(verification=judged(UNTRUSTED)))

    assert colour_before(found, UNTRUSTED) == str(theme.TO_CHECK)
    assert ADVICE in words(found)


@pytest.mark.parametrize("wrong", [{"intact": False}, {"changed_after": True}])
def test_a_changed_file_is_red_and_no_certificate_is_asked_for(
    wrong: dict[str, bool],
) -> None:
    found = panel(signed(verification=judged("KHÔNG HỢP LỆ.", **wrong)))

    assert colour_before(found, "KHÔNG HỢP LỆ.") == str(theme.NOT_MET)
    assert ADVICE not in words(found)


def test_a_notice_says_when_the_inspection_changed_after_it() -> None:
    assert "đã thay đổi sau lần ký" in words(panel(signed(outdated=True)))
    assert "đã thay đổi sau lần ký" not in words(panel(signed()))


def test_a_long_file_name_breaks_before_its_time() -> None:
    name = "thong-bao-ket-luan-UBND-XA-TAN-BINH-2026-A1B2C3-20260901-101112-MAU.pdf"

    def pieces(of: str) -> list[str]:
        return words(list(file_name_row(of).controls)).split("\n")  # type: ignore[attr-defined] # a Row

    assert pieces(name)[-1] == "20260901-101112-MAU.pdf"
    assert "".join(pieces(name)) == name
    assert pieces("da-ky.pdf") == ["da-ky.pdf"]


def sign_panel(refusal: str) -> list[Any]:
    services = sample_services()
    state = InspectionState(services.open_inspection("CR-2026"), services)
    return render(SignPanel, state, around(services), lambda _signed: None, refusal)


def test_an_empty_inspection_cannot_be_signed_and_the_panel_says_why() -> None:
    refused = sign_panel("Chưa có gì để ký.")

    assert "Chưa có gì để ký." in words(refused)
    assert first(refused, ft.FilledButton).disabled
    assert not first(sign_panel(""), ft.FilledButton).disabled


def test_what_is_open_stands_in_one_list() -> None:
    ready = Readiness(warnings=("Một.", "Hai."))

    said = words(render(lambda: open_matters(ready)))

    assert said.split("\n") == ["Trước khi ký", "Một.", "Hai."]
