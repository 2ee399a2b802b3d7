"""Signing through the use case: what is marked, whom it trusts, what is kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.findings import FindingKind
from fieldapp.errors import UserError
from fieldapp.services import capture, exchange, findings, inspections, notices
from fieldapp.services.workspace import Workspace
from fieldapp.signing.sample_ca import SampleIdentity, make_sample

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml")
PASSWORD = "mk"  # noqa: S105 - of a key made for this run


@pytest.fixture(scope="module")
def someone() -> SampleIdentity:
    return make_sample("Người ký", PASSWORD, wiring.utc_now())


def opened(data: Path) -> Iterator[Workspace]:
    env = {"FIELDAPP_EXPORTS": str(data / "exports")}
    with wiring.workspace(config.settings(data=data, env=env)) as ws:
        if not ws.store.has("CR-2024"):
            exchange.import_path(ws, EXAMPLE)
        yield ws


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    yield from opened(tmp_path)


@pytest.fixture
def trusting_desk(tmp_path: Path, someone: SampleIdentity) -> Iterator[Workspace]:
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "goc.pem").write_bytes(someone.root_pem)
    yield from opened(tmp_path)


def test_a_sample_certificate_marks_the_paper_without_being_asked(
    desk: Workspace, someone: SampleIdentity
) -> None:
    signed = notices.sign(desk, "CR-2024", someone.p12, PASSWORD)

    assert "MAU" in signed.file_name
    assert desk.store.load("CR-2024").signed[0].sample


def test_the_trust_folder_decides_who_is_trusted(
    trusting_desk: Workspace, someone: SampleIdentity
) -> None:
    stranger = make_sample("Người lạ", PASSWORD, wiring.utc_now())

    ours = notices.sign(trusting_desk, "CR-2024", someone.p12, PASSWORD)
    theirs = notices.sign(trusting_desk, "CR-2024", stranger.p12, PASSWORD)

    assert ours.verification.valid
    assert not theirs.verification.valid


def test_the_newest_signed_notice_comes_back_byte_for_byte(
    desk: Workspace, someone: SampleIdentity
) -> None:
    assert notices.latest_signed(desk, "CR-2024") is None

    signed = notices.sign(desk, "CR-2024", someone.p12, PASSWORD)
    kept = notices.latest_signed(desk, "CR-2024")

    assert kept is not None
    assert kept.pdf == signed.pdf == signed.path.read_bytes()


def test_a_wrong_password_keeps_nothing(
    desk: Workspace, someone: SampleIdentity
) -> None:
    before = desk.store.ops("CR-2024")

    with pytest.raises(UserError):
        notices.sign(desk, "CR-2024", someone.p12, "sai")

    assert desk.store.ops("CR-2024") == before
    assert list(desk.exports.glob("*.pdf")) == []


def test_an_empty_inspection_is_not_signed(
    desk: Workspace, someone: SampleIdentity
) -> None:
    new = inspections.NewInspection(
        checklist="cchc-xa",
        campaign_name="Đợt 1",
        year=2026,
        unit_name="UBND xã Tân Bình",
        place="Cần Thơ",
    )
    empty = inspections.start(desk, new)

    with pytest.raises(UserError, match="chưa có gì để ký"):
        notices.sign(desk, empty, someone.p12, PASSWORD)
    assert desk.store.load(empty).signed == ()
    assert not desk.exports.exists()

    findings.add_finding(desk, empty, FindingKind.SHORTCOMING, "Chưa niêm yết.", ())
    assert notices.sign(desk, empty, someone.p12, PASSWORD).verification.signatures


def test_a_change_after_signing_is_noticed_until_it_is_signed_again(
    desk: Workspace, someone: SampleIdentity
) -> None:
    def outdated() -> bool:
        kept = notices.latest_signed(desk, "CR-2024")
        assert kept is not None
        assert kept.outdated == notices.changed_since_signed(desk, "CR-2024")
        return kept.outdated

    assert not notices.changed_since_signed(desk, "CR-2024")
    notices.sign(desk, "CR-2024", someone.p12, PASSWORD)
    assert not outdated()
    body = AnswerValue(num=11, den=11)
    capture.save_answer(desk, "CR-2024", "phong-chuyen-mon", "CR", body)
    assert outdated()
    notices.sign(desk, "CR-2024", someone.p12, PASSWORD)
    assert not outdated()


def test_a_change_is_noticed_with_the_clock_put_back(
    desk: Workspace, someone: SampleIdentity
) -> None:
    notices.sign(desk, "CR-2024", someone.p12, PASSWORD)
    now = desk.clock()
    late = replace(desk, clock=lambda: now - dt.timedelta(days=2))
    capture.save_note(late, "CR-2024", "phong-chuyen-mon", "CR", "Xem lại.")

    assert notices.changed_since_signed(desk, "CR-2024")
