"""Photos people give us: real ones kept, everything else refused in clear words."""

import datetime as dt
import hashlib
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from fieldapp.errors import IntegrityError, TryLaterError, UserError
from fieldapp.evidence import PhotoShelf
from fieldapp.store import MediaFolder

LANDSCAPE = (1600, 1200)


@pytest.fixture
def shelf(tmp_path: Path) -> PhotoShelf:
    return PhotoShelf(MediaFolder(tmp_path / "anh"), tmp_path / "ban-nho")


def scene(size: tuple[int, int] = LANDSCAPE) -> Image.Image:
    """Left half red, right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_exif(tags: dict[int, object], photo: dict[int, object]) -> bytes:
    image = scene()
    exif = image.getexif()
    exif.update(tags)
    exif.get_ifd(ExifTags.IFD.Exif).update(photo)
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (16.0, 27.0, 46.0)})
    return encoded(image, exif=exif)


def dominant(colour: object) -> str:
    assert isinstance(colour, tuple)
    return ("red", "green", "blue")[colour.index(max(colour))]


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")],
)
def test_a_photo_is_kept_untouched_and_described(
    shelf: PhotoShelf, kind: str, media_type: str
) -> None:
    data = encoded(scene(), kind)
    photo = shelf.ingest(data, "anh.bin")
    assert photo.sha256 == hashlib.sha256(data).hexdigest()
    assert shelf.original(photo.sha256).read_bytes() == data
    assert (photo.media_type, photo.size_bytes) == (media_type, len(data))
    assert (photo.width_px, photo.height_px, photo.taken_at) == (*LANDSCAPE, None)


def test_the_copies_have_the_sizes_of_screen_and_paper(shelf: PhotoShelf) -> None:
    sha256 = shelf.ingest(encoded(scene()), "a.jpg").sha256
    with Image.open(shelf.thumbnail(sha256)) as small:
        assert (small.format, small.size) == ("JPEG", (320, 240))
    with Image.open(shelf.print_copy(sha256)) as paper:
        assert (paper.format, paper.size) == ("JPEG", (614, 460))
        assert paper.info["dpi"] == (200, 200)


def test_a_small_photo_is_not_blown_up(shelf: PhotoShelf) -> None:
    sha256 = shelf.ingest(encoded(scene((100, 3000))), "a.jpg").sha256
    with Image.open(shelf.print_copy(sha256)) as paper:
        assert paper.size == (100, 3000)


def test_a_photo_taken_sideways_stands_upright_everywhere(shelf: PhotoShelf) -> None:
    photo = shelf.ingest(with_exif({ExifTags.Base.Orientation: 6}, {}), "a.jpg")
    assert (photo.width_px, photo.height_px) == (1200, 1600)
    with Image.open(shelf.print_copy(photo.sha256)) as paper:
        assert paper.size == (614, 819)
        quarters = [paper.getpixel((300, height)) for height in (10, 800)]
    assert [dominant(colour) for colour in quarters] == ["red", "blue"]


def test_copies_carry_no_place_and_no_exif_the_original_does(shelf: PhotoShelf) -> None:
    sha256 = shelf.ingest(with_exif({ExifTags.Base.Make: "MayAnh"}, {}), "a.jpg").sha256
    assert b"MayAnh" in shelf.original(sha256).read_bytes()
    for copy in (shelf.thumbnail(sha256), shelf.print_copy(sha256)):
        with Image.open(copy) as image:
            assert not image.getexif()
        assert b"Exif" not in copy.read_bytes()


@pytest.mark.parametrize(
    ("photo", "expected"),
    [
        ({36867: "2026:03:02 10:32:05"}, "2026-03-02T10:32:05+07:00"),
        ({36867: "2026:03:02 10:32:05", 36881: "+09:00"}, "2026-03-02T10:32:05+09:00"),
        ({36868: "2026:03:02 10:32:05"}, "2026-03-02T10:32:05+07:00"),
        ({36867: "0000:00:00 00:00:00"}, None),
        ({36867: "yesterday"}, None),
    ],
)
def test_the_time_of_taking_is_vietnams_unless_the_camera_says_otherwise(
    shelf: PhotoShelf, photo: dict[int, object], expected: str | None
) -> None:
    taken_at = shelf.ingest(with_exif({}, photo), "a.jpg").taken_at
    assert taken_at == (dt.datetime.fromisoformat(expected) if expected else None)


def test_transparent_places_are_white_on_paper(shelf: PhotoShelf) -> None:
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    sha256 = shelf.ingest(encoded(clear, "PNG"), "a.png").sha256
    with Image.open(shelf.print_copy(sha256)) as paper:
        assert paper.getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "CMYK", "1", "P", "LA", "I;16"])
def test_every_way_of_storing_colour_is_taken(shelf: PhotoShelf, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new(mode, (700, 500)) if mode == "I;16" else scene((700, 500))
    data = encoded(image.convert(mode) if mode != "I;16" else image, kind)
    with Image.open(shelf.thumbnail(shelf.ingest(data, "a").sha256)) as small:
        assert (small.mode, small.size) == ("RGB", (320, 229))


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, content: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


JPEG = encoded(scene())
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99
REFUSED = {
    "empty": (b"", "rỗng"),
    "text renamed": ("Biên bản kiểm tra".encode() * 99, "không phải ảnh"),
    "heic": (HEIC, "Tương thích nhất"),
    "gif": (b"GIF89a" + b"\0" * 99, "không phải ảnh"),
    "cut": (JPEG[: len(JPEG) * 2 // 3], "hỏng hoặc bị cắt"),
    "cut header": (JPEG[:40], "hỏng hoặc bị cắt"),
    "three bytes": (b"\xff\xd8\xff", "hỏng hoặc bị cắt"),
    "200 megapixels": (png_header(20_000, 10_000), "200 triệu"),
    "bomb": (png_header(2**31 - 1, 2**31 - 1), "điểm ảnh"),
    "hollow png": (png_header(4000, 3000), "hỏng hoặc bị cắt"),
    "41 MB": (JPEG + b"\0" * (41 << 20), "41 MB"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_good_photo_is_refused_by_name_and_nothing_is_kept(
    shelf: PhotoShelf, tmp_path: Path, what: str
) -> None:
    data, words = REFUSED[what]
    with pytest.raises(UserError, match=words) as caught:
        shelf.ingest(data, "nha-van-hoa.jpg")
    assert caught.value.message.startswith("nha-van-hoa.jpg: ")
    assert kept(tmp_path) == []


# Outside tests Pillow's warnings about broken EXIF stop nobody.
@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(["JPEG", "PNG", "WEBP"]),
    st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), max_size=12),
    st.integers(0, 40),
)
def test_broken_bytes_are_either_a_photo_or_the_persons_mistake(
    shelf: PhotoShelf, kind: str, flips: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(
        encoded(scene((64, 48)), kind, exif=b"Exif\0\0II*\0\x08\0\0\0\1\0")
    )
    for place, value in flips:
        data[place % len(data)] = value
    try:
        photo = shelf.ingest(bytes(data[: len(data) - cut]), "a.jpg")
    except UserError:
        return
    assert shelf.thumbnail(photo.sha256).is_file()


def test_deleted_copies_are_made_anew(shelf: PhotoShelf) -> None:
    sha256 = shelf.ingest(JPEG, "a.jpg").sha256
    for copy in (shelf.thumbnail(sha256), shelf.print_copy(sha256)):
        before = copy.read_bytes()
        copy.unlink()
        assert shelf.thumbnail(sha256).is_file()
        assert shelf.print_copy(sha256).is_file()
        assert copy.read_bytes() == before


def test_a_lost_or_damaged_original_is_reported_as_such(shelf: PhotoShelf) -> None:
    with pytest.raises(IntegrityError, match="khôi phục"):
        shelf.thumbnail("0" * 64)
    sha256 = shelf.ingest(JPEG, "a.jpg").sha256
    shelf.thumbnail(sha256).unlink()
    shelf.original(sha256).write_bytes(JPEG[:500])
    with pytest.raises(IntegrityError, match="khôi phục"):
        shelf.thumbnail(sha256)


class FullFolder(MediaFolder):
    """Originals on a disk that is full."""

    def put(self, data: bytes) -> str:
        raise TryLaterError(f"đã đầy ({len(data)})")


def test_an_original_that_cannot_be_kept_leaves_no_copies(tmp_path: Path) -> None:
    shelf = PhotoShelf(FullFolder(tmp_path / "anh"), tmp_path / "ban-nho")
    with pytest.raises(TryLaterError):
        shelf.ingest(JPEG, "a.jpg")
    assert kept(tmp_path) == []
