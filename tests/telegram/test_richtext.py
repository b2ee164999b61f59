"""Rich text: styles, escaping, cutting."""

from bot.telegram.richtext import Block, Run, clean, cut, plain, to_html, units


def test_every_character_of_html_is_escaped_once():
    assert to_html([plain('a < b & c > "d" &amp;')]) == 'a &lt; b &amp; c &gt; "d" &amp;amp;'


def test_styles_are_nested_tags():
    block = Block((Run("Ann", bold=True), Run(" "), Run("[1]", href='https://x.example/?a=1&b="2"')))
    assert to_html([block]) == '<b>Ann</b> <a href="https://x.example/?a=1&amp;b=&quot;2&quot;">[1]</a>'


def test_blocks_are_parted_by_their_gaps_but_the_first():
    assert to_html([Block((Run("a"),), gap="\n"), Block((Run("b"),), gap="\n"), plain("c")]) == "a\nb\n\nc"


def test_quotation_is_expandable():
    block = Block((Run("Title", bold=True), Run("\nwords")), quoted=True)
    assert to_html([block]) == "<blockquote expandable><b>Title</b>\nwords</blockquote>"


def test_units_are_those_of_utf16():
    assert units("Що?") == 3
    assert units("a😀") == 3


def test_control_characters_and_lone_surrogates_are_removed():
    assert clean("a\x00b\x1f\ud800c\nd\te") == "abc\nd\te"


def test_cutting_keeps_styles_on_both_sides():
    block = Block((Run("Ann", bold=True), Run(" spoke"), Run("[1]", href="https://x.example")), quoted=True)
    head, tail = cut(block, 5)
    assert head == Block((Run("Ann", bold=True), Run(" s")), quoted=True)
    assert tail == Block((Run("poke"), Run("[1]", href="https://x.example")), quoted=True)
    head, tail = cut(block, 2)
    assert head.runs == (Run("An", bold=True),)
    assert tail.runs[0] == Run("n", bold=True)
