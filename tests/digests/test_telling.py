"""The lines of a story."""

from collections.abc import Callable

from bot.answers.gate import passes
from bot.digests.known import UNKNOWN
from bot.digests.telling import LINES, LONGEST, Source, lines, spoken
from bot.models import Article, AskedSpeaker
from tests.digests.conftest import ORCHARD, PIER, PIER_AGAIN, Add

Read = Callable[[Article], Source]


def test_a_story_is_told_by_its_leads_and_a_statement(add: Add, source: Read) -> None:
    claims = lines([source(add(PIER))])
    assert [(claim.speaker, claim.text[:9]) for claim in claims] == [
        (None, "The pier "),
        ("Vera Lunina", "“Nobody b"),
        (None, "The first"),
    ]
    assert [claim.citations[0].number for claim in claims] == [1, 2, 3]


def test_every_line_passes_the_gate(add: Add, source: Read) -> None:
    held = [source(add(PIER)), source(add(PIER_AGAIN, source="Courier")), source(add(ORCHARD))]
    articles = {one.article.id: one.article for one in held}
    ledger = [statement for one in held for statement in one.statements]
    claims = lines(held)
    assert len(claims) == LINES
    assert all(passes(claim, articles, ledger) for claim in claims)


def test_a_report_that_tells_the_same_gets_no_line(add: Add, source: Read) -> None:
    claims = lines([source(add(PIER)), source(add(PIER_AGAIN, source="Courier"))])
    assert sum("two years of repairs" in claim.text for claim in claims) == 1


def test_further_lines_come_after_the_three_and_repeat_none(add: Add, source: Read) -> None:
    held = [source(add(PIER)), source(add(PIER_AGAIN, source="Courier")), source(add(ORCHARD))]
    three, more = lines(held), lines(held, further=6)
    assert more[:LINES] == three
    assert LINES < len(more) <= LINES + 6
    assert len({claim.text for claim in more}) == len(more)


def test_an_update_tells_only_what_was_not_known(add: Add, source: Read) -> None:
    again = source(add(PIER_AGAIN))
    claims = lines([again], UNKNOWN.and_texts([PIER[1]]))
    assert [claim.speaker for claim in claims] == ["Oleg Dymov"]
    assert lines([source(add(PIER))], UNKNOWN.and_texts([PIER[1]])) == ()


def test_a_figure_that_changed_is_news(add: Add, source: Read) -> None:
    before = "The flood in Ostvik damaged 40 houses near the river, the rescue service of Ostvik said."
    now = (
        "Flood",
        "The flood in Ostvik damaged 61 houses near the river, the rescue service of Ostvik said now.",
    )
    assert len(lines([source(add(now))], UNKNOWN.and_texts([before]))) == 1
    same = (
        "Flood",
        "The flood in Ostvik damaged 40 houses near the river, the rescue service of Ostvik said now.",
    )
    assert lines([source(add(same))], UNKNOWN.and_texts([before])) == ()


def test_a_sentence_too_long_to_read_is_left_out(add: Add, source: Read) -> None:
    long = "The commission of Ostvik " + "and the council of Tarnholm " * 20 + "met on Monday."
    short = "They agreed on a ferry between Tarnholm and Ostvik after a night of talks."
    claims = lines(
        [source(add(("Talks", f"{long}\n\nTarnholm and Ostvik get a ferry after a night of talks.")))]
    )
    assert [len(claim.text) <= LONGEST for claim in claims] == [True]
    assert lines([source(add(("Talks again", f"{long} {short}")))]) == ()  # "They": nobody would know who


def test_an_article_without_prose_tells_nothing(add: Add, source: Read) -> None:
    assert lines([source(add(("Photo", "Photo of the day")))]) == ()
    assert lines([]) == ()


def test_a_statement_is_shown_under_the_name_asked_for(add: Add, source: Read) -> None:
    held = source(add(PIER))
    (statement,) = held.statements
    claim = spoken(statement, held, AskedSpeaker("Лунина", "Вера Лунина"))
    assert claim is not None
    assert (claim.speaker, claim.kind) == ("Вера Лунина", "direct")
    other = spoken(statement, held, AskedSpeaker("Дымов", "Олег Дымов"))
    assert other is not None
    assert other.speaker == "Vera Lunina"
