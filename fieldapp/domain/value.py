"""The base of every domain value: frozen, compared by content, strict about keys."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

# U+00D0 (Eth) and U+0189 look like Đ in most fonts and NFC does not repair them.
_LOOKALIKES = str.maketrans(
    {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u00a0": " "}
)
_SUSPECT = re.compile("[\u00d0\u00f0\u0189\u00a0]")


class Value(BaseModel):
    """A frozen value; unknown keys are refused, text is trimmed."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Return a copy; what the original had worked out and kept is left behind."""
        copied = super().model_copy(update=update, deep=deep)
        kept = copied.__dict__
        for name in kept.keys() - type(self).model_fields.keys():
            del kept[name]
        return copied


def clean_text(text: str) -> str:
    """Return `text` as NFC, with Eth folded to Đ and no-break spaces to spaces.

    Source: domain reference E, "Normalisation" (TCVN 6909).
    """
    folded = text.translate(_LOOKALIKES) if _SUSPECT.search(text) else text
    return unicodedata.normalize("NFC", folded)


def _not_empty(text: str) -> str:
    if not text:
        raise ValueError("không được để trống")
    return text


def _clean(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_clean)]
"""Text for people: NFC, trimmed; may be empty."""

Label = Annotated[str, BeforeValidator(_clean), AfterValidator(_not_empty)]
"""Text for people that must say something."""
