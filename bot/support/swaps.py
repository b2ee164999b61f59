"""Whether a claim lets the one do what the source lets the other do: the order around the same verb.

English tells by order and by the passive, Russian by case, and by order where the forms do not tell; where
neither tells, nothing is said.
"""

import itertools
from collections.abc import Iterator, Sequence

from bot.language.cases import name_readings
from bot.language.morphology import morph
from bot.language.wordclass import word_class
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.lexicon import is_past_form, small_words
from bot.support.reading import Word, folded, is_russian
from bot.support.whose import WHICH

AROUND = 6  # words from a name to the verb
BESIDE = 3  # words from a noun to the verb, where order alone tells
SUBJECT, AGENT = "nomn", "ablt"
VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


def swapped(case: Case) -> list[Reason]:
    """Pairs of names, or of nouns, that have changed places around a word."""
    return [
        Reason("swapped", f"{one.word.text} / {other.word.text}")
        for alignment in case.alignments
        for one, other in _pairs(alignment)
        if _is_swapped(one, other, alignment, case)
    ]


def _pairs(alignment: Alignment) -> Iterator[tuple[Match, Match]]:
    """Two words of the claim that rest on one sentence, with room for a verb between."""
    told = [match for match in alignment.matches if match.aligned and match.word.kind in ("word", "name")]
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            apart = other.word.place - one.word.place
            if 1 < apart <= 2 * AROUND and one.place == other.place and one.found is not other.found:
                yield one, other


def _are_names(one: Match, other: Match) -> bool:
    """By the source, where fewer of them begin a sentence, which makes any word look like a name."""
    return all(match.found is not None and match.found.kind == "name" for match in (one, other))


def _is_swapped(one: Match, other: Match, alignment: Alignment, case: Case) -> bool:
    if one.found is None or other.found is None:
        return False
    here, there = (one.word, other.word), (one.found, other.found)
    if all(map(is_russian, (*here, *there))):
        return _russian_swapped(one, other, alignment, case)
    if any(map(is_russian, (*here, *there))) or not _verbs(one, other, alignment):
        return False
    if _only_adjoin(here, alignment.words) or _only_adjoin(there, case.beside(one)):
        return False
    first, last = sorted(word.place for word in there)
    passive = _is_passive(case.beside(one)[first:last])
    # the same order and the other voice, or the other order and the same voice
    turned = there[1].place < there[0].place
    return (_is_passive(alignment.words[here[0].place : here[1].place]) == passive) == turned


def _only_adjoin(words: Sequence[Word], sentence: Sequence[Word]) -> bool:
    """Whether both words stand behind prepositions: "on Sunday shops opened in Tarn" has neither act."""
    return all(_is_behind_preposition(word, sentence) for word in words)


def _is_behind_preposition(word: Word, sentence: Sequence[Word]) -> bool:
    before = (
        one for one in reversed(sentence[: word.place]) if folded(one) not in small_words("determiners")
    )
    nearest = next(before, None)
    return nearest is not None and folded(nearest) in small_words("prepositions") - small_words("agent")


def _verbs(one: Match, other: Match, alignment: Alignment) -> list[Match]:
    """Words between the two in the claim and between the two in the source.

    Of nouns they must stand close and in the same form, for nouns fill sentences.
    """
    return [
        match
        for match in alignment.matches
        if match.word.kind == "word"
        and match.aligned
        and match.place == one.place
        and one.word.place < match.word.place < other.word.place
        and match.found is not None
        and one.found is not None
        and other.found is not None
        and (match.found.place - one.found.place) * (other.found.place - match.found.place) > 0
        and (_are_names(one, other) or _is_close(one, match, other))
    ]


def _is_close(one: Match, verb: Match, other: Match) -> bool:
    if one.found is None or verb.found is None or other.found is None:
        return False
    here = (one.word.place, verb.word.place, other.word.place)
    there = sorted((other.found.place, verb.found.place, one.found.place))
    if not _are_beside(here) or not _are_beside(there) or not _may_act(verb.word):
        return False
    nouns = not any(is_past_form(match.word.text) for match in (one, other))
    return nouns and folded(verb.word) == folded(verb.found)


def _are_beside(places: Sequence[int]) -> bool:
    return all(0 < behind - before <= BESIDE for before, behind in itertools.pairwise(places))


def _may_act(word: Word) -> bool:
    """Whether a word may be what one does to the other; "said the mayor" is "the mayor said"."""
    acts = is_russian(word) or word_class(word.text) != "other" or is_past_form(word.text)
    return acts and not word.is_light


def _is_passive(words: Sequence[Word]) -> bool:
    """Whether "by" is the last preposition before what acts: "beaten by", not "won by a goal against"."""
    leading = (folded(word) for word in reversed(words) if folded(word) in small_words("prepositions"))
    return next(leading, "") in small_words("agent")


def _is_relative(words: Sequence[Word], sentence: Sequence[Word]) -> bool:
    """Whether one of two words stands in a clause on the other: «мост, который построил Ветров»."""
    first, last = sorted(word.place for word in words)
    return any(folded(word).startswith(WHICH) for word in sentence[first:last])


def _russian_swapped(one: Match, other: Match, alignment: Alignment, case: Case) -> bool:
    """By case: the one that acts in the claim is acted on in the source; by order if all are alike."""
    if one.found is None or other.found is None:
        return False
    here, there = (one.word, other.word), (one.found, other.found)
    named = _are_names(one, other)
    if _is_relative(there, case.beside(one)) or (not named and not _share_a_verb(one, other, alignment)):
        return False
    acting, acted = _actor(*here, named=named), _actor(*there, named=named)
    if acting is not None and acted is not None:
        return acting != acted
    same = all(folded(word) == folded(found) for word, found in zip(here, there, strict=True))
    acts = {_acts(word, named=named) for word in here}
    either = len(acts) == 1 and False not in acts
    turned = other.found.place < one.found.place
    return turned and same and either and bool(_verbs(one, other, alignment))


def _share_a_verb(one: Match, other: Match, alignment: Alignment) -> bool:
    """Whether the claim has a verb of that sentence in the same form, and neither is a passive's agent."""
    verbs = (
        match
        for match in alignment.matches
        if match.aligned and match.place == one.place and match.found is not None
        if folded(match.word) == folded(match.found) and morph(folded(match.word))[0].pos in VERBAL
    )
    words = [word for match in (one, other) for word in (match.word, match.found) if word is not None]
    cases = [_cases(word, named=False) for word in words]
    return any(verbs) and all(found and AGENT not in found for found in cases)


def _actor(one: Word, other: Word, *, named: bool) -> int | None:
    """Which of two words acts by its form: the one that is sure to, or may while the other cannot."""
    acts = [_acts(word, named=named) for word in (one, other)]
    if acts.count(True) == 1:
        return acts.index(True)
    return acts.index(None) if named and None in acts and False in acts else None


def _acts(word: Word, *, named: bool) -> bool | None:
    """Whether a word stands in the nominative; None when its form does not tell."""
    cases = _cases(word, named=named)
    return None if not cases or (SUBJECT in cases and len(cases) > 1) else SUBJECT in cases


def _cases(word: Word, *, named: bool) -> set[str]:
    if named or word.kind == "name":
        return {parse.case for parse, _ in name_readings(word.text)}
    return {parse.case for parse in morph(folded(word)) if parse.pos == "NOUN"}
