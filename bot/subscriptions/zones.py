"""Time zones as people name them: "Europe/Berlin", "Berlin", "Москва", "+3", or a place on the map.

A zone is kept by its name: one of the IANA data base, or an offset as "UTC+05:30".
"""

import math
import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from bot.language.script import fold
from bot.language.tables import lines

_UTC_NAMES = frozenset({"utc", "gmt", "z", "zulu"})
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?(?:\s*(?:ч|h)\.?)?")
_PLACE = re.compile(r"([+-]\d+)([+-]\d+)")  # ISO 6709: degrees, minutes and perhaps seconds, both ways
_GREATEST = 14 * 60  # minutes: no zone is further from UTC
_REGIONS = ("Europe", "Asia", "America", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "Antarctica")


@cache
def zone_of(name: str) -> tzinfo:
    """The zone that is kept under a name; raises KeyError when there is none."""
    if name == "UTC":
        return UTC
    minutes = _offset(fold(name))
    if minutes is not None:
        return timezone(timedelta(minutes=minutes), name)
    if name not in _names().values():
        raise KeyError(name)
    return ZoneInfo(name)


def find_zone(words: str) -> str | None:
    """The name to keep of a zone that a person names; None when nothing is called so."""
    key = _key(words)
    if key in _UTC_NAMES:
        return "UTC"
    minutes = _offset(key)
    if minutes is not None:
        return _offset_name(minutes) if abs(minutes) <= _GREATEST else None
    return _cities().get(key) or _names().get(key)


def nearest_zone(latitude: float, longitude: float) -> str:
    """The zone of the nearest of some 400 cities, the largest of the zones; near a border it may be wrong."""
    here = _direction(latitude, longitude)
    return min(_places(), key=lambda place: math.dist(here, place[1]))[0]


def _key(words: str) -> str:
    return " ".join(fold(words).replace("_", " ").replace("-", " - ").split()).replace(" - ", "-").strip(".")


def _offset(key: str) -> int | None:
    """Minutes east of UTC."""
    match = _OFFSET.fullmatch(key)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return minutes if match[1] == "+" else -minutes


def _offset_name(minutes: int) -> str:
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours:02}:{rest:02}"


@cache
def _names() -> dict[str, str]:
    """Folded full names and last parts of the IANA data base; of two equal last parts the main region's."""
    zones = sorted(available_timezones() - {"localtime", "Factory"})
    in_regions = [zone for zone in zones if zone.startswith(_REGIONS)]
    found = {_key(zone.rpartition("/")[2]): zone for zone in reversed(in_regions)}
    return {**found, **{_key(zone): zone for zone in zones}}


@cache
def _cities() -> dict[str, str]:
    rows = (line.split("\t") for line in lines(__package__, "cities.tsv"))
    return {_key(city): zone for zone, cities in rows for city in cities.split(", ")}


@cache
def _places() -> tuple[tuple[str, tuple[float, float, float]], ...]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple((row[2], _direction(*_degrees(row[1]))) for row in rows)


def _degrees(place: str) -> tuple[float, float]:
    match = _PLACE.fullmatch(place)
    assert match is not None, f"no place: {place}"
    return _angle(match[1], 2), _angle(match[2], 3)


def _angle(text: str, digits: int) -> float:
    degrees, minutes, seconds = text[1 : 1 + digits], text[1 + digits : 3 + digits], text[3 + digits :]
    angle = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return angle if text[0] == "+" else -angle


def _direction(latitude: float, longitude: float) -> tuple[float, float, float]:
    """A point of the unit sphere: the nearest in space is the nearest on the ground."""
    north, east = math.radians(latitude), math.radians(longitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
