"""Digests on demand."""

from datetime import UTC, datetime

import pytest

from bot.digests.digester import Digester
from bot.digests.text import SHOWN
from bot.store import Store
from bot.subscriptions.values import Scope
from tests.digests.conftest import ORCHARD, PIER, Add

NOW = datetime(2031, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Лунина", Scope("speaker", "Лунина")),
        ("gazette", Scope("source", "gazette")),
        ("cherries", Scope("topic", "cherries")),
        ("Лунина о причале", Scope("speaker", "Лунина", "причале")),
    ],
)
def test_bare_words_mean_what_the_library_holds(store: Store, add: Add, words: str, scope: Scope) -> None:
    add(PIER)
    add(ORCHARD)
    digest = Digester(store).digest(words, "ru", NOW)
    assert digest.scope == scope
    assert 0 < len(digest.items) <= SHOWN
    assert digest.newest is None


def test_nothing_new_tells_of_when_the_newest_is(store: Store, add: Add) -> None:
    add(PIER)
    digest = Digester(store).digest("", "en", datetime(2031, 6, 1, tzinfo=UTC))
    assert (digest.items, digest.newest) == ((), "2031-05-05T10:00:00Z")
