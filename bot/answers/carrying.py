"""What a follow-up takes over from the question before it: speakers, topic, period, or words of context."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.answers.leaning import Recent, is_correction, is_fragment, lacks_subject, points_back, taken_over
from bot.answers.lexicon import phrase_list
from bot.answers.questions import Parsed, looks_like_a_person
from bot.answers.subjects import Phrase, phrases
from bot.answers.topics import about_phrase, is_topical
from bot.answers.wording import about, said_question, who_else_question, with_context
from bot.language.lemmas import content_words, lemmas
from bot.language.names import gender
from bot.language.script import fold, is_cyrillic
from bot.models import AskedSpeaker, Intent, Question, Turn
from bot.statements.directory import Directory
from bot.statements.speaker_keys import bare_word

PERSONAL = {
    "he": "m",
    "he's": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "she's": "f",
    "her": "f",
    "он": "m",
    "его": "m",
    "ему": "m",
    "нем": "m",
    "ним": "m",
    "него": "m",
    "нему": "m",
    "она": "f",
    "ее": "f",
    "ей": "f",
    "ней": "f",
    "нее": "f",
    "нею": "f",
    "they": "",
    "them": "",
    "their": "",
    "они": "",
    "их": "",
    "им": "",
    "них": "",
}
NOMINATIVE = frozenset({"он", "она"})
POSSESSIVE = frozenset({"his", "their"})
MOST_CONTEXT = 2  # phrases of a matter that somebody's words are rather wanted on
FEW_WORDS = 3  # a question with no more words of its own is asked in the context of the one before
MANY_PEOPLE = frozenset({"they", "them", "their", "они", "их", "им", "них"})


class Earlier(NamedTuple):
    """The question before, with the words of its topic as they stand: "про мост"."""

    question: Question
    about: str
    told: tuple[AskedSpeaker, ...] = ()  # whom its answer was about, for "and what did she say?"
    recent: Recent = ()  # the things that the questions so far name
    refused: bool = False  # nothing was found for it


def earlier(parsed: Parsed, turn: Turn, directory: Directory) -> Earlier:
    """`parsed` is the stand-alone wording of the question of `turn`."""
    about = about_phrase(parsed.reading, parsed.roles.used)
    refused = turn.answer.refusal is not None
    return Earlier(turn.question, about, _told(turn, directory), refused=refused)


def things_of(question: Question) -> tuple[Phrase, ...]:
    """The noun phrases of a question but its period and whose words it asks for."""
    period = question.period.words if question.period else ""
    text = question.standalone.replace(period, ",") if period else question.standalone
    people = {
        lemma
        for one in question.speakers
        for word in f"{one.words} {one.name}".split()
        for lemma in lemmas(word)
    }
    found = phrases(text)
    return tuple(phrase for phrase in found if not phrase.keys <= people) or found


def _told(turn: Turn, directory: Directory) -> tuple[AskedSpeaker, ...]:
    """The people of the first line of an answer: who says it, else whom it names."""
    if not turn.answer.claims:
        return ()
    first = turn.answer.claims[0]
    found = directory.mentions(first.speaker or first.text, turn.question.language)
    return tuple(match.speaker for match in found if match.how == "name")


def ask_who_else(parsed: Parsed, before: Earlier) -> Question:
    """ "Who else?": everybody's words on what one was asked about."""
    new = parsed.question
    topic = before.question.topic or before.question.context
    words = who_else_question(before.about or about(topic, new.language), new.language)
    return replace(new, intent="commented", wanted="who", topic=topic, standalone=words)


def ask_again(question: Question, before: Question) -> Question:
    """ "More", "source?": the question before, with the new intent."""
    return replace(
        before,
        text=question.text,
        intent=question.intent,
        language=question.language
        if question.text.strip().isascii() or question.language == "ru"
        else before.language,
        corrections=(),
    )


