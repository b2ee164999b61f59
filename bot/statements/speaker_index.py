"""Look-ups among the speakers of the library: by name, by body and by office, in either script.

Speakers are known by id here. Nothing decides between namesakes.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from bot.language.lemmas import is_stop
from bot.language.names import similar_names, word_key
from bot.language.script import fold, is_cyrillic
from bot.models import Language, Speaker
from bot.statements.office_words import is_former
from bot.statements.offices import is_body
from bot.statements.speaker_keys import (
    LONGEST_BODY,
    NameSort,
    body_forms,
    keys_of,
    name_form,
    office_of,
    phrase_words,
    plain_lemmas,
)
from bot.statements.speaker_source import COMMON, SpeakerSource

NEW = frozenset({"new", "current", "acting", "новый", "новая", "нынешний", "нынешняя"})  # change no office
SHORTEST_FUZZY = 4  # letters: shorter words have too many neighbours
FUZZY = 3  # misspellings that are tried: a surname may have gone with an older version
KEPT = 5000  # look-ups that are remembered
KEYS_KEPT = 50_000
FEWER_KEPT = 1000  # of those that may give thousands


class KnownKeys:
    """Which keys of one sort any speaker has: asked for many at a time, and remembered."""

    def __init__(self, source: SpeakerSource, sort: NameSort) -> None:
        self._source = source
        self._sort = sort
        self._asked: set[str] = set()
        self._held: set[str] = set()

    def note(self, keys: Iterable[str]) -> None:
        """Look up those that are not remembered, all at once."""
        if len(self._asked) > KEYS_KEPT:
            self._asked.clear()
            self._held.clear()
        if fresh := set(keys) - self._asked:
            self._asked |= fresh
            self._held.update(self._source.known(self._sort, fresh))

    def have(self, keys: Collection[str]) -> bool:
        """Whether any speaker has one of these."""
        self.note(keys)
        return not self._held.isdisjoint(keys)


class NameIndex:
    """Persons by the words of their names."""

    def __init__(self, source: SpeakerSource) -> None:
        self._source = source
        self._surnames = KnownKeys(source, "surname")
        self._words = KnownKeys(source, "word")
        self._with_word = lru_cache(FEWER_KEPT)(lambda word: frozenset(source.with_word(keys_of(word))))
        self._bearers = lru_cache(KEPT)(lambda key: frozenset(source.persons([[key]])))
        self._named = lru_cache(KEPT)(self._look_up)

    def expect(self, words: Iterable[str]) -> None:
        """Look the words of a question up all at once; answers nothing that would not be answered without."""
        self._surnames.note(key for word in words for key in keys_of(word))

    def named(self, parts: Sequence[str]) -> set[int]:
        """Persons whose name holds every one of these words, the surname among them."""
        return set(self._named(tuple(parts)))

    def _look_up(self, parts: tuple[str, ...]) -> frozenset[int]:
        if not any(self._surnames.have(keys_of(part)) for part in parts):
            return frozenset()
        words = [part for part in parts if not _is_initial(part) and keys_of(part)]
        if len(parts) == 1:
            return frozenset(self._source.persons([keys_of(parts[0])]))
        if not words or not self._may_be_together(words):
            return frozenset()
        found = self._source.persons([keys_of(word) for word in words])
        letters = {word_key(part)[:1] for part in parts if _is_initial(part)}
        return frozenset(found) if not letters else self._with_initials(found, letters)

    def _may_be_together(self, words: Sequence[str]) -> bool:
        """Whether sets that are kept leave it open; for runs of a question's words they hardly ever do."""
        sets = [self._with_word(word) for word in words]
        few = [ids for ids in sets if len(ids) < COMMON]
        return all(sets) and (not few or bool(frozenset.intersection(*few)))

    def _with_initials(self, ids: Iterable[int], letters: set[str]) -> frozenset[int]:
        return frozenset(
            speaker.id
            for speaker in self._source.get(ids)
            if letters <= {key[:1] for form in name_forms(speaker) for key in form}
        )

    def holds(self, word: str) -> bool:
        """Whether anybody's name has this word, given names included."""
        return self._words.have(keys_of(word))

    def bearers(self, key: str) -> set[int]:
        """Persons of this surname key."""
        return set(self._bearers(key))

    def similar_surname(self, word: str) -> str | None:
        """The surname key that `word` is most likely a misspelling of."""
        if len(word) < SHORTEST_FUZZY:
            return None
        key = word_key(word)
        near = self._source.surnames(key[:1], range(len(key) - 2, len(key) + 3)) if key else ()
        found = similar_names(word, near, FUZZY) if near else []
        return next((surname for surname in found if self._bearers(surname)), None)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def name_forms(speaker: Speaker) -> list[tuple[str, ...]]:
    """The keys of each name of a person; none of a body."""
    names = () if speaker.kind in ("body", "document") else (speaker.name, *speaker.aliases)
    return [form for name in names if (form := name_form(name))]


