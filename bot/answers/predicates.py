"""What a question of fact asserts of its subject: the verb or noun without which nothing is answered. Pure.

English has no forms that tell a verb from a noun, so its place in the question decides; Russian has.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.answers.lexicon import is_listed, word_list
from bot.language.lemmas import is_stop
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import words
from bot.search.coverage import Word, bag, match

AUXILIARIES = frozenset(
    {"did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "will", "would", "can", "could"}
)
ASKING = frozenset({"who", "when", "where", "why", "how"})
ARTICLES = frozenset({"the", "a", "an"})
PREPOSITIONS = frozenset(
    {"in", "on", "at", "by", "for", "from", "to", "into", "with", "after", "before", "during", "against"}
    | {"over", "across", "about", "since", "until", "under", "among"}
)
BEING = frozenset({"was", "were", "is", "are", "been", "being", "be", "got"})
IRREGULAR = frozenset(
    {"won", "lost", "left", "fell", "rose", "took", "got", "came", "went", "held", "paid", "spent", "sold"}
    | {"bought", "built", "led", "met", "saw", "shot", "sent", "ran", "broke", "fled", "drew", "struck"}
)  # pasts that an English question of quantity ends with
NOT_YET = frozenset({"to", "should", "would", "could", "may", "might", "must", "can", "will"})
VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRTF", "GRND"})
ENDING = re.compile(r"(?:ed|ing|es|s|e|d)$")
POINTING = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "who", "он", "она", "они", "оно", "который"}
)
AFTER_COMMA = re.compile(r",\s(?=(?:(?:has|had|have|is|was|were|been|will)\s)*(\w+))")
VERB_REACH = 8  # words from a name to what it did or suffered
DOER_REACH = 4  # from "who killed" to whom
NOUN_REACH = 3  # from "the murder of" to whose


def predicate(question: str) -> str:
    """The word that tells what was done or was so, as written; empty when there is none to be told."""
    found = [word for word in words(question) if word[0].isalpha()]
    if is_cyrillic(question):
        return next((word for word in found if _is_russian_verb(word)), "")
    start = next((place for place, word in enumerate(found) if fold(word) in ASKING), len(found))
    rest = found[start + 1 :]
    return _after_who(rest) if found[start : start + 1] and fold(found[start]) == "who" else _at_end(rest)


def tells_a_deed(question: str, key: str) -> bool:
    """Whether the key of a question is a verb: "did Orlov resign", "was arrested", not "was the summit"."""
    asked = {fold(word) for word in words(question)}
    return is_cyrillic(key) or key.endswith("ed") or not asked.isdisjoint({"did", "do", "does", "who"})


def _is_russian_verb(word: str) -> bool:
    readings = morph(fold(word))
    verbal = bool(readings) and readings[0].pos in VERBAL
    return verbal and word.islower() and not is_empty(word)


def is_empty(word: str) -> bool:
    """Whether a word of a question names nothing that could be looked for."""
    return is_stop(word) or fold(word) in word_list("fillers")


def _after_who(rest: Sequence[str]) -> str:
    """ "Who pays for it", "who was elected"; "who is the coach" has none."""
    for word in rest:
        if fold(word) in ARTICLES or word[0].isupper():
            return ""
        if fold(word) not in AUXILIARIES and not is_empty(word):
            return word
    return ""


def _at_end(rest: Sequence[str]) -> str:
    """ "When did the bridge of Dolsk | reopen | for lorries": the last plain word before a preposition.

    Without an auxiliary that has to be a verb by its form: "how many people | died".
    """
    start = next((place for place, word in enumerate(rest) if fold(word) in AUXILIARIES), -1)
    clause = list(rest[start + 1 :])
    end = next((place for place, word in enumerate(clause) if fold(word) in PREPOSITIONS), len(clause))
    plain = [word for word in clause[:end] if word.islower() and not is_empty(word)]
    told = plain if start >= 0 else [word for word in plain if word.endswith("ed") or word in IRREGULAR]
    return told[-1] if told else ""


class Told(NamedTuple):
    """What a question asserts of whom: "when was | Orlova | murdered"."""

    names: tuple[Word, ...]
    key: Word
    passive: bool  # it was done to them
    reach: int = VERB_REACH


def is_tied(sentence: str, told: Told) -> bool:
    """Whether the key is told of one of the names: "Orlov resigned", not "Orlov on a resignation"."""
    found = words(_without_apposition(sentence, told))
    named = [place for place, word in enumerate(found) if _is_one_of(word, told.names)]
    keyed = [place for place, word in enumerate(found) if match(told.key, bag(word))]
    return any(_is_close(found, place, named, told) for place in keyed)


def _without_apposition(sentence: str, told: Told) -> str:
    """The sentence with a name beside its verb: "Orlova, the founder of the mill, died"."""
    before_comma = re.finditer(r"\w+(?=,\s)", sentence)
    name = next((one for one in before_comma if _is_one_of(one.group(), told.names)), None)
    if name is None:
        return sentence
    verbs = AFTER_COMMA.finditer(sentence, name.end() + 1)
    end = next((one.end() for one in verbs if match(told.key, bag(one[1]))), None)
    return sentence if end is None else f"{sentence[: name.end()]} {sentence[end:]}"


def is_passive(question: str) -> bool:
    """Whether an English question asks what was done to somebody: "when was Orlova murdered"."""
    found = [fold(word) for word in words(question)]
    return any(word in BEING for word in found) and any(word.endswith("ed") for word in found)


def _is_one_of(word: str, names: Sequence[Word]) -> bool:
    return fold(word) in POINTING or any(not name.forms.isdisjoint(bag(word).forms) for name in names)


def _is_close(found: Sequence[str], place: int, named: Sequence[int], told: Told) -> bool:
    if _is_attempt(found[max(0, place - 2) : place + 3]):
        return False
    before = [fold(word) for word in found[max(0, place - 3) : place]]
    if not ARTICLES.isdisjoint(before[-1:]) or not is_verbal(found[place], told.key.text):
        return not {place - 1, *range(place + 1, place + 1 + NOUN_REACH)}.isdisjoint(named)
    near = [other for other in named if abs(place - other) <= told.reach]
    return bool(near) and (not told.passive or _is_suffered(before, _has_object(found, place, near)))


def _has_object(found: Sequence[str], place: int, near: Sequence[int]) -> bool:
    """Whether a name stands after the key, which may be done to it."""
    return max(near, default=-1) > place and not found[place].endswith("ing")


def _is_attempt(around: Sequence[str]) -> bool:
    return any(is_listed(fold(word), word_list("attempts")) for word in around)


def _is_suffered(before: Sequence[str], has_object: bool) -> bool:
    """Whether something was done to a name: "was arrested", "they arrested Orlova", not "to arrest"."""
    return not BEING.isdisjoint(before) or (has_object and NOT_YET.isdisjoint(before))


def is_verbal(word: str, asked: str) -> bool:
    """Whether a word of a sentence is a form of the asked verb, no noun made of it."""
    if is_cyrillic(word):
        return any(reading.pos in VERBAL for reading in morph(fold(word))[:2])
    stem, asked_stem = (ENDING.sub("", fold(one)) for one in (word, asked))
    return is_cyrillic(asked) or stem == asked_stem or not stem.startswith(asked_stem)
