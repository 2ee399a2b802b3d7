"""The paper desk with the vendored fonts, and photos prepared for paper."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from fieldapp.domain.notice import AnnexPhoto
from fieldapp.papers import ReportlabPapers

ASSETS = Path(__file__).parents[2] / "assets"
MADE_AT = dt.datetime(2026, 3, 21, 3, 0, tzinfo=dt.UTC)

Photos = tuple[tuple[AnnexPhoto, ...], dict[str, Path]]


@pytest.fixture(scope="session")
def desk() -> ReportlabPapers:
    return ReportlabPapers(ASSETS, lambda: MADE_AT)


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Photos]:
    """Make `n` different print copies, every third one portrait."""
    folder = tmp_path_factory.mktemp("photos")

    def make(count: int) -> Photos:
        files = {}
        for number in range(count):
            path = folder / f"{number}.jpg"
            if not path.exists():
                _draw(path, number)
            files[hashlib.sha256(path.read_bytes()).hexdigest()] = path
        captions = enumerate(files, start=1)
        listed = (AnnexPhoto(sha256=s, caption=f"Quầy số {n}") for n, s in captions)
        return tuple(listed), files

    return make


def _draw(path: Path, number: int) -> None:
    size = (614, 460) if number % 3 else (460, 614)
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    picture.putpixel((0, 0), (number, 2 * number, 3 * number))
    picture.paste((number * 4 % 256, 90, 160), (100, 100, 300, 300))
    picture.save(path, quality=85)
