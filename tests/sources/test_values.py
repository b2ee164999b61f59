"""Values: the defaults are bounded."""

from bot.sources.values import Fetched, FetchLimits


def test_defaults_are_bounded() -> None:
    limits = FetchLimits()
    assert limits.body <= limits.unpacked
    assert limits.silence < limits.seconds
    assert not Fetched("https://tarn.example/", b"").unchanged
