"""Which conversation a question belongs to."""

from dataclasses import replace

from bot.telegram.scene import Scene
from bot.telegram.threads import Threads
from tests.store.test_inbox import shown
from tests.store.test_personal import turn
from tests.telegram.support import FakeAnswerer, said, services_of

SCENE = Scene(1, 7, is_private=True)


def ask(services, talk, words):
    services.store.conversations.add(talk, turn(words))
    return services.store.talks.last_turn(talk)


def words_of(services, talk):
    return [each.question.text for each in services.store.conversations.recent(talk)]


async def test_going_on_from_the_last_answer_stays_in_the_conversation():
    with services_of(FakeAnswerer(said)) as services:
        threads = Threads(services.store)
        talk = threads.latest(SCENE)
        number = ask(services, talk, "one")
        assert await threads.after(SCENE, replace(shown(), talk=talk, turn=number)) == talk


async def test_going_on_from_an_earlier_answer_is_a_branch_that_later_questions_follow():
    with services_of(FakeAnswerer(said)) as services:
        threads = Threads(services.store)
        talk = threads.latest(SCENE)
        first = ask(services, talk, "one")
        ask(services, talk, "two")
        branch = await threads.after(SCENE, replace(shown(), talk=talk, turn=first))
        assert (words_of(services, branch), words_of(services, talk)) == (["one"], ["one", "two"])
        assert threads.latest(SCENE) == branch


async def test_instead_of_an_answer_its_turn_is_as_if_never_asked():
    with services_of(FakeAnswerer(said)) as services:
        threads = Threads(services.store)
        talk = threads.latest(SCENE)
        ask(services, talk, "one")
        second = ask(services, talk, "two")
        branch = await threads.instead_of(SCENE, replace(shown(), talk=talk, turn=second))
        assert words_of(services, branch) == ["one"]


async def test_what_was_forgotten_is_told():
    with services_of(FakeAnswerer(said)) as services:
        threads = Threads(services.store)
        talk = threads.latest(SCENE)
        number = ask(services, talk, "one")
        services.store.talks.reset(SCENE.talk)
        assert await threads.after(SCENE, replace(shown(), talk=talk, turn=number)) is None
        assert await threads.instead_of(SCENE, replace(shown(), talk=talk, turn=number)) is None


async def test_the_person_is_noted_for_erasing():
    with services_of(FakeAnswerer(said)) as services:
        ask(services, Threads(services.store).latest(SCENE), "one")
        services.store.personal.erase(7)
        assert words_of(services, SCENE.talk) == []
