"""What the grammar of a question says about who speaks in it; each language fills it in its own module."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.answers.chunks import ARTICLES
from bot.answers.lexicon import is_naming_verb, is_plain_say_verb, is_say_verb, phrase_list
from bot.answers.reading import Unit

PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "he's", "she's", "он", "она", "они"})
POINTING = frozenset({"об", "о", "про", "на", "этом", "это", "том"})  # "кто ещё об этом говорил"
COMPARING = frozenset({"compare", "сравни", "сравните", "сопоставь"})
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
    together: bool = False  # what two talked about is asked for
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


def with_source(source: Roles, rest: Roles | None) -> Roles:
    """A frame of saying within the words of a source: "what did Orlov say, according to Krylova"."""
    if rest is None or rest.pronoun or not rest.speakers:
        return replace(source, used=source.used | (rest.used if rest else frozenset()))
    return replace(
        rest, relayed=source.speakers[0] if source.speakers else None, used=rest.used | source.used
    )


def who_roles(units: Sequence[Unit], asking: frozenset[str], skipped: frozenset[str]) -> Roles | None:
    """ "Who said that", "who called it": one of the `asking` words before a verb of saying or naming."""
    for place, unit in enumerate(units[:-1]):
        verb = _verb_after(units, place, skipped) if unit.low in asking else None
        if verb is not None:
            telling = not is_plain_say_verb(units[verb].low) and not is_naming_verb(units[verb].low)
            used = frozenset(range(place, verb if telling else verb + 1))
            return Roles(framed=True, who=True, telling=telling, used=used)
    return None


def _verb_after(units: Sequence[Unit], place: int, skipped: frozenset[str]) -> int | None:
    """The place of a verb of saying or naming with no more than `skipped` words before it."""
    following = range(place + 1, min(place + 5, len(units)))
    after = next((other for other in following if units[other].low not in skipped | POINTING), None)
    if after is None:
        return None
    low = units[after].low
    return after if is_say_verb(low) or is_naming_verb(low) else None


def telegraphic_roles(units: Sequence[Unit], joints: frozenset[str], about: frozenset[str]) -> Roles | None:
    """ "Orlov on the bridge", "Orlov?", "compare Orlov and Krylova on the bridge".

    Names first, and nothing or a preposition of topic after them.
    """
    words = [place for place, unit in enumerate(units) if unit.kind != "mark"]
    while words and units[words[0]].low in COMPARING | ARTICLES:
        words.pop(0)
    if not words or not _names_somebody(units[words[0]]):
        return None
    phrases = _listed_names(units, joints) or _names_with_topic(units, words, joints, about)
    return Roles(speakers=phrases, framed=True, used=spread(phrases)) if phrases else None


def _names_somebody(unit: Unit) -> bool:
    """Not what is written small and merely is a body of that name somewhere: "gas prices"."""
    return unit.kind == "name" and not (unit.match and unit.match.how == "body" and unit.text.islower())


def _listed_names(units: Sequence[Unit], joints: frozenset[str]) -> tuple[Phrase, ...]:
    """All names, when there is nothing else."""
    if not all(unit.kind in ("name", "period", "mark") or unit.low in joints | ARTICLES for unit in units):
        return ()
    return tuple(Phrase(place, place + 1) for place, unit in enumerate(units) if unit.kind == "name")


def _names_with_topic(
    units: Sequence[Unit], words: Sequence[int], joints: frozenset[str], about: frozenset[str]
) -> tuple[Phrase, ...]:
    """The names at the beginning, when a preposition of topic or a colon follows them."""
    names = [words[0]]
    rest = list(words[1:])
    while len(rest) > 1 and units[rest[0]].low in joints and units[rest[1]].kind == "name":
        names.append(rest[1])
        rest = rest[2:]
    if rest and (units[rest[0]].low in about or units[names[-1] + 1].text == ":"):
        return tuple(Phrase(place, place + 1) for place in names)
    return ()
