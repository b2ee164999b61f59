"""Who speaks in Russian questions: verbs of saying with their nominatives, and set phrases. No intents."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.lexicon import is_plain_say_verb, is_say_noun, is_say_verb, word_list
from bot.answers.reading import Unit
from bot.answers.roles import (
    COMPARING,
    LONGEST_SUBJECT,
    NOBODY,
    Phrase,
    Roles,
    split_subjects,
    spread,
    subject_roles,
    telegraphic_roles,
    who_roles,
    with_source,
)
from bot.language.morphology import Parse, morph
from bot.language.script import fold, is_cyrillic

QUESTION_WORDS = frozenset(
    {
        "что",
        "как",
        "чем",
        "почему",
        "когда",
        "где",
        "зачем",
        "кому",
        "кого",
        "сколько",
        "какой",
        "какие",
        "какую",
        "какое",
        "какая",
        "о",
        "об",
        "чего",
        "а",
        "и",
        "но",
        "то",
        "откуда",
        "куда",
        "ли",
    }
)
ADVERBS = frozenset(
    {
        "ли",
        "же",
        "недавно",
        "уже",
        "еще",
        "именно",
        "тоже",
        "также",
        "бы",
        "вообще",
        "публично",
        "официально",
        "сегодня",
        "только",
        "опять",
        "снова",
        "ранее",
        "раньше",
        "ж",
        "все-таки",
        "так",
        "впервые",
        "это",
        "этот",
        "его",
        "ее",
        "их",
        "ему",
        "ей",
        "им",
        "всё-таки",
        "не",
    }
)
TALKED = frozenset({"говорили", "поговорили", "разговаривали", "беседовали"})
WHICH = frozenset({"какой", "какие", "какую", "какое", "какая", "сколько"})
NAME_MARKS = frozenset({"Surn", "Name", "Patr"})
NOMINAL = frozenset({"NOUN", "ADJF", "NPRO", "PRTF"})
ASKING = frozenset({"кто", "кем"})
PRONOUNS = frozenset({"он", "она", "они"})
JOINTS = frozenset({"и", "или", ",", "с"})
PREPOSITIONS = frozenset(
    {
        "о",
        "об",
        "обо",
        "про",
        "на",
        "по",
        "в",
        "во",
        "насчет",
        "относительно",
        "после",
        "за",
        "из",
        "к",
        "со",
        "у",
        "от",
        "до",
        "при",
        "для",
        "перед",
        "над",
        "под",
        "между",
        "через",
        "касательно",
        "из-за",
    }
)
OPENERS = (QUESTION_WORDS - {"и"}) | PREPOSITIONS
ABOUT = frozenset({"о", "об", "обо", "про", "насчет", "на", "по", "относительно", "касательно"})
SET_PHRASES = (
    ("по", "словам"),
    ("по", "мнению"),
    ("по", "данным"),
    ("по", "утверждению"),
    ("по", "версии"),
    ("со", "слов"),
    ("по", "заявлению"),
    ("по", "оценке"),
    ("согласно",),
    ("по", "информации"),
    ("по", "сообщению"),
)
TO_THAT = (("по", "этому", "поводу"), ("на", "это"), ("об", "этом"), ("про", "это"), ("о", "том"))
IMPERSONAL = frozenset(
    {"говорилось", "сказано", "говорится", "сообщалось", "сообщается", "написано", "заявлено"}
)


def russian_roles(units: Sequence[Unit]) -> Roles:
    """The roles of a question; the first frame that fits decides."""
    passed_on = _set_phrase(units)
    rest = who_roles(units, ASKING, ADVERBS) or _verb_frame(
        units, passed_on.used if passed_on else frozenset()
    )
    if passed_on is None:
        return rest or _noun_frame(units) or _telegraphic(units) or NOBODY
    return with_source(passed_on, rest)


def _set_phrase(units: Sequence[Unit]) -> Roles | None:
    """ "По словам Орлова", "как заявил Орлов" between commas."""
    for place in range(len(units)):
        for words in SET_PHRASES:
            first = place + len(words)
            if tuple(unit.low for unit in units[place:first]) == words and first < len(units):
                end = _noun_phrase_end(units, first)
                phrases = split_subjects(units, first, end, JOINTS)
                if phrases:
                    roles = subject_roles(units, phrases, frozenset(range(place, first)))
                    return roles if roles.speakers else None
    return None


def _noun_phrase_end(units: Sequence[Unit], first: int) -> int:
    """Where a name or noun phrase that begins at `first` ends."""
    place = first
    while place < len(units) and place - first < LONGEST_SUBJECT:
        if _ends_phrase(units, place) or (place > first and _is_verbal(units[place])):
            break
        place += 1
    return place


def _ends_phrase(units: Sequence[Unit], place: int) -> bool:
    """Punctuation, a preposition, a question word, or an "и" that joins no name."""
    unit = units[place]
    if unit.kind in ("mark", "period", "quote") or unit.low in OPENERS:
        return True
    return unit.low == "и" and not (place + 1 < len(units) and units[place + 1].kind == "name")


def _is_verbal(unit: Unit) -> bool:
    return _is_verb(unit) or unit.low in ADVERBS


def _is_verb(unit: Unit) -> bool:
    parses = morph(unit.text) if unit.kind == "word" and is_cyrillic(unit.text) else ()
    return bool(parses) and parses[0].pos in ("VERB", "INFN", "PRTS", "PRED")


def _is_told(unit: Unit) -> bool:
    """A finite form that somebody speaks in; a request to the bot ("напиши") is none."""
    return any(parse.pos in ("VERB", "PRTS") and "impr" not in parse.marks for parse in morph(unit.text))


def _is_of_many(unit: Unit) -> bool:
    """A form for several, which needs no subject: "что говорят", "что заявляли в министерстве"."""
    told = (parse for parse in morph(unit.text) if parse.pos == "VERB" and "impr" not in parse.marks)
    return any(parse.number == "plur" and parse.marks & {"past", "3per"} for parse in told)


def _verb_frame(units: Sequence[Unit], taken: frozenset[int]) -> Roles | None:
    for place, unit in enumerate(units):
        if unit.kind != "word" or place in taken:
            continue
        if unit.low in IMPERSONAL:
            return Roles(framed=True, anyone=True, used=frozenset({place}))
        roles = _frame_at(units, place, taken) if _is_saying(units, place) else None
        if roles is not None:
            together = len(roles.speakers) > 1 and _talked_together(units, place)
            return Roles(together=True, used=frozenset({place})) if together else roles
    return None


def _is_saying(units: Sequence[Unit], place: int) -> bool:
    unit = units[place]
    return is_say_verb(unit.low) and _is_told(unit) and not _is_thing_asked_for(units, place)


def _talked_together(units: Sequence[Unit], verb: int) -> bool:
    """ "О чём говорили Орлов и Крылова?": what was between them, no words of either."""
    return units[verb].low in TALKED and any(unit.low == "чем" for unit in units[:verb])


def _is_thing_asked_for(units: Sequence[Unit], verb: int) -> bool:
    """ "Какой доход россияне считают достаточным?": not their words, but the income."""
    which = next((at for at in range(verb - 1, -1, -1) if units[at].low in WHICH), verb)
    return verb - which > 2 and all(unit.kind == "word" for unit in units[which:verb])


def _frame_at(units: Sequence[Unit], verb: int, taken: frozenset[int]) -> Roles | None:
    telling = not is_plain_say_verb(units[verb].low)
    used = frozenset() if telling else frozenset({verb})
    phrases = _before(units, verb, taken) or _after(units, verb, taken)
    if phrases:
        return replace(subject_roles(units, phrases, used), telling=telling)
    if _is_of_many(units[verb]):
        inside = _within(units, verb)
        return subject_roles(units, inside, used) if inside else Roles(framed=True, anyone=True, used=used)
    return None


def _before(units: Sequence[Unit], verb: int, taken: frozenset[int]) -> tuple[Phrase, ...]:
    last = verb
    while last > 0 and _is_adverbial(units[last - 1]):
        last -= 1
    first = _run_start(units, last, taken)
    if first == last and _is_name_with_question_word(units[:last]):
        first, last = last - 2, last - 1  # "а Орлов что сказал?"
    if not 0 < last - first <= LONGEST_SUBJECT or not _may_be_subject(units[first]):
        return ()
    return split_subjects(units, first, last, JOINTS)


def _run_start(units: Sequence[Unit], last: int, taken: frozenset[int]) -> int:
    """Where the words before `last` begin that may be a subject together."""
    first = last
    while first > 0 and first - 1 not in taken and not _opens(units[first - 1]):
        first -= 1
    while first < last and (units[first].low in ADVERBS or units[first].kind == "mark"):
        first += 1
    return first


def _is_adverbial(unit: Unit) -> bool:
    return unit.low in ADVERBS or unit.kind == "period"


def _is_name_with_question_word(units: Sequence[Unit]) -> bool:
    """Whether units end so."""
    return len(units) > 1 and units[-1].low in QUESTION_WORDS and units[-2].kind == "name"


def _opens(unit: Unit) -> bool:
    if unit.kind in ("period", "quote"):
        return True
    return unit.text in ".;:?!()" if unit.kind == "mark" else unit.low in OPENERS


def _after(units: Sequence[Unit], verb: int, taken: frozenset[int]) -> tuple[Phrase, ...]:
    first = _start_after(units, verb)
    end = _noun_phrase_end(units, first)
    if end == first or first in taken or not _may_be_subject(units[first]):
        return ()
    if units[first].kind == "name":
        end = _end_of_names(units, first, end)
    elif units[first].low in PRONOUNS:
        end = first + 1
    return split_subjects(units, first, end, JOINTS)


def _start_after(units: Sequence[Unit], verb: int) -> int:
    """Where a subject after the verb would begin."""
    first = verb + 1
    while first < len(units) and (skipped := _pointing(units, first)):
        first += skipped
    if first < len(units) and units[first].kind == "name" and not _may_be_subject(units[first]):
        first += 1  # "что сказал Орлову Петров"
    return first


def _pointing(units: Sequence[Unit], place: int) -> int:
    """How many units stand there that tell no subject: "недавно", "на это", "по этому поводу"."""
    if _is_adverbial(units[place]):
        return 1
    lows = tuple(unit.low for unit in units[place : place + 3])
    return next((len(words) for words in TO_THAT if lows[: len(words)] == words), 0)


def _end_of_names(units: Sequence[Unit], first: int, end: int) -> int:
    last = first + 1
    while last + 1 < end and units[last].low in ("и", ",") and units[last + 1].kind == "name":
        last += 2
    return last


def _within(units: Sequence[Unit], verb: int) -> tuple[Phrase, ...]:
    """ "Что говорят в Кремле": the body after "в" or before the verb."""
    for place in range(len(units) - 1):
        if units[place].low in ("в", "во") and units[place + 1].kind == "name" and abs(place - verb) <= 2:
            return (Phrase(place + 1, place + 2),)
    return ()


def _may_be_subject(unit: Unit) -> bool:
    """A nominative, or a word whose case cannot be told."""
    if unit.kind not in ("word", "name"):
        return False
    word = unit.text.split()[0]
    if not is_cyrillic(word) or unit.low in PRONOUNS | {"все"}:
        return not word[0].isdigit()
    if _ends_like_surname(unit) or _is_as_shown(unit):
        return True
    if unit.kind == "word" and unit.low in word_list("fillers"):  # "что последнее сказал Орлов"
        return False
    readings = _nominal_readings(word, unit.kind == "name")
    if (unit.kind == "name" and not readings) or not any(parse.known for parse in morph(word)):
        return True  # a word that no dictionary has is a name, whose case cannot be told
    return any(parse.case == "nomn" for parse in readings)


def _ends_like_surname(unit: Unit) -> bool:
    """ "Токаев", which parses as "of Tokays"."""
    return (unit.kind == "name" or unit.text[0].isupper()) and unit.low.endswith(("ов", "ев"))


def _is_as_shown(unit: Unit) -> bool:
    """A name in the form in which it is shown: "Гаспарян", which parses as "of the Gasparians"."""
    return unit.match is not None and unit.low.split()[-1:] == fold(unit.match.speaker.name).split()[-1:]


def _nominal_readings(word: str, named: bool) -> list[Parse]:
    """The readings as a noun and the like; those as a name alone where one is known and there are any."""
    readings = [parse for parse in morph(word) if parse.pos in NOMINAL]
    if not named:
        return readings
    return [parse for parse in readings if parse.marks & NAME_MARKS and parse.pos == "NOUN"] or readings


def _noun_frame(units: Sequence[Unit]) -> Roles | None:
    """ "Реакция Кремля на", "цитаты Орлова"."""
    for place, unit in enumerate(units[:-1]):
        if unit.kind == "word" and is_say_noun(unit.low) and units[place + 1].kind == "name":
            end = _end_of_names(units, place + 1, len(units))
            phrases = split_subjects(units, place + 1, end, JOINTS)
            return subject_roles(units, phrases, frozenset({place}) | spread(phrases))
    return None


def _telegraphic(units: Sequence[Unit]) -> Roles | None:
    first = next((unit for unit in units if unit.kind != "mark"), None)
    if first is None or not (first.low in COMPARING or _may_be_subject(first)):
        return None
    return telegraphic_roles(units, JOINTS, ABOUT)
