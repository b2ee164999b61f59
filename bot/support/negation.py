"""Whether a claim denies what its source affirms, or affirms what it denies; it knows no opposites."""

from collections.abc import Sequence
from itertools import pairwise

from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.clauses import Clauses
from bot.support.forms import is_genitive
from bot.support.lexicon import small_words, word_set
from bot.support.reading import Word, folded, is_russian

REACH = 5  # words in front of the denied one
GAP = 2  # characters between two words: more are the end of a quotation or a dash
BEHIND = 4  # words from the denied one to «нет», itself included
CLAUSE = 30  # words behind "denied that" to which it reaches
SHORT_FORMS = frozenset({"PRTS", "INFN", "ADJS"})  # what stands with «не был»
DENIED = ("word", "name")
BETWEEN = 1  # words that carry meaning between the two


def negations(case: Case) -> list[Reason]:
    """Words that are denied on one side only."""
    return [
        Reason("negation", match.word.text)
        for alignment in case.alignments
        for match in alignment.matches
        if match.aligned and match.word.kind in DENIED and not _merely_tells(match)
        if _is_turned(match, alignment, case) and not _goes_with_denied(match, alignment, case)
    ]


def _is_turned(match: Match, alignment: Alignment, case: Case) -> bool:
    """Whether a word is denied in the claim and nowhere in the source, or the other way round."""
    there = case.counterparts(match, alignment)
    if match.word.kind == "name":  # «не Зорина, а Ветров»
        denied = all(_is_next(sentence, word.place) for word, sentence in there)
        return bool(there) and denied and not any(map(is_negator, alignment.words))
    here = is_denied(alignment.words, match.word.place)
    return bool(there) and all(is_denied(sentence, word.place) != here for word, sentence in there)


def _goes_with_denied(match: Match, alignment: Alignment, case: Case) -> bool:
    """Whether what is denied beside a word is so in both: the order of a sentence may put it out of reach.

    «На зиму паром не закроют» of «паром не закроют на зиму»; "a plan was rejected" of "they rejected a plan".
    """
    beside = case.beside(match)
    if _is_next(alignment.words, match.word.place) or match.found is None:
        return False
    if _is_next(beside, match.found.place):
        return False
    here, there = Clauses(alignment.words), Clauses(beside)
    return any(
        here.number(other.word) == here.number(match.word)
        and there.number(other.found) == there.number(match.found)
        for other in alignment.matches
        if other is not match and other.found is not None and other.place == match.place
        if _is_core(other, alignment.words, beside)
    )


def _is_core(match: Match, here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether a word denies, or is what is denied, on both sides."""
    if match.found is None:
        return False
    if _cancels(match.word) or _cancels(match.found):
        return _cancels(match.word) and _cancels(match.found)
    both = is_denied(here, match.word.place) and is_denied(there, match.found.place)
    return both and (_is_next(here, match.word.place) or _is_next(there, match.found.place))


def _is_next(sentence: Sequence[Word], place: int) -> bool:
    """Whether "not" or its like stands next to a word; a verb that denies tells of both its sides."""
    before = reversed(sentence[max(0, place - REACH) : place])
    nearest = next((one for one in before if one.kind != "stop" or is_negator(one)), None)
    denied = nearest is not None and is_negator(nearest) and not _cancels(nearest)
    return denied or _is_missing(sentence, place)


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
    found = next((at for at in behind if _opens_clause(sentence, at) or tells_anew(sentence, at)), None)
    return None if found is None or tells_anew(sentence, found) else found


def tells_anew(sentence: Sequence[Word], place: int) -> bool:
    """Whether what was denied or doubted ends at a word: "denied that it was late and said"."""
    if folded(sentence[place]) not in small_words("and"):
        return False
    return any(not word.forms.isdisjoint(word_set("telling.txt")) for word in sentence[place + 1 : place + 2])


def _opens_clause(sentence: Sequence[Word], place: int) -> bool:
    """ "Denied that", "отрицал, что", "did not confirm that" """
    follows = sentence[place + 1 : place + 2]
    if not follows or fold(follows[0].text) not in small_words("that"):
        return False
    if _cancels(sentence[place]):
        return True
    # "is not moving that date": only some verbs have a clause behind them
    tells = is_russian(sentence[place]) or not sentence[place].forms.isdisjoint(word_set("telling.txt"))
    denied = any(map(is_negator, sentence[max(0, place - 1) : place]))
    return tells and denied and not is_no_doubt(sentence, place)


def is_no_doubt(sentence: Sequence[Word], place: int) -> bool:
    """Whether a word affirms because it is denied: "no doubt that", «не секрет, что»."""
    doubts = any(not word.forms.isdisjoint(small_words("no doubt")) for word in sentence[place : place + 1])
    return doubts and any(map(is_negator, sentence[max(0, place - 1) : place]))


def _is_negated(sentence: Sequence[Word], place: int) -> bool:
    between = 0
    negated = _is_missing(sentence, place)
    agreeing = negated  # «никто не пострадал» denies once
    reached = sentence[place].start
    for word in reversed(sentence[max(0, place - REACH) : place]):
        if reached - word.end > GAP or _opens_clause(sentence, word.place):
            break
        reached = word.start
        if is_negator(word) and not is_no_doubt(sentence, word.place + 1):
            concord = is_cyrillic(word.text) and not _cancels(word)
            negated = negated if concord and agreeing else not negated
            agreeing = agreeing or concord
        elif word.kind != "stop":
            between += 1
            if between > BETWEEN:
                break
    return negated


def _is_missing(sentence: Sequence[Word], place: int) -> bool:
    """Whether Russian denies a word behind it: «воды в домах нет», «жертв не было», «закрыт не будет»."""
    word = sentence[place]
    if not is_russian(word):
        return False
    by = _missing_by(sentence, place)
    if by == "нет":
        return is_genitive(word)
    return by == "не" and (is_genitive(word) or morph(folded(word))[0].pos in SHORT_FORMS)


def _missing_by(sentence: Sequence[Word], place: int) -> str:
    """The «нет» or «не» of «не было» that stands behind a word in its clause; "" for none."""
    for before, word in pairwise(sentence[place : place + BEHIND]):
        if word.start - before.end > 1:
            return ""
        if folded(word) == "нет":
            return "нет"
        if folded(word) == "не":
            exists = any(
                not one.forms.isdisjoint(small_words("existing"))
                for one in sentence[word.place + 1 : word.place + 2]
            )
            return "не" if exists else ""
    return ""


def is_negator(word: Word) -> bool:
    """ "not", "isn't", "не" and what else denies, "denied" and "failed to" as well."""
    folded = fold(word.text)
    return folded in small_words("negators") or folded.endswith("n't") or _cancels(word)


def _cancels(word: Word) -> bool:
    return not word.forms.isdisjoint(word_set("cancelling.txt"))
