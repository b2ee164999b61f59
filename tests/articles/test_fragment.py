"""Pieces of HTML to text."""

import time

import pytest

from bot.articles.fragment import fragment_text, plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Plain words.", "Plain words."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("<p>One <b>bold</b>\nword.</p><p>Two.</p>", "One bold word.\n\nTwo."),
        ("One.<br><br/>Two &amp; three &#8212; «да».", "One.\n\nTwo & three — «да»."),
        ("<ul><li>a</li><li>b</li></ul>tail", "a\n\nb\n\ntail"),
        ("<script>alert(1)</script><style>p{}</style><p>Said.</p><iframe>x</iframe>", "Said."),
        ("<p>a</p><!-- <p>b</p> -->", "a"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("<p>half <b>open", "half open"),
        ("<", "<"),
        ("", ""),
        ("<>", "<>"),
    ],
)
def test_text(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


def test_what_is_no_text_is_left_out() -> None:
    assert plain("a\0b\x07c\u202ed\ud800e\r\nf") == "abcde\nf"
    assert fragment_text("<p>a\0b\x01&#x202e;c</p>") == "abc"


def test_hundreds_of_attributes_take_no_time() -> None:
    flood = " ".join(f"a{number}" for number in range(100_000))
    began = time.process_time()
    assert fragment_text(f"<p {flood}>word</p>") == "word"
    assert time.process_time() - began < 2


@pytest.mark.parametrize("piece", ["<b>", "<div>", "<", "&a", "<table><tr><td>", "<!--", "<p>", "<style>"])
def test_markup_made_to_break_parsers(piece: str) -> None:
    began = time.perf_counter()
    fragment_text(piece * 100_000)
    assert time.perf_counter() - began < 10
