"""Words that turn a claim round: opposites, members of one set, prefixes, before for after.

A word counts only where its own place in the source is taken by the other one.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.language.script import fold, is_cyrillic
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words
from bot.support.matching import excludes, opposed, relation
from bot.support.reading import Word

PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "de", "anti", "co", "ex", "vice", "mis")
RUSSIAN_PREFIXES = ("не", "анти", "экс", "вице", "со", "без", "бес")
HYPHENED = frozenset({"co", "ex", "vice", "anti", "non", "pro", "экс", "вице", "анти", "про"})
STEM = 4  # letters that a word keeps without its prefix
SMALL = (("time before", "time after"), ("time during", "time after"), ("time during", "time before"),
         ("despite", "because"), ("despite", "time after"), ("because", "time after"),
         ("with", "without"))  # fmt: skip
TIMED = ("time at", "time before")  # "until 2019" and "in 2019"
WIDE = 6  # words from one neighbour to the other
NEAR = 2  # words between a small word and what it governs


def opposites(case: Case) -> list[Reason]:
    """Words of the claim in whose place the source has the opposite."""
    return [
        Reason("opposite", f"{match.word.text} / {other.text}")
        for match, other in _strangers(case)
        if opposed(match.word, other) or prefixed(match.word.text, other.text)
    ]


def exclusions(case: Case) -> list[Reason]:
    """Words in whose place the source has another one of the same set: month for year."""
    return [
        Reason("instead of", f"{match.word.text} / {other.text}")
        for match, other in _strangers(case)
        if excludes(match.word, other) and (match.relation == "none" or is_strict(match.word))
    ]


def misplaced(case: Case) -> list[Reason]:
    """Times, months and magnitudes that the sentences which a claim rests on do not have."""
    return [
        Reason("not in the source", match.word.text)
        for alignment in case.alignments
        for match in alignment.matches
        if not is_at_home(match) and is_strict(match.word)
    ]


def is_strict(word: Word) -> bool:
    """Whether a word belongs to a set of which every member must stand in the very sentence."""
    return any(number < 0 for number, _ in word.members)


def small_opposites(case: Case) -> list[Reason]:
    """Before for after, despite for because of, in front of the same word."""
    return [
        Reason("opposite", f"{title} / {other}")
        for alignment in case.alignments
        for match in alignment.matches
        if match.aligned and match.found is not None
        for title, other in _changed(
            _governing(alignment.words, match.word), _governing(case.beside(match), match.found)
        )
    ]


def prefixed(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix that turns it round: surprising, unsurprising."""
    short, long = sorted((fold(one), fold(other)), key=len)
    head = long[: len(long) - len(short)]
    prefixes = RUSSIAN_PREFIXES if is_cyrillic(long) else PREFIXES
    return len(short) >= STEM and long.endswith(short) and head in prefixes


def changed_prefixes(case: Case) -> list[Reason]:
    """A co-founder for a founder, an ex-mayor for a mayor, and the other way round."""
    found: list[Reason] = []
    for alignment in case.alignments:
        for match in alignment.matches:
            if is_at_home(match) and match.relation == "same":
                here = _prefix(alignment.words, match.word)
                there = {_prefix(beside, word) for word, beside in case.counterparts(match, alignment)}
                if there and here not in there:
                    found.append(Reason("opposite", f"{here} {match.word.text}".strip()))
    return found


def _prefix(sentence: Sequence[Word], word: Word) -> str:
    """What stands before a word, with a hyphen since it is no word by itself; "" for nothing."""
    before = fold(sentence[word.place - 1].text) if word.place else ""
    return before if before in HYPHENED else ""


def _strangers(case: Case) -> Iterator[tuple[Match, Word]]:
    """Words of the claim that rest on nothing beside, with every word there that nothing rests on."""
    for alignment in case.alignments:
        others = alignment.unclaimed
        small = [word for word in alignment.resting if word.kind == "stop" and word.sides]
        for match in alignment.matches:
            if not is_at_home(match):
                rivals = [*_rivals(match, alignment, others), *_nearby(match, alignment, small)]
                yield from ((match, other) for other in rivals)


def is_at_home(match: Match) -> bool:
    """Whether the word or a synonym stands in the sentences that the claim rests on."""
    return match.aligned and match.relation in ("same", "synonym")


def brought_in(case: Case) -> list[Reason]:
    """Words of another sentence in the place of what the source has between the same neighbours."""
    return [
        Reason("instead of", f"{match.word.text} / {other.text}")
        for alignment in case.alignments
        for match in alignment.matches
        if is_at_home(match) and match.word.kind != "word"
        for other in displaced(match, alignment)[:1]
    ]


def displaced(match: Match, alignment: Alignment) -> list[Word]:
    """What a word from elsewhere replaces: the words between its neighbours, unless they mean the same."""
    left, right = neighbours(match, alignment)
    found = match.found
    if left is None or right is None or found is None or found.sentence == left.sentence:
        return []
    if left.sentence != right.sentence or not 1 < right.place - left.place <= WIDE:
        return []
    return [
        word
        for word in alignment.unclaimed
        if word.sentence == left.sentence and left.place < word.place < right.place
        if relation(match.word, word) not in ("same", "synonym")
    ]


def _rivals(match: Match, alignment: Alignment, others: Sequence[Word]) -> list[Word]:
    """Words in whose place one may stand: any if it occurs nowhere, else those close to its neighbours."""
    if match.relation == "none" or match.aligned:
        return list(others)
    return _nearby(match, alignment, others)


def _nearby(match: Match, alignment: Alignment, others: Sequence[Word]) -> list[Word]:
    """Words close to what the neighbours of one rest on."""
    left, right = neighbours(match, alignment)
    return [
        word for word in others if (left and _is_beside(word, left)) or (right and _is_beside(word, right))
    ]


def _is_beside(word: Word, other: Word) -> bool:
    return word.sentence == other.sentence and 0 < abs(word.place - other.place) <= NEAR + 1


def neighbours(match: Match, alignment: Alignment) -> tuple[Word | None, Word | None]:
    """What the words before and behind one rest on, where they are at home."""
    at = alignment.matches.index(match)
    before = alignment.matches[at - 1] if at else None
    behind = alignment.matches[at + 1] if at + 1 < len(alignment.matches) else None
    return _resting(before), _resting(behind)


def _resting(match: Match | None) -> Word | None:
    return match.found if match is not None and match.aligned else None


def _governing(sentence: Sequence[Word], word: Word) -> frozenset[str]:
    """The kinds of small words that stand close before a word."""
    near = {fold(one.text) for one in sentence[max(0, word.place - NEAR) : word.place]}
    near |= {fold(one.text) for one in _small_before(sentence, word.place)}
    pairs = (*SMALL, TIMED) if word.kind == "number" or is_strict(word) else SMALL
    return frozenset(title for pair in pairs for title in pair if near & small_words(title))


def _small_before(sentence: Sequence[Word], place: int) -> Iterator[Word]:
    """All small words right in front of a place: "because of the"."""
    return takewhile(lambda word: word.kind == "stop", reversed(sentence[:place]))


def _changed(here: frozenset[str], there: frozenset[str]) -> Iterator[tuple[str, str]]:
    for one, other in (*SMALL, TIMED):
        if (one in here and other in there and one not in there) or (
            other in here and one in there and other not in there
        ):
            yield one, other
