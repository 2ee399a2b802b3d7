"""A drawn picture for demonstrations, so that no real office is ever shown."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_SIZE = (2400, 1800)


def sample_photo(words: str, font: Path) -> bytes:
    """Return a JPEG of 2,400 × 1,800 px that says `words`, drawn with a TTF."""
    image = Image.linear_gradient("L").resize(_SIZE).convert("RGB")
    tint = Image.new("RGB", _SIZE, (70, 110, 150))
    image = Image.blend(image, tint, 0.6)
    draw = ImageDraw.Draw(image)
    draw.rectangle((150, 150, 2250, 1650), outline="white", width=12)
    face = ImageFont.truetype(font, 160)
    draw.text((1200, 900), words, fill="white", anchor="mm", font=face)
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