def is_only_period(parsed: Parsed) -> bool:
    """ "Yesterday?", "and in July?"."""
    units = [unit for unit in parsed.reading.units if unit.kind != "mark"]
    has_period = any(unit.kind == "period" for unit in units)
    return (
        has_period
        and not any(unit.kind != "period" and is_topical(unit) for unit in units)
        and len(units) <= 3
    )


def same_with_period(parsed: Parsed, before: Question) -> Question:
    """The question before, over another period."""
    new = parsed.question
    old_words = before.period.words if before.period else ""
    text = before.standalone
    if old_words and old_words in text:
        text = text.replace(old_words, new.period.words if new.period else "")
    else:
        text = _with_tail(text, new.period.words if new.period else "")
    return replace(
        before, text=new.text, standalone=text, language=new.language, period=new.period, corrections=()
    )


def _with_tail(text: str, tail: str) -> str:
    bare = text.rstrip().rstrip("?!.")
    return f"{bare} {tail}?"


def ask_with_pronoun(parsed: Parsed, before: Earlier, directory: Directory) -> Question:
    """ "And what did he say about Y?": the speaker of before, or the person that it was about."""
    speakers = _meant(parsed.roles.pronoun, before, directory)
    if not speakers:
        return _in_context(parsed, _taken(parsed, before))
    return _said(parsed, speakers, before)


def _said(parsed: Parsed, speakers: tuple[AskedSpeaker, ...], before: Earlier) -> Question:
    """A question for the words of `speakers`, with topic and period of before when it has no topic itself."""
    new = parsed.question
    topic = new.topic or _without_people(before.question.topic, speakers)
    period = new.period or (None if new.topic else before.question.period)
    phrase = _phrase_of(parsed, before, topic)
    words = said_question(speakers, phrase, period.words if period else "", new.language)
    intent: Intent = new.intent if new.intent in ("said", "timeline", "position") else "said"
    return replace(new, intent=intent, speakers=speakers, topic=topic, period=period, standalone=words)


def _without_people(topic: str, people: tuple[AskedSpeaker, ...]) -> str:
    return _without(topic, " ".join(f"{one.words} {one.name}" for one in people))


def _phrase_of(parsed: Parsed, before: Earlier, topic: str) -> str:
    """ "About the bridge", as it was asked where that can be told."""
    new = parsed.question
    if new.topic:
        return about_phrase(parsed.reading, parsed.roles.used) or about(topic, new.language)
    carried = before.about if topic else ""
    return carried or about(topic, new.language)


def _meant(pronoun: str, before: Earlier, directory: Directory) -> tuple[AskedSpeaker, ...]:
    """Whom a pronoun means: those asked about, else for "he" or "she" somebody whom the answer named."""
    wanted = PERSONAL.get(pronoun, "")
    question = before.question
    passed_on = (question.relayed_by,) if question.relayed_by else ()
    people = question.speakers or passed_on or _people_in(question, directory)
    if not wanted:
        return people
    fitting = [one for one in people if gender(one.name) in (wanted, None)]
    return tuple((fitting or [one for one in before.told if gender(one.name) == wanted])[:1])


def _people_in(question: Question, directory: Directory) -> tuple[AskedSpeaker, ...]:
    found = directory.mentions(question.topic, question.language)
    return tuple(match.speaker for match in found if match.how != "body")


def _as_asked(person: AskedSpeaker, before: Question) -> AskedSpeaker:
    """Somebody whom a question named, but not as a speaker, by its own words.

    Of namesakes the one who speaks most need not be the one it is about.
    """
    if person in before.speakers or person.words not in before.topic:
        return person
    surname = fold(person.name).split()[-1:]
    is_upright = not is_cyrillic(person.name) or fold(person.words).split()[-1:] == surname
    return replace(person, name=person.words) if is_upright else person


