"""What somebody said, an item a statement."""

from collections.abc import Callable
from dataclasses import replace

from bot.digests.spoken import is_about, mark_of, statement_items
from bot.digests.telling import Source
from bot.models import Article, AskedSpeaker, Claim
from bot.search.coverage import asked_words
from tests.digests.conftest import PIER, PIER_RU, Add

Read = Callable[[Article], Source]
LUNINA = AskedSpeaker("Lunina", "Vera Lunina")
REPEATED = (
    "Mayor on the pier",
    "“Nobody believed us, and here it stands,” Vera Lunina said on Monday at the ceremony.",
)


def items(*sources: Source, language: str = "en"):
    return statement_items([(one, held) for held in sources for one in held.statements], LUNINA, language)


def test_one_item_a_statement_with_its_place(add: Add, source: Read) -> None:
    (item,) = items(source(add(PIER)))
    assert (item.kind, item.title, item.claims[0].speaker) == ("statement", PIER[0], "Vera Lunina")
    assert item.claims[0].citations[0].number == 1


def test_the_same_words_elsewhere_are_cited_too_and_known_again(add: Add, source: Read) -> None:
    first, second = source(add(PIER)), source(add(REPEATED, source="Courier"))
    (both,) = items(first, second)
    assert [cited.article_id for cited in both.claims[0].citations] == [first.article.id, second.article.id]
    assert both.articles == 2
    (later,) = items(second)
    assert later.known_to(both.marks)


def test_another_language_adds_only_what_is_not_told(add: Add, source: Read) -> None:
    english, russian = source(add(PIER)), source(add(PIER_RU))
    assert [item.title for item in items(russian, english)] == [PIER[0]]
    assert [item.title for item in items(english, russian, language="ru")] == [PIER_RU[0]]
    assert [item.title for item in items(russian)] == [PIER_RU[0]]


def test_a_mark_does_not_depend_on_quotation_marks_and_order() -> None:
    claim = Claim("“It stands here,” she said", "Vera Lunina", "direct", ())
    assert mark_of(claim) == mark_of(replace(claim, text="She said: «it stands here»"))
    assert mark_of(claim) != mark_of(replace(claim, speaker="Oleg Dymov"))
    assert mark_of(claim) != mark_of(replace(claim, text="“It fell here,” she said"))


def test_on_a_topic_by_its_words_or_title(add: Add, source: Read) -> None:
    held = source(add(PIER))
    (statement,) = held.statements
    assert is_about(statement, held.article, asked_words("ceremony"))
    assert is_about(statement, held.article, asked_words("причал"))
    assert not is_about(statement, held.article, asked_words("taxes"))
    assert is_about(statement, held.article, ())
