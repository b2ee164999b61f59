"""What a question leaves to the conversation: noun phrases that it lacks, taken from earlier questions. Pure.

It knows phrases and the words of a question, no library and no people: these are the business of `carrying`.
"""

import re
from collections.abc import Sequence

from bot.answers.chunks import is_content
from bot.answers.lexicon import phrase_list, word_list
from bot.answers.predicates import predicate
from bot.answers.reading import Reading, Unit
from bot.answers.subjects import Phrase, phrases
from bot.language.lemmas import lemmas
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic

Recent = Sequence[Sequence[Phrase]]  # the phrases of earlier questions, the newest question first
MANY = frozenset({"they", "them", "their", "these", "those", "both", "ones"}) | frozenset(
    {"они", "их", "им", "ими", "них", "эти", "те", "оба"}
)
FORMS = {
    "m": frozenset({"он", "его", "него", "ему", "нему", "нем", "ним"}),
    "f": frozenset({"она", "ее", "нее", "ей", "ней", "нею"}),
    "one": frozenset({"it", "its", "it's", "it’s"}),
}
GENDERS = {"m": {"masc", "neut"}, "f": {"femn"}}
POINTED = 4  # questions that may name what this one points at
NEAR = 2  # questions among which one thing is looked for that a pronoun may stand for
POINTING = frozenset({"that", "this", "these", "those"})
OWNING = frozenset({"its", "their", "his", "her"})  # mostly of the subject before them
OF_SOMETHING = frozenset({"cases", "infections", "doses", "случаев", "заражений", "доз"})
PREDICATES = frozenset({"ADJS", "PRTS"})
EXISTING = frozenset({"is", "are", "was", "were", "be", "been"})
CLAUSES = frozenset(
    {",", "and", "if", "when", "that", "because", "while", "?", ".", ";", "и", "когда", "если", "что", "а"}
)
EMPTY_IT = re.compile(r"it(?:['’]s| is| was)?(?: \w+){1,3} (?:to|that|if)\b", re.IGNORECASE)
LONGEST_FRAGMENT = 6  # words of a follow-up that is no sentence
FEW_WORDS = 2
MOST = 2  # phrases carried into one question


def taken_over(
    reading: Reading, own: Sequence[Phrase], recent: Recent, *, points: bool = False
) -> tuple[Phrase, ...]:
    """What a question must be read with: fuller names of what it names in short, else what it points at.

    `own` are its phrases; `points` tells that it goes on from what was said, whether it shows it or not.
    """
    near = recent[:POINTED]
    fuller = [found for phrase in own if (found := _fuller(phrase, recent if phrase.named else near))]
    if points:
        met = frozenset(key for phrase in (*own, *fuller) for key in phrase.keys)
        other = any(phrase.named for phrase in own)  # "and the Harbour Party?": another name for one
        if other and not points_back(reading):  # "did it join Dolsk?" means both
            recent = [_without_names(earlier) for earlier in recent[:1]]
        fuller += _pointed_at(reading, recent, met)
    return tuple(dict.fromkeys(fuller))[:MOST]


def _without_names(earlier: Sequence[Phrase]) -> list[Phrase]:
    """What was asked of another name: "flood" of "the flood in Dolsk"."""
    heads = (
        phrase._replace(text=phrase.head, words=(phrase.head,), named=False) if phrase.named else phrase
        for phrase in earlier
    )
    return [phrase for phrase in heads if phrase.text.islower()]


def lacks_subject(own: Sequence[Phrase]) -> bool:
    """Few words and neither a name nor a new thing among them: "who is the owner?", not "what is a dam?".

    "How many cases are there in Dolsk" are cases of something.
    """
    own = [one for one in own if not one.placed] if any(map(_is_of_something, own)) else own
    return len(own) <= 1 and not any(one.named or one.new or len(one.words) > FEW_WORDS for one in own)