def ask_speakers(parsed: Parsed, before: Earlier, bare: bool) -> Question:
    """ "And Lavrov?", "а что ответил Токаев?": new speakers on the old topic."""
    if bare and not parsed.question.topic and _is_place_after_person(parsed, before.question):
        return ask_about(parsed, before)
    if bare and before.question.intent == "position":  # "and Mashin?" after whether Orlov changed his mind
        asked = replace(parsed.question, intent="position", wanted=before.question.wanted)
        parsed = replace(parsed, question=asked)
    return _said(parsed, parsed.question.speakers, before)


def asks_of_person(parsed: Parsed, before: Earlier, directory: Directory) -> Question | None:
    """ "What did Orlova say about him?": of whom the question before was; None when nobody is meant."""
    units = parsed.reading.units
    openers = phrase_list("topic_prepositions")
    pairs = ((unit.low, following.low) for unit, following in pairwise(units))
    pronoun = next((low for opener, low in pairs if opener in openers and PERSONAL.get(low)), "")
    meant = _meant(pronoun, before, directory) if pronoun and not parsed.question.topic else ()
    if not meant:
        return None
    person = _as_asked(meant[0], before.question).name
    asked = replace(parsed.question, topic=person, intent="said", wanted="what")
    words = said_question(asked.speakers, about(person, asked.language), "", asked.language)
    return replace(asked, standalone=words)


def on_matter(parsed: Parsed, before: Earlier) -> Question:
    """ "What did Orlov say?" in the midst of a matter: rather on that than on anything else."""
    new = parsed.question
    if new.intent != "said" or new.topic or new.period or new.quotation:
        return new
    people = " ".join(f"{one.words} {one.name}" for one in (*new.speakers, *before.question.speakers))
    known = frozenset(lemma for word in people.split() for lemma in lemmas(word)[:1])
    carried = [phrase.text for earlier in before.recent[:1] for phrase in earlier if not phrase.keys <= known]
    return _in_context(parsed, carried[:MOST_CONTEXT])


def _is_place_after_person(parsed: Parsed, before: Question) -> bool:
    """ "And Ukraine?" after what a person said about a state asks for another topic, not another speaker."""
    hows = [unit.match.how for unit in parsed.reading.units if unit.match]
    return (
        bool(before.speakers and before.topic)
        and all(how == "body" for how in hows)
        and before.intent == "said"
    )


def ask_about(parsed: Parsed, before: Earlier) -> Question:
    """ "And about Y?": the speakers of before on a new topic, or the same question about something else."""
    new, old = parsed.question, before.question
    if old.speakers and looks_like_a_person(new.topic):
        return _said(_without_topic(parsed), (AskedSpeaker(new.topic, new.topic),), before)
    topic = new.topic or _words_of(new.speakers)
    period = new.period or old.period
    if old.speakers and old.intent == "said":
        asked = replace(new, intent="said", topic=topic, period=period, wanted="what")
        return _said(replace(parsed, question=asked), old.speakers, before)
    asked = replace(
        new, intent=old.intent, wanted=old.wanted, speakers=old.speakers, topic=topic, period=period
    )
    phrase = about_phrase(parsed.reading)
    if phrase and before.about and before.about in old.standalone:
        return replace(asked, standalone=old.standalone.replace(before.about, phrase))
    return _in_context(replace(parsed, question=asked), _taken(parsed, before, True))


def _words_of(speakers: tuple[AskedSpeaker, ...]) -> str:
    return " ".join(speaker.words for speaker in speakers)


def _without_topic(parsed: Parsed) -> Parsed:
    return replace(parsed, question=replace(parsed.question, topic="", intent="said", wanted="what"))


def asks_in_context(parsed: Parsed, told: Earlier, continuing: bool, directory: Directory) -> Question:
    """A question of its own: with what it lacks of the ones before when it leans on them."""
    new, before = parsed.question, told.question
    person = _person_referred(parsed, told, directory)
    if _asks_of_period(new) and not continuing:
        return new
    taken = () if person else _taken(parsed, told, continuing)
    if not (person or taken or _says_too_little(new)):
        return new
    parsed = replace(parsed, question=replace(new, topic=_with_carried(parsed, before, person, taken)))
    if person is None:
        return _in_context(parsed, taken)
    text = _substituted(parsed, person)
    return _in_context(parsed, (person.name,) if text == parsed.reading.text else (), text)


