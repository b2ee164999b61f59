"""A message as it is meant in its conversation: pronouns, ellipsis, "more", changes of topic.

It takes the questions of earlier turns and whom the last answer named, and knows no evidence.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from bot.answers.carrying import (
    ask_about,
    ask_again,
    ask_agreement,
    ask_speakers,
    ask_who_else,
    ask_with_pronoun,
    asks_of_person,
    is_only_period,
    on_matter,
    same_with_period,
)
from bot.answers.compound import questions_of
from bot.answers.context import MANY_PEOPLE, asks_in_context
from bot.answers.corrections import instead, only_denies
from bot.answers.earlier import SPOKEN, Earlier, earlier, things_of
from bot.answers.leaning import is_fragment, points_back
from bot.answers.lexicon import is_reply_verb, is_say_noun, phrase_list
from bot.answers.pronouns import NOMINATIVE
from bot.answers.questions import Parsed, parse
from bot.answers.reading import Unit
from bot.answers.since_then import dated
from bot.answers.spelling import without_thanks
from bot.answers.subjects import Phrase
from bot.answers.swapping import swapped
from bot.answers.topics import is_topical
from bot.answers.wording import said_question
from bot.language.script import fold
from bot.models import AskedSpeaker, Question, Turn
from bot.statements.directory import Directory

SUBSTANTIVE = frozenset(
    {"said", "said_about", "who_said", "commented", "position"}
    | {"fact", "event", "timeline", "changes", "disagreement", "latest"}
)
OF_MATTER = frozenset({"timeline", "changes", "commented", "disagreement"})
NAMING = SUBSTANTIVE
AGAIN = frozenset({"more", "shorter", "source", "when_said"})
ASKED_OF_THINGS = frozenset({"fact", "event", "latest"})
BARE = frozenset({"said", "fact", "event"})  # what a message of names alone is taken for
SOMEBODY = frozenset({"he", "she", "him", "he's", "she's", "он", "она", "ей", "ему", "ним", "нем", "ней"})
ELSE = frozenset({"else", "еще"})
ANYBODY = frozenset({"who", "anyone", "anybody", "кто", "кто-нибудь", "кто-то", "кто-либо"})
NEWLY = frozenset({"changes", "latest"})  # of a time: of the matter before only when that was found
EVERYTHING = frozenset({"top", "headlines", "топ", "лента", "главная", "главное", "главные"})
AGREEING = frozenset(
    {"agree", "agrees", "agreed", "disagree", "disagrees", "disagreed", "argue", "согласны", "согласен"}
    | {"disagreeing", "against", "objects", "objected", "против", "возражает", "возражал"}
    | {"согласна", "согласились", "согласился", "согласилась", "спорят", "спорит"}
)
LOOKING_BACK = 8  # questions that may name in full what this one names in short


def resolve(text: str, turns: Sequence[Turn], directory: Directory, now: datetime) -> Question:
    """The question that `text` asks after `turns` (oldest first)."""
    question = _resolved(dated(_without_thanks(text), turns), turns, directory, now)
    return replace(question, text=text)


def _resolved(text: str, turns: Sequence[Turn], directory: Directory, now: datetime) -> Question:
    whole = parse(text, directory, now)
    turn = None if only_denies(text) else _turn_meant(whole, turns)
    if turn is None:
        return _alone(text, whole, directory, now)
    asked = replace(turn.question, standalone=questions_of(turn.question.standalone)[-1])
    if whole.question.intent in AGAIN:
        return ask_again(whole.question, asked)
    if _asks_who_that_was(whole, turn):
        return ask_again(replace(whole.question, intent="source"), asked)
    rest = _corrected(text, asked, directory, now) or _without_connector(text, whole)
    continuing = rest != text
    parsed = _in_language_of(whole, parse(rest, directory, now)) if continuing else whole
    if parsed.question.intent not in SUBSTANTIVE:
        return ask_again(parsed.question, asked) if parsed.question.intent in AGAIN else whole.question
    before = earlier(parse(asked.standalone, directory, now), turn, directory)
    before = before._replace(recent=_recent(turns))
    if _names_another(parsed, before, continuing):
        person = any(unit.match and unit.match.how != "body" for unit in parsed.reading.units)
        period = asked.period.words if asked.period else ""
        anew = swapped(asked.standalone, parsed.reading.text, person=person, period=period)
        if anew:
            return parse(anew, directory, now).question
    return _merged(parsed, before, continuing, directory)


def _without_thanks(text: str) -> str:
    """A message without the thanks before its question; all of "thanks, that helped", which asks nothing."""
    rest = without_thanks(text)
    opening = fold(rest).split()[:1]
    asks = rest.rstrip().endswith("?") or not _openings().isdisjoint(opening)
    return rest if asks else text


@cache
def _openings() -> frozenset[str]:
    """Words that a question begins with, or goes on from one."""
    return frozenset(phrase_list("interrogatives")) | frozenset(phrase_list("connectors"))


def _turn_meant(whole: Parsed, turns: Sequence[Turn]) -> Turn | None:
    """The turn that a message goes on from: the last with a question, for "who else?" one for people."""
    asked = [turn for turn in reversed(turns) if turn.question.intent in SUBSTANTIVE]
    of_people = (one for one in asked if one.question.intent in SPOKEN or one.question.wanted == "who")
    first = next(iter(asked), None)
    return next(of_people, first) if _asks_who_else(whole) else first


def _in_language_of(whole: Parsed, parsed: Parsed) -> Parsed:
    """A part of a message, which may be a foreign name, in the language of the whole."""
    return replace(parsed, question=replace(parsed.question, language=whole.question.language))


def _corrected(text: str, asked: Question, directory: Directory, now: datetime) -> str:
    """What a correction names instead; nothing where it asks a question, which is understood as it is."""
    named = instead(text, asked, directory)
    return named if named and is_fragment(parse(named, directory, now).reading) else ""


def _names_another(parsed: Parsed, before: Earlier, continuing: bool) -> bool:
    """ "And in Zarechny?", "а школу?": a thing and nothing else, after a question of fact."""
    if before.question.intent not in ASKED_OF_THINGS or before.question.speakers:
        return False
    shown = continuing or _is_short_question(parsed)
    return shown and not is_only_period(parsed) and is_fragment(parsed.reading) and _is_bare_thing(parsed)


def _is_bare_thing(parsed: Parsed) -> bool:
    question = parsed.question
    asks_for_words = any(is_say_noun(unit.low) for unit in parsed.reading.units)  # "and the reaction of X?"
    leans = parsed.roles.pronoun or points_back(parsed.reading)
    return question.intent in BARE and not leans and not asks_for_words


def _asks_who_that_was(whole: Parsed, turn: Turn) -> bool:
    """ "Who said that?" of an answer that names who did: its lines tell it once more."""
    question = whole.question
    named = question.topic or question.quotation or question.period
    # "who wrote the opinion?" asks for another
    others = any(unit.low in ELSE or is_say_noun(unit.low) for unit in whole.reading.units)
    return (
        question.intent == "who_said"
        and not named
        and not others
        and any(claim.speaker for claim in turn.answer.claims)
    )


def _recent(turns: Sequence[Turn]) -> list[tuple[Phrase, ...]]:
    """What the last questions name, also those that no articles answer, the newest first."""
    asked = [turn.question for turn in turns if turn.question.intent in NAMING]
    return [things_of(question) for question in reversed(asked[-LOOKING_BACK:])]


def _alone(text: str, whole: Parsed, directory: Directory, now: datetime) -> Question:
    """The first question of a conversation: a bare name asks for words, a pronoun means nobody yet."""
    rest = _without_connector(text, whole)
    parsed = parse(rest, directory, now) if rest != text else whole
    question = replace(parsed.question, text=text)
    people = _people(parsed)
    if people and _is_bare(parsed) and is_fragment(parsed.reading):
        words = said_question(people, "", "", question.language)
        return replace(question, standalone=words, intent="said", wanted="what", speakers=people, topic="")
    if _means_nobody(parsed):
        return replace(question, speakers=(), topic="", quotation="", period=None)
    return whole.question


def _is_bare(parsed: Parsed) -> bool:
    """Names and nothing else; not "Orlov on Dolsk", where one is spoken about."""
    question = parsed.question
    on_one = bool(question.speakers and question.topic)
    return _is_names_only(parsed) and question.intent in BARE and not on_one


def _people(parsed: Parsed) -> tuple[AskedSpeaker, ...]:
    matches = (unit.match for unit in parsed.reading.units)
    return tuple(match.speaker for match in matches if match and match.how != "body")


def _means_nobody(parsed: Parsed) -> bool:
    """A pronoun for a person before anything that it could stand for."""
    if parsed.question.intent not in SUBSTANTIVE or parsed.question.speakers:
        return False
    units = parsed.reading.units
    first = next((place for place, unit in enumerate(units) if unit.low in SOMEBODY), None)
    return first is not None and not any(_may_be_meant(parsed, place) for place in range(first))


def _may_be_meant(parsed: Parsed, place: int) -> bool:
    unit = parsed.reading.units[place]
    return unit.kind == "name" or (is_topical(unit) and place not in parsed.roles.used)


def _merged(parsed: Parsed, before: Earlier, continuing: bool, directory: Directory) -> Question:
    question = parsed.question
    if _is_of_no_matter(parsed, before):
        return question
    if _asks_who_else(parsed) and before.question.intent in SPOKEN:
        return ask_who_else(parsed, before)
    if _asks_about_agreement(parsed):
        return ask_agreement(parsed, before, () if _speaks_of_many(parsed) else _people(parsed))
    if is_only_period(parsed) and question.intent not in OF_MATTER:
        return same_with_period(parsed, before.question)
    if parsed.roles.pronoun:
        return ask_with_pronoun(parsed, before, directory)
    if question.speakers:
        return _of_speakers(parsed, before, continuing, directory)
    if _is_about_another(parsed, continuing):
        return ask_about(parsed, before)
    return asks_in_context(parsed, before, continuing, directory)


def _is_about_another(parsed: Parsed, continuing: bool) -> bool:
    """A fragment that names what to ask about; not "and the timeline?"."""
    question = parsed.question
    asks_on = question.intent in OF_MATTER and not question.topic
    if asks_on or _is_clause(parsed):
        return False
    return is_fragment(parsed.reading) and (continuing or _is_short_question(parsed))


def _is_clause(parsed: Parsed) -> bool:
    """ "Is he right?", "он прав?": of somebody, not about another matter."""
    return any(unit.low in NOMINATIVE for unit in parsed.reading.units) and bool(parsed.question.topic)


def _is_of_no_matter(parsed: Parsed, before: Earlier) -> bool:
    """What is new of everything, whatever was asked before."""
    question = parsed.question
    anew = not question.topic and question.intent in NEWLY
    return anew and (_of_everything(parsed) or _is_anew(question, before))


def _of_everything(parsed: Parsed) -> bool:
    """ "Top news", «лента новостей»."""
    return any(unit.low in EVERYTHING for unit in parsed.reading.units)


def _is_anew(question: Question, before: Earlier) -> bool:
    """What is new of a time, after a question that nothing was found for."""
    return before.refused and question.period is not None


def _asks_who_else(parsed: Parsed) -> bool:
    """ "Who else?" after somebody's words."""
    lows = frozenset(unit.low for unit in parsed.reading.units if unit.kind != "mark")
    return len(lows) > 1 and not lows.isdisjoint(ELSE) and lows <= ELSE | ANYBODY


