"""What becomes of bytes: drafts, or failures with their place."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.limits import Limits
from bot.articles.parse import parse
from bot.models import Draft, Failure

GOOD = {
    "url": "https://www.lumen.example/a",
    "title": "Bridge opens",
    "text": "The bridge opened.\r\nIt is new.",
}


def only(data: bytes, name: str = "folder/note.txt", limits: Limits | None = None) -> Draft:
    (draft,) = parse(data, name, limits or Limits())
    assert isinstance(draft, Draft), draft
    return draft


def refused(data: bytes, limits: Limits | None = None) -> str:
    (failure,) = parse(data, "note.txt", limits or Limits())
    assert isinstance(failure, Failure), failure
    assert failure.source == "note.txt"
    return failure.error


def lines(*items: object) -> bytes:
    return "\n".join(item if isinstance(item, str) else json.dumps(item) for item in items).encode()


def test_plain_text_keeps_its_first_line() -> None:
    draft = only("Мост открыт\r\n\r\nМэр Орлова перерезала ленту.".encode())
    assert (draft.title, draft.url) == ("Мост открыт", "file:note.txt")
    assert draft.text == "Мост открыт\n\nМэр Орлова перерезала ленту."


def test_a_byte_order_mark_is_no_text() -> None:
    assert only(b"\xef\xbb\xbfTitle\n\nText.").text == "Title\n\nText."
    assert only("Title\n\nText.".encode("utf-16")).text == "Title\n\nText."


def test_text_is_composed() -> None:
    assert only("Cafe\u0301 opens\n\nText.".encode()).title == "Café opens"


def test_json_lines() -> None:
    drafts = list(
        parse(lines(GOOD, "", {**GOOD, "published": "2026-06-01", "authors": ["Ann Reed"]}), "n.jsonl")
    )
    assert [type(draft) for draft in drafts] == [Draft, Draft]
    first, second = drafts
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.text, first.source, first.published) == (
        "The bridge opened.\nIt is new.",
        "lumen.example",
        None,
    )
    assert (second.published, second.authors) == ("2026-06-01", ("Ann Reed",))


def test_packed_json_lines() -> None:
    packed = gzip.compress(lines(GOOD)) + gzip.compress(b"\n" + lines(GOOD))
    assert len(list(parse(packed, "n.jsonl.gz"))) == 2


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('{"url": "https://a.example", "title": ', "not JSON"),
        ("[1]", "not a JSON object"),
        ({**GOOD, "text": " "}, "`text` is missing"),
        ({**GOOD, "text": 5}, "`text` must be text, not int"),
        ({**GOOD, "title": ["x"]}, "`title` must be text, not list"),
        ({**GOOD, "authors": "A\ud800"}, "`authors`"),
        ({**GOOD, "authors": [1]}, "`authors` must be a list of names"),
        ({**GOOD, "text": "half \ud800"}, "half of a surrogate"),
        ({**GOOD, "text": "nul \0"}, "NUL"),
        ({**GOOD, "published": "soon"}, "`published` is no date"),
        ({**GOOD, "published": 1751450000}, "`published` must be text"),
        ({**GOOD, "url": "javascript:alert(1)"}, "script"),
        ({**GOOD, "url": "https://a b"}, "spaces"),
        ({**GOOD, "url": "http://[broken"}, "url"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_in(bad: object, reason: str) -> None:
    before, failure, after = parse(lines(GOOD, bad, GOOD), "news.jsonl")
    assert isinstance(failure, Failure)
    assert failure.source == "news.jsonl:2"
    assert reason in failure.error
    assert isinstance(before, Draft)
    assert isinstance(after, Draft)


def test_a_line_without_url_is_known_by_its_place() -> None:
    assert only(lines({"title": "A", "text": "B."}), "dir/n.jsonl").url == "file:n.jsonl#1"


def test_a_bad_first_line_does_not_hide_json_lines() -> None:
    failure, draft = parse(lines("junk", GOOD), "n.jsonl")
    assert isinstance(failure, Failure)
    assert isinstance(draft, Draft)


def test_markdown() -> None:
    text = (
        "---\ntitle: 'Harbour plan'\ndate: 2026-05-04 10:30:00+03:00\nsource: Lumen Post\n"
        "url: https://lumen.example/plan\nauthor: Ann Reed\n---\n"
        "# Harbour plan\n\nMayor **Holm** [said](https://x.example) it.\n\n## Money\n\n> Fine."
    )
    draft = only(text.encode())
    assert (draft.title, draft.url, draft.source) == (
        "Harbour plan",
        "https://lumen.example/plan",
        "Lumen Post",
    )
    assert (draft.published, draft.authors) == ("2026-05-04T10:30:00+03:00", ("Ann Reed",))
    assert draft.text == "Harbour plan\n\nMayor Holm said it.\n\nMoney\n\nFine."


def test_a_bad_date_of_front_matter_is_refused() -> None:
    assert "front matter" in refused(b"---\ntitle: A\ndate: soon\n---\nText.")


def test_a_multiplication_is_no_emphasis() -> None:
    assert only(b"# Sums\n\n2 * 3 * 4 and a_b_c.").text == "Sums\n\n2 * 3 * 4 and a_b_c."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"Title\n\nbad \xff byte", "not UTF-8: byte 12 "),
        (b"abc\0def", "NUL at byte 4"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x1f\x8bjunk", "gzip"),
        (gzip.compress(b"x" * 1000, mtime=0)[:-12], "gzip"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
        (b"<html><body></body></html>", "no article text"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert reason in refused(data)


def test_limits() -> None:
    assert "too long" in refused(b"word " * 100, Limits(text=100))
    assert "too big" in refused(b"word " * 100, Limits(file=100))
    assert "too big" in refused(gzip.compress(b"word " * 100), Limits(file=100))
    assert "too big" in refused(b"<html><p>" + b"word " * 1000, Limits(text=100))


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_end_in_drafts_or_failures(data: bytes) -> None:
    check(data)


TAGS = [
    "<html>",
    "<p>",
    "</p>",
    "<script type='application/ld+json'>",
    "</script>",
    "<title>",
    "<time datetime=",
]
MARKS = ["{", "}", '"text"', ":", '"', "[", "# ", "---\n", "\n", "date: ", "\0", "&#0;"]
MARKUP = [*TAGS, *MARKS, "<meta", "words of a sentence"]


@given(st.lists(st.sampled_from(MARKUP) | st.text(max_size=8), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_markup_ends_in_drafts_or_failures(parts: list[str]) -> None:
    check("".join(parts).encode("utf-8", "surrogatepass"))


def check(data: bytes) -> None:
    for item in parse(data, "x"):
        if isinstance(item, Failure):
            assert item.error
        else:
            assert item.text.strip()
            assert "\r" not in item.text
            item.text.encode()
