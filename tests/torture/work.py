"""What a tortured process saves: decided by a number alone, so both sides know it."""

import hashlib
from dataclasses import dataclass

from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.findings import Photo
from fieldapp.domain.ops import Write

RECORD = "thu-1"
CRITERIA = 40


@dataclass(frozen=True)
class Work:
    """Job number `number`: one answer; every third a batch, every fifth a photo."""

    number: int

    @property
    def answers(self) -> dict[str, str]:
        """Criterion to value; all of them in one append."""
        count = 3 if self.number % 3 == 0 else 1
        names = [f"c{(self.number + step) % CRITERIA}" for step in range(count)]
        return {name: f"{self.number}.{step}" for step, name in enumerate(names)}

    @property
    def picture(self) -> bytes | None:
        """About 150 KB, unlike any other."""
        if self.number % 5:
            return None
        return hashlib.sha256(str(self.number).encode()).digest() * 5000

    @property
    def photo_id(self) -> str:
        return f"p{self.number}"

    def writes(self) -> list[Write]:
        return [
            facts.write_answer(name, "X1", AnswerValue(value=value))
            for name, value in self.answers.items()
        ]

    def photo(self, sha256: str) -> Photo:
        return Photo(
            id=self.photo_id,
            sha256=sha256,
            media_type="image/jpeg",
            size_bytes=1,
            width_px=1,
            height_px=1,
        )
