"""Offices that an article gives to its persons: "Russian President Vladimir Putin", "X, head of Y,".

It reads the words around names; what offices are equal is the business of `offices`.
"""

import re
from functools import cache, lru_cache

from bot.language.lemmas import is_stop, lemmas
from bot.language.morphology import morph, nominatives
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import Token, tokens
from bot.statements.cues import english_cues
from bot.statements.lexicon import entries, words
from bot.statements.outlets import is_outlet
from bot.statements.people import People, Place

REACH = 90  # characters before or after a name that may hold its office
_BORDER = re.compile(r"[.;:!?\n()«»“”\"—–,]")
_BEHIND = re.compile(r",\s+((?:the |a |an |who is )?)([^,.;:!?\n()«»“”\"—–]{3,80})(?=[,.;\n])")
_SMALL = frozenset({"of", "the", "for", "and", "по", "и", "при", "в", "на"})


def learn_offices(people: People) -> None:
    """Notes on every person the offices that stand beside his name."""
    for place in people.places:
        for office in (_before(people.text, place), _after(people, place)):
            if office and office not in place.person.offices:
                place.person.offices.append(office)


def _before(text: str, place: Place) -> str:
    start = max(0, place.start - REACH)
    borders = [m.end() for m in _BORDER.finditer(text, start, place.start)]
    start = borders[-1] if borders else start
    found = tokens(text, start, place.start)
    if not found or found[-1].end < place.start - 1 or found[-1].text.lower() in _SMALL:
        return ""
    first = _office_start(found)
    if first is not None and is_cyrillic(found[first].text) and not _agrees(found, place, text):
        return ""
    return _shown(text[found[first].start : place.start].strip()) if first is not None else ""


def _office_start(found: list[Token]) -> int | None:
    """Where an office that ends in the last token begins; it must hold a word of office."""
    first = None
    for i in range(len(found) - 1, -1, -1):
        word = found[i].text
        if not word[0].isalpha() or (word.islower() and not _fits(word)):
            break
        if is_office_word(word):
            first = i
        elif first is None and len(found) - i > 7:
            break
    if first is None:
        return None
    while first > 0 and _describes(found[first - 1].text) and not is_outlet(found[first - 1].text):
        first -= 1
    return first


def _agrees(found: list[Token], place: Place, text: str) -> bool:
    """Does the Russian word of office stand in the case of the name?"""
    heads = [token.text for token in found if is_office_word(token.text)]
    name = text[place.start : place.end].split()
    if len(name) == 1 and is_owned_role(heads[-1]):
        return False
    return bool(cases(heads[0]) & cases(name[-1])) or not cases(name[-1])


def cases(word: str) -> set[str]:
    """Every case that a Russian word may stand in."""
    return {parse.case for parse in morph(word.lower())}


def is_owned_role(word: str) -> bool:
    """Is it somebody's role ("представитель Орлова" is not Орлов)?"""
    return any(lemma in words("owned_roles.txt") for lemma in lemmas(word))


def _fits(word: str) -> bool:
    """May a lower-case word stand between an office and the name that bears it?"""
    if is_office_word(word):
        return True
    if not is_cyrillic(word):
        return word in _SMALL
    return word in _SMALL or any(p.case == "gent" or p.pos == "ADJF" for p in morph(word)[:3])


def _describes(word: str) -> bool:
    if is_cyrillic(word):
        return word.isupper() if word[0].isupper() else morph(word)[0].pos == "ADJF"
    return word[0].isupper() or not (is_stop(word) or word in english_cues() or word.endswith("ly"))


def _after(people: People, place: Place) -> str:
    """ ", chief executive of Acme," or " President of Russia" right behind the name."""
    match = _BEHIND.match(people.text, place.end)
    if not match or any(" " in p.person.name for p in people.within(place.end, match.end())):
        return ""
    office = match[2].strip()
    found = [token.text for token in tokens(office)]
    if not any(is_office_word(word) for word in found[:4]) or len(found) > 10:
        return ""
    verbal = is_cyrillic(office) and any(morph(word.lower())[0].pos in ("VERB", "NPRO") for word in found)
    return "" if verbal or found[0].lower().startswith("котор") else _shown(office)


def _shown(office: str) -> str:
    """An office in the nominative: only its head word and the adjectives before it are bent back."""
    if not is_cyrillic(office):
        return office.removeprefix("the ").removeprefix("The ").strip()
    parts = office.split()
    for i, part in enumerate(parts):
        readings = nominatives(part.lower())
        if not readings:
            return " ".join(parts)
        parts[i] = readings[0][1] if part.islower() else part
        if readings[0][0].pos == "NOUN":
            break
    return " ".join(parts)


@cache
def _office_words() -> frozenset[str]:
    """Base forms of the words that make a phrase an office: the nouns of the list."""
    found: set[str] = set()
    for entry in entries("offices.txt"):
        for phrase in entry.split(":", 1)[1].split("|"):
            for word in phrase.split():
                if word not in (
                    "of",
                    "the",
                    "for",
                    "general",
                    "state",
                    "public",
                    "affairs",
                    "general",
                    "cabinet",
                    "bank",
                ):
                    found.update(lemmas(word))
    return frozenset(found - set(entries("not_office_words.txt")))


@lru_cache(50_000)
def is_office_word(word: str) -> bool:
    """Does the word occur in the names of offices as their head?"""
    bare = word.lower().removeprefix("экс-").removeprefix("ex-")
    forms = (fold(morph(bare)[0].normal),) if is_cyrillic(bare) else lemmas(bare)
    return any(form in _office_words() for form in forms)