def _asks_about_agreement(parsed: Parsed) -> bool:
    """ "Do they disagree?", "who is against?" of those who spoke, "did Mashin agree?" of one."""
    units = [unit for unit in parsed.reading.units if unit.kind != "name"]
    lows = frozenset(unit.low for unit in units)
    topical = {unit.low for unit in units if is_topical(unit)} - MANY_PEOPLE
    if AGREEING.isdisjoint(lows) or not topical <= AGREEING:
        return False
    if len(units) < len(parsed.reading.units):  # "who disagreed with Orlov?" asks for a name
        return lows.isdisjoint(ANYBODY)
    return not lows.isdisjoint(MANY_PEOPLE | ANYBODY)


def _speaks_of_many(parsed: Parsed) -> bool:
    """ "They", whoever else is named."""
    return any(unit.low in MANY_PEOPLE for unit in parsed.reading.units)


def _of_speakers(parsed: Parsed, before: Earlier, continuing: bool, directory: Directory) -> Question:
    """A question that names speakers: on the old topic when it goes on from there."""
    bare = _is_names_only(parsed)
    carries = continuing or points_back(parsed.reading) or bare or _is_reply(parsed)
    on_person = asks_of_person(parsed, before, directory)
    if on_person is not None:
        return on_person
    return ask_speakers(parsed, before, bare) if carries else on_matter(parsed, before)


