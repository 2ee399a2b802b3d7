"""What every domain value keeps to."""

from tests.builders import answered, record


def test_a_copy_does_not_remember_what_the_original_had_worked_out() -> None:
    before = record(answered("A", "X", value="1"))
    assert before.value("A", "X") is not None

    after = before.model_copy(update={"answers": ()})

    assert after.value("A", "X") is None
    assert before.value("A", "X") is not None
