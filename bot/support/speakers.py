"""Whether those who are said to have said something in a claim are those of the ledger.

The claim's own attributions are read by the code that reads articles; it knows nothing of stored speakers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.articles.layout import annotate
from bot.language.names import word_keys
from bot.language.tokens import words
from bot.models import Statement
from bot.statements.find import find_statements
from bot.support.alignment import Match
from bot.support.case import Case, Reason
from bot.support.matching import relation
from bot.support.reading import Word, read
from bot.support.sources import Place


@lru_cache(maxsize=512)
def statements_in(text: str, published: str | None = None) -> tuple[Statement, ...]:
    """Who says what in a text that no ledger holds: a claim, or a source given by itself."""
    return find_statements(text, annotate(text, "", None), published)


def names_in(ledger: Iterable[Statement]) -> list[str]:
    """Whom pronouns and offices around statements mean, as the ledger resolves them."""
    return [name for one in ledger for name in (one.speaker or "", *one.offices, *one.chain) if name]


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two resolved names may be one person's: every word of the shorter stands in the longer."""
    if one is None or other is None:
        return False
    if one == other:
        return True
    first, second = _keys(one), _keys(other)
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and all(any(keys & known for known in longer) for keys in shorter)


def _keys(name: str) -> list[frozenset[str]]:
    return [word_keys(part) for word in words(name) for part in word.split("-") if part]


def wrong_speakers(
    case: Case, ledgers: Sequence[Sequence[Statement]], told: Sequence[Statement] | None = None
) -> list[Reason]:
    """Those to whom the claim gives words that the sources give to others, or to nobody.

    `ledgers` holds the statements of every text of the case, with offsets in that text; `told` those of the
    claim, where its own words do not tell whom a pronoun means.
    """
    claimed = statements_in(case.claim.text) if told is None else told
    return [
        fault
        for said in claimed
        if said.speaker is not None and said.speaker_kind != "unknown"
        if (fault := _fault(said, said.speaker, case, ledgers)) is not None
    ]


def unattributed(case: Case, ledgers: Sequence[Sequence[Statement]]) -> list[Reason]:
    """Those in whose words alone a claim rests that names nobody who says so: hearsay is no fact."""
    if statements_in(case.claim.text):
        return []
    found: list[Reason] = []
    for alignment in case.alignments:
        resting = [match for match in alignment.matches if match.aligned]
        said = [_said_at(match, ledgers) for match in resting]
        if said and all(said):
            found.append(Reason("speaker", said[0][0].speaker or ""))
    return found


def _said_at(match: Match, ledgers: Sequence[Sequence[Statement]]) -> list[Statement]:
    """The statements in whose content the word stands that one rests on."""
    if match.found is None or match.place is None:
        return []
    at, text = match.found.start, match.place[0]
    held = ledgers[text] if text < len(ledgers) else ()
    return [one for one in held if any(span.start <= at < span.end for span in one.spans)]


def _fault(
    said: Statement, speaker: str, case: Case, ledgers: Sequence[Sequence[Statement]]
) -> Reason | None:
    held = [one for place in _places(said, case) for one in overlapping(case, ledgers, place)]
    if any(_may_be(said, one) for one in held):
        return None
    if not _is_named(speaker, case):
        # "Residents say" is nobody in particular, "the mayor says" is somebody when a ledger knows a mayor
        known = any(_may_be(said, one) for ledger in ledgers for one in ledger)
        if not (held and known):
            return None
    held = [one for one in held if one.speaker_kind != "unknown"]
    if not held and _names(case, speaker):
        return None
    real = next((one.speaker for one in held if one.speaker), None)
    return Reason("speaker", f"{speaker} / {real}" if real else speaker)


def _is_named(speaker: str, case: Case) -> bool:
    """Whether a speaker is called by a name, which no source writes as an ordinary word."""
    last = _words(speaker)[-1:]
    return any(word.kind == "name" for word in last) and not any(
        how == "same" and found.text.islower() for word in last for _, found, how in case.sources.find(word)
    )


def _places(said: Statement, case: Case) -> tuple[Place, ...]:
    """The sentences on which most of the content of a claim's statement rests."""
    held = Counter(
        match.place
        for alignment in case.alignments
        for match in alignment.matches
        if match.aligned and match.place is not None and _is_inside(match.word, said)
    )
    most = max(held.values(), default=0)
    return tuple(place for place, count in held.items() if count == most)


def _is_inside(word: Word, said: Statement) -> bool:
    return any(span.start <= word.start < span.end for span in said.spans)


def overlapping(case: Case, ledgers: Sequence[Sequence[Statement]], place: Place) -> list[Statement]:
    """The statements that reach into a sentence of the sources."""
    text, number = place
    span = case.sources.readings[text].spans[number]
    held = ledgers[text] if text < len(ledgers) else ()
    return [one for one in held if one.context.meets(span)]


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


def _names(case: Case, speaker: str) -> bool:
    """Whether sentences that a claim rests on name somebody to whom the ledger gives nothing there."""
    held = [word for alignment in case.alignments for word in alignment.resting]
    return all(any(relation(word, other) == "same" for other in held) for word in _words(speaker)[-1:])