def _without_connector(text: str, whole: Parsed) -> str:
    """The message without "and", "а что насчёт" at its beginning; all of it when nothing else is left."""
    lows = [unit.low for unit in whole.reading.units]
    phrases = (phrase.split() for phrase in phrase_list("connectors"))
    end = max((len(words) for words in phrases if lows[: len(words)] == words), default=0)
    end += _asks_on(lows[end:]) or _asks_of_name(whole.reading.units[end:])
    if not 0 < end < len(lows):
        return text
    rest = text[whole.reading.units[end].start :].lstrip(" ,.;:–—-")
    return rest if any(character.isalnum() for character in rest) else text


def _asks_of_name(units: Sequence[Unit]) -> bool:
    """ "А что Орлов?": a name and no verb."""
    words = [unit for unit in units if unit.kind != "mark"]
    return len(words) == 2 and words[0].low == "что" and words[1].kind == "name"


def _asks_on(lows: Sequence[str]) -> bool:
    """ "Что про мост?", "what about it" without a verb of its own; not "что случилось", "что по-вашему"."""
    return len(lows) > 2 and lows[0] in ("что", "what") and lows[1] in phrase_list("topic_prepositions")


def _is_names_only(parsed: Parsed) -> bool:
    """ "Orlov?", "Orlov and Krylova"."""
    return all(unit.kind != "word" or len(unit.text) <= 3 for unit in parsed.reading.units)


def _is_reply(parsed: Parsed) -> bool:
    """ "Did Orlov react?": to what was asked before."""
    return not parsed.question.topic and any(is_reply_verb(unit.low) for unit in parsed.reading.units)


def _is_short_question(parsed: Parsed) -> bool:
    """ "About the bridge?", "the bridge?": a preposition or a question mark tells that it goes on."""
    units = [unit for unit in parsed.reading.units if unit.kind != "mark"]
    return units[0].low in phrase_list("topic_prepositions") or (
        parsed.reading.text.rstrip().endswith("?") and len(units) <= 3
    )
