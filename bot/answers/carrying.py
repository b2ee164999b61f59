"""What a follow-up takes over from the question before it: speakers, topic, period, or words of context."""

from dataclasses import replace
from typing import NamedTuple

from bot.answers.lexicon import word_list
from bot.answers.questions import Parsed, looks_like_a_person
from bot.answers.reading import Unit
from bot.answers.topics import about_phrase, is_topical
from bot.answers.wording import about, said_question, with_context
from bot.language.lemmas import lemmas
from bot.language.names import gender
from bot.models import AskedSpeaker, Intent, Question, Turn
from bot.statements.directory import Directory

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
    "она": "f",
    "ее": "f",
    "ей": "f",
    "ней": "f",
    "they": "",
    "them": "",
    "their": "",
    "они": "",
    "их": "",
    "им": "",
    "них": "",
}
POSSESSIVE = frozenset({"his", "their"})
FEW_WORDS = 3  # a question with no more words of its own is asked in the context of the one before
LONGEST_CONTEXT = 8  # words
MANY_PEOPLE = frozenset({"they", "them", "their", "они", "их", "им", "них"})


class Earlier(NamedTuple):
    """The question before, with the words of its topic as they stand: "про мост"."""

    question: Question
    about: str
    told: tuple[AskedSpeaker, ...] = ()  # whom its answer was about, for "and what did she say?"


def earlier(parsed: Parsed, turn: Turn, directory: Directory) -> Earlier:
    """`parsed` is the stand-alone wording of the question of `turn`."""
    return Earlier(turn.question, about_phrase(parsed.reading, parsed.roles.used), _told(turn, directory))


def _told(turn: Turn, directory: Directory) -> tuple[AskedSpeaker, ...]:
    """The people of the first line of an answer: who says it, else whom it names."""
    if not turn.answer.claims:
        return ()
    first = turn.answer.claims[0]
    found = directory.mentions(first.speaker or first.text, turn.question.language)
    return tuple(match.speaker for match in found if match.how == "name")


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


def has_reference(parsed: Parsed) -> bool:
    """Whether a word points back: "it", "об этом"; not "that" before a clause."""
    return any(_refers(parsed, place) for place in range(len(parsed.reading.units)))


def _refers(parsed: Parsed, place: int) -> bool:
    units = parsed.reading.units
    if units[place].kind != "word" or units[place].low not in word_list("referring"):
        return False
    if units[place].low in ("that", "this", "these", "those"):  # "that the bridge", "this summit"
        following = units[place + 1] if place + 1 < len(units) else None
        return following is None or following.kind == "mark" or not _opens_clause(following)
    return True


def _opens_clause(unit: Unit) -> bool:
    return unit.low in ("the", "a", "an", "he", "she", "they", "it", "there") or unit.kind == "name"


def ask_with_pronoun(parsed: Parsed, before: Earlier, directory: Directory) -> Question:
    """ "And what did he say about Y?": the speaker of before, or the person that it was about."""
    new = parsed.question
    speakers = _meant(parsed.roles.pronoun, before, directory)
    if not speakers:
        context = _context(before.question)
        return replace(new, context=context, standalone=with_context(new.text, context))
    return _said(parsed, speakers, before)


def _said(parsed: Parsed, speakers: tuple[AskedSpeaker, ...], before: Earlier) -> Question:
    """A question for the words of `speakers`, with topic and period of before when it has no topic itself."""
    new = parsed.question
    topic = new.topic or _without_people(before.question.topic, speakers)
    period = new.period or (None if new.topic else before.question.period)
    phrase = _phrase_of(parsed, before, topic)
    words = said_question(speakers, phrase, period.words if period else "", new.language)
    intent: Intent = new.intent if new.intent in ("said", "timeline") else "said"
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


def ask_speakers(parsed: Parsed, before: Earlier, bare: bool) -> Question:
    """ "And Lavrov?", "а что ответил Токаев?": new speakers on the old topic."""
    if bare and not parsed.question.topic and _is_place_after_person(parsed, before.question):
        return ask_about(parsed, before)
    return _said(parsed, parsed.question.speakers, before)


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
    return replace(
        new,
        intent=old.intent,
        wanted=old.wanted,
        speakers=old.speakers,
        topic=topic,
        context=old.topic if old.intent == "fact" else "",
        period=period,
        standalone=_with_new_topic(parsed, before),
    )


def _words_of(speakers: tuple[AskedSpeaker, ...]) -> str:
    return " ".join(speaker.words for speaker in speakers)


