"""Splitting: every limit kept, nothing lost, borders where a reader would put them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.richtext import Block, Run, plain, to_html, units
from bot.telegram.split import Limits, pages, shorten
from tests.telegram.fake_html import parse_text

SMALL = Limits(units=40, entities=4, markup=1000)


def texts(blocks, limits=SMALL):
    return [[block.text for block in page] for page in pages(blocks, limits)]


def test_what_fits_stays_together():
    assert texts([plain("one"), plain("two")]) == [["one", "two"]]


def test_blocks_are_not_cut_when_a_message_of_their_own_holds_them():
    long = "x" * 30
    assert texts([plain(long), plain(long), plain("y")]) == [[long], [long, "y"]]


def test_gap_counts():
    exact = [plain("x" * 19), plain("y" * 19)]
    assert len(texts(exact)) == 1
    assert len(texts([*exact[:1], plain("y" * 20)])) == 2


def test_a_long_block_is_cut_after_a_sentence():
    first = "He came to the town in the rain. "
    assert texts([plain(first + "Nobody was there to meet him at all.")])[0] == [first]


def test_a_long_sentence_is_cut_between_words():
    pieces = texts([plain("alpha " * 20)])
    assert all(piece.strip().split() == ["alpha"] * len(piece.split()) for [piece] in pieces)


def test_a_pair_of_surrogates_stays_whole():
    pieces = texts([plain("a" + "😀" * 50)])
    assert "".join(piece for [piece] in pieces) == "a" + "😀" * 50
    assert all(units(piece) <= 40 for [piece] in pieces)


def test_entities_are_counted():
    marks = [Block((Run("w "), Run("[1]", href="https://x.example")), gap="\n") for _ in range(6)]
    assert [len(page) for page in pages(marks, SMALL)] == [4, 2]


def test_one_block_with_too_many_links_is_cut():
    block = Block(tuple(Run(f"[{n}]", href="https://x.example") for n in range(9)))
    assert "".join(text for page in texts([block]) for text in page) == block.text
    assert all(sum(len(b.runs) for b in page) <= 4 for page in pages([block], SMALL))


def test_addresses_are_counted():
    block = Block((Run("[1]", href="https://x.example/" + "a" * 600), Run(" ")))
    assert len(pages([block, block], SMALL)) == 2


def test_blank_blocks_make_no_message():
    assert pages([plain(" \n ")]) == []


def test_tags_are_closed_and_opened_again():
    html = [
        to_html(page)
        for page in pages([Block((Run("many words here " * 5, bold=True),), quoted=True)], SMALL)
    ]
    assert len(html) > 1
    assert all(
        page.startswith("<blockquote expandable><b>") and page.endswith("</b></blockquote>") for page in html
    )


def test_shorten_cuts_between_words():
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one", 9) == "one"
    assert shorten("x" * 20, 9) == "x" * 9 + "…"


STYLES = st.builds(
    Run,
    st.text(alphabet=st.sampled_from("ab .<>&\"'\n😀ёЖ"), max_size=60),
    bold=st.booleans(),
    italic=st.booleans(),
    href=st.sampled_from(["", "https://x.example/?a=1&b=2#:~:text=c%2Dd"]),
)
BLOCKS = st.lists(st.builds(Block, st.lists(STYLES, max_size=6).map(tuple), quoted=st.booleans()), max_size=6)


@given(BLOCKS)
@settings(max_examples=80, deadline=None)
def test_whatever_comes_telegram_takes_every_message_and_nothing_is_lost(blocks):
    split = pages(blocks, Limits(units=50, entities=8, markup=2000))
    for page in split:
        text, entities = parse_text(to_html(page), "HTML")
        assert units(text) <= 50
        assert len(entities) <= 8
    letters = "".join("".join(block.text for page in split for block in page).split())
    assert letters == "".join("".join(block.text for block in blocks).split())
