"""A question of its own with what it leaves to the conversation: shown in brackets, looked for as context.

It knows no speakers whose words are asked for: these are the business of `carrying`.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.earlier import Earlier
from bot.answers.leaning import (
    has_own_subject,
    is_correction,
    is_fragment,
    lacks_subject,
    matter,
    points_back,
    taken_over,
)
from bot.answers.lexicon import phrase_list
from bot.answers.places import without_asked_nouns
from bot.answers.pronouns import PERSONAL, person_referred, substituted
from bot.answers.questions import Parsed
from bot.answers.subjects import Phrase, phrases
from bot.answers.wording import with_context
from bot.language.lemmas import content_words, lemmas
from bot.models import AskedSpeaker, Question
from bot.statements.directory import Directory
from bot.statements.speaker_keys import bare_word

FEW_WORDS = 3  # a question with no more words of its own is asked in the context of the one before
WITH = frozenset({"с", "со", "про", "насчет"})
MANY_PEOPLE = frozenset({"they", "them", "their", "они", "их", "им", "них"})


def asks_in_context(parsed: Parsed, told: Earlier, continuing: bool, directory: Directory) -> Question:
    """A question of its own: with what it lacks of the ones before when it leans on them."""
    new = parsed.question
    person = person_referred(parsed, told, directory)
    if _asks_of_period(new) and not continuing:
        return new
    taken = () if person else (*taken_from(parsed, told, continuing), *_named_before(parsed, told))
    if not (person or taken or _says_too_little(parsed, told)):
        return new
    parsed = replace(parsed, question=replace(new, topic=_with_carried(parsed, told, person, taken)))
    if person is None:
        return in_context(parsed, taken)
    text = substituted(parsed, person)
    return in_context(parsed, (person.name,) if text == parsed.reading.text else (), text)


def _named_before(parsed: Parsed, told: Earlier) -> tuple[str, ...]:
    """Who was asked before "him" that is none of them: "who attacked him?" after her words on her husband."""
    units = parsed.reading.units
    somebody = any(PERSONAL.get(unit.low) for unit in units) and not parsed.roles.pronoun
    return tuple(one.name.split()[-1] for one in told.question.speakers[:1]) if somebody else ()


def taken_from(parsed: Parsed, before: Earlier, continuing: bool = False) -> tuple[str, ...]:
    """What is carried into a question, as it stood; all of the topic before when it has none itself."""
    new, reading = parsed.question, parsed.reading
    if not new.topic:
        return _matter_as_asked(before)
    own = phrases(reading.text)
    goes_on = continuing and len(new.topic.split()) <= FEW_WORDS
    goes_on = (goes_on or _leans(parsed, own)) and not _is_whole(parsed, before)
    points = goes_on or points_back(reading) or is_correction(reading)
    return tuple(phrase.upright for phrase in taken_over(reading, own, before.recent, points=points))


def _leans(parsed: Parsed, own: Sequence[Phrase]) -> bool:
    """Whether a question of fact, or a fragment, has no subject itself."""
    intent = parsed.question.intent
    return lacks_subject(own) and (intent == "fact" or (intent == "event" and is_fragment(parsed.reading)))


def _opens_with_topic(parsed: Parsed) -> bool:
    """ "About the ferry": another matter."""
    lows = [unit.low for unit in parsed.reading.units]
    if lows[0] == "что" and len(lows) > 1:  # "что с паромом"
        return lows[1] in WITH
    return lows[0] in phrase_list("topic_prepositions")


def _matter_as_asked(before: Earlier) -> tuple[str, ...]:
    """What the question before was about, with what it asserts; what was refused is not taken for true."""
    things = matter(before.recent)
    told = without_asked_nouns(before.question.topic or before.question.context)
    whole = bool(things) and (before.refused or _tell_all(things, told))
    return tuple(thing.upright for thing in things) if whole else (told,)


def _tell_all(things: Sequence[Phrase], topic: str) -> bool:
    """Whether every word of a topic stands in one of some phrases."""
    named = frozenset(key for thing in things for key in thing.keys)
    return all(lemmas(word)[0] in named for word in topic.split())


def in_context(parsed: Parsed, taken: Sequence[str], text: str = "") -> Question:
    """A question with what it takes over shown in brackets and looked for as context."""
    new = parsed.question
    carried = ", ".join(taken)
    words = without_words(" ".join(_words_to_look_for(carried)), new.topic)
    return replace(new, context=words, standalone=with_context(text or parsed.reading.text, carried))


def _words_to_look_for(carried: str) -> list[str]:
    return [bare_word(word) for word in content_words(carried)]


def _with_carried(parsed: Parsed, told: Earlier, person: AskedSpeaker | None, taken: Sequence[str]) -> str:
    """The topic with whom a pronoun means, and with what is taken over when it says too little itself."""
    new = parsed.question
    carried = person.name.split() if person else _people_meant(parsed, told.question)
    if _says_too_little(parsed, told):
        carried = carried + (_words_to_look_for(" ".join(taken)) or told.question.topic.split())
    return " ".join(dict.fromkeys([*new.topic.split(), *carried]))


def _says_too_little(parsed: Parsed, told: Earlier) -> bool:
    """ "For what?", "who attended?": nothing to look for alone; but "where does the money come from?"."""
    return _has_little(parsed.question) and not (parsed.question.topic and _is_whole(parsed, told))


def _is_whole(parsed: Parsed, told: Earlier) -> bool:
    text = parsed.reading.text
    return has_own_subject(text, phrases(text), told.recent) or _opens_with_topic(parsed)


def _has_little(new: Question) -> bool:
    """Nothing to look for, or one word; a name would stand for itself."""
    return not new.topic or (new.intent == "fact" and " " not in new.topic and not new.topic[0].isupper())


def _asks_of_period(new: Question) -> bool:
    """ "What happened yesterday?": little to look for, but a time to look in. Changes are of a matter."""
    return _has_little(new) and new.period is not None and new.intent != "changes"


def _people_meant(parsed: Parsed, before: Question) -> list[str]:
    """The names of the question before, for "they"."""
    if not any(unit.low in MANY_PEOPLE for unit in parsed.reading.units):
        return []
    own = set(parsed.question.topic.split())
    return [word for word in before.topic.split() if word[0].isupper() and word not in own][:FEW_WORDS]


def without_words(context: str, topic: str) -> str:
    known = set(topic.split())
    return " ".join(word for word in context.split() if word not in known)
