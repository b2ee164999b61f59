"""Values that the store returns and is asked by."""

from dataclasses import FrozenInstanceError

import pytest

from bot.store.values import Overview, StatementFilter


def test_a_filter_lets_everything_pass_unless_told() -> None:
    assert StatementFilter() == StatementFilter((), None, None, None)


def test_values_stay_as_they_are() -> None:
    overview = Overview(1, 2, 3, 4, None, None)
    assert overview.top_speakers == ()
    with pytest.raises(FrozenInstanceError):
        overview.articles = 5  # type: ignore[misc]
