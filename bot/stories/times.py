"""How the time between two articles counts; it knows nothing of what they say."""

from bot.stories.weights import FAR_DAYS, NEAR_DAYS

_DAY = 86_400


def closeness(one: int, other: int) -> float:
    """From 1 for articles of the same days down to 0; moments are seconds since the epoch, 0 when unknown."""
    if not one or not other:
        return 1.0
    days = abs(one - other) / _DAY
    return min(1.0, max(0.0, (FAR_DAYS - days) / (FAR_DAYS - NEAR_DAYS)))


def window(moment: int) -> tuple[int, int]:
    """Between which moments an article can be near one of `moment`."""
    return moment - FAR_DAYS * _DAY, moment + FAR_DAYS * _DAY
