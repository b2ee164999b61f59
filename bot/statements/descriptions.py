"""Names that are descriptions: "lawyer for Orlov", "President Orlov's sudden rise"; it knows no speakers."""

from bot.language.lemmas import is_stop
from bot.statements.speaker_keys import name_form, phrase_words

SHORTEST_TOLD = 5  # letters of a word in small letters that belongs to no name


def is_proper(name: str) -> bool:
    """Whether a name is no description: "Ludwig van Orlov", not "President Orlov's sudden rise"."""
    long = (word for word in name.split() if len(word) >= SHORTEST_TOLD)
    return name[:1].isupper() and not any(map(str.islower, long))


def told_keys(name: str) -> frozenset[str]:
    """The keys of the words of a name that mean something."""
    return frozenset(name_form(" ".join(word for word in phrase_words(name) if not is_stop(word))))
