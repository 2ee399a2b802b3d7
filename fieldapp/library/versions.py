"""Is a file of the kind and version this program reads? Asked before anything else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake


@dataclass(frozen=True)
class Format:
    """What the line `format:` must say ("fieldapp/checklist@1"), and what to advise.

    `what` names the kind of file, `advice` says what to do about another version.
    """

    line: str
    code: Code
    what: str
    advice: str

    def mistakes(self, data: Any) -> Iterator[Mistake]:  # noqa: ANN401 - data as parsed
        """Yield one mistake when `data` says another kind or version.

        A missing line is told with the other missing keys.
        """
        said = data.get("format") if isinstance(data, dict) else None
        if said is None or said == self.line:
            return
        yield Mistake(("format",), self.code, self._message(said))

    def _message(self, said: object) -> str:
        kind, _, version = self.line.partition("@")
        pattern = rf"{re.escape(kind)}@(\d+)"
        other = re.fullmatch(pattern, said) if isinstance(said, str) else None
        if other is None:
            return f"đây không phải {self.what}; dòng format phải là {self.line}"
        return (
            f"{self.what} viết theo phiên bản {other[1]}; chương trình này đọc phiên "
            f"bản {version}: {self.advice}"
        )
