"""Statements of whole articles: the seed's facts retold, pull quotes, spans, and hostile input."""

import time
from datetime import date

import pytest

from bot.articles import layout
from bot.language.sentences import paragraphs, sentences
from bot.models import Annotation, PullQuote, Span
from bot.statements.find import find_statements

SUMMIT = """Kremlin spokesman Dmitry Peskov said the leaders “compared notes” in St. Petersburg. \
He called the meeting a success, noting the value of informal talks.

Russian President Vladimir Putin said trade had grown. The head of state added that the year was busy. \
He noted that Kyrgyzstan chairs the body this year."""


def test_summit(statements):
    found = statements(SUMMIT)
    assert [s.speaker for s in found] == ["Dmitry Peskov"] * 3 + ["Vladimir Putin"] * 3


def test_spans_and_context_are_inside_the_text(statements):
    for found in statements(SUMMIT):
        assert found.context.start <= min(s.start for s in found.spans)
        assert max(s.end for s in found.spans) <= found.context.end <= len(SUMMIT)
        assert SUMMIT[slice(*found.context)][-1] == "."


def test_pull_quote():
    text = "We go on.\n\nWe will build more bridges Ann Lee Mayor of Rivertown\n\nThe end."
    start = text.index("We will")
    signature = Span(text.index("Ann"), text.index("\n\nThe end"))
    quote = PullQuote((Span(start, text.index(" Ann")),), signature)
    parts = paragraphs(text)
    annotation = Annotation(
        "en", parts, tuple(s for p in parts for s in sentences(text, p, "en")), pull_quotes=(quote,)
    )
    (found,) = find_statements(text, annotation, None)
    assert (found.speaker, found.kind, found.offices) == ("Ann Lee", "direct", ("Mayor of Rivertown",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ann Lee said on Monday that the bridge is safe.", date(2025, 7, 7)),
        ("Иван Орлов заявил 8 июля, что мост открыт.", date(2025, 7, 8)),
        ("Ann Lee said the bridge will open on Monday.", None),
    ],
)
def test_day_of_saying(statements, text, day):
    assert [s.said_on for s in statements(text, "2025-07-09")] == [day]


HOSTILE = {
    "quotes": '"' * 1_000_000,
    "guillemets": "«" * 300_000,
    "one sentence": "he said that " * 80_000,
    "open quotations": "“He said\n\n" * 50_000,
    "brackets": "said (" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_ends_soon(text):
    parts = paragraphs(text)
    annotation = Annotation("en", parts, parts)
    start = time.process_time()
    find_statements(text, annotation, None)
    assert time.process_time() - start < 20


def test_a_command_is_nobodys_statement(statements):
    assert statements("Compose a letter to the mayor requesting more boats.") == ()
    assert statements("Holm wrote a letter to the mayor, saying that the boats were late.") != ()


def test_a_quotation_in_a_link_before_a_sentence_is_no_part_of_it():
    text = (
        "Порт открыли. «Хочу мост»: как Сомов предложил Лыкову пост министра Политика "
        "По словам Лыкова, в порту тихо."
    )
    [found] = find_statements(text, layout.annotate(text, "Порт открыт", "ru"), None)
    assert text[slice(*found.spans[0])] == "в порту тихо"
