import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.hlc import moment, reading, receive, tick

moments = st.datetimes(
    min_value=dt.datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    max_value=dt.datetime(2100, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    timezones=st.just(dt.UTC),
)


@given(st.lists(moments, min_size=1, max_size=30))
def test_the_clock_only_moves_forward_whatever_the_wall_clock_does(
    times: list[dt.datetime],
) -> None:
    readings = [0]
    for at in times:
        readings.append(tick(readings[-1], at))
    assert readings == sorted(set(readings))


@given(moments)
def test_a_reading_tells_its_moment_to_the_millisecond(at: dt.datetime) -> None:
    assert moment(reading(at)) == at.replace(microsecond=at.microsecond // 1000 * 1000)


@given(st.integers(0, 1 << 62), st.integers(0, 1 << 62), moments)
def test_a_received_op_lies_before_everything_written_after_it(
    mine: int, theirs: int, at: dt.datetime
) -> None:
    assert receive(mine, theirs, at) > max(mine, theirs)


@given(moments)
def test_a_reading_fits_sqlite_and_a_full_count_carries_on(at: dt.datetime) -> None:
    full = reading(at) + (1 << 16) - 1
    assert tick(full, at) == full + 1 < 1 << 63


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        reading(dt.datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point
