"""What the grammar of a question says about who speaks in it; each language fills it in its own module."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answers.lexicon import phrase_list
from bot.answers.reading import Unit

PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "he's", "she's", "он", "она", "они"})
LONGEST_SUBJECT = 8  # units


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of units, half-open: somebody who is said to speak."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Roles:
    """Who speaks. `used` are the units that belong to the frame and are no words to look for."""

    speakers: tuple[Phrase, ...] = ()
    relayed: Phrase | None = None
    framed: bool = False  # a frame of saying was found, whoever speaks
    who: bool = False  # "who said": the speaker is what is asked for
    anyone: bool = False  # "what was said about": everybody's words
    pronoun: str = ""  # the speaker is a pronoun
    telling: bool = False  # the verb itself carries meaning (promised, denied)
    used: frozenset[int] = field(default_factory=frozenset)


NOBODY = Roles()


def split_subjects(
    units: Sequence[Unit], first: int, last: int, joints: frozenset[str]
) -> tuple[Phrase, ...]:
    """The single phrases of "Orlov, Krylova and the mayor"."""
    phrases: list[Phrase] = []
    start = first
    for place in range(first, last + 1):
        if place == last or units[place].low in joints:
            if start < place:
                phrases.append(Phrase(start, place))
            start = place + 1
    return tuple(phrases)


def subject_text(units: Sequence[Unit], phrase: Phrase) -> str:
    """The folded words of a phrase."""
    return " ".join(unit.low for unit in units[phrase.first : phrase.last])


def subject_roles(units: Sequence[Unit], phrases: tuple[Phrase, ...], used: frozenset[int]) -> Roles:
    """Roles of a frame whose subject is `phrases`: names, a pronoun, or everybody."""
    texts = [subject_text(units, phrase) for phrase in phrases]
    if len(texts) == 1 and texts[0] in PRONOUNS:
        return Roles(framed=True, pronoun=texts[0], used=used | spread(phrases))
    if all(text in phrase_list("anyone") for text in texts):
        return Roles(framed=True, anyone=True, used=used | spread(phrases))
    named = tuple(phrase for phrase, text in zip(phrases, texts, strict=True) if text not in PRONOUNS)
    return Roles(speakers=named, framed=True, used=used | spread(phrases))


def spread(phrases: Sequence[Phrase]) -> frozenset[int]:
    """The places of all units of some phrases."""
    return frozenset(place for phrase in phrases for place in range(phrase.first, phrase.last))
