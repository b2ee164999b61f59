"""Where something happens and for whom."""

import pytest
from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User

from bot.telegram.scene import Scene, Scenes, of_message, person_of
from bot.telegram.texts import EN, RU
from tests.telegram.support import NOW, FakeAnswerer, said, services_of

ANN = User(7, "Ann", False, language_code="ru")


def message(chat=7, kind="private", **more):
    return Message(3, NOW, Chat(chat, kind), from_user=ANN, **more)


@pytest.mark.parametrize(
    ("scene", "talk"),
    [
        (Scene(7, 7, is_private=True), "telegram:7"),
        (Scene(7, 7, is_private=True, topic=4), "telegram:7:t4"),
        (Scene(-5, 7, is_private=False), "telegram:-5:p7"),
        (Scene(-5, 7, is_private=False, topic=4), "telegram:-5:t4:p7"),
    ],
)
def test_conversations_are_of_a_chat_its_topic_and_in_groups_a_person(scene, talk):
    assert scene.talk == talk


def test_the_scene_of_a_message():
    assert of_message(message()) == Scene(7, 7, is_private=True, message=3)
    topic = message(-5, "supergroup", message_thread_id=4, is_topic_message=True)
    assert of_message(topic) == Scene(-5, 7, is_private=False, topic=4, message=3)
    reply_without_topic = message(-5, "supergroup", message_thread_id=4)
    assert of_message(reply_without_topic).topic is None


def test_whoever_writes_for_a_channel_is_the_channel():
    assert of_message(message(-5, "group", sender_chat=Chat(-100, "channel"))).person == -100


def test_whose_an_update_is():
    assert person_of(Update(1, message=message(-5, "group", sender_chat=Chat(-100, "channel")))) == -100
    assert person_of(Update(1, edited_message=message())) == 7
    assert person_of(Update(1, inline_query=InlineQuery("1", ANN, "x", ""))) == 7
    assert person_of(Update(1)) == 0


async def test_the_language_is_that_of_the_chat_or_else_of_the_person():
    with services_of(FakeAnswerer(said)) as services:
        scenes = Scenes(services.store)
        assert (await scenes.of(Update(1, message=message()))).texts is RU
        await scenes.choose(7, "en")
        assert (await scenes.of(Update(1, message=message()))).texts is EN
        services.store.people.set_language(7, None)
        scenes.forget(7)
        assert (await scenes.of(Update(1, message=message()))).texts is RU


async def test_a_button_is_of_its_presser_in_the_chat_of_its_message():
    under = message(-5, "group")
    query = CallbackQuery("1", User(9, "Bob", False), "1", under)
    with services_of(FakeAnswerer(said)) as services:
        scene = await Scenes(services.store).of(Update(1, callback_query=query))
    assert (scene.chat, scene.person, scene.message, scene.language) == (-5, 9, 3, "en")
