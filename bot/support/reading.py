"""A text as words that can be compared: forms, synonym groups, opposites; it knows nothing of claims.

Words with a hyphen are read as their parts, so that "work-related" meets "related to work".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.language.lemmas import is_stop
from bot.language.names import find_names, word_keys
from bot.language.script import detect_language, fold, is_cyrillic
from bot.language.sentences import paragraphs, sentences
from bot.language.tables import number_of
from bot.language.tokens import tokens
from bot.models import Language, Span
from bot.support.lexicon import (
    Phrase,
    exclusive,
    keys,
    longer_phrases,
    opposites,
    small_words,
    synonyms,
    word_set,
)

Kind = Literal["stop", "word", "name", "number"]
NAME = "@"  # marks a key of a name among the forms
LONGEST = 20_000  # words of one text that are read; more is no news article
_SHORTENED = re.compile(r"\b(?:[A-ZА-ЯЁ]\.){2,}(?:[A-ZА-ЯЁ]\b)?")  # U.S., U.S.S.R
_ENDING = re.compile(r"\d-[а-яё]{1,3}$")  # «2027-м»: no word of its own
POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with everything that it may be compared by."""

    text: str
    start: int
    end: int
    sentence: int
    place: int  # among the words of its sentence
    kind: Kind
    forms: frozenset[str]
    groups: frozenset[int]
    sides: frozenset[int]
    members: frozenset[tuple[int, int]]
    head: int | None = None  # place of the word whose phrase this one only completes

    @property
    def is_light(self) -> bool:
        """Whether it says little by itself, as "make" and "thing" do."""
        return self.kind == "word" and not self.forms.isdisjoint(word_set("light_words.txt"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: its sentences as words, in order."""

    text: str
    language: Language
    spans: tuple[Span, ...]
    sentences: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, or a part of one with hyphens, before it is looked up."""

    text: str
    start: int
    keys: frozenset[str]
    name: bool


@lru_cache(maxsize=512)
def read(text: str) -> Reading:
    """The sentences of a text as words; the same text is read once."""
    language = detect_language(text)
    spans = tuple(span for line in paragraphs(text) for span in sentences(text, line, language))
    named = _named(text)
    found: list[tuple[Word, ...]] = []
    count = 0
    for number, span in enumerate(spans):
        pieces = _pieces(text, span, named)
        count += len(pieces)
        if count > LONGEST:
            break
        found.append(_words(pieces, number))
    return Reading(text, language, spans[: len(found)], tuple(found))


def _named(text: str) -> frozenset[int]:
    """The offsets of all letters where a name stands."""
    return frozenset(at for name in find_names(text) for at in range(name.start, name.end))


def _pieces(text: str, span: Span, named: frozenset[int]) -> list[_Piece]:
    found: list[_Piece] = []
    short = {match.start(): match for match in _SHORTENED.finditer(text, *span)}
    done = 0
    for token in tokens(text, *span):
        if token.start < done or not token.text[0].isalnum():
            continue
        start = token.start
        if match := short.get(start):
            letters = match.group().replace(".", "")
            found.append(_Piece(letters, start, keys(letters), name=True))
            done = match.end()
            continue
        whole = fold(token.text) in small_words("because")  # «из-за»
        for part in (token.text,) if whole else token.text.split("-"):
            if part and not _ENDING.search(text[max(0, start - 2) : start] + part):
                shown = part.removesuffix(POSSESSIVE[0]).removesuffix(POSSESSIVE[1])
                found.append(_Piece(shown, start, keys(shown), start in named and shown[:1].isupper()))
            start += len(part) + 1
    return found


def _words(pieces: list[_Piece], sentence: int) -> tuple[Word, ...]:
    heads: dict[int, tuple[int, Phrase]] = {}
    found: list[Word] = []
    for place, piece in enumerate(pieces):
        head, phrase = heads.get(place) or (None, _phrase_at(pieces, place))
        if phrase and head is None:
            heads.update((later, (place, phrase)) for later in range(place + 1, place + len(phrase)))
        found.append(_word(piece, sentence, place, phrase, head))
    return tuple(found)


def _phrase_at(pieces: list[_Piece], place: int) -> Phrase | None:
    """The longest entry of several words that begins here."""
    for key in pieces[place].keys:
        for phrase in longer_phrases().get(key, ()):
            rest = pieces[place + 1 : place + len(phrase)]
            if len(rest) == len(phrase) - 1 and all(
                part in piece.keys for part, piece in zip(phrase[1:], rest, strict=True)
            ):
                return phrase
    return None


def _word(piece: _Piece, sentence: int, place: int, phrase: Phrase | None, head: int | None) -> Word:
    entries = [phrase] if phrase else [(key,) for key in piece.keys]
    lists = () if head is not None else entries
    return Word(
        piece.text,
        piece.start,
        piece.start + len(piece.text),
        sentence,
        place,
        _kind(piece, phrase is not None),
        _forms(piece),
        frozenset[int]().union(*(synonyms().get(entry, ()) for entry in lists)),
        _sides(piece, phrase, head),
        frozenset[tuple[int, int]]().union(*(exclusive().get(entry, ()) for entry in lists)),
        head,
    )


def _sides(piece: _Piece, phrase: Phrase | None, head: int | None) -> frozenset[int]:
    """Those of the phrase; one that has none, as "price rise", does not hide the direction of its words."""
    whole = opposites()
    if phrase in whole:
        return whole[phrase] if head is None else frozenset()
    return frozenset[int]().union(*(whole.get((key,), ()) for key in piece.keys))


def _kind(piece: _Piece, in_phrase: bool) -> Kind:
    if piece.text[0].isdigit() or number_of("number_words.tsv", piece.text):
        return "number"
    if piece.name:
        return "name"
    # judged apart
    small = is_cyrillic(piece.text) and fold(piece.text) in small_words("negators") | small_words("because")
    idle = is_stop(piece.text) or small
    return "stop" if idle or (len(piece.text) == 1 and not in_phrase) else "word"


def _forms(piece: _Piece) -> frozenset[str]:
    if not (piece.name or piece.text[:1].isupper()):
        return piece.keys
    return piece.keys | frozenset(NAME + key for key in word_keys(piece.text))


def is_russian(word: Word) -> bool:
    """Whether a word is written in Cyrillic."""
    return is_cyrillic(word.text)


def folded(word: Word) -> str:
    """A word for looking it up in a list of forms."""
    return fold(word.text)
