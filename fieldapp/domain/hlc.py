"""A hybrid logical clock: wall time that never runs backwards on a device.

A reading is one integer, milliseconds since 1970 (UTC) times 65,536 plus a logical
count. It orders what people see and picks the default among values that disagree;
nothing is ever rejected or superseded because of it.

Source: Kulkarni et al., "Logical Physical Clocks", 2014.
"""

import datetime as dt

_LOGICAL = 1 << 16
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MILLISECOND = dt.timedelta(milliseconds=1)


def reading(at: dt.datetime) -> int:
    """The reading for the moment `at` with nothing else in its millisecond.

    Raises:
        ValueError: `at` has no offset (a mistake in the calling code).
    """
    if at.utcoffset() is None:
        raise ValueError("a moment needs its offset")
    return (at - _EPOCH) // _MILLISECOND * _LOGICAL


def tick(last: int, at: dt.datetime) -> int:
    """The reading of a new local event: later than `last`, near `at` when it can be.

    A full logical count carries into the next millisecond.
    """
    return max(last + 1, reading(at))


def receive(last: int, remote: int, at: dt.datetime) -> int:
    """The device's clock after it has met `remote`: later than both."""
    return max(last + 1, remote + 1, reading(at))


def moment(hlc: int) -> dt.datetime:
    """The wall time inside a reading, to the millisecond."""
    return _EPOCH + (hlc // _LOGICAL) * _MILLISECOND
