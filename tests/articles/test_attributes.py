"""Tags with hundreds of attributes."""

import time

import pytest
from lxml import html

from bot.articles.attributes import without_floods

FLOOD = " ".join(f"a{number}" for number in range(20_000))


@pytest.mark.parametrize(
    "opening",
    [
        "<p ",
        "<P/",
        "<p title='>' ",
        "<p a=<1 ",
        "<p <b ",
        '<p"x ',
        "<script ",
        "<!-- <script> --><p ",
        "<title><script></title><p ",
    ],
)
def test_a_flood_is_taken_out_wherever_it_stands(opening: str) -> None:
    spared = without_floods(f"<p>before</p>{opening}{FLOOD}>x</p><p class=c>after</p>")
    assert len(spared) < 200
    assert spared.startswith("<p>before</p>")
    assert spared.endswith(">x</p><p class=c>after</p>")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a < b and c > d</p>",
        "<img alt='" + "?a=1&b=2 " * 5_000 + "'>",
        '<div data-props="' + "{&quot;a=b&quot;} " * 5_000 + '">text</div>',
        "<p>" + "one < two words " * 5_000 + "</p>",
        "<p " + " ".join(f"a{number}='x'" for number in range(400)) + ">",
    ],
)
def test_nothing_else_changes(markup: str) -> None:
    assert without_floods(markup) == markup


@pytest.mark.parametrize("end", ["</script", "</STYLE", "]]"])
def test_the_end_of_what_only_looks_like_a_tag_stays(end: str) -> None:
    script = "if (a<b ) " + "f(x, y); " * 1_000
    assert without_floods(f"{script}{end}><p>text</p>") == f"if (a<b {end}><p>text</p>"


def test_a_parser_has_nothing_to_compare() -> None:
    began = time.process_time()
    root = html.document_fromstring(without_floods(f"<p {FLOOD * 5}>word</p>"))
    assert root.text_content() == "word"
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "piece", ["<p ", '<p a="', "<p a='", "<p =  ", '="', "<p a=\"'", "<a", "<p>", "<a </script "]
)
def test_markup_made_to_keep_the_rule_busy_takes_no_time(piece: str) -> None:
    began = time.process_time()
    without_floods("<p " + piece * 200_000)
    assert time.process_time() - began < 2
