"""Lookup tables over the speakers of the library: by name, by body and by office, in either script.

Positions are indexes into the sequence of speakers given. Nothing here decides between namesakes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import product
from math import prod
from typing import NamedTuple

from bot.language.lemmas import is_stop, lemmas
from bot.language.names import similar_names, word_key, word_keys
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import words as split_words
from bot.models import Language, Speaker
from bot.statements.offices import office_key

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
ARTICLES = frozenset({"the", "a", "an"})
NEW = frozenset({"new", "current", "acting", "новый", "новая", "нынешний", "нынешняя"})  # change no office
SHORTEST_FUZZY = 4  # letters: shorter words have too many neighbours
MOST_READINGS = 200  # of a phrase's words, so that a long phrase costs no more than a short one


def bare_word(word: str) -> str:
    """A word without the English possessive ending: "Peskov's" -> "Peskov"."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


def without_dots(text: str) -> str:
    """Abbreviations of capitals as one word: "U.S." -> "US"."""
    return _DOTTED.sub(lambda match: match.group().replace(".", ""), text)


def phrase_words(text: str) -> list[str]:
    """The words of a name as it may be written in a question: no articles, no possessive endings."""
    found = [bare_word(word) for word in split_words(without_dots(text))]
    return [word for word in found if fold(word) not in ARTICLES]


@lru_cache(maxsize=200_000)
def _key(word: str) -> str:
    return word_key(word)


@lru_cache(maxsize=100_000)
def _office(text: str) -> frozenset[str]:
    return office_key(text)


@lru_cache(maxsize=200_000)
def _form(name: str) -> tuple[str, ...]:
    return tuple(_key(word) for word in name.replace("-", " ").split() if word[:1].isalnum())


@lru_cache(maxsize=20_000)
def keys_of(word: str) -> frozenset[str]:
    """The name keys of one word in any case form; a double-barrelled one has those of both halves."""
    parts = word.split("-")
    return (
        frozenset().union(*(word_keys(part) for part in parts if part)) if len(parts) > 1 else word_keys(word)
    )


class NameIndex:
    """Persons by the words of their names."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self.forms: list[tuple[tuple[str, ...], ...]] = []
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._by_surname: dict[str, set[int]] = defaultdict(set)
        self._surnames_by_letter: dict[str, list[str]] = defaultdict(list)
        for position, speaker in enumerate(speakers):
            self._add(position, speaker)
        for surname in self._by_surname:
            self._surnames_by_letter[surname[:1]].append(surname)

    def _add(self, position: int, speaker: Speaker) -> None:
        if speaker.kind in ("body", "document"):
            self.forms.append(())
            return
        forms = tuple(form for name in (speaker.name, *speaker.aliases) if (form := _form(name)))
        self.forms.append(forms)
        for form in forms:
            self._by_surname[form[-1]].add(position)
            for key in form:
                self._by_key[key].add(position)

    def keys(self, position: int) -> frozenset[str]:
        """All name keys of one speaker."""
        return frozenset(key for form in self.forms[position] for key in form)

    def named(self, parts: Sequence[str]) -> set[int]:
        """Persons whose name holds every one of these words, the surname among them."""
        surnamed = set[int]().union(*(self._of_surname(part) for part in parts))
        for part in parts if len(parts) > 1 else ():
            surnamed &= self._of_word(part)
            if not surnamed:
                break
        return surnamed

    def _of_surname(self, word: str) -> set[int]:
        return set[int]().union(*(self._by_surname.get(key, ()) for key in keys_of(word)))

    def _of_word(self, word: str) -> set[int]:
        if len(word) == 1 and word.isupper():  # an initial
            letter = _key(word)[:1]
            return {
                place for key, places in self._by_key.items() if key.startswith(letter) for place in places
            }
        return set[int]().union(*(self._by_key.get(key, ()) for key in keys_of(word)))

    def holds(self, word: str) -> bool:
        """Whether anybody's name has this word, given names included."""
        return any(key in self._by_key for key in keys_of(word))

    def bearers(self, key: str) -> set[int]:
        """Persons of this surname key."""
        return set(self._by_surname.get(key, ()))

    def similar_surname(self, word: str) -> str | None:
        """The surname key that `word` is most likely a misspelling of."""
        if len(word) < SHORTEST_FUZZY:
            return None
        key = _key(word)
        near = [
            known for known in self._surnames_by_letter.get(key[:1], ()) if abs(len(known) - len(key)) <= 2
        ]
        found = similar_names(word, near, 1) if near else []
        return found[0] if found else None


class Body(NamedTuple):
    """A body with its names in both languages and its stored speakers."""

    names: tuple[str, ...]
    positions: tuple[int, ...]

    def shown(self, language: Language) -> str:
        """The first name in that language's script, else the first of all."""
        return next((name for name in self.names if is_cyrillic(name) == (language == "ru")), self.names[0])