def _without_topic(parsed: Parsed) -> Parsed:
    return replace(parsed, question=replace(parsed.question, topic="", intent="said", wanted="what"))


def _with_new_topic(parsed: Parsed, before: Earlier) -> str:
    """The wording before with the new topic in the place of the old one, when both have a preposition."""
    phrase = about_phrase(parsed.reading)
    if phrase and before.about and before.about in before.question.standalone:
        return before.question.standalone.replace(before.about, phrase)
    return with_context(parsed.question.text, _context(before.question))


def asks_in_context(parsed: Parsed, told: Earlier, continuing: bool, directory: Directory) -> Question:
    """A question of its own: with the words of the one before as context when it leans on them."""
    new, before = parsed.question, told.question
    person = _person_referred(parsed, told, directory)
    surely = any((continuing, _says_too_little(new), person, has_reference(parsed)))
    if not surely and not _leans(parsed, before):
        return new
    if _asks_of_period(new) and not continuing:
        return new
    topic = _with_carried(parsed, before, person)
    context = _context(before, person)
    text = _substituted(parsed, person) if person else new.text
    shown = surely or _overlap(new.topic, before.topic)
    standalone = with_context(text, context) if shown else new.text
    return replace(new, topic=topic, context=_without(context, topic), standalone=standalone)


def _with_carried(parsed: Parsed, before: Question, person: AskedSpeaker | None) -> str:
    """The topic with whom a pronoun means, and with the topic before when it says too little itself."""
    new = parsed.question
    carried = person.name.split() if person else _people_meant(parsed, before)
    carried = carried + (before.topic.split() if _says_too_little(new) else [])
    return " ".join(dict.fromkeys([*new.topic.split(), *carried]))


def _says_too_little(new: Question) -> bool:
    """ "For what?", "who attended?": nothing to look for alone; a name would stand for itself."""
    return not new.topic or (new.intent == "fact" and " " not in new.topic and not new.topic[0].isupper())


def _asks_of_period(new: Question) -> bool:
    """ "What happened yesterday?": little to look for, but a time to look in."""
    return _says_too_little(new) and new.period is not None


def _people_meant(parsed: Parsed, before: Question) -> list[str]:
    """The names of the question before, for "they"."""
    if not any(unit.low in MANY_PEOPLE for unit in parsed.reading.units):
        return []
    own = set(parsed.question.topic.split())
    return [word for word in before.topic.split() if word[0].isupper() and word not in own][:FEW_WORDS]


def _leans(parsed: Parsed, before: Question) -> bool:
    """Few words and no new name, or a word in common."""
    own = parsed.question.topic.split()
    if parsed.question.intent != "fact":
        return not own
    if any(word[0].isupper() for word in own) and not _overlap(parsed.question.topic, before.topic):
        return False
    return len(own) <= FEW_WORDS or _overlap(parsed.question.topic, before.topic)


def _overlap(one: str, other: str) -> bool:
    known = {lemma for word in other.split() for lemma in lemmas(word)}
    return any(lemma in known for word in one.split() for lemma in lemmas(word))


def _without(context: str, topic: str) -> str:
    known = set(topic.split())
    return " ".join(word for word in context.split() if word not in known)


def _context(before: Question, person: AskedSpeaker | None = None) -> str:
    """The words of a question that may help the next one: its topic, then what it took over itself."""
    words = f"{before.topic} {before.context}".split()
    skipped = set(f"{person.words} {person.name}".split()) if person else set()
    return " ".join([word for word in dict.fromkeys(words) if word not in skipped][:LONGEST_CONTEXT])


def _person_referred(parsed: Parsed, before: Earlier, directory: Directory) -> AskedSpeaker | None:
    """Whom "he" or "she" means in a question that is no frame of saying."""
    pronoun = next((unit.low for unit in parsed.reading.units if PERSONAL.get(unit.low)), "")
    meant = _meant(pronoun, before, directory) if pronoun else ()
    return meant[0] if meant else None


def _substituted(parsed: Parsed, person: AskedSpeaker) -> str:
    """The question with the name in the place of the first pronoun."""
    unit = next(unit for unit in parsed.reading.units if PERSONAL.get(unit.low))
    name = person.name
    if parsed.question.language == "en" and unit.low in POSSESSIVE:
        name += "'s"
    text = parsed.reading.text
    return text[: unit.start] + name + text[unit.end :]
