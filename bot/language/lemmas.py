"""Base forms of words, stop words, and the normalised shadow text that is indexed; it knows no index.

A Russian word has every base form that its letters allow, since the right one cannot be told without the
sentence; capitals decide that a word keeps its own form as well, as a name.
"""

from collections.abc import Callable, Collection, Iterator
from functools import cache, lru_cache
from itertools import chain
from operator import methodcaller
from sys import intern
from typing import TypeVar

import Stemmer

from bot.language.morphology import morph
from bot.language.names import word_keys
from bot.language.script import fold, is_cyrillic
from bot.language.tables import folded, lines
from bot.language.tokens import words

NAME_MARKS = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
KEY = "@"  # marks a key of a name among the terms
LONGEST_KEPT = 40  # letters
Value = TypeVar("Value")


@cache
def _stem() -> Callable[[str], str]:
    # its own cache takes three times as long as stemming does
    stem: Callable[[str], str] = Stemmer.Stemmer("english", 0).stemWord
    return stem


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Irregular form -> the stems of its bases: "met" -> "meet"."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(__package__, "irregular_en.txt"):
        base, *forms = line.split()
        for form in forms:
            found[form] = (*found.get(form, ()), _stem()(base))
    return found


def irregular_openings(bases: Collection[str], letters: int) -> frozenset[str]:
    """The first letters of irregular forms whose bases begin with one of `bases`, as many of each."""
    return frozenset(
        form[:letters]
        for form, stems in _irregular().items()
        if any(stem[:letters] in bases for stem in stems)
    )


@lru_cache(100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Base forms of a word, folded: every parse of a Russian one, stem and form of any other.

    An irregular English form has its base after its own stem: "left" is a side as well.
    """
    if word.isascii() or not is_cyrillic(word):
        return _english_lemmas(word)
    return _russian_lemmas(word)


def _russian_lemmas(word: str) -> tuple[str, ...]:
    folded = _bare(word)
    readings = morph(folded)
    forms = [fold(parse.normal) for parse in readings if parse.known] or [
        fold(parse.normal) for parse in readings
    ]
    if word[:1].isupper():
        forms += [fold(parse.normal) for parse in readings if parse.marks & NAME_MARKS]
        forms.append(folded)
    return tuple(dict.fromkeys(forms))


def _english_lemmas(word: str) -> tuple[str, ...]:
    folded = _bare(word)
    stem: str = _stem()(folded)
    bases = _irregular().get(folded)
    if bases:
        return tuple(dict.fromkeys((stem, folded, *bases)))
    return (stem, folded) if stem != folded else (folded,)


def _bare(word: str) -> str:
    return fold(word).removesuffix("'s").rstrip("'")


@lru_cache(50_000)
def terms(word: str) -> tuple[str, ...]:
    """What a word of a text is indexed under: its base forms and, for a capitalised one, its name keys."""
    return tuple(map(intern, (*lemmas(word), *_keys(word))))


def _keys(word: str) -> tuple[str, ...]:
    if not word[:1].isupper():
        return ()
    keys = word_keys(word)
    return tuple([KEY + key for key in (keys if len(keys) == 1 else sorted(keys))])


def text_terms(text: str) -> tuple[str, ...]:
    """The terms of the words of a text, in order."""
    return tuple(chain.from_iterable(map(_TERMS.__getitem__, pieces(text))))


def term_set(text: str) -> frozenset[str]:
    """The terms of a text, each once."""
    return frozenset(chain.from_iterable(map(_TERMS.__getitem__, set(pieces(text)))))


def piece_terms(piece: str) -> tuple[str, ...]:
    """The terms of one of the `pieces` of a text."""
    return _TERMS[piece]


def shadow(text: str) -> str:
    """The terms of a text as one, separated by spaces."""
    return " ".join(text_terms(text))


def index_terms(text: str) -> str:
    """The text as the index sees it: its terms without those that are never asked for."""
    # cut at white space only: that a word is remembered with and without the marks around it is cheaper
    # than to take these off a hundred times a passage
    return "".join(map(_INDEXED.__getitem__, text.split()))[1:]


def forget_indexed() -> None:
    """Give back the memory that `index_terms` took to be quick: some 100 MB after a big library."""
    _INDEXED.clear()


def pieces(text: str) -> Iterator[str]:
    """A text cut at white space, without the marks around: no word goes over these."""
    return map(_WITHOUT_MARKS, text.split())


def _terms_of_piece(piece: str) -> tuple[str, ...]:
    if _is_plain(piece):
        return terms(piece)
    return tuple(term for word in words(piece) for term in terms(word))


def _is_plain(piece: str) -> bool:
    """Whether a piece is one English word: nine of ten are, and are not worth a pattern."""
    return piece.isascii() and piece.isalpha()


def _index_terms_of_piece(piece: str) -> str:
    """Each with a space before it, so that joining needs not look which pieces have none."""
    stop, bare = _stop_words(), _WITHOUT_MARKS(piece)
    known = _INDEXED.get(bare)  # two of five new pieces are known words beside new marks
    if known is not None:
        return known
    found = _indexed(bare) if _is_plain(bare) else chain.from_iterable(map(_indexed, words(bare)))
    return "".join([f" {term}" for term in found if term not in stop])


def _indexed(word: str) -> tuple[str, ...]:
    """The terms of a word but for the own form of an English one.

    Its stem finds it as well (measured on 330 and 74 questions: no place lost), without it an index is
    smaller by 28 % and built in four fifths of the time.
    """
    if not word.isascii() and is_cyrillic(word):
        return terms(word)
    # nothing on the way is remembered of what is quickly made anew: half of all pieces are met but once
    bare = _bare(word)
    if bare not in _stop_words():
        return (_stem()(bare), *_irregular().get(bare, ()), *_keys(word))
    # "US" and "WHO" are asked for, "The" and "I" are not
    return _keys(word) if len(bare) > 1 and word[: len(bare)].isupper() else ()


class Remembered(dict[str, Value]):
    """What a function gives for a piece of text: a passage has a hundred, nearly all of them met before.

    Quicker than `lru_cache`; emptied when full. What is long is rare and is not kept.
    """

    def __init__(self, function: Callable[[str], Value], most: int) -> None:
        self._function = function
        self._most = most

    def __missing__(self, piece: str) -> Value:
        value = self._function(piece)
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= self._most:
                self.clear()
            self[piece] = value
        return value


_WITHOUT_MARKS = methodcaller("strip", ".,:;!?…\"'“”„‘’«»()[]—–-")
_TERMS = Remembered(_terms_of_piece, 80_000)
_INDEXED = Remembered(_index_terms_of_piece, 500_000)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in folded("stop_words.txt") for word in line.split())


def is_stop(word: str) -> bool:
    """Whether a word says nothing about the topic."""
    return fold(word) in _stop_words()


def content_words(text: str) -> list[str]:
    """The words that carry meaning, as written, in order."""
    return [word for word in words(text) if not is_stop(word)]
