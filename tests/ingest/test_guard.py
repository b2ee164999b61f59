"""Defects become errors about the input."""

import pytest

from bot.ingest.guard import guarded


def test_results_and_reasons_stay() -> None:
    assert guarded("it cannot be read", int, "7") == 7
    with pytest.raises(ValueError, match="invalid literal"):
        guarded("it cannot be read", int, "seven")


def test_a_defect_asks_to_be_reported() -> None:
    with pytest.raises(ValueError, match="it cannot be read, please report this: ZeroDivisionError"):
        guarded("it cannot be read", divmod, 1, 0)
