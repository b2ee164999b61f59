"""Whose verb it is: "Frolik drew the bridge that Brask built" lets no Frolik build it.

The subject of a verb is looked for by the place of words in English and by case in Russian, in clauses as far
as punctuation, "and" and relative pronouns show them; where a sentence does not tell, nothing is said.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Literal

from bot.language.morphology import Parse, morph
from bot.language.wordclass import word_class
from bot.support.alignment import Alignment, Match
from bot.support.case import Case, Reason
from bot.support.clauses import Clauses
from bot.support.directions import is_at_home
from bot.support.forms import is_noun, noun_parses
from bot.support.lexicon import is_past_form, small_words
from bot.support.reading import Word, folded, is_russian

Voice = Literal["active", "passive", ""]
SUBJECT, OBJECT = "nomn", "accs"
VOWELS = "аеиоуыэюяь"
WHICH = "котор"
NATIVE = ("ов", "ев", "ин", "ын", "ий", "ый", "ой")  # a woman's name ends otherwise


def others_verbs(case: Case) -> list[Reason]:
    """Verbs of a claim whose subject is the subject of another verb in the source."""
    return [
        Reason("swapped", f"{subjects[-1].word.text} / {verb.word.text}")
        for alignment in case.alignments
        for subjects, verb in _with_subjects(alignment)
        if _is_anothers(subjects, verb, alignment, case)
    ]


def _with_subjects(alignment: Alignment) -> Iterator[tuple[list[Match], Match]]:
    """The verbs of a claim with all that may be their subject, where that rests on the same sentence."""
    here = {match.word.place: match for match in alignment.matches if is_at_home(match)}
    for verb in here.values():
        merely_tells = verb.word.is_light and verb.relation != "same"  # «сказала» that rests on «заметили»
        if voice(verb.word, alignment.words) and not merely_tells:
            subjects = [here.get(word.place) for word in subjects_of(verb.word, alignment.words)]
            known = [one for one in subjects if one is not None and one.place == verb.place]
            if known and len(known) == len(subjects):
                yield known, verb


def _is_anothers(subjects: Sequence[Match], verb: Match, alignment: Alignment, case: Case) -> bool:
    """Whether a verb has another subject in the source, and its subject of the claim something else to do."""
    found = [one.found for one in subjects if one.found is not None]
    sentence = case.beside(verb)
    if verb.found is None:
        return False
    own = _actors(verb.found, sentence, voice(verb.word, alignment.words))
    if not own or _is_done_to(own, verb, alignment) or any(_is_among(one, own) for one in subjects):
        return False
    return all(_has_its_own(one, verb.found, own, alignment.words, sentence) for one in found)


def _is_done_to(own: Sequence[Word], verb: Match, alignment: Alignment) -> bool:
    """Whether who acts in the source stands behind the verb in the claim: "it closed the pier"."""
    taken = {id(match.found) for match in alignment.matches if match.word.place > verb.word.place}
    return any(word.kind == "word" and id(word) in taken for word in own)


def _is_among(subject: Match, own: Sequence[Word]) -> bool:
    return any(subject.found is word or not subject.word.forms.isdisjoint(word.forms) for word in own)


def _has_its_own(
    subject: Word, verb: Word, own: Sequence[Word], claim: Sequence[Word], sentence: Sequence[Word]
) -> bool:
    """Whether a word has a verb of its own in its sentence, or shares one but for words that the claim lacks.

    "Brask voted for the budget, Frolik against": Frolik voted, but not for it.
    """
    clauses = Clauses(sentence)
    beside = clauses.beside(subject)
    if clauses.number(subject) == clauses.number(verb):
        first, last = sorted((subject.place, own[0].place))
        beside = sentence[first + 1 : last]
    if any(is_verb(word, sentence) or folded(word) in small_words("finite") for word in beside):
        return True
    told = {form for word in claim for form in word.forms}
    rest = (word for word in beside if folded(word) not in small_words("and"))
    return verb.place < subject.place and any(word.forms.isdisjoint(told) for word in rest)


def _actors(verb: Word, sentence: Sequence[Word], told: Voice) -> list[Word]:
    """Who acts, or is acted on, by a verb that a claim tells in a voice; of "closed by Holm" Holm."""
    voiced = voice(verb, sentence)
    if voiced == told:
        return subjects_of(verb, sentence)
    return _agents(verb, sentence) if (voiced, told) == ("passive", "active") else []


def _agents(verb: Word, sentence: Sequence[Word]) -> list[Word]:
    """The nouns behind the "by" that follows an English passive."""
    behind = sentence[verb.place + 1 :]
    if not behind or folded(behind[0]) not in small_words("agent"):
        return []
    small = small_words("prepositions") | small_words("and")
    within = takewhile(
        lambda pair: pair[1].start - pair[0].end == 1 and folded(pair[1]) not in small, pairwise(behind)
    )
    return [word for _, word in within if is_noun(word)]


def is_verb(word: Word, sentence: Sequence[Word]) -> bool:
    """Whether a word is the active verb of a clause: no infinitive, no passive, not "the built pier"."""
    return voice(word, sentence) == "active"


def voice(word: Word, sentence: Sequence[Word]) -> Voice:
    """The voice of the verb of a clause; "" for any other word."""
    if word.kind != "word":
        return ""
    return _russian_voice(word) if is_russian(word) else _english_voice(word, sentence)


def _russian_voice(word: Word) -> Voice:
    first, *more = morph(folded(word))[:2]
    if first.pos == "VERB":
        return "active"
    return "passive" if any(parse.pos == "PRTS" for parse in (first, *more)) else ""


def _english_voice(word: Word, sentence: Sequence[Word]) -> Voice:
    before = next((one for one in reversed(sentence[: word.place]) if word_class(one.text) != "adverb"), None)
    if before is None:
        return ""
    if is_past_form(word.text) and folded(before) in small_words("being"):
        return "passive"
    if folded(before) in small_words("no verb behind"):
        return ""
    return "active" if is_past_form(word.text) or folded(before) in small_words("modal") else ""


def subjects_of(verb: Word, sentence: Sequence[Word]) -> list[Word]:
    """What may be the subject of a verb, in order; of "a man who fled" the man; empty where nothing tells."""
    return _russian_subjects(verb, sentence) if is_russian(verb) else _english_subjects(verb, sentence)


def _english_subjects(verb: Word, sentence: Sequence[Word]) -> list[Word]:
    """The nouns between a verb and the one before it in its clause; of "the man who fled left" the man."""
    found, end = _nouns_before(verb, sentence)
    if end is None or not is_verb(end, sentence):
        return found
    before, _ = _nouns_before(end, sentence)
    opens = [word for word in sentence[: end.place] if folded(word) in small_words("relative")]
    return before if before and opens and before[-1].place < opens[-1].place else found


def _nouns_before(verb: Word, sentence: Sequence[Word]) -> tuple[list[Word], Word | None]:
    """The nouns in front of a verb as far as its clause shows, and the word that ends it there."""
    found: list[Word] = []
    behind = verb
    for word in reversed(sentence[: verb.place]):
        if behind.start - word.end > 1 and folded(behind) not in small_words("relative"):
            return found, None
        if _ends_subject(word, sentence, found):
            return found, word
        if is_noun(word):
            found.insert(0, word)
        behind = word
    return found, None


def _ends_subject(word: Word, sentence: Sequence[Word], found: Sequence[Word]) -> bool:
    if is_verb(word, sentence) or folded(word) in small_words("and") | small_words("subject pronouns"):
        return True
    return bool(found) and folded(word) in small_words("relative")


def _russian_subjects(verb: Word, sentence: Sequence[Word]) -> list[Word]:
    """The sure nominatives of its clause that agree with a verb; for "который" what it stands for."""
    acting = morph(folded(verb))[0]
    clauses = Clauses(sentence)
    beside = clauses.beside(verb)
    before = clauses.beside(sentence[max(0, beside[0].place - 1)])
    if acts := _acting(beside, acting):
        return acts
    if _is_relative(beside):
        nouns = (word for word in reversed(before) if noun_parses(word))
        return [word for word in [next(nouns, None)] if word is not None and _agreeing(word, acting)]
    if _is_relative(before):  # «судья, который спал, ушёл»
        whole = clauses.beside(sentence[max(0, before[0].place - 1)])
        return _acting(whole, acting)
    return []


def _acting(clause: Sequence[Word], verb: Parse) -> list[Word]:
    return [word for word in clause if _is_subject(_agreeing(word, verb), verb)]


def _is_relative(clause: Sequence[Word]) -> bool:
    return folded(clause[0]).startswith(WHICH)


def _is_subject(parses: Sequence[Parse], acting: Parse) -> bool:
    """Whether a noun is sure to stand in the nominative; beside a passive there is no accusative."""
    cases = {parse.case for parse in parses}
    return SUBJECT in cases and (OBJECT not in cases or acting.pos != "VERB")


def _agreeing(word: Word, acting: Parse) -> list[Parse]:
    """The readings of a noun with the number and gender of a verb; a woman's foreign surname shows none."""
    any_sex = word.kind == "name" and word.text[-1] not in VOWELS and not word.text.endswith(NATIVE)
    return [
        parse
        for parse in noun_parses(word)
        if parse.number in (acting.number, "")
        and (any_sex or not acting.gender or parse.gender in (acting.gender, ""))
    ]
