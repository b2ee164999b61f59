"""What the directory of speakers needs of whatever keeps them; it holds no speaker itself."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from bot.models import Speaker
from bot.statements.speaker_keys import NameSort, OfficeSort

COMMON = 1000  # speakers from which a word tells nothing: "of", "John"
MOST = 200  # speakers that one look-up gives, those with most statements: no question means more


class SpeakerSource(Protocol):
    """Speakers by the keys of their names and offices; ids come with most statements first, MOST at most."""

    def get(self, ids: Iterable[int]) -> Sequence[Speaker]:
        """Speakers by id, those without statements left out."""

    def known(self, sort: NameSort, keys: Collection[str]) -> Collection[str]:
        """Those of some keys that any speaker has."""

    def most_heard(self, ids: Collection[int]) -> Sequence[int]:
        """Those of some speakers that have statements, with most of them first, MOST at most."""

    def with_word(self, keys: Collection[str]) -> Collection[int]:
        """Whose names have a word with one of these keys; COMMON of them when there are as many or more."""

    def persons(self, words: Sequence[Collection[str]]) -> Sequence[int]:
        """Who has a key of each word in his names, and one of all these as surname."""

    def bodies(self, sort: NameSort, keys: Collection[str]) -> Sequence[int]:
        """Bodies with one of these keys."""

    def holders(self, sort: OfficeSort, words: Sequence[Collection[str]]) -> Sequence[int]:
        """Who has an office with one key of each word."""

    def surnames(self, letter: str, lengths: range) -> Sequence[str]:
        """Surname keys that begin with a letter and have one of these lengths."""
