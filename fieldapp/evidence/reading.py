"""Reads a photo somebody gave us, trusting nothing about it.

Formats are told by their first bytes, never by the file's name. Sizes are checked
before a single pixel is decoded.
"""

import datetime as dt
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import NamedTuple

from PIL import ExifTags
from PIL.Image import DecompressionBombError
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from fieldapp.errors import UserError

# A camera's broken EXIF is no news for the person who took the photo.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")

LARGEST_BYTES = 40 * 1024 * 1024
LARGEST_PIXELS = 100_000_000
VIETNAM = dt.timezone(dt.timedelta(hours=7))

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}
_SIDEWAYS = {5, 6, 7, 8}  # EXIF orientations that swap width and height
# What Pillow's decoders raise on bytes that are not what they claim to be.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    OverflowError,
    struct.error,
    zlib.error,
)


class Picture(NamedTuple):
    """A photo opened, not decoded yet. Sizes are as people see it (EXIF applied)."""

    image: ImageFile
    media_type: str
    width_px: int
    height_px: int
    taken_at: dt.datetime | None


def open_picture(data: bytes, name: str) -> Picture:
    """Check `data` as far as its headers go; `name` is for messages.

    Raises:
        UserError: Empty, too large, not a JPEG, PNG or WebP, or damaged.
    """
    _check_size(data, name)
    media_type, opener = _format_of(data, name)
    try:
        with damage(name):
            image = opener(BytesIO(data))
    except DecompressionBombError as error:  # WebP's own check, as it makes its canvas
        raise _too_many_pixels(name, "") from error
    _check_pixels(image.size, name)
    exif = _exif(image)
    width, height = image.size
    if exif.get(ExifTags.Base.Orientation) in _SIDEWAYS:
        width, height = height, width
    return Picture(image, media_type, width, height, _taken_at(exif))


@contextmanager
def damage(name: str) -> Iterator[None]:
    """Turn what decoders raise on broken bytes into a message about the file `name`.

    Raises:
        UserError: The photo is damaged.
    """
    try:
        yield
    except _DAMAGE as error:
        raise UserError(
            f"{name}: ảnh bị hỏng hoặc bị cắt ngang. Hãy sao chép lại từ máy ảnh hoặc "
            "điện thoại, hoặc chụp ảnh khác."
        ) from error


def _check_size(data: bytes, name: str) -> None:
    if not data:
        raise UserError(f"{name}: tệp rỗng (0 byte). Hãy chọn lại ảnh.")
    if len(data) > LARGEST_BYTES:
        raise UserError(
            f"{name}: ảnh nặng {len(data) / 1024**2:.0f} MB, quá mức "
            f"{LARGEST_BYTES // 1024**2} MB. Hãy chụp ở độ phân giải thấp hơn."
        )


def _check_pixels(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width * height > LARGEST_PIXELS:
        millions = width * height / 1e6
        raise _too_many_pixels(name, f" {width} × {height} ({millions:.0f} triệu điểm)")


def _too_many_pixels(name: str, size: str) -> UserError:
    return UserError(
        f"{name}: ảnh{size} quá mức {LARGEST_PIXELS // 10**6} triệu điểm ảnh. Hãy chụp "
        "ở độ phân giải thấp hơn."
    )


def _format_of(data: bytes, name: str) -> tuple[str, Callable[[BytesIO], ImageFile]]:
    # The plugins are called directly: Image.open warns about large images before
    # we can say which and why.
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", JpegImageFile
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", PngImageFile
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", WebPImageFile
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise UserError(
            f"{name}: ảnh HEIC của iPhone chưa dùng được. Vào Cài đặt › Camera › Định "
            "dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh dưới dạng JPEG."
        )
    raise UserError(
        f"{name}: không phải ảnh JPEG, PNG hoặc WebP (dù tên tệp có thể ghi như vậy). "
        "Hãy chọn tệp ảnh."
    )


def _exif(image: ImageFile) -> dict[int, object]:
    """The EXIF tags this module reads; a broken block counts as none."""
    try:
        exif = image.getexif()
        return {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    except _DAMAGE:
        return {}


def _taken_at(exif: dict[int, object]) -> dt.datetime | None:
    """When the shutter opened; Vietnam's time when the camera names no offset."""
    for moment, offset in (
        (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
        (ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
        (ExifTags.Base.DateTime, ExifTags.Base.OffsetTime),
    ):
        text = f"{exif.get(moment)} {exif.get(offset) or '+07:00'}"
        try:
            return dt.datetime.strptime(text, "%Y:%m:%d %H:%M:%S %z")
        except ValueError:
            continue
    return None
