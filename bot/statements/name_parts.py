"""The persons in a run of capitals: titles, peoples and bodies are cut off, each name in the nominative.

It sees one run of words and knows nothing of the article.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.language.cases import given_names
from bot.language.morphology import Parse, morph, nominatives
from bot.language.names import Name, nominative
from bot.language.script import fold, is_cyrillic
from bot.statements.cues import english_cues
from bot.statements.lexicon import sections, words
from bot.statements.office_words import is_office_word

NOT_PERSONS = words("not_persons.txt")
LEADS = words("name_leads.txt")
SURNAMES_TOO = words("surnames_too.txt")
PERSON_NOUNS = sections("mentions.txt")["person_noun"]
_ROLE_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant")
_INITIALS = re.compile(r"(?:[A-Z]\.)+$")
_REGNAL = re.compile(r"[IVX]+")
_MINISTRY = re.compile(r"Мин[а-я]{3,}[ыи]$")  # «Минцифры», «Минприроды»
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\S+")
_NAME_MARKS = frozenset({"Name", "Surn", "Patr"})
_PLACE_MARKS = frozenset({"Geox", "Orgn"})


class Piece(NamedTuple):
    """A word of a run with its place in it."""

    start: int
    end: int
    text: str


def personal_parts(name: Name) -> Iterator[tuple[Name, str]]:
    """The persons in a run of capitals, each with its nominative."""
    for start, end, shown in _parts(name.text):
        yield Name(name.start + start, name.start + end, name.text[start:end]), shown


@lru_cache(50_000)
def _parts(text: str) -> tuple[tuple[int, int, str], ...]:
    pieces = [Piece(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    groups = _russian_groups(pieces) if is_cyrillic(text) else [_english_group(pieces)]
    spans = [(group[0].start, group[-1].end) for group in groups if group]
    return tuple((start, end, _straight(nominative(text[start:end]))) for start, end in spans)


def _straight(name: str) -> str:
    """ "Лидии Брандт" -> "Лидия Брандт": before a surname without cases the given name alone is bent."""
    first, _, rest = name.partition(" ")
    upright = _upright_given(first.lower()) if rest and is_cyrillic(first) else ""
    return f"{upright.capitalize()} {rest}" if upright else name


@lru_cache(20_000)
def _upright_given(word: str) -> str:
    """The nominative of a given name in another case; "" when it may stand in the nominative already."""
    readings = [p for p in morph(word) if "Name" in p.marks and p.known and p.number == "sing"]
    if not readings or _is_given(word) or any(p.case == "nomn" for p in readings):
        return ""
    sex = Counter(p.gender for p in readings).most_common(1)[0][0]
    return next((form for p, form in nominatives(word) if "Name" in p.marks and p.gender == sex), "")


def _english_group(pieces: list[Piece]) -> list[Piece]:
    pieces = _without_role(_without_leads(pieces))
    if len(pieces) == 1 and pieces[0].text.rstrip(".") in LEADS:
        return []
    foreign = [piece for piece in pieces[:-1] if _is_no_person(piece.text)]
    return [] if len(pieces) > 4 or foreign or _is_no_surname(pieces) else pieces


def _without_leads(pieces: list[Piece]) -> list[Piece]:
    """Without titles at both ends, and without all that stands before a title ("Eastwick Mayor")."""
    while len(pieces) > 1 and pieces[-1].text.rstrip(".") in LEADS and not _is_surname_too(pieces):
        pieces = pieces[:-1]
    inner = (i for i in range(len(pieces) - 2, 0, -1) if _is_title(pieces[i].text))
    pieces = pieces[next(inner, -1) + 1 :]
    while len(pieces) > 1 and _is_lead(pieces[0].text):
        pieces = pieces[1:]
    return pieces


def _is_title(word: str) -> bool:
    return word in LEADS and is_office_word(word.lower())


def _without_role(pieces: list[Piece]) -> list[Piece]:
    """ "Town Clerk Karl Odum" -> "Karl Odum": a role at the start of a sentence, before a given name."""
    given = next((i for i, piece in enumerate(pieces[:-1]) if _is_given(piece.text)), 0)
    return pieces[given:] if all(_is_role(piece.text) for piece in pieces[:given]) else pieces


def _is_role(word: str) -> bool:
    """A word before a name that is none, or a place or body: "Project Scientist", "to the UN Ann Lee"."""
    apart = word in NOT_PERSONS or word in LEADS or (word.isupper() and word.isalpha())
    return apart or word.lower() in PERSON_NOUNS or word.lower().endswith(_ROLE_ENDINGS)


def _is_given(word: str) -> bool:
    return fold(word) in given_names()


def _is_lead(word: str) -> bool:
    """A title, a people, a possessor ("Ohio's Governor") or a verb at the start of a sentence."""
    return word.rstrip(".") in LEADS or word.endswith(("'s", "’s")) or word.lower() in english_cues()


def _is_surname_too(pieces: list[Piece]) -> bool:
    if len(pieces) == 3 and _INITIALS.match(pieces[1].text):  # "Laurence H. Tribe"
        return True
    return len(pieces) == 2 and pieces[-1].text in SURNAMES_TOO and _is_given(pieces[0].text)


def _is_no_surname(pieces: list[Piece]) -> bool:
    return bool(pieces) and _is_no_person(pieces[-1].text) and not _is_surname_too(pieces)


def _is_no_person(word: str) -> bool:
    bare = word.rstrip(".,")
    acronym = bare.isupper() and len(bare) > 2 and not (_INITIALS.match(word) or is_regnal(bare))
    return acronym or bare in NOT_PERSONS or any(c.isdigit() for c in bare)


def is_regnal(word: str) -> bool:
    """Is it a Roman number as sovereigns have: "Charles III"?"""
    return _REGNAL.fullmatch(word) is not None


def is_body_noun(word: str) -> bool:
    """Is it a capitalised word with which no person's name ends: "Administration"?"""
    return word in NOT_PERSONS


