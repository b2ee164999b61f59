"""Offices compared over wordings and languages: "Kremlin spokesman" == «пресс-секретарь Кремля».

The concepts are in `data/offices.txt` and `data/bodies_words.txt`; who holds an office is not known here.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.language.lemmas import is_stop, lemmas
from bot.language.morphology import morph
from bot.language.names import word_key, word_keys
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import words
from bot.statements.lexicon import entries, sections

Forms = frozenset[str]
Concept = tuple[tuple[Forms, ...], str]
MENTIONS = sections("mentions.txt")
SMALL_WORDS = frozenset({"of", "the", "for", "a", "an", "по", "и", "в", "на", "to", "s"})
TOO_PLAIN = frozenset({"former", "then", "бывший", "экс", "new", "новый", "current", "acting", "врио", "ио"})
# who speaks for the place speaks for whom it is the seat of
SEATS = {
    "kremlin": frozenset({"president", "russia"}),
    "white house": frozenset({"president", "usa"}),
}
SUBORDINATE = frozenset({"envoy", "spokesperson", "adviser", "press service", "chief of staff", "lawyer"})
NO_INSTITUTION = TOO_PLAIN | MENTIONS["any_body"]


class _Part(NamedTuple):
    """A stretch of an office as worded: a concept, or a word that no list holds (`key` is "")."""

    word: str
    key: str
    office: bool


@cache
def _speaker_nouns() -> Forms:
    kinds = ("body", "person_noun", "media", "document", "source")
    return frozenset(base for kind in kinds for word in MENTIONS[kind] for base in lemmas(fold(word)))


def is_speaker_phrase(parts: Sequence[str]) -> bool:
    """Whether a phrase is headed by a common noun of who speaks: "the new study", "council of Dolsk"."""
    low = list(map(fold, parts))
    ends = low[low.index("of") - 1] if "of" in low[1:] else low[-1]
    heads = low if any(map(is_cyrillic, low)) else [ends]
    return any(not _speaker_nouns().isdisjoint(lemmas(head)) for head in heads)


@lru_cache(maxsize=8192)
def office_key(text: str) -> frozenset[str]:
    """Concept and body keys of an office as worded; empty when the text holds no word of office.

    Equal sets mean the same office; a subset is the same office said less exactly. An institution that no
    list holds stands for itself: «глава водоканала» -> {"head", "водоканал"}.
    """
    parts = _cut(text)
    if not any(part.office for part in parts):
        return frozenset()
    keys = {key for part in parts if part.key for key in part.key.split("+")}
    for i, part in enumerate(parts):
        if not part.key:
            keys.update(_own_key(part.word) or _institution(parts, i))
    return frozenset(keys)


def same_office(keys: frozenset[str]) -> Iterator[frozenset[str]]:
    """The keys of an office, then those by its seat: the Kremlin's spokesman is the Russian president's."""
    yield keys
    for seat, held in SEATS.items():
        if seat in keys:
            yield keys - {seat} | held
        elif held < keys:
            yield keys - held | {seat}


def covers(office: frozenset[str], asked: frozenset[str]) -> bool:
    """Is an office the one asked for, or a special case of it (foreign minister of minister)? Both by key."""
    if (office - asked) & SUBORDINATE:
        return False  # "the president's envoy" is not the president
    special = [one for one in office if not one.startswith(("deputy ", "vice "))]
    return all(key in office or any(one.endswith(" " + key) for one in special) for key in asked)


def _cut(text: str) -> list[_Part]:
    """The text as concepts, the longest first, and single words between them."""
    forms = [(word, _forms(word)) for word in _words(text)]
    parts: list[_Part] = []
    i = 0
    while i < len(forms):
        length, key, office = _longest(forms, i)
        parts.append(_Part(forms[i][0], key, office))
        i += max(length, 1)
    return parts


def _institution(parts: list[_Part], i: int) -> tuple[str, ...]:
    """The base form of a common noun that names what the office is held in; () for any other word."""
    word = parts[i].word.lower()
    if is_stop(word) or not word[:1].isalpha() or {word, lemmas(word)[0]} & NO_INSTITUTION:
        return ()
    if is_cyrillic(word):
        owner = i > 0 and parts[i - 1].office and _is_genitive(word)
        return (_noun_base(word),) if owner else ()
    beside = any(part.office for part in parts[max(0, i - 1) : i + 2])
    return (word,) if beside and word in MENTIONS["body"] else ()


@lru_cache(maxsize=8192)
def _is_genitive(word: str) -> bool:
    return any(p.pos == "NOUN" and p.case == "gent" and "anim" not in p.marks for p in morph(word)[:4])


def _noun_base(word: str) -> str:
    found = next((p for p in morph(word) if p.pos == "NOUN" and p.case == "gent"), morph(word)[0])
    return fold(found.normal)


@lru_cache(maxsize=8192)
def is_body(text: str) -> bool:
    """Does the text begin with the name of a listed country or body?"""
    forms = [(word, _forms(word)) for word in _words(text)]
    length, _, office = _longest(forms[:4], 0) if forms else (0, "", True)
    return length > 0 and not office


def _words(text: str) -> Iterator[str]:
    for word in words(text):
        bare = word.removesuffix("'s").removesuffix("’s")
        for former in ("экс-", "Экс-", "ex-", "Ex-"):
            bare = bare.removeprefix(former)
        if bare and bare.casefold() not in SMALL_WORDS:
            yield bare


@lru_cache(maxsize=8192)
def _forms(word: str) -> Forms:
    return frozenset((*lemmas(word), *lemmas(word.lower())))


def _own_key(word: str) -> tuple[str, ...]:
    """A capitalised word that no list holds stands for itself, in any script and case."""
    if not word[:1].isupper() or is_stop(word.lower()) or word.lower() in TOO_PLAIN:
        return ()
    if not is_cyrillic(word):
        return (word_key(word),)
    return (min(word_keys(word), default=fold(word)),)  # «СС» has no key of more than one letter


def _longest(forms: list[tuple[str, Forms]], i: int) -> tuple[int, str, bool]:
    """Length, key and kind of the longest phrase at a word: body words first when equally long."""
    best = (0, "", False)
    for offices, concepts in ((False, _concepts("bodies_words.txt")), (True, _concepts("offices.txt"))):
        for form in forms[i][1]:
            for phrase, key in concepts.get(form, ()):
                if len(phrase) > best[0] and _matches(phrase, forms, i):
                    best = (len(phrase), key, offices)
    return best


def _matches(phrase: tuple[Forms, ...], forms: list[tuple[str, Forms]], i: int) -> bool:
    if i + len(phrase) > len(forms):
        return False
    return all(part & forms[i + k][1] for k, part in enumerate(phrase))


@cache
def _concepts(name: str) -> dict[str, tuple[Concept, ...]]:
    """Phrases by every base form of their first word."""
    found: dict[str, list[Concept]] = {}
    for entry in entries(name):
        key, _, right = entry.partition(":")
        for wording in right.split("|"):
            phrase = tuple(_forms(word) for word in _words(wording))
            for form in phrase[0]:
                found.setdefault(form, []).append((phrase, key.strip()))
    return {form: tuple(concepts) for form, concepts in found.items()}