class BodyIndex:
    """Bodies (ministries, states, companies) by any of their names; a hand-made list joins both languages."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        groups: list[tuple[list[str], list[int]]] = [(list(names), []) for names in known_bodies()]
        places: dict[tuple[str, ...], int] = {}
        for number, (names, _) in enumerate(groups):
            places.update(dict.fromkeys(_body_forms(names), number))
        self._parts: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for position, speaker in enumerate(speakers):
            if speaker.kind == "body":
                _join(groups, places, position, (speaker.name, *speaker.aliases))
                self._add_parts(position, speaker.name)
        self._bodies = tuple(Body(tuple(names), tuple(found)) for names, found in groups)
        self._places = places
        self._vocabulary = frozenset(lemma for form in places for lemma in form)

    def _add_parts(self, position: int, name: str) -> None:
        for form in _body_forms([name]):
            for cut in range(1, len(form)):
                self._parts[form[:cut]].add(position)
                self._parts[form[cut:]].add(position)

    def within(self, body: Body) -> set[int]:
        """Bodies of a body: "US Treasury", "Минфин США" for the United States."""
        return set[int]().union(*(self._parts.get(form, ()) for form in _body_forms(body.names)))

    def named(self, parts: Sequence[str]) -> Body | None:
        """The body whose whole name these words are."""
        if any(part.isascii() and part.islower() and len(part) < 3 for part in parts):  # "us" is no state
            return None
        readings = [[lemma for lemma in _lemmas(part) if lemma in self._vocabulary] for part in parts]
        places = (self._places.get(form) for form in _forms(readings))
        return next((self._bodies[place] for place in places if place is not None), None)


def _lemmas(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*lemmas(word), fold(word))))


def _forms(readings: Sequence[Sequence[str]]) -> Iterable[tuple[str, ...]]:
    size = prod(len(reading) for reading in readings)
    return product(*readings) if 0 < size <= MOST_READINGS else ()


def _body_forms(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Every name of a body as base forms: no spelling keys, under which CIA and "say" would meet."""
    return [form for name in names for form in _forms([_lemmas(word) for word in phrase_words(name)])]


def _join(
    groups: list[tuple[list[str], list[int]]],
    places: dict[tuple[str, ...], int],
    position: int,
    names: tuple[str, ...],
) -> None:
    forms = _body_forms(names)
    number = next((places[form] for form in forms if form in places), len(groups))
    if number == len(groups):
        groups.append((list(names), []))
    groups[number][1].append(position)
    for form in forms:
        places.setdefault(form, number)


@lru_cache(maxsize=1)
def known_bodies() -> tuple[tuple[str, ...], ...]:
    """The names of each body of the hand-made list, the display names first."""
    lines = files("bot.statements").joinpath("data/body_names.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split("#")[0].strip() for line in lines)
    return tuple(tuple(name.strip() for name in entry.split("=")) for entry in entries if entry)


class OfficeIndex:
    """Speakers by the keys of their offices."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._holders: dict[frozenset[str], set[int]] = defaultdict(set)
        self._wordings: dict[frozenset[str], set[int]] = defaultdict(set)
        self._offices_with: dict[str, set[frozenset[str]]] = defaultdict(set)
        for position, speaker in enumerate(speakers):
            for keys in _distinct_offices(speaker.offices):
                self._holders[keys].add(position)
            for office in speaker.offices:
                self._wordings[_worded(office)].add(position)
        for keys in self._holders:
            for key in keys:
                self._offices_with[key].add(keys)

    def holders(self, keys: frozenset[str]) -> set[int]:
        """Everyone with an office that has all these keys."""
        if not keys:
            return set()
        offices = set.intersection(*(self._offices_with.get(key, set()) for key in keys))
        return set[int]().union(*(self._holders[office] for office in offices))

    def worded(self, words: Sequence[str]) -> set[int]:
        """Everyone with an office in whose wording all these words stand, whatever the lexicon knows."""
        sought = [_plain_lemmas(word) for word in words if not is_stop(word)]
        if not sought:
            return set()
        return {
            position
            for forms, positions in self._wordings.items()
            if all(not forms.isdisjoint(one) for one in sought)
            for position in positions
        }

    def spokespersons(self, body: Body) -> set[int]:
        """Everyone who speaks for a body by office."""
        found: set[int] = set()
        for name in body.names[:4]:
            keys = _office(f"пресс-секретарь {name}" if is_cyrillic(name) else f"{name} spokesman")
            if len(keys) > 1:
                found |= self.holders(keys)
        return found


def _plain_lemmas(word: str) -> tuple[str, ...]:
    return lemmas(fold(bare_word(word)))


@lru_cache(maxsize=100_000)
def _worded(office: str) -> frozenset[str]:
    return frozenset(form for word in phrase_words(office) for form in _plain_lemmas(word))


def _distinct_offices(offices: Iterable[str]) -> set[frozenset[str]]:
    return {keys for office in offices if (keys := _office(office))}


def is_office_alone(text: str) -> bool:
    """Whether every word that means something belongs to the office: no "said", no unknown "council"."""
    words = phrase_words(text)
    whole = _office(" ".join(words))
    for place, word in enumerate(words):
        if is_stop(word) or fold(word) in NEW:
            continue
        if _office(" ".join(words[:place] + words[place + 1 :])) == whole:
            return False
    return True


def office_of(text: str) -> frozenset[str]:
    """`office_key`, remembered: questions and speakers repeat the same few offices."""
    return _office(text)
