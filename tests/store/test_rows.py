"""Statements survive the way into a row and back."""

import sqlite3
from contextlib import closing
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.models import Span, Statement
from bot.store.rows import ids_json, statement_of, statement_record

SPANS = st.builds(Span, st.integers(0, 10**7), st.integers(0, 10**7))
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
STATEMENTS = st.builds(
    Statement,
    spans=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    context=SPANS,
    kind=st.sampled_from(["direct", "indirect", "mixed"]),
    cue=TEXT,
    mention=st.none() | SPANS,
    speaker=st.none() | TEXT,
    speaker_kind=st.sampled_from(["person", "body", "document", "unknown"]),
    offices=st.lists(TEXT, max_size=2).map(tuple),
    said_on=st.none() | st.dates(date(1, 1, 1)),
    chain=st.lists(TEXT, max_size=2).map(tuple),
    declined=st.booleans(),
    id=st.just(3),
    article_id=st.just(4),
)
SELECT = """
    SELECT 3 AS id, 4 AS article_id, ? AS start, ? AS stop, ? AS spans, ? AS kind, ? AS cue,
        ? AS mention_start, ? AS mention_stop, ? AS speaker, ? AS speaker_kind, ? AS offices, ? AS said_on,
        ? AS chain, ? AS declined
"""


@given(STATEMENTS)
def test_round_trip(statement):
    with closing(sqlite3.connect(":memory:")) as file:
        file.row_factory = sqlite3.Row
        assert statement_of(file.execute(SELECT, statement_record(statement)).fetchone()) == statement


def test_ids_as_one_parameter():
    assert ids_json(range(3)) == "[0, 1, 2]"
    assert ids_json([]) == "[]"
