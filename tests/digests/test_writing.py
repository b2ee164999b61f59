"""Stories of digests in the words of a model, which is a function of the test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Event

import pytest

from bot.answers.gate import passes
from bot.answers.spending import Limits
from bot.digests.composer import FURTHER, Composer
from bot.digests.telling import LINES
from bot.digests.writing import StoryWriter
from bot.errors import EndpointError
from bot.models import Claim, Language
from bot.store import Store
from bot.subscriptions.values import DigestItem, Scope
from tests.digests.conftest import ORCHARD, PIER, PIER_AGAIN, PIER_RU, Add, window
from tests.llm.writers import Book, Model, Write, answer, claim, quoting, read, scribe

Make = Callable[..., StoryWriter]
Compose = Callable[..., tuple[DigestItem, ...]]
OPENED = "The pier of Ladozhsk opened on Monday after repairs that cost 14 million crowns."
LATER = "Harbour master Oleg Dymov said that ferries from Tarnholm would come twice a day."


@pytest.fixture
def make(store: Store) -> Iterator[Make]:
    """A writer with a model that writes so; all are closed in the end."""
    with ExitStack() as opened:

        def made(model: Model, book: Book | None = None, limits: Limits | None = None) -> StoryWriter:
            writer = StoryWriter(store, scribe("digest", model, book, limits), 20)
            opened.callback(writer.close)
            return writer

        yield made


@pytest.fixture
def compose(store: Store) -> Compose:
    """The items of all news as a model is to word them."""

    def composed(language: Language = "en", scope: Scope | None = None) -> tuple[DigestItem, ...]:
        composer = Composer(store, FURTHER)
        composer.catch_up()
        return composer.compose(scope or Scope(), window(), language)

    return composed


def one(text: str, speaker: str | None = None, piece: int = 0) -> Write:
    """A model that makes one claim of a piece."""
    return lambda body: answer(claim(text, read(body).pieces[piece], speaker=speaker))


def texts(item: DigestItem) -> list[str]:
    return [line.text for line in item.claims]


def test_a_story_is_told_by_the_model_with_what_it_cites(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    add(PIER_AGAIN, source="Courier")
    model, book = Model(one(OPENED)), Book()
    items, spent = make(model, book).worded(compose(), "en", 20)
    assert texts(items[0]) == [OPENED]
    assert items[0].claims[0].citations[0].quote.startswith("The pier of Ladozhsk opened")
    assert (items[0].further, spent) == ((), False)
    assert {piece.speaker for piece in read_from(model)} == {None, "Vera Lunina", "Oleg Dymov"}
    (call,) = book.calls
    assert (call.task, call.chat, call.kept) == ("digest", "", 1)
    assert len(call.version) == 8


def read_from(model: Model) -> tuple[object, ...]:
    asked = model.asked[0]
    return read({"messages": [{"content": asked.system}, {"content": asked.user}]}).pieces


def test_lines_of_several_articles_can_be_told_as_one(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    add(PIER_AGAIN, source="Courier")

    def write(body: dict) -> str:
        pieces = read(body).pieces
        said = next(piece for piece in pieces if piece.speaker == "Oleg Dymov")
        return answer(claim(LATER, said, speaker="Oleg Dymov"), claim(OPENED, pieces[0]))

    items, _ = make(Model(write)).worded(compose(), "en", 20)
    assert [(line.speaker, line.text) for line in items[0].claims] == [("Oleg Dymov", LATER), (None, OPENED)]
    assert [cited.number for line in items[0].claims for cited in line.citations] == [1, 2]


@pytest.mark.parametrize(
    "lie",
    [
        "The pier of Ladozhsk opened on Monday after repairs that cost 41 million crowns.",
        "The pier of Ladozhsk did not open on Monday.",
        "The pier of Ostvik opened on Monday after two years of repairs.",
        "Vera Lunina opened the pier of Ladozhsk on Monday and resigned.",
    ],
)
def test_an_unsupported_line_gives_way_to_the_source(
    add: Add, compose: Compose, make: Make, lie: str
) -> None:
    add(PIER)
    items, _ = make(Model(one(lie))).worded(compose(), "en", 20)
    assert lie not in texts(items[0])
    assert texts(items[0])[0] == PIER[1].split("\n\n")[0]


def test_where_a_line_is_dropped_those_of_the_story_fill_up(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)

    def write(body: dict) -> str:
        nothing = {"text": "The mayor resigned.", "speaker": None, "keys": ["ffffff"]}
        return answer(claim(OPENED, read(body).pieces[0]), nothing)

    (plain,) = compose()
    (item,), _ = make(Model(write)).worded((plain,), "en", 20)
    assert texts(item) == [OPENED, *(line.text for line in plain.claims[1:])]


@pytest.mark.parametrize("write", [lambda _: answer(), lambda _: "nothing of the kind", one("x" * 601)])
def test_without_a_line_that_passes_the_story_stays(
    add: Add, compose: Compose, make: Make, write: Write
) -> None:
    add(PIER)
    (plain,) = compose()
    (item,), _ = make(Model(write)).worded((plain,), "en", 20)
    assert item.claims == plain.claims
    assert item.further == ()


def test_every_line_passes_the_gate(store: Store, add: Add, compose: Compose, make: Make) -> None:
    for article in (PIER, PIER_AGAIN, PIER_RU, ORCHARD):
        add(article)
    lines: list[Claim] = []
    for language in ("en", "ru"):
        items, _ = make(Model(quoting)).worded(compose(language), language, 20)
        assert all(len(item.claims) <= LINES for item in items)
        lines += [line for item in items for line in item.claims]
    for line in lines:
        ids = {cited.article_id for cited in line.citations}
        ledger = [one for number in ids for one in store.statements.of_article(number)]
        assert passes(line, store.articles.get(ids), ledger)


def test_a_story_is_asked_for_once_and_again_when_it_goes_on(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    model = Model(quoting)
    writer = make(model)
    first = writer.worded(compose(), "en", 20)
    assert writer.worded(compose(), "en", 20, chat="telegram:7") == first
    assert len(model.asked) == 1
    writer.worded(compose("ru"), "ru", 20)
    assert len(model.asked) == 2
    add(PIER_AGAIN, source="Courier")
    writer.worded(compose(), "en", 20)
    assert len(model.asked) == 3


def test_two_that_ask_at_once_get_the_same_story(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    go_on = Event()

    def slow(body: dict) -> str:
        go_on.wait(20)
        return quoting(body)

    model = Model(slow)
    writer = make(model)
    items = compose()
    assert writer.worded(items, "en", 0.01).items[0].claims == items[0].claims
    go_on.set()
    assert writer.worded(items, "en", 20).items[0].claims
    assert len(model.asked) == 1


def test_a_story_that_comes_too_late_is_there_for_the_next_reader(
    add: Add, compose: Compose, make: Make
) -> None:
    add(PIER)
    go_on = Event()

    def slow(body: dict) -> str:
        go_on.wait(20)
        return one(OPENED)(body)

    writer, items = make(Model(slow)), compose()
    assert texts(writer.worded(items, "en", 0.05).items[0]) == texts(items[0])
    go_on.set()
    assert texts(writer.worded(items, "en", 20).items[0]) == [OPENED]
    assert texts(writer.worded(items, "en", 0).items[0]) == [OPENED]


def test_with_no_time_left_nothing_is_asked(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    model, items = Model(quoting), compose()
    assert texts(make(model).worded(items, "en", -1).items[0]) == texts(items[0])
    assert model.asked == []


def test_what_failed_is_asked_for_again(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    model = Model(one(OPENED), EndpointError("gone"))
    writer, items = make(model), compose()
    assert writer.worded(items, "en", 20).items[0].claims == items[0].claims
    model.fails = None
    assert texts(writer.worded(items, "en", 20).items[0]) == [OPENED]


def test_a_spent_budget_is_said_and_the_sources_tell_it(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    model, items = Model(quoting), compose()
    told = make(model, limits=Limits(per_day=60)).worded(items, "en", 20)
    assert told.spent
    assert told.items[0].claims == items[0].claims
    assert model.asked == []


def test_the_chat_that_asks_pays(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    model, book = Model(quoting), Book()
    writer = make(model, book, Limits(per_chat=1000))
    writer.worded(compose(), "en", 20, chat="telegram:7#2")
    assert [call.chat for call in book.calls] == ["telegram:7"]
    assert writer.worded(compose("ru"), "ru", 20, chat="telegram:7").spent
    assert not writer.worded(compose("ru"), "ru", 20, chat="telegram:8").spent


def test_statements_of_a_speaker_are_nobodys_to_word(add: Add, compose: Compose, make: Make) -> None:
    add(PIER)
    model = Model(quoting)
    items = compose("en", Scope("speaker", "Lunina"))
    assert make(model).worded(items, "en", 20).items == items != ()
    assert model.asked == []


def test_an_article_that_was_rewritten_meanwhile_is_no_evidence(
    add: Add, compose: Compose, make: Make
) -> None:
    add(PIER, url="http://pier")
    items, model = compose(), Model(quoting)
    add((PIER[0], PIER[1] + "\n\n“A second pier follows,” Lunina added."), url="http://pier")
    assert make(model).worded(items, "en", 20).items[0].claims == items[0].claims


def test_the_language_of_the_reader(add: Add, compose: Compose, make: Make) -> None:
    add(PIER_RU)
    told = "В Ладожске после двух лет ремонта открыли причал."
    model = Model(one(told))
    items, _ = make(model).worded(compose("ru"), "ru", 20)
    assert texts(items[0]) == [told]
    assert "in this language: Russian" in model.asked[0].system
    items, _ = make(Model(one(told))).worded(compose("en"), "en", 20)
    assert texts(items[0]) == PIER_RU[1].split("\n\n")
