"""Offices that an article gives to its persons: "Russian President Vladimir Putin", "X, head of Y,".

It reads the words around names; what offices are equal is the business of `offices`.
"""

import re

from bot.language.lemmas import is_stop
from bot.language.morphology import morph, nominatives
from bot.language.script import is_cyrillic
from bot.language.tokens import Token, tokens
from bot.statements.cues import english_cues
from bot.statements.lexicon import sections
from bot.statements.office_words import cases, is_former, is_office_word, is_owned_role
from bot.statements.outlets import is_outlet
from bot.statements.people import People, Place

GRAMMAR = sections("grammar_en.txt")
LONGEST_TAIL = 7  # words between a word of office and the name
REACH = 90  # characters before or after a name that may hold its office
_BORDER = re.compile(r"[.;:!?\n()«»“”\"—–,]")
_NAMED = re.compile(r"\s«[^«»\n]+»\s$")
_SHORTENED = re.compile(r"\b(Gov|Sen|Rep)\.\s$")
_BEHIND = re.compile(r",\s+((?:the |a |an |who is )?)([^][,.;:!?\n()«»“”\"—–]{3,80})(?=[,.;\n])")
_SMALL = frozenset({"of", "the", "for", "and", "по", "и", "при", "в", "на"})


def learn_offices(people: People) -> None:
    """Notes on every person the offices that stand beside his name."""
    for place in people.places:
        for office in (_before(people, place), _after(people, place)):
            if office and office not in place.person.offices:
                place.person.offices.append(office)


def _before(people: People, place: Place) -> str:
    """ "Acme spokesman Bob Orr", «глава завода Иван Орлов», "Acme's president, Ann Lee,"."""
    text = people.text
    aside = text[place.start - 2 : place.start] == ", " and text[place.end : place.end + 1] == ","
    end = place.start - 2 * aside
    if text[end - 2 : end] == ": ":  # "a new coach: Denis Orlov"
        end -= 2
    named = _NAMED.search(text, max(0, end - REACH), end)  # «глава партии «Север» Иван Орлов»
    end = named.start() + 1 if named else end
    shortened = _SHORTENED.search(text, max(0, end - REACH), end)  # "Florida Gov. Ann Lee"
    end = shortened.end(1) + 1 if shortened else end
    start = max(0, end - REACH)
    start = max((m.end() for m in _BORDER.finditer(text, start, end - 1)), default=start)
    # "Mayor Ann Lee and Prince Carl": the office of another is none of his
    start = max([start, *(one.end for one in people.within(start, end) if one.person.sure)])
    found = [token for token in tokens(text, start, end) if token.text != "."]
    if not found or found[-1].end < end - 1 or found[-1].text.lower() in _SMALL:
        return ""
    first = _office_start(found)
    if first is None or not _belongs(found, first, aside, text[place.start : place.end]):
        return ""
    return _shown(text[found[first].start : end].strip())


def _belongs(found: list[Token], first: int, aside: bool, name: str) -> bool:
    """Does the office belong to the name: as its apposition, in Russian by its case?"""
    russian = is_cyrillic(found[first].text)
    if aside:  # all that stands before the comma
        return first <= 1 and not russian
    return not russian or _agrees(found, name.split())


def _office_start(found: list[Token]) -> int | None:
    """Where an office that ends in the last token begins; it must hold a word of office."""
    first = None
    for i in range(len(found) - 1, -1, -1):
        if not _may_belong(found[i].text) or (first is None and len(found) - i > LONGEST_TAIL):
            break
        if is_office_word(found[i].text):
            first = i
    return first if first is None else _with_description(found, first)


def _may_belong(word: str) -> bool:
    return word[0].isalpha() and (not word.islower() or _fits(word))


def _with_description(found: list[Token], first: int) -> int:
    while first > 0 and _describes(found[first - 1].text) and not is_outlet(found[first - 1].text):
        first -= 1
    return first


def _agrees(found: list[Token], name: list[str]) -> bool:
    """Does the Russian word of office stand in the case of the name?"""
    heads = [token.text for token in found if is_office_word(token.text)]
    if len(name) == 1 and is_owned_role(heads[-1]):
        return False
    return any(cases(heads[0]) & cases(word) for word in name) or not cases(name[-1])


def _fits(word: str) -> bool:
    """May a lower-case word stand between an office and the name that bears it?"""
    if is_office_word(word):
        return True
    if not is_cyrillic(word):
        return word in _SMALL
    return word in _SMALL or any(p.case == "gent" or p.pos == "ADJF" for p in morph(word)[:3])


def _describes(word: str) -> bool:
    if is_cyrillic(word):
        if word[0].isupper():
            return word.isupper() or is_former(word)
        return morph(word)[0].pos == "ADJF"
    if word[0].isupper():
        return word.isupper() or not _opens_sentence(word)
    return not (is_stop(word) or word in english_cues() or word.endswith("ly"))


def _opens_sentence(word: str) -> bool:
    """ "On Monday King Carl": the first two belong to no office."""
    return is_stop(word) or word.lower() in GRAMMAR["time"]


def _after(people: People, place: Place) -> str:
    """ ", chief executive of Acme," or " President of Russia" right behind the name."""
    match = _BEHIND.match(people.text, place.end)
    if not match or any(" " in p.person.name for p in people.within(place.end, match.end())):
        return ""
    office = match[2].strip()
    return _shown(office) if _is_office(office) else ""


def _is_office(office: str) -> bool:
    found = [token.text for token in tokens(office)]
    short = len(found) <= 10 and any(is_office_word(word) for word in found[:4])
    return short and not _is_verbal(office, found)


def _is_verbal(office: str, found: list[str]) -> bool:
    """Is it a clause about the person rather than an office?"""
    if found[0].lower().startswith("котор"):
        return True
    return is_cyrillic(office) and any(morph(word.lower())[0].pos in ("VERB", "NPRO") for word in found)


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
