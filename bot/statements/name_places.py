"""Where a name or an office may stand in a question, judged by its words alone; it knows no speakers."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from bot.language.lemmas import is_stop
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import Token
from bot.language.tokens import tokens as split_tokens
from bot.models import Language
from bot.statements.cues import english_cues
from bot.statements.offices import SMALL_WORDS
from bot.statements.ordinary_words import is_name_like, is_ordinary
from bot.statements.speaker_keys import office_of

LONGEST_OFFICE = 7  # words
SHORTEST_VERB = 4  # letters with the ending: "king" is none
VERBAL = ("ed", "ing")  # "headed" is no head
SHORTEST_COMPARED = 4  # letters: shorter words change too much in their case forms


class Places:
    """A question while it is searched for names: what may begin, end or be one."""

    def __init__(self, text: str, language: Language | None) -> None:
        self._text = text
        self.tokens: tuple[Token, ...] = tuple(split_tokens(text))
        self.shown: Language = language or ("ru" if is_cyrillic(text) else "en")
        self._is_word = tuple(token.text[0].isalnum() for token in self.tokens)
        self._is_stop = tuple(is_stop(token.text) for token in self.tokens)

    def may_start(self, position: int) -> bool:
        """Whether a name or office may begin here."""
        return self._is_word[position] and (
            not self._is_stop[position] or self.tokens[position].text.isupper()
        )

    def longest(self, position: int) -> int:
        """How many tokens a name or office that begins here can have at most."""
        size = 1
        while size < LONGEST_OFFICE and position + size < len(self.tokens) and self._goes_on(position + size):
            size += 1
        return size

    def _goes_on(self, position: int) -> bool:
        return self._is_word[position]

    def words(self, position: int, size: int) -> str:
        """The text of `size` tokens, as it stands."""
        return self._text[self.start(position) : self.end(position, size)]

    def start(self, position: int) -> int:
        """Where the token begins."""
        return self.tokens[position].start

    def end(self, position: int, size: int) -> int:
        """Where the last of `size` tokens ends."""
        return self.tokens[position + size - 1].end

    def may_be_office(self, position: int, size: int) -> bool:
        """Whether these tokens may be somebody's office."""
        return may_be_office([token.text for token in self.tokens[position : position + size]])

    def is_small(self, position: int) -> bool:
        """Whether a token is a stop word in small letters, with which no name ends."""
        return self._is_stop[position] and not self.tokens[position].text[0].isupper()

    def word_at(self, position: int) -> str:
        """The word at a place; empty behind the end and for punctuation."""
        return self.tokens[position].text if position < len(self.tokens) and self._is_word[position] else ""

    def is_ordinary(self, position: int, size: int) -> bool:
        """Whether a single token is more likely a common word than a name."""
        return size == 1 and is_ordinary(self.tokens[position].text, first=position == 0)

    def is_name_like(self, position: int) -> bool:
        """Whether a token unknown to the library still looks like a misspelt name."""
        return is_name_like(self.tokens[position].text)


def may_be_office(parts: Sequence[str]) -> bool:
    """Whether words may be one office: one of them is one, and none begins a clause or says what was done.

    Of a hundred thousand speakers some have "experts say" and "governor of which state" for an office.
    """
    several = (" ".join(parts[i : i + size]) for size in (1, 2, 3) for i in range(len(parts) - size + 1))
    named = any(map(_is_office, several))  # "press secretary", "secretary of state"
    return named and not any(map(_ends_office, parts)) and not is_stop(parts[-1])


@lru_cache(20_000)
def _is_office(words: str) -> bool:
    """Whether one to three words are an office, in the singular: several people have none in common."""
    if is_cyrillic(words):
        plural = any(parse.pos == "NOUN" and parse.number == "plur" for parse in morph(fold(words))[:1])
    else:
        plural = words.endswith("s") and office_of(words[:-1]) == office_of(words)
    return not plural and not any(map(_is_verbal, words.split())) and bool(office_of(words))


def _is_verbal(word: str) -> bool:
    return word.endswith(VERBAL) and len(word) > SHORTEST_VERB


@lru_cache(20_000)
def _ends_office(word: str) -> bool:
    if is_cyrillic(word):
        return morph(fold(word))[0].pos in {"VERB", "INFN"}
    spelt = word.isupper() and len(word) > 1  # "US" is no "us"
    small = is_stop(word) and fold(word) not in SMALL_WORDS and not spelt
    return small or _is_verb_of_saying(fold(word))


def _is_verb_of_saying(word: str) -> bool:
    return any(cue.frame == "say" and not cue.noun for cue in english_cues().get(word, ()))


def is_genitive(word: str) -> bool:
    """Whether a Russian word in small letters is most likely a noun in the genitive."""
    likeliest = morph(word)[:1] if is_cyrillic(word) else ()
    return any(parse.pos == "NOUN" and parse.case == "gent" for parse in likeliest)


def is_new_spelling(word: str, known: Collection[str]) -> bool:
    """Whether a folded word is spelled as none of the known ones of its script, whatever its case form."""
    same_script = [one for one in known if is_cyrillic(one) == is_cyrillic(word)]
    if not same_script or len(word) <= SHORTEST_COMPARED:
        return False
    if not is_cyrillic(word):
        return word not in same_script
    return not any(word.startswith(one[: max(3, len(one) - 2)]) for one in same_script)
