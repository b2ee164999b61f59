"""Offers of subscriptions: what a message says can be read back."""

import pytest

from bot.digests.text import Digest
from bot.subscriptions.phrases import Timing
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner
from bot.subscriptions.values import Scope
from bot.telegram.offers import SCHEDULES, Offer, offer_text, offered, read_offer
from tests.telegram.test_digest_view import WINDOW, item

SCOPES = [
    Scope(),
    Scope("speaker", "Marta Orlova"),
    Scope("speaker", "Песков", "Украина и переговоры"),
    Scope("topic", "central bank"),
    Scope("topic", "цены на воду в 9 округах"),
    Scope("topic", "daily bread at 9:00"),
    Scope("topic", "news about weather on Monday"),
    Scope("topic", "source: unknown"),
    Scope("source", "The Orlov Herald"),
    Scope("source", "Вестник, вечерний выпуск"),
]
USUAL = Manner(Schedule(), "Europe/Berlin")


def week(*items, more=0):
    return Digest(Scope(), WINDOW, "en", items, more)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_what_is_offered_can_be_read_back(scope, language):
    for schedule in (*SCHEDULES, Schedule("weekly", 485, 7)):
        for zone in ("Europe/Berlin", "UTC+05:30", "UTC"):
            offer = Offer(scope, schedule, zone)
            read = read_offer(offer_text(offer, week(), language), USUAL, language)
            assert read is not None
            assert read.scope == scope
            assert read.schedule == schedule
            # what comes at no set time names no zone
            assert read.zone == (USUAL.zone if schedule.recurrence in {"hourly", "at_once"} else zone)


def test_it_says_what_the_week_would_have_brought():
    told = offer_text(
        Offer(SCOPES[1], Schedule(), "UTC"), week(item(1), item(2), item(3), item(4), more=2), "en"
    )
    assert told == (
        "speaker: Marta Orlova\ndaily at 09:00 (UTC)\n\n"
        "In the last week this would have brought you 6 items, for example:\n• Story 1\n• Story 2\n• Story 3"
    )
    assert offer_text(Offer(SCOPES[1], Schedule(), "UTC"), week(), "ru").endswith("не пришло бы ничего.")


@pytest.mark.parametrize(
    "text", ["", "one line", "topic: x\nsome day", "topic:\ndaily at 09:00", "x\n\ndaily"]
)
def test_other_messages_offer_nothing(text):
    assert read_offer(text, USUAL, "en") is None


@pytest.mark.parametrize(
    ("timing", "usual", "schedule"),
    [
        (Timing(), Schedule("weekly", 1080, 3), Schedule("daily", 1080)),
        (Timing(), Schedule("at_once", 0), Schedule()),
        (Timing("hourly"), Schedule(), Schedule("hourly", 0)),
        (Timing(minute=600), Schedule("hourly", 0), Schedule("daily", 600)),
    ],
)
def test_what_was_not_said_is_daily_at_the_usual_time(timing, usual, schedule):
    assert offered(SCOPES[1], timing, Manner(usual)).schedule == schedule
