"""Whether a claim denies what its source affirms, or affirms what it denies; it knows no opposites."""

from collections.abc import Sequence

from bot.language.script import fold, is_cyrillic
from bot.support.alignment import Match
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words, word_set
from bot.support.reading import Word, is_russian

REACH = 4  # words in front of the denied one
GAP = 2  # characters between two words: more are the end of a quotation or a dash
CLAUSE = 30  # words behind "denied that" to which it reaches
EXISTING = frozenset({"было", "будет", "оказалось", "стало", "имеется", "зафиксировано", "обнаружено"})
BETWEEN = 1  # words that carry meaning between the two


def negations(case: Case) -> list[Reason]:
    """Words that are denied on one side only."""
    found: list[Reason] = []
    for alignment in case.alignments:
        for match in alignment.matches:
            if not match.aligned or match.word.kind != "word" or _merely_tells(match):
                continue
            here = is_denied(alignment.words, match.word.place)
            there = {is_denied(beside, word.place) for word, beside in case.counterparts(match, alignment)}
            if there and here not in there:
                found.append(Reason("negation", match.word.text))
    return found


def _merely_tells(match: Match) -> bool:
    """«Сказала» that rests on «не заметили» in what she said: a light word is denied as itself only."""
    return match.word.is_light and match.relation != "same"


def is_denied(sentence: Sequence[Word], place: int) -> bool:
    """Whether a negator reaches a word; two cancel each other. "Denied that" reaches the clause behind it."""
    opener = _opener(sentence, place)
    if opener is None:
        return _is_negated(sentence, place)
    denies = _cancels(sentence[opener]) != _is_negated(sentence, opener)
    return _is_negated(sentence, place) != denies


def _opener(sentence: Sequence[Word], place: int) -> int | None:
    """The nearest "denied that" in whose clause a word stands."""
    behind = range(place - 1, max(-1, place - CLAUSE), -1)
    return next((at for at in behind if _opens_clause(sentence, at)), None)


def _opens_clause(sentence: Sequence[Word], place: int) -> bool:
    """ "Denied that", "отрицал, что", "did not confirm that" """
    follows = sentence[place + 1 : place + 2]
    if not follows or fold(follows[0].text) not in small_words("that"):
        return False
    if _cancels(sentence[place]):
        return True
    # "is not moving that date": only some verbs have a clause behind them
    tells = is_russian(sentence[place]) or not sentence[place].forms.isdisjoint(small_words("telling"))
    return tells and any(map(is_negator, sentence[max(0, place - 1) : place]))


def _is_negated(sentence: Sequence[Word], place: int) -> bool:
    between = 0
    negated = _is_missing(sentence, place)
    agreeing = negated  # «никто не пострадал» denies once
    reached = sentence[place].start
    for word in reversed(sentence[max(0, place - REACH) : place]):
        if reached - word.end > GAP or _opens_clause(sentence, word.place):
            break
        reached = word.start
        if is_negator(word):
            concord = is_cyrillic(word.text) and not _cancels(word)
            negated = negated if concord and agreeing else not negated
            agreeing = agreeing or concord
        elif word.kind != "stop":
            between += 1
            if between > BETWEEN:
                break
    return negated


def _is_missing(sentence: Sequence[Word], place: int) -> bool:
    """Whether a Russian clause ends by telling that there is none: «пострадавших нет», «жертв не было»."""
    following = [fold(word.text) for word in sentence[place + 1 : place + 3]]
    near = bool(following) and sentence[place + 1].start - sentence[place].end <= GAP
    return near and (following[0] == "нет" or (following[0] == "не" and following[-1] in EXISTING))


def is_negator(word: Word) -> bool:
    """ "not", "isn't", "не" and what else denies, "denied" and "failed to" as well."""
    folded = fold(word.text)
    return folded in small_words("negators") or folded.endswith("n't") or _cancels(word)


def _cancels(word: Word) -> bool:
    return not word.forms.isdisjoint(word_set("cancelling.txt"))
