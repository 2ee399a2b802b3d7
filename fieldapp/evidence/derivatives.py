"""The small copies of a photo: upright, sRGB, without EXIF (so without GPS)."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps
from PIL.ImageFile import ImageFile

_DPI = 200
_PRINT_WIDTH_MM = 78
_SRGB = ImageCms.createProfile("sRGB")


class Size(NamedTuple):
    """One kind of copy: the largest width, JPEG quality and dpi written into it."""

    width_px: int
    quality: int
    dpi: int


THUMBNAIL = Size(width_px=320, quality=78, dpi=72)
PRINT_COPY = Size(width_px=round(_PRINT_WIDTH_MM / 25.4 * _DPI), quality=85, dpi=_DPI)


def small_copies(image: ImageFile) -> dict[Size, bytes]:
    """Both copies as JPEG, decoding the photo once. Never larger than the photo."""
    upright = _upright(image)
    print_copy = _fit(upright, PRINT_COPY)
    thumbnail = _fit(print_copy, THUMBNAIL)
    return {
        PRINT_COPY: _jpeg(print_copy, PRINT_COPY),
        THUMBNAIL: _jpeg(thumbnail, THUMBNAIL),
    }


def _upright(image: ImageFile) -> Image.Image:
    """The photo decoded, turned as it was held, on white where transparent."""
    # JPEG only: decodes at 1/2, 1/4 or 1/8, still larger than needed on both sides
    # because the photo may lie on its side.
    needed = PRINT_COPY.width_px
    image.draft("RGB", (needed, needed))
    image.load()
    return _srgb(_opaque(ImageOps.exif_transpose(image)), image.info.get("icc_profile"))


def _opaque(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Phones photograph in wider colour spaces; a broken profile is left out."""
    if not profile:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, _SRGB)
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _fit(image: Image.Image, size: Size) -> Image.Image:
    if image.width <= size.width_px:
        return image
    height = max(1, round(image.height * size.width_px / image.width))
    return image.resize(
        (size.width_px, height), Image.Resampling.LANCZOS, reducing_gap=2.0
    )


def _jpeg(image: Image.Image, size: Size) -> bytes:
    out = BytesIO()
    image.save(
        out, "JPEG", quality=size.quality, dpi=(size.dpi, size.dpi), optimize=True
    )
    return out.getvalue()
