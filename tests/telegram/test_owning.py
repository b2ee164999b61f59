"""Commands of the owner, and what the owner is told of the bot."""

import pytest

from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from bot.telegram.texts import EN, TEXTS
from tests.telegram.support import FakeAnswerer, quoted, said, sent, services_of, serving_with, until
from tests.telegram.test_delivering import put


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "1 of chats that are closed to me. Digests: 1 sent, 0 on their way, 0 failed.",
        ),
        (
            "ru",
            "ещё 1 в закрытых для меня чатах. Сводки: отправлено 1, в пути 0, не удалось 0.",
        ),
    ],
)
async def test_the_owner_sees_how_digests_do(api, language, line):
    api.write("hello", chat=1)
    with services_of(FakeAnswerer(said), owners=frozenset({1})) as services:
        subscriptions = services.store.subscriptions
        subscriptions.save(Place("telegram:2"), Scope(), "en", Manner(Schedule()), 0)
        subscriptions.close_chat("telegram:2", "blocked", 0)
        async with serving_with(api, services):
            await sent(api, 1)
            put(services, 1)
            await sent(api, 2)
            await until(lambda: services.store.outbox.counts() == {"sent": 1})
            api.write("/stats", language=language)
            message = (await sent(api, 3))[2]
    assert message["text"].endswith(line)


async def ask(api, services, *commands, chat=1, language="en"):
    async with serving_with(api, services):
        for number, command in enumerate(commands, 1):
            api.write(command, chat=chat, language=language)
            messages = await sent(api, number, chat)
    return [message["text"] for message in messages]


@pytest.fixture
def services():
    with services_of(FakeAnswerer(lambda _: quoted()), owners=frozenset({1})) as opened:
        yield opened


@pytest.mark.parametrize("words", ["", "5", "5 king", "ann reader", "-5 reader", "5 owner", "٥ reader"])
async def test_a_role_needs_a_number_and_a_name(api, services, words):
    assert await ask(api, services, f"/role {words}") == [EN.role_usage]
    assert services.store.people.roles() == {}


@pytest.mark.parametrize("role", ["editor", "reader", "barred"])
async def test_roles_are_given(api, services, role):
    assert await ask(api, services, f"/role 5 {role}") == [EN.role_set.format(person=5, role=role)]
    assert services.store.people.roles() == {5: role}


async def test_each_invitation_is_another(api, services):
    links = await ask(api, services, "/invite", "/invite")
    assert links[0] != links[1]
    assert all("https://t.me/whosaid_test_bot?start=i-" in link for link in links)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_figures_are_filled_in(api, services, language):
    found = await ask(api, services, "what?", "/stats", language=language)
    assert "{" not in found[1]
    assert found[1].startswith(
        "Today: 1 question from 1 person" if language == "en" else "Сегодня: 1 вопрос от 1 человека"
    )


async def test_in_groups_and_for_others_nothing(api, services):
    assert "https://t.me/" in (await ask(api, services, "/invite", chat=-1))[0]
    assert await ask(api, services, "/invite", chat=4, language="ru") == [TEXTS["ru"].owners_only]
