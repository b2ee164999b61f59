"""A question cut into runs of words that may be noun phrases; the verbs are taken out. Pure.

English has no forms that tell a noun, so word lists, endings and the place of a word decide; Russian has.
It knows no library: a name is a word with a capital letter.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.answers.lexicon import word_list
from bot.language.lemmas import is_stop
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import Token
from bot.language.wordclass import word_class

ARTICLES = frozenset({"the", "a", "an"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
ASKING = frozenset({"who", "what"})
QUANTITIES = frozenset({"most", "more", "many", "other", "less", "fewer", "another"})
NO_NOUNS = frozenset({"adjective", "adverb", "participle"})
SUBJECTS = frozenset({"it", "he", "she", "they"})
LONGEST = 6  # words of a run


class Chunk(NamedTuple):
    """Places of the tokens of a phrase, from `first` up to and without `last`."""

    first: int
    last: int
    definite: bool


def is_content(word: str) -> bool:
    """Whether a word may be worth looking for; contractions of auxiliaries are not."""
    low = fold(word)
    bare = low.partition("'")[0]
    if word == "US":
        return True
    if low.endswith(("n't", "'re", "'ll", "'ve", "'m")) or is_stop(bare):
        return False
    return word[0].isalnum() and bare not in word_list("fillers")


def is_name(pieces: Sequence[Token], place: int) -> bool:
    """A capital letter, not of the first word of a sentence; two capitals anywhere."""
    word = pieces[place].text
    if not word[0].isupper():
        return False
    first = place == 0 or pieces[place - 1].text in ".?!"
    return not first or (len(word) > 1 and word.isupper())


def english(pieces: Sequence[Token]) -> Iterator[Chunk]:
    """Runs of content words, cut where the verb of the question stands."""
    first, definite, owed = 0, False, False
    for place, token in enumerate(pieces):
        low, content = fold(token.text), is_content(token.text)
        ends = content and _ends_phrase(pieces, first, place, owed)
        if content and not ends and place - first < LONGEST:
            continue
        yield from _kept(pieces, first, place, definite, owed and not ends)
        owed = not ends and _is_verb_due(low, owed)
        first, definite = place + (not content or ends), low in DEFINITE
    yield from _kept(pieces, first, len(pieces), definite, owed)


def _is_verb_due(low: str, owed: bool) -> bool:
    """Whether the verb of the clause is still to come after a word that is no part of a phrase."""
    return low in word_list("verb_due") or low in ASKING or (owed and low not in word_list("verb_found"))


def _ends_phrase(pieces: Sequence[Token], first: int, place: int, owed: bool) -> bool:
    """Whether a content word is the verb, participle or adverb that a phrase ends at."""
    if is_name(pieces, place):
        return False
    if owed and place == first and place and fold(pieces[place - 1].text) in SUBJECTS:
        return True  # "what does it | cover"
    kind, preceded = word_class(pieces[place].text), _follows_article(pieces, place)
    if kind == "participle":
        return place > first or not preceded
    return kind in ("adverb", "verb") or (kind == "verb or noun" and owed and not preceded)


def _follows_article(pieces: Sequence[Token], place: int) -> bool:
    return place > 0 and (fold(pieces[place - 1].text) in ARTICLES | DEFINITE)


def _kept(pieces: Sequence[Token], first: int, last: int, definite: bool, owed: bool) -> Iterator[Chunk]:
    """A run without the adjectives at its end, and without a verb that no list knows."""
    while last > first and _is_no_noun(pieces, last - 1):
        last -= 1
    while last > first and fold(pieces[first].text) in QUANTITIES:
        first += 1
    if owed and last - first > 1 and _is_unknown_verb(pieces, last):
        last -= 1
    if last > first and not (last - first == 1 and _is_gerund(pieces, first)):
        yield Chunk(first, last, definite)


def _is_gerund(pieces: Sequence[Token], place: int) -> bool:
    """ "By selling", not "the hearing"."""
    word = pieces[place].text
    return word.islower() and word.endswith("ing") and not _follows_article(pieces, place)


def _is_unknown_verb(pieces: Sequence[Token], last: int) -> bool:
    """The last word after "did the ...": not a name, not in the plural, and a preposition or "it" goes on."""
    word = pieces[last - 1].text
    goes_on = last < len(pieces) and fold(pieces[last].text) in word_list("placing") | word_list("referring")
    if not goes_on or not word.islower() or word_class(word) != "other" or word.endswith("s"):
        return False
    return not any(word_class(token.text) in ("verb", "verb or noun") for token in pieces[last:])


def _is_no_noun(pieces: Sequence[Token], place: int) -> bool:
    return not is_name(pieces, place) and word_class(pieces[place].text) in NO_NOUNS


def russian(pieces: Sequence[Token]) -> Iterator[Chunk]:
    """Adjectives with their noun, and the nouns in the genitive after it."""
    first = noun = -1
    for place, token in enumerate(pieces):
        kind = _russian_class(pieces, place)
        if noun >= 0 and not _goes_on(kind, token.text, is_name(pieces, place)):
            yield Chunk(first, noun + 1, False)
            first = noun = -1
        if kind:
            first = place if first < 0 else first
            noun = place if kind == "noun" else noun
        else:
            first = -1
    if noun >= 0:
        yield Chunk(first, noun + 1, False)


def _russian_class(pieces: Sequence[Token], place: int) -> str:
    word = pieces[place].text
    if not is_content(word):
        return ""
    if not is_cyrillic(word):
        return "noun"
    readings = morph(fold(word))[:2]
    kinds = [one.pos for one in readings]
    if kinds[:1] == ["ADJF"] and "Apro" in readings[0].marks:
        return ""
    if kinds[:1] in (["ADJF"], ["PRTF"]):
        return "noun" if is_name(pieces, place) and not _is_followed_by_noun(pieces, place) else "adjective"
    return (
        "noun" if is_name(pieces, place) or "NOUN" in kinds[:1] or _is_rather_noun(fold(word), kinds) else ""
    )


def _is_rather_noun(low: str, kinds: Sequence[str]) -> bool:
    """A word that is a verb and a noun; not one of a past in the plural: "за что ей | дали"."""
    return list(kinds) == ["VERB", "NOUN"] and not low.endswith("ли")


def _is_followed_by_noun(pieces: Sequence[Token], place: int) -> bool:
    following = pieces[place + 1].text if place + 1 < len(pieces) else ""
    return is_cyrillic(following) and morph(fold(following))[0].pos in ("NOUN", "ADJF")


def _goes_on(kind: str, word: str, named: bool) -> bool:
    """Whether a word after a noun may belong to it: a genitive, a name."""
    if not kind:
        return False
    return (named and kind == "noun") or any(one.case == "gent" for one in morph(fold(word))[:4])
