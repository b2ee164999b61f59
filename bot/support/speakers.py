"""Whether those who are said to have said something in a claim are those of the ledger.

The claim's own attributions are read by the code that reads articles; it knows nothing of stored speakers.
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.articles.layout import annotate
from bot.language.names import word_keys
from bot.language.tokens import words
from bot.models import Statement
from bot.statements.find import find_statements
from bot.support.case import Case, Reason
from bot.support.matching import relation
from bot.support.reading import Word, read
from bot.support.sources import Place


@lru_cache(maxsize=512)
def statements_in(text: str, published: str | None = None) -> tuple[Statement, ...]:
    """Who says what in a text that no ledger holds: a claim, or a source given by itself."""
    return find_statements(text, annotate(text, "", None), published)


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two resolved names may be one person's: every word of the shorter stands in the longer."""
    if one is None or other is None:
        return False
    first, second = _keys(one), _keys(other)
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and all(any(keys & known for known in longer) for keys in shorter)


def _keys(name: str) -> list[frozenset[str]]:
    return [word_keys(word) for word in words(name)]


def wrong_speakers(
    case: Case, ledgers: Sequence[Sequence[Statement]], told: Sequence[Statement] | None = None
) -> list[Reason]:
    """Those to whom the claim gives words that the sources give to others, or to nobody.

    `ledgers` holds the statements of every text of the case, with offsets in that text; `told` those of the
    claim, where its own words do not tell whom a pronoun means.
    """
    found: list[Reason] = []
    for said in statements_in(case.claim.text) if told is None else told:
        if said.speaker is None or said.speaker_kind == "unknown":
            continue
        places = _places(said, case)
        held = [one for place in places for one in overlapping(case, ledgers, place)]
        if any(_may_be(said, one) for one in held) or (not held and _names(case, places, said.speaker)):
            continue
        real = next((one.speaker for one in held if one.speaker), None)
        found.append(Reason("speaker", f"{said.speaker}, not {real}" if real else said.speaker))
    return found


def _places(said: Statement, case: Case) -> tuple[Place, ...]:
    """The sentences on which the content of a claim's statement rests, the best first."""
    inside = [
        number
        for number, span in enumerate(case.claim.spans)
        if span.start < said.spans[-1].end and said.spans[0].start < span.end
    ]
    return tuple(dict.fromkeys(place for number in inside for place in case.alignments[number].places[:1]))


def overlapping(case: Case, ledgers: Sequence[Sequence[Statement]], place: Place) -> list[Statement]:
    """The statements that reach into a sentence of the sources."""
    text, number = place
    span = case.sources.readings[text].spans[number]
    held = ledgers[text] if text < len(ledgers) else ()
    return [one for one in held if one.context.start < span.end and span.start < one.context.end]


def _may_be(said: Statement, held: Statement) -> bool:
    """The same name, or a name where the ledger knows an office and the other way round."""
    if same_speaker(said.speaker, held.speaker):
        return True
    office = [word for office in held.offices for word in _words(office)]
    return bool(office) and all(
        any(relation(word, other) in ("same", "synonym") for other in office)
        for word in _words(said.speaker or "")
    )


def _words(text: str) -> list[Word]:
    return [word for sentence in read(text).sentences for word in sentence if word.kind != "stop"]


def _names(case: Case, places: Sequence[Place], speaker: str) -> bool:
    """Whether the sentences themselves name somebody to whom the ledger gives nothing there."""
    held = case.sources.words(places)
    return all(any(relation(word, other) == "same" for other in held) for word in _words(speaker)[-1:])
