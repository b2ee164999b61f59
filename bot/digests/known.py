"""What was known of a matter, and whether a line tells more than that, in whichever language. Pure.

Words of one language are compared as they are; a line in a language that nothing known is in is compared by
what both share: its figures, its names by their sound, and words that the lexicon translates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.answers.novelty import FEWEST, Telling, new_share, telling
from bot.language.lemmas import KEY
from bot.language.script import detect_language, is_cyrillic
from bot.language.translate import translations
from bot.models import Language

NEW_WORDS = 0.4  # of the words of a line, none of which were known
NEW_WORDS_ABROAD = 0.45  # ... in another language, where the same is often said by other words


@dataclass(frozen=True)
class Known:
    """Everything that some texts tell, and their languages."""

    told: Telling
    languages: frozenset[Language]

    def and_texts(self, texts: Iterable[str]) -> "Known":
        """What these tell as well."""
        told, languages = self.told, set(self.languages)
        for text in texts:
            told = told.and_(telling(text))
            languages.add(detect_language(text))
        return Known(told, frozenset(languages))

    def lacks(self, text: str) -> bool:
        """Whether a line tells something new; a new figure always is, and so is what cannot be compared."""
        words, figures = telling(text)
        if not self.told.words or figures - self.told.numbers:
            return True
        has_own = detect_language(text) in self.languages
        if has_own and new_share(words, self.told.words) <= NEW_WORDS:
            return False
        return len(self.languages) == has_own or self._lacks_abroad(words, has_own)

    def _lacks_abroad(self, words: frozenset[str], has_own: bool) -> bool:
        """Whether what is known in the other language does not tell it either."""
        shared = frozenset(filter(_is_shared, words))
        known = self.told.words | {word for word in shared if not self._meant.isdisjoint(_meanings(word))}
        enough = NEW_WORDS if has_own else NEW_WORDS_ABROAD
        return len(shared) < FEWEST or new_share(shared, known) > enough

    @cached_property
    def _meant(self) -> frozenset[str]:
        return frozenset(meaning for word in self.told.words for meaning in _meanings(word))


UNKNOWN = Known(Telling(), frozenset())


def _is_shared(word: str) -> bool:
    """Whether a word has one form in both languages: a name, or an English word with a translation."""
    return word.startswith(KEY) or (not is_cyrillic(word) and bool(translations(word)))


def _meanings(word: str) -> tuple[str, ...]:
    """In what two words for the same thing meet: a translation, or a name without the vowel of a case."""
    return (word.rstrip("aeiouy"),) if word.startswith(KEY) else translations(word)
