"""Findings and recommendations that people write, and photos that prove them."""

import datetime as dt
from enum import StrEnum

from fieldapp.domain.value import Label, Text, Value


class FindingKind(StrEnum):
    """What a finding says about the unit."""

    ACHIEVEMENT = "achievement"
    SHORTCOMING = "shortcoming"
    CAUSE = "cause"
    NOTED = "noted"


FINDING_KIND_NAMES: dict[FindingKind, str] = {
    FindingKind.ACHIEVEMENT: "Kết quả đạt được",
    FindingKind.SHORTCOMING: "Tồn tại, hạn chế",
    FindingKind.CAUSE: "Nguyên nhân",
    FindingKind.NOTED: "Ghi nhận khác",
}


class Finding(Value):
    """A finding written by hand. `units` are unit codes, may be empty.

    `scope` is who is meant where the source names nobody ("ở một vài xã"): it ends the
    sentence, and no unit and no number is made of it.
    """

    id: str
    kind: FindingKind
    text: Label
    units: tuple[str, ...] = ()
    scope: Text = ""
    criterion: str = ""


class Recommendation(Value):
    """A recommendation (kiến nghị) written by hand.

    `to` is one addressee or a group ("Thủ trưởng các cơ quan chuyên môn").
    """

    id: str
    to: Label
    text: Label
    deadline: dt.date | None = None


class PreparedPhoto(Value):
    """A photo that passed every check, described; its file is already on disk."""

    sha256: str
    media_type: str
    size_bytes: int
    width_px: int
    height_px: int
    taken_at: dt.datetime | None = None


class Photo(Value):
    """A photo attached to an answer (or, with `criterion` empty, to the inspection).

    `id` is the attachment's own id; the file is found by `sha256`. `size_bytes`,
    `width_px`, `height_px` describe the original as it was taken (EXIF orientation
    applied to width and height).
    """

    id: str
    sha256: str
    media_type: str
    size_bytes: int
    width_px: int
    height_px: int
    criterion: str = ""
    unit: str = ""
    caption: Text = ""
    taken_at: dt.datetime | None = None
    file_name: Text = ""
