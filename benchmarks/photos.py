"""Made-up photos: every one different, as heavy to decode as a camera's."""

import random
from io import BytesIO

from PIL import Image

FULL_SIZE_PX = (4000, 3000)  # 12 megapixels


def photo(number: int, size_px: tuple[int, int] = FULL_SIZE_PX) -> bytes:
    """A JPEG, the same for the same number: soft shapes under a sensor's grain.

    Grain keeps the file at the 4 to 6 MB of a telephone's; a flat picture would
    decode several times faster.
    """
    chance = random.Random(number)  # noqa: S311 - a picture, not a secret
    coarse = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
    shapes = coarse.resize(size_px, Image.Resampling.BICUBIC)
    tile = Image.frombytes("RGB", (500, 375), chance.randbytes(500 * 375 * 3))
    grain = Image.new("RGB", size_px)
    for left in range(0, size_px[0], tile.width):
        for top in range(0, size_px[1], tile.height):
            grain.paste(tile, (left, top))
    buffer = BytesIO()
    Image.blend(shapes, grain, 0.12).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()
