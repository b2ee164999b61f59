"""JSON Lines to drafts."""

import json

import pytest

from bot.articles.jsonl import longest_line, looks_like_article, parse_lines
from bot.articles.limits import Limits
from bot.models import Draft, Failure

GOOD = {"url": "https://tarn.example/1", "title": "Ferry sinks", "text": "It sank."}


def one(**fields: object) -> Draft | Failure:
    (item,) = parse_lines([json.dumps(GOOD | fields).encode()], "n.jsonl", Limits())
    return item


def test_all_fields() -> None:
    item = one(published="2026-05-03T10:00:00Z", source=" Tarn  Post ", authors="Ida Holm", lang="EN-gb")
    assert isinstance(item, Draft)
    assert item.published == "2026-05-03T10:00:00+00:00"
    assert (item.source, item.authors, item.language) == ("Tarn Post", ("Ida Holm",), "en")


@pytest.mark.parametrize(("code", "language"), [("ru", "ru"), ("de", None), ("", None), (None, None)])
def test_languages(code: str | None, language: str | None) -> None:
    item = one(lang=code)
    assert isinstance(item, Draft)
    assert item.language == language


def test_what_is_left_out_has_a_default() -> None:
    item = one(url=None, title="", authors=None)
    assert isinstance(item, Draft)
    assert (item.url, item.title, item.source, item.authors) == ("file:n.jsonl#1", "It sank.", None, ())


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"published": "soon"}, "no date"),
        ({"text": ""}, "`text` is missing"),
        ({"source": 4}, "`source` must be text"),
        ({"authors": {"name": "Ida"}}, "list of names"),
        ({"url": "data:text/html,x"}, "script"),
        ({"title": "\0"}, "NUL"),
    ],
)
def test_why_a_line_is_refused(fields: dict[str, object], reason: str) -> None:
    item = one(**fields)
    assert isinstance(item, Failure)
    assert reason in item.error


def test_lines_keep_their_numbers() -> None:
    bad = [b"\n", b"{", b"  \n", b"\xff", b"[]", b"[" * 99_999]
    found = list(parse_lines(bad, "n.jsonl", Limits()))
    assert [item.source for item in found if isinstance(item, Failure)] == [
        f"n.jsonl:{n}" for n in (2, 4, 5, 6)
    ]


def test_a_line_that_is_too_long_is_not_parsed() -> None:
    limits = Limits(text=10)
    (failure,) = parse_lines([b"{" + b" " * longest_line(limits) + b"}"], "n", limits)
    assert isinstance(failure, Failure)
    assert "the line is too long" in failure.error


@pytest.mark.parametrize(
    ("line", "article"),
    [
        (b'{"text": "a", "title": "b"}', True),
        (b'\xef\xbb\xbf {"text": "a", "url": "b"}', True),
        (b'{"text": "a"}', False),
        (b'["text", "title"]', False),
        (b'{"text": ', False),
        (b"{" + b'"a":{' * 99_999, False),
    ],
)
def test_the_look_of_an_article(line: bytes, article: bool) -> None:
    assert looks_like_article(line) is article
