"""The strict reader of Telegram's HTML refuses what it says it refuses."""

import pytest

from tests.telegram.fake_html import TextError, parse_text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("да<x>", 'Unsupported start tag "x" at byte offset 4'),
        ("a <b>b", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("1 > 2", 'Unescaped ">" after byte offset 0'),
        ("R&D", 'Unescaped "&" at byte offset 1'),
        ("&nbsp;a", 'Unescaped "&" at byte offset 0'),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "can't be nested"),
        ('<a href="https://x.y"><a href="https://x.y">b</a></a>', "can't be nested"),
        ("<code><b>a</b></code>", "can't be nested"),
        ("<a>b</a>", 'Tag "a" must have an attribute'),
        ('<a href="file:x y">b</a>', "Bad address"),
        ('<a href="nonsense">b</a>', "Bad address"),
        ('<b class="x">a</b>', 'Unexpected attribute "class"'),
        ('<span class="big">a</span>', "tg-spoiler"),
        ('<a href="https://x.y>b</a>', "Bad attributes"),
    ],
)
def test_bad_html_is_refused(source, words):
    with pytest.raises(TextError) as raised:
        parse_text(source, "HTML")
    assert words in str(raised.value)
    assert str(raised.value).startswith("can't parse entities: ")


def test_good_html_gives_text_and_entities_in_utf16():
    text, entities = parse_text(
        '😀 <b>A &lt;<i>b</i></b>\n<blockquote expandable>q <a href="https://x.y/?a=1&amp;b">[1]</a></blockquote>',
        "HTML",
    )
    assert text == "😀 A <b\nq [1]"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "italic", "offset": 6, "length": 1},
        {"type": "expandable_blockquote", "offset": 8, "length": 5},
        {"type": "text_link", "offset": 10, "length": 3, "url": "https://x.y/?a=1&b"},
    ]


@pytest.mark.parametrize("text", ["", "  \n", "<b> </b>"])
def test_empty_text_is_refused(text):
    with pytest.raises(TextError, match="message text is empty"):
        parse_text(text, "HTML")


def test_length_is_counted_in_utf16_after_parsing():
    assert parse_text("<b>" + "x" * 4096 + "</b>", "HTML")[0] == "x" * 4096
    assert parse_text("😀" * 2048, None)
    for text in ("x" * 4097, "😀" * 2049):
        with pytest.raises(TextError, match="message is too long"):
            parse_text(text, None)


def test_too_many_entities_or_too_much_source():
    parse_text("<b>x</b>" * 100, "HTML")
    with pytest.raises(TextError, match="ENTITIES_TOO_LONG"):
        parse_text("<b>x</b>" * 101, "HTML")
    with pytest.raises(TextError, match="ENTITIES_TOO_LONG"):
        parse_text(f'<a href="https://x.y/{"a" * 9500}">x</a>', "HTML")


def test_unknown_mode_is_refused_and_no_mode_takes_all():
    assert parse_text("a < b & c", None) == ("a < b & c", [])
    with pytest.raises(TextError, match="unsupported parse_mode"):
        parse_text("a", "Markdown")