def _is_of_something(counted: Phrase) -> bool:
    return counted.use == "counted" and len(counted.words) == 1 and counted.head in OF_SOMETHING


def has_own_subject(text: str, own: Sequence[Phrase], recent: Recent) -> bool:
    """Whether a question tells itself of what: "who painted the bridge?", not "how many people died?".

    One that names a part of what was asked about stays with it: "how is the harbour defined?" by its Act.
    """
    things = [one for one in own if one.use == "thing" and not one.placed and not _is_bridging(one)]
    parts = any(_is_part(one, recent) for one in things if not one.named)
    return bool(things) and not parts and bool(predicate(text))


def _is_bridging(thing: Phrase) -> bool:
    """ "The funeral" is of whom was asked about before."""
    listed = not word_list("bridging").isdisjoint({fold(thing.head), *lemmas(thing.head)})
    return listed and not thing.named and not thing.new and len(thing.words) == 1


def _is_part(thing: Phrase, recent: Recent) -> bool:
    return any(thing.keys < phrase.keys for earlier in recent for phrase in earlier)


def matter(recent: Recent) -> list[Phrase]:
    """What the last question that named anything was about, and the theme that it was asked under."""
    return _main_things(recent, frozenset(), "")


def _fuller(phrase: Phrase, recent: Recent) -> Phrase | None:
    """An earlier phrase of which this one is a part: "the bridge" after "the bridge in Dolsk"."""
    wider = (one for earlier in recent for one in earlier if phrase.keys < one.keys)
    return next((one for one in wider if _names_the_same(phrase, one)), None)


def _names_the_same(phrase: Phrase, wider: Phrase) -> bool:
    """Its main noun, or a part of a name: "Runner" of "Luda Runner", not "Dolsk" of "bridge of Dolsk"."""
    plain = len(wider.words) == len(wider.text.split())
    return (phrase.named and wider.named and plain) or (
        phrase.head_key == wider.head_key and (phrase.definite or phrase.named or len(phrase.words) == 1)
    )


def _pointed_at(reading: Reading, recent: Recent, met: frozenset[str]) -> list[Phrase]:
    """What a question points at: something of the form of its pronoun, in the last question if it can be."""
    form = _form_of_pronoun(reading)
    fitting = [earlier for earlier in recent[:NEAR] if any(_fits(one, form) for one in _unmet(earlier, met))]
    recent = recent[:POINTED]
    of_one = form not in ("", "many")  # "they" may be all pilots after "is a pilot paid?"
    return _main_things([*fitting[:1], *recent] if of_one else recent, met, form)


def _form_of_pronoun(reading: Reading) -> str:
    lows = [unit.low for unit in reading.units]
    if any(low in MANY for low in lows):
        return "many"
    return next((form for low in lows for form, words in FORMS.items() if low in words), "")


def _unmet(earlier: Sequence[Phrase], met: frozenset[str]) -> list[Phrase]:
    return [phrase for phrase in earlier if not phrase.keys <= met]


def _fits(phrase: Phrase, form: str) -> bool:
    """Whether a pronoun of a form may stand for a phrase; names tell neither number nor gender."""
    if phrase.named:
        return True
    if form not in GENDERS:
        return is_plural(phrase) == (form == "many")
    head = morph(fold(phrase.head))[:1] if is_cyrillic(phrase.head) else ()
    return not is_plural(phrase) and all(one.gender in GENDERS[form] for one in head)


def _main_things(recent: Recent, met: frozenset[str], form: str) -> list[Phrase]:
    for earlier in recent:
        if ordered := _ordered(_unmet(earlier, met), form):
            return [*ordered[:1], *(one for one in ordered[1:] if _is_special(one))]
    return []


def _ordered(new: Sequence[Phrase], form: str) -> list[Phrase]:
    """The phrases of one question, what it was rather about first."""
    own = sorted((one for one in new if one.own), key=lambda one: _distance(one, form))
    theme = [phrase for phrase in new if not phrase.own][-1:]
    ordered = [*own[: MOST - len(theme)], *theme]
    return ordered[::-1] if theme and own and _is_rather(theme[0], own[0], form) else ordered


