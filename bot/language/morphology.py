"""Parses of Russian words by pymorphy3, as plain values; it knows nothing of names and lemmas."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

import pymorphy3


class Parse(NamedTuple):
    """One reading of a word form; grammemes are "" where they do not apply."""

    normal: str
    pos: str  # NOUN, VERB, ADJF, ... as OpenCorpora names them
    case: str  # nomn, gent, datv, accs, ablt, loct
    gender: str  # masc, femn, neut
    number: str  # sing, plur
    marks: frozenset[str]  # Surn, Name, Patr, Geox, Orgn, anim, Abbr, ...
    known: bool  # the word stands in the dictionary


@cache
def analyzer() -> Any:
    """The analyzer, loaded at first use: it takes a fifth of a second."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(200_000)
def morph(word: str) -> tuple[Parse, ...]:
    """Every reading of a Russian word, the likeliest first."""
    return tuple(_plain(parse) for parse in analyzer().parse(word))


@lru_cache(50_000)
def nominatives(word: str) -> tuple[tuple[Parse, str], ...]:
    """Every singular nominal reading of a word with its nominative, lower case, the likeliest first."""
    found: dict[tuple[str, str, str], tuple[Parse, str]] = {}
    for parse in analyzer().parse(word):
        plain = _plain(parse)
        if plain.pos not in {"NOUN", "ADJF"} or plain.number == "plur":
            continue
        form = parse.inflect({"nomn", "sing"})
        shown = form.word if form else plain.normal
        found.setdefault((plain.gender, plain.case, shown), (plain, shown))
    return tuple(found.values())


def _plain(parse: Any) -> Parse:
    tag = parse.tag
    marks = frozenset(str(mark) for mark in tag.grammemes)
    texts = (tag.POS, tag.case, tag.gender, tag.number)
    pos, case, gender, number = (str(text) if text else "" for text in texts)
    return Parse(parse.normal_form, pos, case, gender, number, marks, parse.is_known)
