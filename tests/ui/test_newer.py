"""The line that says a newer version is ready."""

from fieldapp.ui.screens.answers.newer import newer_text


def test_a_newer_version_is_named() -> None:
    assert newer_text("1.1", "1.0") == "Bộ tiêu chí có bản mới 1.1"


def test_a_change_under_the_same_version_is_called_one() -> None:
    assert newer_text("1.0", "1.0") == "Bộ tiêu chí bản 1.0 đã được sửa"
