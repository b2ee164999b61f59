"""Of several holders of an office the one whom the articles on the matter name; all are made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.answers.library import Library
from bot.answers.office_near import with_near_holders
from bot.answers.questions import understand
from bot.ingest import analyse
from bot.models import Draft, Question

LARGE = (
    "Mayor Ada Krylova of Zarechny spoke about schools. “We will build three,” Mayor Ada Krylova said. "
    "She said that money is there. She said that builders come in May. She said that parents know."
)
FLOOD = (
    "A flood hit Dolsk on Monday and took two bridges. “Stay at home,” Mayor Pavel Zubkov said. "
    "The mayor of Dolsk, Pavel Zubkov, said that the flood was the worst in a century."
)
FIRE = "A fire burned the mill of Tarn. Nobody was hurt in the fire, Governor Ivan Orlov said."


def ask(text: str, library: Library, now: datetime) -> Question:
    return with_near_holders(understand(text, library.directory(), now), library, now)


def shelved(shelve: Callable) -> Library:
    shelf = shelve([])
    texts = {"Schools": LARGE, "Flood in Dolsk": FLOOD, "Fire in Tarn": FIRE}
    drafts = [
        Draft(f"http://news.example/{n}", title, f"{title}\n\n{text}", "2025-07-09", "Gazette")
        for n, (title, text) in enumerate(texts.items())
    ]
    shelf.store.articles.save([analyse(draft) for draft in drafts])
    library = Library(shelf.store, shelf.index)
    library.catch_up()
    return library


def test_the_mayor_of_the_flooded_town_is_meant(shelve: Callable, now: datetime) -> None:
    question = ask("What did the mayor say about the flood?", shelved(shelve), now)
    assert [one.name for one in question.speakers] == ["Pavel Zubkov"]
    assert question.corrections == ("Taking 'the mayor' as Pavel Zubkov, not Ada Krylova.",)


def test_without_a_matter_the_one_most_heard_is_meant(shelve: Callable, now: datetime) -> None:
    question = ask("What did the mayor say?", shelved(shelve), now)
    assert [one.name for one in question.speakers] == ["Ada Krylova"]


def test_in_the_midst_of_a_matter_without_a_holder_nobody_is_meant(shelve: Callable, now: datetime) -> None:
    library = shelved(shelve)
    asked = replace(understand("What did the mayor say?", library.directory(), now), context="fire Tarn")
    question = with_near_holders(asked, library, now)
    assert [one.ids for one in question.speakers] == [()]
    assert not question.corrections


def test_on_a_topic_the_one_most_heard_stays_where_nobody_else_is_named(
    shelve: Callable, now: datetime
) -> None:
    question = ask("What did the mayor say about the fire in Tarn?", shelved(shelve), now)
    assert [one.name for one in question.speakers] == ["Ada Krylova"]


def test_whom_a_follow_up_goes_on_with_stays(shelve: Callable, now: datetime) -> None:
    library = shelved(shelve)
    asked = understand("What did the mayor say about the flood?", library.directory(), now)
    assert (
        with_near_holders(replace(asked, text="and about the flood?"), library, now).speakers
        == asked.speakers
    )


def test_a_name_is_nobody_elses(shelve: Callable, now: datetime) -> None:
    question = ask("What did Ada Krylova say about the flood?", shelved(shelve), now)
    assert [one.name for one in question.speakers] == ["Ada Krylova"]
