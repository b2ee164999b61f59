"""The word lists of questions, read from `data/*.txt` once; it knows how they are written, not what for.

All words are folded: small letters, е for ё.
"""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from bot.language.lemmas import lemmas
from bot.language.script import fold, is_cyrillic
from bot.language.tables import lines
from bot.models import Wanted

WANTED: dict[str, Wanted] = {
    "who": "who",
    "when": "when",
    "where": "where",
    "how_much": "how_much",
    "why": "why",
    "which": "which",
    "what": "what",
}


class Cue(NamedTuple):
    """A phrase that tells an intent: its parts in order, other words allowed only between parts."""

    intent: str
    parts: tuple[str, ...]
    at_start: bool
    at_end: bool

    def fits(self, padded: str) -> bool:
        """Whether the phrase occurs in folded words joined and padded by single spaces."""
        position = 0
        for number, part in enumerate(self.parts):
            found = padded.find(part, position)
            if found < 0 or (self.at_start and number == 0 and found > 0):
                return False
            position = found + len(part) - 1
        return not self.at_end or padded.endswith(self.parts[-1])


def _entries(name: str) -> list[str]:
    text = files("bot.answers").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    return [entry for line in text.splitlines() if (entry := fold(line.split("#")[0].strip()))]


@lru_cache(maxsize=64)
def word_list(name: str) -> frozenset[str]:
    """Every word of a list that has any number of words a line."""
    return frozenset(word for entry in _entries(name) for word in entry.split())


@lru_cache(maxsize=64)
def phrase_list(name: str) -> frozenset[str]:
    """Every line of a list that has one phrase a line."""
    return frozenset(_entries(name))


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """All cue phrases, in the order of the file."""
    found: list[Cue] = []
    intent = ""
    for entry in _entries("cues"):
        if entry.startswith("["):
            intent = entry.strip("[]")
        else:
            found.append(_cue(intent, entry))
    return tuple(found)


def _cue(intent: str, entry: str) -> Cue:
    pieces = [piece.strip() for piece in entry.strip("^$ ").split("…")]
    parts = tuple(f" {piece[:-1]}" if piece.endswith("*") else f" {piece} " for piece in pieces if piece)
    return Cue(intent, parts, entry.startswith("^"), entry.endswith("$"))


@lru_cache(maxsize=1)
def wanted_phrases() -> tuple[tuple[str, Wanted], ...]:
    """Question phrases, padded by spaces, with what they ask for, in the order of the file."""
    pairs = (entry.partition("=") for entry in _entries("question_words"))
    return tuple((f" {phrase.strip()} ", WANTED[kind.strip()]) for phrase, _, kind in pairs)


def measure_entries() -> list[tuple[str, str]]:
    """What questions of quantity say, with the units that they want or another entry of the list."""
    pairs = (entry.partition("=") for entry in _entries("measures"))
    return [(phrase.strip(), units.strip()) for phrase, _, units in pairs]


@lru_cache(maxsize=1)
def kind_entries() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """Base forms of the words for a kind of thing, with names that are of it, as written."""
    found: list[tuple[frozenset[str], tuple[str, ...]]] = []
    for line in lines(__package__, "names_of_kinds.txt"):
        words, _, names = line.partition("=")
        found.append((frozenset(lemmas(word)[0] for word in words.split()), tuple(names.split())))
    return tuple(found)


class Verbs(NamedTuple):
    """Forms of verbs: the plain ones carry no meaning of their own, the others stay words to look for."""

    plain: frozenset[str]
    telling: frozenset[str]


@lru_cache(maxsize=4)
def verbs(name: str) -> Verbs:
    """A list of verbs; lines with a "+" are the telling ones."""
    entries = _entries(name)
    telling = {word for entry in entries if entry.startswith("+") for word in entry.strip("+ ").split()}
    plain = {word for entry in entries if not entry.startswith("+") for word in entry.split()}
    return Verbs(frozenset(plain - telling), frozenset(telling))


@lru_cache(maxsize=20_000)
def is_listed(word: str, listed: frozenset[str]) -> bool:
    """Whether a folded word, or for Russian a dictionary form of it, is in a list."""
    return word in listed or (is_cyrillic(word) and any(lemma in listed for lemma in lemmas(word)))


def is_plain_say_verb(word: str) -> bool:
    """Say, tell, comment ...: a form of a verb that only tells that somebody spoke."""
    return is_listed(word, verbs("say_verbs").plain)


def is_say_verb(word: str) -> bool:
    """Any verb of saying, telling ones (promise, deny) included."""
    return is_plain_say_verb(word) or is_listed(word, verbs("say_verbs").telling)


def is_naming_verb(word: str) -> bool:
    """Call, name, accuse ...: verbs that report words only in "who called it so?"."""
    return is_listed(word, verbs("naming_verbs").plain)


def is_reply_verb(word: str) -> bool:
    """React, respond ...: verbs that speak of something said or done before."""
    return is_listed(word, verbs("replies").plain)


def is_say_noun(word: str) -> bool:
    """Comment, quote, reaction ..."""
    return is_listed(word, verbs("say_nouns").plain)
