"""Names of zones: the data base's, of cities in both languages, offsets, and places on the map."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.language.tables import lines
from bot.subscriptions.zones import find_zone, nearest_zone, zone_of


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("Москва", "Europe/Moscow"),
        ("екатеринбург", "Asia/Yekaterinburg"),
        ("Кёльн", "Europe/Berlin"),
        ("Петропавловск-Камчатский", "Asia/Kamchatka"),
        ("мск", "Europe/Moscow"),
        ("+3", "UTC+03:00"),
        ("UTC+05:30", "UTC+05:30"),
        ("gmt -3", "UTC-03:00"),
        ("−3:30", "UTC-03:30"),
        ("utc", "UTC"),
        ("UTC+0", "UTC"),
        ("+15", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_zone_by_its_name(words, zone):
    assert find_zone(words) == zone


def test_what_is_found_can_be_kept_and_taken_again():
    for words in ("Berlin", "+5:30", "-3", "utc", "Москва"):
        name = find_zone(words)
        assert name is not None
        assert find_zone(name) == name
        assert zone_of(name).utcoffset(datetime(2031, 5, 6, tzinfo=UTC).replace(tzinfo=None)) is not None


def test_offsets():
    assert zone_of("UTC-03:30").utcoffset(None) == timedelta(hours=-3, minutes=-30)


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        zone_of("Europe/Nowhere")


def test_every_city_of_the_table_has_a_zone_that_exists():
    for line in lines("bot.subscriptions", "cities.tsv"):
        zone, cities = line.split("\t")
        assert zone_of(zone)
        for city in cities.split(", "):
            assert find_zone(city) == zone


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (55.75, 37.62, "Europe/Moscow"),
        (52.5, 13.4, "Europe/Berlin"),
        (-33.9, 151.2, "Australia/Sydney"),
        (19.4, -99.1, "America/Mexico_City"),
        (-17.8, 179.9, "Pacific/Fiji"),
        (-17.8, -179.9, "Pacific/Fiji"),
    ],
)
def test_the_zone_of_a_place(latitude, longitude, zone):
    assert nearest_zone(latitude, longitude) == zone
