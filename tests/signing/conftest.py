"""A sample signer made once, and a signed notice to look at and to damage."""

import datetime as dt
from pathlib import Path

import pytest

from fieldapp.domain.notice import Paper
from fieldapp.papers import ReportlabPapers
from fieldapp.signing import Pkcs12Signatures
from fieldapp.signing.sample_ca import SampleIdentity, make_sample
from tests.papers.notices import notice

ASSETS = Path(__file__).parents[2] / "assets"
NOW = dt.datetime(2026, 3, 21, 3, 0, tzinfo=dt.UTC)
NAME = "Nguyễn Văn Ánh"
PASSWORD = "mật khẩu 123"  # noqa: S105  # of a key made for this run


def desk_at(moment: dt.datetime) -> Pkcs12Signatures:
    return Pkcs12Signatures(ASSETS, lambda: moment)


@pytest.fixture(scope="session")
def someone() -> SampleIdentity:
    return make_sample(NAME, PASSWORD, NOW)


@pytest.fixture(scope="session")
def stranger() -> SampleIdentity:
    return make_sample("Trần Thị Bình", PASSWORD, NOW)


@pytest.fixture(scope="session")
def signatures() -> Pkcs12Signatures:
    return desk_at(NOW)


@pytest.fixture(scope="session")
def papers() -> ReportlabPapers:
    return ReportlabPapers(ASSETS, lambda: NOW)


@pytest.fixture(scope="session")
def paper(papers: ReportlabPapers) -> Paper:
    return papers.render(notice(sample=True), {})


@pytest.fixture(scope="session")
def signed(
    signatures: Pkcs12Signatures, paper: Paper, someone: SampleIdentity
) -> bytes:
    return signatures.sign(paper, someone.p12, PASSWORD, NOW)
