"""What a follow-up takes over from the question before it: speakers, topic, period, or words of context."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.answers.context import in_context, taken_from, without_words
from bot.answers.earlier import SPOKEN, Earlier, matter_of_words
from bot.answers.ledger import is_body
from bot.answers.lexicon import phrase_list
from bot.answers.pronouns import PERSONAL, as_asked, meant_by, substituted
from bot.answers.questions import Parsed, looks_like_a_person
from bot.answers.subjects import phrases
from bot.answers.topics import about_phrase, is_topical
from bot.answers.wording import (
    about,
    said_question,
    who_else_question,
    who_question,
    with_context,
    without_context,
)
from bot.language.lemmas import lemmas
from bot.models import AskedSpeaker, Intent, Language, Question
from bot.statements.directory import Directory
from bot.statements.name_places import may_be_office
from bot.statements.speaker_keys import phrase_words

MOST_CONTEXT = 2  # phrases of a matter that somebody's words are rather wanted on


def ask_who_else(parsed: Parsed, before: Earlier) -> Question:
    """ "Who else?": the words on a matter, of others than those asked for or told first, the `speakers`."""
    heard = tuple(dict.fromkeys((*before.question.speakers, *before.told)))
    return replace(_asked_of_all(parsed, before, who_else_question), speakers=heard)


def ask_agreement(parsed: Parsed, before: Earlier, people: tuple[AskedSpeaker, ...]) -> Question:
    """Whether `people` agree: their words on what was asked about; without any the words of all."""
    if people:
        return _said(_without_topic(parsed), people, before)
    return _asked_of_all(parsed, before, who_question)


def _asked_of_all(parsed: Parsed, before: Earlier, worded: Callable[[str, Language], str]) -> Question:
    new = parsed.question
    topic, phrase = matter_of_words(before, new.language)
    topic = topic or before.question.context
    if not topic:
        return new
    words = worded(phrase or about(topic, new.language), new.language)
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
    own, carried = without_context(text)
    return with_context(f"{own.rstrip().rstrip('?!.')} {tail}?", carried)


def ask_with_pronoun(parsed: Parsed, before: Earlier, directory: Directory) -> Question:
    """ "And what did he say about Y?": the speaker of before, or the person that it was about."""
    speakers = meant_by(parsed.roles.pronoun, before, directory)
    if speakers:
        return _said(parsed, speakers, before)
    if PERSONAL.get(parsed.roles.pronoun) in ("m", "f"):  # "he" of whom nobody was named asks of nobody
        return replace(parsed.question, speakers=(), topic="", quotation="", period=None)
    return in_context(parsed, taken_from(parsed, before))


def _said(parsed: Parsed, speakers: tuple[AskedSpeaker, ...], before: Earlier) -> Question:
    """A question for the words of `speakers`, with topic and period of before when it has no topic itself."""
    new = parsed.question
    topic, phrase = _matter_of(parsed, before, speakers)
    period = new.period or (None if new.topic else before.question.period)
    words = _in_own_words(parsed, speakers) or said_question(
        speakers, phrase, period.words if period else "", new.language
    )
    asked_on = "" if topic or before.question.intent not in SPOKEN else before.question.context
    if asked_on and not new.period:  # "what did Zubkov say?" was rather wanted on a matter, so this is, too
        _, carried = without_context(before.question.standalone)
        words = with_context(words, carried or asked_on)
    intent: Intent = new.intent if new.intent in ("said", "timeline", "position") else "said"
    return replace(
        new, intent=intent, speakers=speakers, topic=topic, period=period, standalone=words, context=asked_on
    )


def _with_article(parsed: Parsed) -> str:
    """A topic as it is spoken of: "the ferry" where that is all there is."""
    found = phrases(parsed.reading.text)
    whole = len(found) == 1 and " ".join(found[0].words) == parsed.question.topic
    return found[0].with_article if whole else parsed.question.topic


def _without_people(topic: str, people: tuple[AskedSpeaker, ...]) -> str:
    return without_words(topic, " ".join(f"{one.words} {one.name}" for one in people))


def _in_own_words(parsed: Parsed, speakers: tuple[AskedSpeaker, ...]) -> str:
    """ "When did he promise to open it?" with the name for "he", where no "about ..." tells the topic."""
    told = not parsed.question.topic or about_phrase(parsed.reading, parsed.roles.used)
    if told or len(speakers) != 1 or not PERSONAL.get(parsed.roles.pronoun):
        return ""
    text = substituted(parsed, speakers[0])
    return with_context(text, "") if text != parsed.reading.text else ""


def _matter_of(parsed: Parsed, before: Earlier, speakers: tuple[AskedSpeaker, ...]) -> tuple[str, str]:
    """What words are wanted on, and the same with its preposition, as it was asked where that can be told."""
    new = parsed.question
    if new.topic:
        phrase = about_phrase(parsed.reading, parsed.roles.used)
        return new.topic, phrase or about(_with_article(parsed), new.language)
    carried, phrase = matter_of_words(before, new.language)
    topic = _without_people(carried, speakers)
    return topic, phrase if phrase and topic == carried else about(topic, new.language)


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
    meant = meant_by(pronoun, before, directory) if pronoun and not parsed.question.topic else ()
    if not meant:
        return None
    person = as_asked(meant[0], before.question).name
    asked = replace(parsed.question, topic=person, intent="said", wanted="what")
    words = said_question(asked.speakers, about(person, asked.language), "", asked.language)
    return replace(asked, standalone=words)


def on_matter(parsed: Parsed, before: Earlier) -> Question:
    """ "What did Orlov say?" in the midst of a matter: rather on that than on anything else."""
    new = parsed.question
    if before.refused or new.intent != "said" or new.topic or new.period or new.quotation:
        return new
    people = " ".join(f"{one.words} {one.name}" for one in (*new.speakers, *before.question.speakers))
    known = frozenset(lemma for word in people.split() for lemma in lemmas(word)[:1])
    carried = [
        phrase.upright for earlier in before.recent[:1] for phrase in earlier if not phrase.keys <= known
    ]
    return in_context(parsed, carried[:MOST_CONTEXT])


def _is_place_after_person(parsed: Parsed, before: Question) -> bool:
    """ "And Ukraine?" after what a person said about a state asks for another topic, not another speaker.

    After what a body said, "and the ministry?" asks for another one's words.
    """
    hows = [unit.match.how for unit in parsed.reading.units if unit.match]
    return (
        bool(before.speakers and before.topic)
        and not all(map(is_body, before.speakers))
        and all(how == "body" for how in hows)
        and before.intent == "said"
    )


def _is_unknown_speaker(parsed: Parsed) -> bool:
    """ "And Vetrova?", "and the governor?", of whom the library has no words; not "and about the Queen?"."""
    topic = parsed.question.topic
    if not topic or parsed.reading.units[0].low in phrase_list("topic_prepositions"):
        return False
    return looks_like_a_person(topic) or may_be_office(phrase_words(topic))


def ask_about(parsed: Parsed, before: Earlier) -> Question:
    """ "And about Y?": the speakers of before on a new topic, or the same question about something else."""
    new, old = parsed.question, before.question
    if old.speakers and _is_unknown_speaker(parsed):
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
    return in_context(replace(parsed, question=asked), taken_from(parsed, before, True))


def _words_of(speakers: tuple[AskedSpeaker, ...]) -> str:
    return " ".join(speaker.words for speaker in speakers)


def _without_topic(parsed: Parsed) -> Parsed:
    return replace(parsed, question=replace(parsed.question, topic="", intent="said", wanted="what"))