Kind = Literal["given", "initial", "name", "other"]


def _russian_groups(pieces: list[Piece]) -> list[list[Piece]]:
    """Cuts a run at every given name: "Владимира Путина Дмитрий Песков" names two persons."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        kind, current = russian_kind(piece.text), groups[-1]
        if not current and kind == "initial" and not piece.text.endswith("."):
            continue  # a preposition: "В Кремле"
        if kind == "other" and not (_expects_surname(current) and piece.text not in NOT_PERSONS):
            groups.append([])
        elif kind == "given" and _is_named(current):
            groups.append([piece])
        else:
            current.append(piece)
    return [_from_given(group) for group in groups if any(len(piece.text) > 2 for piece in group)]


def _is_named(group: list[Piece]) -> bool:
    """Does the group hold given name and surname already?"""
    return sum(russian_kind(piece.text) != "initial" for piece in group) > 1


def _expects_surname(group: list[Piece]) -> bool:
    return bool(group) and russian_kind(group[-1].text) in ("given", "initial")


def _from_given(group: list[Piece]) -> list[Piece]:
    """Leaves out what stands before a given name and is no surname: "Росавиации Артем Орлов"."""
    first = next((i for i, piece in enumerate(group) if russian_kind(piece.text) == "given"), 0)
    return group[first:] if 0 < first < len(group) - 1 else group


@lru_cache(50_000)
def russian_kind(word: str) -> Kind:
    """What part of a personal name a capitalised Russian word may be."""
    if len(word.rstrip(".")) == 1:
        return "initial"
    if word.islower():
        return "name"  # a particle: фон, де, аль
    if _MINISTRY.match(word) or (_LATIN.search(word) and is_cyrillic(word)):
        return "other"
    if word in NOT_PERSONS or (word.isupper() and len(word) > 1) or any(c.isdigit() for c in word):
        return "other"
    return _kind_of_readings(word.lower(), morph(word.lower()))


def _kind_of_readings(word: str, readings: tuple[Parse, ...]) -> Kind:
    if _is_russian_given(word, readings) and "Surn" not in readings[0].marks:
        return "given"
    if any(parse.marks & _NAME_MARKS for parse in readings):
        return "name"
    return "other" if any(p.known or p.marks & _PLACE_MARKS for p in readings) else "name"


def _is_russian_given(word: str, readings: tuple[Parse, ...]) -> bool:
    return any("Name" in p.marks and p.known for p in readings[:3]) or _is_given(word)
