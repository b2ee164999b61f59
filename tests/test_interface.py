"""The JSON objects carry exactly the keys of the public contract."""

import json
from dataclasses import replace
from datetime import date

from bot import interface
from bot.models import Answer, Article, Citation, Claim, Failure, IngestReport, SearchResult, Span, Statement

TEXT = '"Late," Mira Holm said, "but here."'
ARTICLE = Article(7, "https://x.example.org/a", "Ferry", TEXT, "2026-06-29", "Herald", "en")
CITATION = Citation(1, 7, ARTICLE.url, ARTICLE.title, ARTICLE.source, ARTICLE.published, 0, len(TEXT), TEXT)
CLAIM = Claim(TEXT, "Mira Holm", "direct", (CITATION,))


def test_an_answer_has_the_keys_of_the_contract() -> None:
    answer = Answer("q", "s", "en", True, None, (CLAIM,), "text", ms=1.2345)
    shown = interface.answer_json(answer)
    assert list(shown) == [
        "question", "standalone_question", "lang", "answered", "refusal", "claims", "text", "composer", "ms",
        "judged",
    ]  # fmt: skip
    claims = shown["claims"]
    assert isinstance(claims, list)
    assert list(claims[0]) == ["text", "speaker", "kind", "citations"]
    assert list(claims[0]["citations"][0]) == [
        "number", "article_id", "url", "title", "source", "published", "start", "end", "quote",
        "passage", "reprints", "partial", "version",
    ]  # fmt: skip
    assert shown["ms"] == 1.2
    noted = interface.answer_json(replace(answer, claims=(replace(CLAIM, note="denied"),)))["claims"]
    assert isinstance(noted, list)
    assert noted[0]["note"] == "denied"


def test_the_id_of_a_batch_line_comes_first() -> None:
    answer = Answer("q", "s", "en", False, "no_evidence", (), "text")
    assert next(iter(interface.answer_json(answer, "a1"))) == "id"


def test_a_split_quotation_is_joined_and_bounded() -> None:
    spans = (Span(1, 6), Span(25, 33))
    statement = Statement(
        spans, Span(0, len(TEXT)), "direct", "said", Span(8, 17), "Mira Holm", said_on=date(2026, 6, 28)
    )
    shown = interface.statement_json(statement, ARTICLE)
    assert shown["text"] == "Late, … but here"
    assert (shown["start"], shown["end"], shown["spans"]) == (1, 33, [[1, 6], [25, 33]])
    assert shown["speaker_mention"] == "Mira Holm"
    assert shown["said_on"] == "2026-06-28"


def test_a_statement_without_a_mention_has_none() -> None:
    shown = interface.statement_json(Statement((Span(1, 6),), Span(0, 7), "direct", "", None, None), ARTICLE)
    assert (shown["speaker_mention"], shown["speaker_start"], shown["said_on"]) == (None, None, None)


def test_a_line_is_one_line_and_keeps_letters() -> None:
    text = interface.line({"text": "Песков\nсказал"})
    assert "\n" not in text
    assert "Песков" in text
    assert json.loads(text) == {"text": "Песков\nсказал"}


def test_search_and_report_objects() -> None:
    result = SearchResult(7, ARTICLE.url, ARTICLE.title, None, 0, 6, TEXT[:6], 1.5)
    shown = interface.search_json("late", [result], 3.14159, 4)
    assert list(shown) == ["id", "query", "results", "ms"]
    report = interface.report_json(IngestReport(added=1, failed=(Failure("a.txt:3", "empty"),), seconds=0.5))
    assert report == {
        "added": 1, "updated": 0, "duplicates": 0, "unchanged": 0,
        "failed": [{"source": "a.txt:3", "error": "empty"}], "seconds": 0.5,
    }  # fmt: skip
