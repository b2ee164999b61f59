"""What a place follows."""

from dataclasses import replace

from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from bot.telegram.places import Places, place_of
from bot.telegram.scene import Scene
from tests.telegram.support import FakeAnswerer, said, services_of

PRIVATE = Scene(7, 7, is_private=True)
TOPIC = Scene(-5, 7, is_private=False, topic=3)


def test_a_topic_is_a_place_of_its_own():
    assert place_of(PRIVATE) == Place("telegram:7")
    assert place_of(TOPIC) == Place("telegram:-5", 3)


async def test_a_place_sees_and_ends_its_own_only():
    with services_of(FakeAnswerer(said)) as services:
        places = Places(services)
        mine = await places.save(PRIVATE, Scope("topic", "bridge"), Manner(Schedule()))
        theirs = await places.save(TOPIC, Scope("topic", "bridge"), Manner(Schedule()))
        assert await places.held(PRIVATE) == [mine]
        assert await places.remove(PRIVATE, theirs.id) is None
        assert await places.remove(TOPIC, theirs.id) == theirs
        assert await places.held(TOPIC) == []


async def test_the_next_one_comes_as_the_last_one_did():
    with services_of(FakeAnswerer(said)) as services:
        places = Places(services)
        assert await places.usual(PRIVATE) == Manner(Schedule(), "UTC")
        manner = Manner(Schedule("weekly"), "Asia/Tokyo", QuietHours(0, 60), "once")
        await places.save(PRIVATE, Scope(), manner)
        assert await places.usual(PRIVATE) == manner


async def test_a_change_reaches_all_of_a_place_in_their_languages():
    with services_of(FakeAnswerer(said)) as services:
        places = Places(services)
        await places.save(replace(PRIVATE, language="ru"), Scope("topic", "мост"), Manner(Schedule()))
        await places.save(PRIVATE, Scope("topic", "flood"), Manner(Schedule("hourly", 0)))
        held = await places.change(PRIVATE, lambda manner: replace(manner, zone="Asia/Tokyo"))
        assert [(one.language, one.manner.zone) for one in held] == [
            ("ru", "Asia/Tokyo"),
            ("en", "Asia/Tokyo"),
        ]
