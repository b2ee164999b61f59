"""Lines of links, and what stands around them."""

import time

import pytest
import trafilatura

from bot.articles.linkedlines import mark_links, may_be_marked, without_links

PROSE = "The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year of the flood."


def left(*lines: str) -> list[str]:
    """What is left of marked lines behind two of prose."""
    return without_links("\n".join((PROSE, PROSE, *lines))).split("\n")[2:]


def test_links_are_marked_and_the_marks_are_gone_afterwards() -> None:
    tree = trafilatura.load_html(
        "<html><body><p>See <a href='/a'>the <b>plan</b></a>, <a name='x'>here</a>.</p></body></html>"
    )
    mark_links(tree)
    marked = "".join(tree.itertext())
    assert marked == "See ⸨the plan⸩, here."
    assert without_links(marked) == "See the plan, here."


def test_a_page_that_holds_the_marks_itself_is_left_as_it_is() -> None:
    assert may_be_marked("<p>plain</p>")
    assert not may_be_marked("<p>⸨so⸩</p>")


@pytest.mark.parametrize(
    "line",
    [
        "⸨Otter steals a fish from the mayor⸩",
        "⸨“The otter must pay,” said the mayor of Lumen⸩",
        "12:40 ⸨Ferry queue grows to three hours⸩",
        "⸨Print⸩ | ⸨Send⸩",
        "Выдра украла рыбу >>>",
        "⸨Паром вернулся в порт после ремонта⸩ Вчера паром вышел на линию, сообщает порт.",
        "- ⸨Ida Holm on the price of a new bridge⸩ The mayor answers readers of the Post.",
        "Ida Holm on bridges. ⸨The mayor answers the letters that came in after the vote last week.⸩",
        "Latest ⸨The choir sings in the port tonight⸩. ⸨The market opens an hour early on Friday⸩.",
    ],
)
def test_links_to_other_articles_go(line: str) -> None:
    assert left(line, PROSE) == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Mayor ⸨Ida Holm⸩ told the ⸨Lumen Post⸩ that the bridge would be open again before the winter.",
        "⸨Ida Holm⸩ said the bridge would be open again before the winter.",
        "Мэр ⸨Ида Хольм⸩ сказала, что мост откроют до зимы.",
        "⸨“We will pay for the bridge ourselves,” Mayor Ida Holm said.⸩",
        "The plan:",
        "2026",
    ],
)
def test_sentences_with_links_stay(line: str) -> None:
    assert left(line, PROSE) == [line.replace("⸨", "").replace("⸩", ""), PROSE]


def test_the_label_of_links_goes_with_them() -> None:
    assert left("More on this:", "⸨Otter steals a fish⸩", "⸨Ferry queue grows⸩", PROSE) == [PROSE]
    assert left("Ещё о мосте:", "Новости:", "⸨Выдра украла рыбу⸩", PROSE) == [PROSE]


def test_teasers_go_with_the_link_that_reads_on() -> None:
    assert left("The otter of Lumen has struck again.", "⸨Read more⸩", PROSE) == [PROSE]
    assert left("⸨Otter steals a fish⸩", "The animal came out of the river at dawn and...", PROSE) == [PROSE]


def test_behind_the_last_prose_short_lines_among_links_go() -> None:
    assert left("In the port", "⸨Otter steals a fish⸩", "3 May 2031", "⸨Ferry queue grows⸩", "Lumen") == []
    assert left("Ida Holm, mayor of Lumen") == ["Ida Holm, mayor of Lumen"]
    assert left("Read in the next issue:") == []


def test_lines_that_break_off_go_several_in_a_row() -> None:
    broken = "The otter of Lumen has struck again and..."
    assert left(broken, broken, broken) == []
    assert left(broken, PROSE) == [broken, PROSE]
    assert left(f"lumen.example: {broken}", PROSE) == [PROSE]


@pytest.mark.parametrize("head", ["Comments (12)", "3 комментария", "Комментарии читателей", "Leave a reply"])
def test_comments_of_readers_are_no_part_of_the_article(head: str) -> None:
    assert left(head, "A fine bridge, I say.", "No, it is not.") == []


def test_heads_that_only_look_like_those_of_comments_stay() -> None:
    assert left("Комментарии экспертов", PROSE) == ["Комментарии экспертов", PROSE]
    assert left("Comments", PROSE) == ["Comments", PROSE]
    told = "Reader comments on the plan were hostile, the council said in its report."
    assert left(told, PROSE) == [told, PROSE]
    assert left("“Your comments are a disgrace,” the mayor told him.") == [
        "“Your comments are a disgrace,” the mayor told him."
    ]


def test_where_links_are_nearly_all_nothing_goes() -> None:
    lines = [f"⸨{PROSE}⸩"] * 5
    assert without_links("\n".join(lines)) == "\n".join([PROSE] * 5)


def test_an_article_in_one_line_is_never_dropped() -> None:
    flat = " ".join([PROSE] * 12) + " ⸨" + " ".join([PROSE] * 12) + "⸩"
    assert len(left(flat)) == 1


@pytest.mark.parametrize("piece", ["1: ", "a: ", ". ", "⸨a b c d e⸩ ", "a.", "comments ", ">", "⸨", "a.b: "])
def test_lines_made_to_keep_the_rules_busy_take_no_time(piece: str) -> None:
    began = time.perf_counter()
    left(piece * 60, piece * 20_000)
    assert time.perf_counter() - began < 2
