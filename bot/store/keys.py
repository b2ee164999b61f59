"""Keys under which the store compares names; pure, knows no table."""

from functools import lru_cache

from bot.language.names import nominative, word_key


@lru_cache(maxsize=65536)
def speaker_key(name: str) -> str:
    """The same for every script, spelling and case form of one full name."""
    keys = (word_key(word) for word in nominative(name).split())
    # a name without a single letter, as "50 Cent" might be cut, stays itself
    return " ".join(key for key in keys if key) or name.casefold()
