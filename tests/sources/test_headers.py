"""Headers: validators, freshness, Retry-After."""

from datetime import UTC, datetime

from bot.sources.headers import WEEK, fresh_for, read_headers, retry_after, validators
from bot.sources.values import Validators

NOW = datetime(2031, 5, 6, 12, 0, tzinfo=UTC)


def test_the_first_of_a_name_counts() -> None:
    assert read_headers([(b"ETag", b" a "), (b"etag", b"b")]) == {"etag": "a"}


def test_validators_are_kept_unless_absurd() -> None:
    found = validators({"etag": '"a"', "last-modified": "x" * 501})
    assert (found.etag, found.modified) == ('"a"', None)
    assert validators({"etag": '"caf\xe9"', "last-modified": "a\x01b"}) == Validators()


def test_freshness() -> None:
    assert fresh_for({"cache-control": "public, max-age=600"}) == 600
    assert fresh_for({"cache-control": "max-age=999999999"}) == WEEK
    assert fresh_for({"cache-control": "no-cache, max-age=600"}) is None
    assert fresh_for({}) is None
    dates = {"date": "Tue, 06 May 2031 12:00:00 GMT", "expires": "Tue, 06 May 2031 12:20:00 GMT"}
    assert fresh_for(dates) == 1200
    assert fresh_for({**dates, "cache-control": "max-age=60"}) == 60
    assert fresh_for({**dates, "expires": "0"}) is None


def test_retry_after_in_seconds_or_as_a_date() -> None:
    assert retry_after({"retry-after": "120"}, NOW) == 120
    assert retry_after({"retry-after": "Tue, 06 May 2031 12:05:00 GMT"}, NOW) == 300
    assert retry_after({"retry-after": "Tue, 06 May 2031 11:00:00 GMT"}, NOW) == 0
    assert retry_after({"retry-after": "9999999999"}, NOW) is None
    assert retry_after({"retry-after": "soon"}, NOW) is None
    assert retry_after({"retry-after": "\xb2"}, NOW) is None
    assert retry_after({}, NOW) is None


def test_a_server_whose_clock_is_wrong_is_taken_by_its_own_clock() -> None:
    skewed = {"retry-after": "Tue, 06 May 2036 12:05:00 GMT", "date": "Tue, 06 May 2036 12:00:00 GMT"}
    assert retry_after(skewed, NOW) == 300
