"""English cue verbs with all their forms, made by rule from the hand-written list `data/cues_en.txt`.

It knows words only; where a cue stands in a sentence and what it governs is decided elsewhere.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from bot.statements.lexicon import table

Form = Literal["base", "s", "past", "participle", "ing"]
STRESSED = ("mit", "refer", "infer", "confer", "gret", "rebut", "pel", "cur", "hor", "bid")  # admitted
BRITISH = ("bel", "nal", "vel", "cel")  # labelled as well as labeled
VOWELS = "aeiou"
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


class Cue(NamedTuple):
    """One form of one cue verb; `particles` are the words that must follow it."""

    lemma: str
    frame: str  # see the head of the word list
    form: Form
    particles: tuple[str, ...] = ()
    noun: bool = False  # this form is a common noun as well
    silent: bool = False  # somebody may do so without a word


def third_person(base: str) -> str:
    """accuse -> accuses, deny -> denies, wish -> wishes"""
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _stem(base: str) -> str:
    return base + base[-1] if _DOUBLING.match(base) or base.endswith(STRESSED) else base


def past(base: str) -> str:
    """accuse -> accused, deny -> denied, brag -> bragged"""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def gerund(base: str) -> str:
    """accuse -> accusing, put -> putting, say -> saying"""
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _forms(head: str) -> Iterator[tuple[str, Form]]:
    base, *irregular = head.split("/")
    yield base, "base"
    yield third_person(base), "s"
    yield gerund(base), "ing"
    yield (irregular[0] if irregular else past(base)), "past"
    if base.endswith(BRITISH):
        yield base + "led", "past"
        yield base + "ling", "ing"
    if len(irregular) > 1:
        yield irregular[1], "participle"


@cache
def english_cues() -> dict[str, tuple[Cue, ...]]:
    """Every form of every cue, phrasal ones first."""
    found: dict[str, list[Cue]] = {}
    for left, right in table("cues_en.txt"):
        head, *particles = left.split()
        rest = tuple(p.removeprefix("+") for p in particles)
        for word, form in _forms(head):
            noun = "noun" in right and form in ("base", "s")
            cue = Cue(head.split("/")[0], right[0], form, rest, noun, "silent" in right)
            found.setdefault(word, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.particles))) for word, cues in found.items()}


def is_silent(cue: str) -> bool:
    """Whether the words that introduce a statement tell no speech: "has seen", not "said he had seen"."""
    known = [cues for word in cue.lower().split() if (cues := english_cues().get(word))]
    return bool(known) and all(one.silent for cues in known for one in cues)
