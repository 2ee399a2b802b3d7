"""What a list of inspections shows of each, and what a person has to settle."""

import datetime as dt

from fieldapp.domain.inspection import Inspection
from fieldapp.domain.ops import Op
from fieldapp.domain.value import Value


class InspectionHeader(Value):
    """One line of the list. `answered` and `photos` are counts.

    `state` is empty until one was recorded; `last_saved_at` is that of the latest
    fact still standing. `revision` grows with every op that arrives on this device
    and says nothing elsewhere.
    """

    inspection: Inspection
    state: str = ""
    answered: int = 0
    photos: int = 0
    last_saved_at: dt.datetime
    revision: int = 0


class Disagreement(Value):
    """One field with several values, none of whose authors knew the other.

    `heads` has two or more, the one shown first; each carries author, device, time.
    """

    heads: tuple[Op, ...]
