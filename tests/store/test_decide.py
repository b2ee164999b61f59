"""The decision about an incoming article, as a table."""

import pytest

from bot.store import Decision, Known, decide


@pytest.mark.parametrize(
    ("known", "decision"),
    [
        (None, Decision("added", None, 1)),
        (Known(), Decision("added", None, 1)),
        (Known(article_id=7, version=2, holder=7), Decision("unchanged", 7)),
        (Known(article_id=7, version=2, holder=None), Decision("updated", 7, 3)),
        (Known(article_id=None, version=0, holder=4), Decision("duplicate", 4)),
        (Known(article_id=7, version=2, holder=4), Decision("duplicate", 4)),
    ],
)
def test_decision(known: Known | None, decision: Decision) -> None:
    assert decide(known) == decision