def _taken(parsed: Parsed, before: Earlier, continuing: bool = False) -> tuple[str, ...]:
    """What is carried into a question, as it stood; all of the topic before when it has none itself."""
    new, reading = parsed.question, parsed.reading
    if not new.topic:
        return (before.question.topic or before.question.context,)
    own = phrases(reading.text)
    leans = lacks_subject(own) and (new.intent == "fact" or (new.intent == "event" and is_fragment(reading)))
    goes_on = continuing and len(new.topic.split()) <= FEW_WORDS
    points = goes_on or leans or points_back(reading) or is_correction(reading)
    return tuple(phrase.text for phrase in taken_over(reading, own, before.recent, points=points))


def _in_context(parsed: Parsed, taken: Sequence[str], text: str = "") -> Question:
    """A question with what it takes over shown in brackets and looked for as context."""
    new = parsed.question
    carried = ", ".join(taken)
    words = _without(" ".join(_words_to_look_for(carried)), new.topic)
    return replace(new, context=words, standalone=with_context(text or parsed.reading.text, carried))


def _words_to_look_for(carried: str) -> list[str]:
    return [bare_word(word) for word in content_words(carried)]


def _with_carried(parsed: Parsed, before: Question, person: AskedSpeaker | None, taken: Sequence[str]) -> str:
    """The topic with whom a pronoun means, and with what is taken over when it says too little itself."""
    new = parsed.question
    carried = person.name.split() if person else _people_meant(parsed, before)
    if _says_too_little(new):
        carried = carried + (_words_to_look_for(" ".join(taken)) or before.topic.split())
    return " ".join(dict.fromkeys([*new.topic.split(), *carried]))


def _says_too_little(new: Question) -> bool:
    """ "For what?", "who attended?": nothing to look for alone; a name would stand for itself."""
    return not new.topic or (new.intent == "fact" and " " not in new.topic and not new.topic[0].isupper())


def _asks_of_period(new: Question) -> bool:
    """ "What happened yesterday?": little to look for, but a time to look in. Changes are of a matter."""
    return _says_too_little(new) and new.period is not None and new.intent != "changes"


def _people_meant(parsed: Parsed, before: Question) -> list[str]:
    """The names of the question before, for "they"."""
    if not any(unit.low in MANY_PEOPLE for unit in parsed.reading.units):
        return []
    own = set(parsed.question.topic.split())
    return [word for word in before.topic.split() if word[0].isupper() and word not in own][:FEW_WORDS]


def _without(context: str, topic: str) -> str:
    known = set(topic.split())
    return " ".join(word for word in context.split() if word not in known)


def _person_referred(parsed: Parsed, before: Earlier, directory: Directory) -> AskedSpeaker | None:
    """Whom "he" or "she" means in a question that is no frame of saying."""
    pronoun = next((unit.low for unit in parsed.reading.units if PERSONAL.get(unit.low)), "")
    meant = _meant(pronoun, before, directory) if pronoun else ()
    return _as_asked(meant[0], before.question) if meant else None


def _substituted(parsed: Parsed, person: AskedSpeaker) -> str:
    """The question with the name in the place of the first pronoun, unless the name had to be inflected."""
    unit = next(unit for unit in parsed.reading.units if PERSONAL.get(unit.low))
    name = person.name
    if parsed.question.language == "ru" and unit.low not in NOMINATIVE:
        return parsed.reading.text
    if parsed.question.language == "en" and unit.low in POSSESSIVE:
        name += "'s"
    text = parsed.reading.text
    return text[: unit.start] + name + text[unit.end :]
