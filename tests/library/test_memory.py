"""What the paused collector leaves behind."""

import gc

from fieldapp.library.memory import collector_paused


def test_what_was_read_in_a_pause_counts_as_old_afterwards() -> None:
    with collector_paused():
        assert not gc.isenabled()
        made = [[number] for number in range(3)]

    assert gc.isenabled()
    old = {id(each) for each in gc.get_objects(generation=2)}
    assert {id(each) for each in made} <= old
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