def _is_rather(theme: Phrase, own: Phrase, form: str) -> bool:
    """Whether the theme is meant, not what was asked for under it: "who is the director (school)"."""
    if form == "many":
        return False
    return own.use != "thing" or (bool(form) and _fits(theme, form) and not _fits(own, form))


def _distance(phrase: Phrase, form: str) -> tuple[bool, ...]:
    """Sorts what a pronoun rather stands for before what it hardly does."""
    unfit = form not in ("", "many") and not _fits(phrase, form)
    return unfit, phrase.placed, not _is_special(phrase), is_plural(phrase) != (form == "many")


def _is_special(phrase: Phrase) -> bool:
    """Whether a phrase tells one thing from others of its kind."""
    return phrase.named or len(phrase.words) > 1


def is_plural(phrase: Phrase) -> bool:
    """Whether a phrase speaks of several things, by its last word."""
    last = fold(phrase.words[-1]) if phrase.words else ""
    if is_cyrillic(last):
        return any(one.number == "plur" for one in morph(last)[:1])
    joined = " and " in phrase.text
    return joined or (last.endswith("s") and not last.endswith(("ss", "us", "is", "'s")))


def is_correction(reading: Reading) -> bool:
    """ "I meant the old one": the question before in other words."""
    return any(reading.padded.startswith(f" {phrase} ") for phrase in phrase_list("corrections"))


def points_back(reading: Reading) -> bool:
    """Whether a word points back: "it", "об этом"; not "that the bridge", "is it safe to", "are there"."""
    return any(_points(reading, place) for place in range(len(reading.units)))


def _points(reading: Reading, place: int) -> bool:
    units = reading.units
    unit = units[place]
    if unit.kind != "word" or unit.low not in word_list("referring"):
        return False
    following = units[place + 1] if place + 1 < len(units) else None
    if unit.low in POINTING:  # "that the bridge", "this summit", "rules that bind"
        if unit.low == "that" and place and is_content(units[place - 1].text) and following:
            return False
        return following is None or following.kind == "mark" or not _opens_clause(following)
    if unit.low == "there":
        return not _beside(units, place) & EXISTING
    if unit.low in ("it", "it's") and EMPTY_IT.match(reading.text, unit.start):
        return False
    return not _stands_for_own(reading, place)


def _opens_clause(unit: Unit) -> bool:
    return unit.low in ("the", "a", "an", "he", "she", "they", "it", "there") or unit.kind == "name"


def _beside(units: Sequence[Unit], place: int) -> set[str]:
    return {unit.low for unit in units[max(0, place - 1) : place + 2]}


def _stands_for_own(reading: Reading, place: int) -> bool:
    """Whether a pronoun has its noun in a clause before it: "when the bridge opens, will it ..."."""
    units = reading.units
    borders = [unit.start for unit in units[:place] if unit.low in CLAUSES]
    end = units[place].start if units[place].low in OWNING else borders[-1] if borders else 0
    before = (phrase for phrase in phrases(reading.text) if phrase.start < end)
    clear = units[place].low in OWNING or reading.language == "ru"
    return any(phrase.definite or phrase.named or clear for phrase in before)


def is_fragment(reading: Reading) -> bool:
    """A message that is no sentence: "Orlov?", "about the bridge", "yesterday"; not «экипаж жив?»."""
    units = [unit for unit in reading.units if unit.kind != "mark"]
    questions = phrase_list("interrogatives")
    return len(units) <= LONGEST_FRAGMENT and not any(
        unit.low in questions or (unit.kind == "word" and _is_predicate(unit.low)) for unit in units
    )


def _is_predicate(word: str) -> bool:
    """A short adjective or participle, which only tells of something: «жив», «ранены»."""
    return is_cyrillic(word) and all(parse.pos in PREDICATES for parse in morph(word))
