"""What the end of a wish says of the time, in both languages, and what it leaves to the topic."""

import pytest

from bot.subscriptions.phrases import Timing, TimingError, parse_quiet, take_timing
from bot.subscriptions.schedule import QuietHours


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("daily 09:00", Timing("daily", minute=540)),
        ("daily 9", Timing("daily", minute=540)),
        ("at 9 pm daily", Timing("daily", minute=1260)),
        ("every day at 12 am", Timing("daily", minute=0)),
        ("at noon", Timing(minute=720)),
        ("on weekdays, 8.15", Timing("weekdays", minute=495)),
        ("weekly on monday 8:30", Timing("weekly", 1, 510)),
        ("monday 8:30", Timing("weekly", 1, 510)),
        ("on Fridays", Timing("weekly", 5)),
        ("every sunday at 18", Timing("weekly", 7, 1080)),
        ("every evening", Timing("daily", usual=1140)),
        ("hourly", Timing("hourly")),
        ("as it happens", Timing("at_once")),
        ("daily 9:00 UTC+3", Timing("daily", minute=540, zone="UTC+03:00")),
        ("daily at 09:00 (Europe/Berlin)", Timing("daily", minute=540, zone="Europe/Berlin")),
        ("9am New York time", Timing(minute=540, zone="America/New_York")),
        ("ежедневно в 9 часов утра", Timing("daily", minute=540)),
        ("по будням в 9", Timing("weekdays", minute=540)),
        ("по понедельникам в 8 вечера", Timing("weekly", 1, 1200)),
        ("каждую среду в 7:30", Timing("weekly", 3, 450)),
        ("во вторник в 10", Timing("weekly", 2, 600)),
        ("каждое утро", Timing("daily", usual=540)),
        ("on fridays at 6 pm Berlin time", Timing("weekly", 5, 1080, "Europe/Berlin")),
        (
            "каждый понедельник в полдень по времени Екатеринбурга",
            Timing("weekly", 1, 720, "Asia/Yekaterinburg"),
        ),
        ("в 9 по московскому времени", Timing(minute=540, zone="Europe/Moscow")),
        ("on weekends at 10", Timing("weekends", minute=600)),
        ("по выходным в 10", Timing("weekends", minute=600)),
        ("in the evening", Timing("daily", usual=1140)),
        ("утром", Timing("daily", usual=540)),
        ("вечером в 8 вечера", Timing("daily", minute=1200, usual=1140)),
        ("каждый час", Timing("hourly")),
        ("сразу же", Timing("at_once")),
        ("в 9 по Москве", Timing(minute=540, zone="Europe/Moscow")),
        ("в 21:30 мск", Timing(minute=1290, zone="Europe/Moscow")),
        ("в 12 ночи", Timing(minute=0)),
        ("в полдень", Timing(minute=720)),
    ],
)
def test_a_schedule_is_taken_off_the_end(text, timing):
    assert take_timing(text) == ("", timing)
    assert take_timing(f"topic: the ferry, {text}") == ("topic: the ferry", timing)


@pytest.mark.parametrize(
    "text",
    [
        "article 9",
        "version 7.30",
        "black monday",
        "daily bread",
        "prison time",
        "elections on sunday",
        "выборы в воскресенье",
        "ремонт дорог по Москве",
    ],
)
def test_what_is_no_schedule_stays(text):
    assert take_timing(text) == (text, Timing())


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("at 9 and at 18", "two", "at 9"),
        ("daily weekly", "two", "daily"),
        ("по будням по средам", "two", "по будням"),
        ("at 25:00", "no_time", "at 25:00"),
        ("в 9:75", "no_time", "в 9:75"),
        ("at 14 pm", "no_time", "at 14 pm"),
        ("every 2 hours", "other", "every 2 hours"),
        ("twice a day", "other", "twice a day"),
        ("каждые два часа", "other", "каждые два часа"),
        ("два раза в день", "other", "два раза в день"),
        ("раз в месяц", "other", "раз в месяц"),
        ("monthly at 9:00", "other", "monthly"),
    ],
)
def test_contradictions_are_told_with_their_words(text, sort, words):
    with pytest.raises(TimingError) as raised:
        take_timing(f"Orlov {text}")
    assert (raised.value.sort, raised.value.words) == (sort, words)


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("22-8", QuietHours(1320, 480)),
        ("22:00–07:30", QuietHours(1320, 450)),
        ("23:00 - 08:00", QuietHours(1380, 480)),
        ("from 10 pm to 7 am", QuietHours(1320, 420)),
        ("с 11 вечера до 7 утра", QuietHours(1380, 420)),
        ("с 23 до 8", QuietHours(1380, 480)),
    ],
)
def test_quiet_hours(text, quiet):
    assert parse_quiet(text) == quiet


@pytest.mark.parametrize("text", ["8-8", "never", "22", "22-25", "", "8-"])
def test_what_are_no_quiet_hours(text):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_quiet(text)
