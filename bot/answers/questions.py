"""A question taken apart: intent, speakers, topic, period, quotation. It knows no conversation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.asking import asking
from bot.answers.intents import decide, found_cues
from bot.answers.lexicon import phrase_list
from bot.answers.reading import Reading, Unit, read
from bot.answers.roles import PRONOUNS, Phrase, Roles
from bot.answers.roles_en import english_roles
from bot.answers.roles_ru import russian_roles
from bot.answers.stances import of_sources, with_holder, without_first, without_period
from bot.answers.topics import is_topical, topic_of
from bot.answers.wording import correction
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.models import AskedSpeaker, Intent, Language, Question, Wanted
from bot.statements.directory import Directory, DirectoryMatch

ABOUT = frozenset({"about", "on", "regarding", "о", "об", "про", "насчет", ":"})
NEWS = frozenset({"new", "нового", "главное", "важного", "интересного"})  # alone: "what's new?"
SURNAME_ENDINGS = ("ov", "ova", "ev", "eva", "sky", "skaya", "enko", "shvili", "yan", "dze")


TALK: dict[Language, str] = {"en": "discussed", "ru": "обсуждали"}  # looked for where two talked


@dataclass(frozen=True, slots=True)
class Parsed:
    """A question with the reading and the roles that it was made from, for the follow-ups."""

    question: Question
    reading: Reading
    roles: Roles


def understand(text: str, directory: Directory, now: datetime) -> Question:
    """Take a question apart by itself, without a conversation."""
    return parse(text, directory, now).question


def parse(text: str, directory: Directory, now: datetime) -> Parsed:
    """As `understand`, with what it was made from."""
    reading, roles, intent, wanted = _decided(_with_first_name(read(text, directory, now), directory))
    matches = [_match(reading, phrase, directory) for phrase in roles.speakers]
    speakers = tuple(match.speaker for match in matches)
    keeps_names = intent not in ("said", "timeline", "position") and not (intent == "latest" and speakers)
    question = Question(
        text=text,
        standalone=reading.text.strip(),
        language=reading.language,
        intent=intent,
        wanted=wanted,
        speakers=() if keeps_names else _distinct(speakers),
        topic=_topic(reading, roles, keeps_names),
        quotation=reading.quotation,
        period=reading.period,
        corrections=_corrections(reading, matches),
        context=TALK[reading.language] if roles.together else "",
        relayed_by=_match(reading, roles.relayed, directory).speaker if roles.relayed else None,
    )
    return Parsed(question, reading, roles)


def _decided(reading: Reading) -> tuple[Reading, Roles, Intent, Wanted]:
    """A reading with its roles and intent, which in some kinds of question change one another."""
    units = reading.units
    roles = russian_roles(units) if reading.language == "ru" else english_roles(units, _asks_at(reading))
    asked = found_cues(reading.padded)
    if "position" in asked:
        roles = with_holder(reading, roles)
    roles = _with_own_person(reading, roles)
    intent, wanted = decide(reading, roles)
    if intent == "position" and "first_said" in asked:
        reading, roles = without_period(reading), without_first(reading, roles)
    if intent == "disagreement":
        roles = of_sources(reading)
    if intent in ("latest", "changes") and not roles.speakers:
        roles = _newest_from(reading, roles)
        intent = "latest" if roles.speakers else intent
    return reading, roles, intent, wanted


def _asks_at(reading: Reading) -> int:
    """Where the sentence that asks begins, 0 where it points back: "he" may be who spoke before it."""
    start = asking(reading.text).start
    units = list(enumerate(reading.units))
    if any(unit.low in PRONOUNS for _, unit in units if unit.start >= start):
        return 0
    return next((place for place, unit in units if unit.start >= start), 0)


def _with_own_person(reading: Reading, roles: Roles) -> Roles:
    """ "Orlov on Friday, what did he say": a pronoun means the person named before it in the question."""
    units = reading.units
    last = next((place for place, unit in enumerate(units) if unit.low == roles.pronoun), 0)
    people = [place for place in range(last) if (match := units[place].match) and match.by_name]
    if not roles.pronoun or not people:
        return roles
    speaker = Phrase(people[-1], people[-1] + 1)
    return replace(roles, pronoun="", speakers=(speaker,), used=roles.used | _places((speaker,)))


def _newest_from(reading: Reading, roles: Roles) -> Roles:
    """ "The latest from Orlov": when people are all that is named, their words are asked for."""
    people = [place for place, unit in enumerate(reading.units) if unit.match and unit.match.how != "body"]
    topical = [unit for unit in reading.units if is_topical(unit) and unit.low not in NEWS]
    if not people or len(people) != len(topical):
        return roles
    speakers = tuple(Phrase(place, place + 1) for place in people)
    return replace(roles, speakers=speakers, used=roles.used | _places(speakers))


def _topic(reading: Reading, roles: Roles, keeps_names: bool) -> str:
    """What the question is about; its speakers belong to that unless their words are asked for."""
    used = roles.used - _places(roles.speakers) if keeps_names else roles.used
    relayed = _places((roles.relayed,)) if roles.relayed else frozenset[int]()
    topic = topic_of(reading, used | relayed)
    return ("" if fold(topic) in NEWS else topic) or reading.quotation


def _with_first_name(reading: Reading, directory: Directory) -> Reading:
    """A first word before "about", or the only one, is a name even in small letters or misspelt.

    "orlof about the bridge", "а макрон?".
    """
    words = [place for place, unit in enumerate(reading.units) if unit.kind != "mark"]
    while len(words) > 1 and reading.units[words[0]].low in phrase_list("connectors"):
        words.pop(0)
    alone = len(words) == 1
    if not words or reading.units[words[0]].kind != "word":
        return reading
    if not alone and reading.units[words[1]].low not in ABOUT:
        return reading
    first = reading.units[words[0]]
    match = directory.look_up(first.text, reading.language)
    if match is None or not match.by_name or (alone and match.how == "fuzzy"):
        return reading
    match = match._replace(start=first.start, end=first.end)
    units = list(reading.units)
    units[words[0]] = Unit(first.start, first.end, first.text, first.low, "name", match)
    return replace(reading, units=tuple(units))


def looks_like_a_person(word: str) -> bool:
    """Whether a word that no speaker bears is a surname by its form: "Ветрова", "Vetrova"."""
    if is_cyrillic(word):
        return word[:1].isupper() and any(
            "Surn" in parse.marks and parse.case == "nomn" for parse in morph(word)[:3]
        )
    return word[:1].isupper() and fold(word).endswith(SURNAME_ENDINGS)


def _match(reading: Reading, phrase: Phrase, directory: Directory) -> DirectoryMatch:
    """Whom a phrase means; an unknown one keeps its words, so that a refusal can name them."""
    words = reading.between(phrase.first, phrase.last)
    units = reading.units[phrase.first : phrase.last]
    if len(units) == 1 and units[0].match:
        return units[0].match
    whole = directory.look_up(words, reading.language)
    if whole:
        return whole
    last = units[-1].match
    if last and last.by_name:  # "the young engineer Orlov"
        return last
    return DirectoryMatch(0, len(words), words, directory.find(words, reading.language), "name")


def _corrections(reading: Reading, matches: Sequence[DirectoryMatch]) -> tuple[str, ...]:
    texts = (correction(match, reading.language) for match in matches)
    return tuple(dict.fromkeys(text for text in texts if text))


def _distinct(speakers: Sequence[AskedSpeaker]) -> tuple[AskedSpeaker, ...]:
    return tuple({(speaker.name, speaker.ids): speaker for speaker in speakers}.values())


def _places(phrases: Sequence[Phrase]) -> frozenset[int]:
    return frozenset(place for phrase in phrases for place in range(phrase.first, phrase.last))