class Body(NamedTuple):
    """A body with its names in both languages and its stored speakers."""

    names: tuple[str, ...]
    ids: tuple[int, ...]

    def shown(self, language: Language) -> str:
        """The first name in that language's script, else the first of all."""
        return next((name for name in self.names if is_cyrillic(name) == (language == "ru")), self.names[0])


class BodyIndex:
    """Bodies (ministries, states, companies) by any of their names; a hand-made list joins both languages."""

    def __init__(self, source: SpeakerSource) -> None:
        self._source = source
        self._wholes = KnownKeys(source, "body")
        self._parts = KnownKeys(source, "part")
        self._begins = lru_cache(KEPT)(self._may_begin)
        self._named = lru_cache(KEPT)(self._look_up)
        self._within = lru_cache(KEPT)(lambda names: frozenset(source.bodies("part", _forms_of(names))))

    def expect(self, words: Iterable[str]) -> None:
        """Look the words of a question up all at once; answers nothing that would not be answered without."""
        forms = {form for word in words for (form,) in body_forms([word])}
        self._wholes.note(forms)
        self._parts.note(forms)

    def within(self, body: Body) -> frozenset[int]:
        """Bodies of a body: "US Treasury", "Минфин США" for the United States."""
        return self._within(body.names)

    def named(self, parts: Sequence[str]) -> Body | None:
        """The body whose whole name these words are."""
        if any(part.isascii() and part.islower() and len(part) < 3 for part in parts):  # "us" is no state
            return None
        if not 0 < len(parts) <= LONGEST_BODY or not self._begins(parts[0], len(parts) == 1):
            return None
        return self._named(tuple(parts))

    def _may_begin(self, word: str, alone: bool) -> bool:
        """Whether a body's name is this word, or begins with it: most words of a question begin none."""
        forms = [form for (form,) in body_forms([word])]
        listed, openings = _listed(), _openings()
        if any(form in (listed if alone else openings) for form in forms):
            return True
        return (self._wholes if alone else self._parts).have(forms)

    def _look_up(self, parts: tuple[str, ...]) -> Body | None:
        keys = [" ".join(form) for form in body_forms(parts)]
        listed = _listed()
        names = next((listed[key] for key in keys if key in listed), None)
        if names is None:
            if not self._wholes.have(keys):
                return None
            known = (key for key in keys if self._wholes.have([key]))
            own = next((found for key in known if (found := self._source.bodies("body", [key]))), ())
            met = sorted(self._source.get(own), key=lambda speaker: speaker.id)
            names = tuple(name for speaker in met for name in (speaker.name, *speaker.aliases))
        return Body(names, tuple(self._source.bodies("body", _forms_of(names)))) if names else None


def _forms_of(names: Iterable[str]) -> list[str]:
    return [" ".join(form) for name in names for form in body_forms(phrase_words(name)[:LONGEST_BODY])]


@lru_cache(maxsize=1)
def known_bodies() -> tuple[tuple[str, ...], ...]:
    """The names of each body of the hand-made list, the display names first."""
    lines = files("bot.statements").joinpath("data/body_names.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split("#")[0].strip() for line in lines)
    return tuple(tuple(name.strip() for name in entry.split("=")) for entry in entries if entry)


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[str, ...]]:
    """All names of a listed body by each of their forms."""
    return {form: names for names in known_bodies() for form in _forms_of(names)}


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _listed())


class OfficeIndex:
    """Speakers by the keys of their offices."""

    def __init__(self, source: SpeakerSource) -> None:
        self._by_keys = lru_cache(KEPT)(
            lambda keys: frozenset(source.holders("office", [[key] for key in sorted(keys)]))
        )
        self._by_words = lru_cache(KEPT)(lambda words: frozenset(source.holders("worded", words)))

    def holders(self, keys: frozenset[str]) -> set[int]:
        """Everyone with an office that has all these keys."""
        return set(self._by_keys(keys)) if keys else set()

    def worded(self, words: Sequence[str]) -> set[int]:
        """Everyone with an office in whose wording all these words stand, whatever the lexicon knows."""
        sought = tuple(plain_lemmas(word) for word in words if not is_stop(word))
        return set(self._by_words(sought)) if sought else set()

    def spokespersons(self, body: Body) -> set[int]:
        """Everyone who speaks for a body by office."""
        found: set[int] = set()
        for name in body.names[:4]:
            keys = office_of(f"пресс-секретарь {name}" if is_cyrillic(name) else f"{name} spokesman")
            if len(keys) > 1:
                found |= self.holders(keys)
        return found


def is_office_alone(text: str) -> bool:
    """Whether every word that means something belongs to the office: no "said", no unknown "council"."""
    words = phrase_words(text)
    whole = office_of(" ".join(words))
    for place, word in enumerate(words):
        # «госсекретарь США» says the country twice; whether somebody was mayor is looked at by the directory
        if is_stop(word) or fold(word) in NEW or is_body(word) or is_former(word):
            continue
        if office_of(" ".join(words[:place] + words[place + 1 :])) == whole:
            return False
    return True
