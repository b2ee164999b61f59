"""Who speaks in an English question: the frames of saying and their subjects. It knows no intents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answers.lexicon import is_plain_say_verb, is_say_noun, is_say_verb, word_list
from bot.answers.reading import Unit
from bot.answers.roles import (
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

AUXILIARIES = frozenset(
    {"did", "does", "do", "has", "have", "had", "will", "would", "can", "could", "didn't"}
)
BE = frozenset({"was", "were", "is", "are", "been", "being", "be"})
OPENERS = frozenset(
    {"what", "how", "that", "when", "where", "why", "which", "whatever", "if", "whether", "and", "but"}
)
ADVERBS = frozenset(
    {
        "ever",
        "also",
        "else",
        "exactly",
        "recently",
        "actually",
        "just",
        "then",
        "still",
        "once",
        "all",
        "officially",
        "publicly",
        "really",
        "already",
        "yet",
        "again",
        "first",
        "last",
        "reportedly",
    }
)
JOINTS = frozenset({"and", "or", ",", "&", "vs", "versus"})
PREPOSITIONS = frozenset(
    {
        "on",
        "about",
        "regarding",
        "concerning",
        "at",
        "in",
        "to",
        "after",
        "during",
        "over",
        "against",
        "for",
        "from",
        "since",
        "when",
        "that",
        "as",
        "before",
        "with",
        "by",
        "whether",
    }
)
HOW_MANY = frozenset({("how", "many"), ("how", "much")})
TALKING = frozenset({"talk", "speak", "talked", "spoke"})
NOUNS_TOO = frozenset(
    {"talk", "talks", "state", "states", "report", "reports", "note", "notes", "post", "posts"}
)
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "these", "any", "no"})
NO_SUBJECTS = frozenset({"to", "you", "i", "we", "i'm", "i've", "it's", "please", "let", "let's", "just"})
SPEECHLESS = frozenset(
    {"market", "markets", "stocks", "shares", "prices", "bonds", "oil", "gold", "bitcoin", "dollar", "euro"}
    | {"rouble", "ruble", "economy", "economies", "index", "weather", "temperatures"}
)  # "how did the markets react?" asks for no words
QUESTION_WORDS = frozenset({"who", "whom", "what", "which", "when", "where", "why", "how"})
ASKING = frozenset({"who", "whom", "who's", "who else"})
BESIDE = frozenset({"during", "after", "before", "amid"})  # "asleep during Orlov's speech"
BEFORE_OBJECT = frozenset({"to", "after", "before", "since", "over"})
BEFORE_NOUN = ADVERBS | {"latest", "new", "recent", "public", "official", "initial"}
ABOUT = frozenset({"on", "about", "regarding", "concerning", "re"})


def english_roles(units: Sequence[Unit], asks: int = 0) -> Roles:
    """The roles of a question; the first frame that fits decides.

    `asks` is the place of the first unit of the sentence that asks: who speaks before it is not asked for.
    """
    according = _according(units, asks)
    rest = _quoted_as(units) or _who(units) or _verb_frame(units, asks)
    if according is None:
        return rest or _noun_frame(units) or telegraphic_roles(units, JOINTS, ABOUT) or NOBODY
    return with_source(according, rest)


def _according(units: Sequence[Unit], asks: int) -> Roles | None:
    pairs = ((place, units[place].low, units[place + 1].low) for place in range(asks, len(units) - 2))
    place = next((place for place, *words in pairs if words == ["according", "to"]), None)
    return None if place is None else _source_at(units, place + 2)


def _source_at(units: Sequence[Unit], first: int) -> Roles | None:
    """Who or what stands behind "according to"."""
    end = _run_end(units, first)
    phrases, used = split_subjects(units, first, end, JOINTS), frozenset({first - 2, first - 1})
    if any(unit.low in word_list("findings") for unit in units[first:end]):
        # of "a new study" what it found is asked for, not its words
        return Roles(used=used.union(at for at in range(first, end) if units[at].low in BEFORE_NOUN))
    return subject_roles(units, phrases, used) if phrases else None


def _run_end(units: Sequence[Unit], first: int) -> int:
    """Where a noun phrase that begins at `first` ends: at punctuation, a verb form or a preposition."""
    place = first
    while place < len(units) and place - first < LONGEST_SUBJECT and not _ends_phrase(units[place]):
        place += 1
    return place


def _ends_phrase(unit: Unit) -> bool:
    if unit.kind in ("mark", "period", "quote"):
        return True
    return (
        unit.low in PREPOSITIONS or unit.low in AUXILIARIES or unit.low in BE or unit.low in OPENERS - {"and"}
    )


def _quoted_as(units: Sequence[Unit]) -> Roles | None:
    """ "What did the anchor quote Orlov as saying": Orlov speaks, the anchor passes it on."""
    place = next(
        (
            place
            for place, unit in enumerate(units)
            if unit.low in ("quote", "quotes", "quoted", "cite", "cited")
        ),
        -1,
    )
    end = _run_end(units, place + 1) if place > 0 else -1
    if place < 1 or not place + 1 < end < len(units) - 1 or units[end].low != "as":
        return None
    outer = _subject_before(units, place)
    used = frozenset({place, end, end + 1}) | spread(outer)
    roles = subject_roles(units, split_subjects(units, place + 1, end, JOINTS), used)
    return replace(roles, relayed=outer[0] if outer else None)


def _who(units: Sequence[Unit]) -> Roles | None:
    """ "Who said that ...", "who called it ..."; "who said what about" too."""
    return who_roles(units, ASKING, ADVERBS | AUXILIARIES | BE)


def _verb_frame(units: Sequence[Unit], asks: int) -> Roles | None:
    for place in _saying(units, asks):
        roles = _frame_at(units, place, asks)
        if roles is not None:
            together = len(roles.speakers) > 1 and _talk_together(units, place)
            return Roles(together=True, used=frozenset({place})) if together else roles
    return None


def _saying(units: Sequence[Unit], asks: int) -> Iterator[int]:
    """The places of the verbs that ask for words."""
    words = range(asks, len(units))
    places = [place for place in words if units[place].kind == "word" and is_say_verb(units[place].low)]
    for at, place in enumerate(places):
        if not (_is_noun_here(units, place, places[at + 1 :]) or _is_done_to_counted(units, place)):
            yield place


def _talk_together(units: Sequence[Unit], verb: int) -> bool:
    """ "What did Orlov and Krylova talk about?": what was between them, no words of either."""
    behind = [unit.low for unit in units[verb + 1 :] if unit.kind == "word"]
    return units[verb].low in TALKING and behind[:1] == ["about"] and len(behind) == 1


def _is_noun_here(units: Sequence[Unit], place: int, later: Sequence[int]) -> bool:
    """ "Will the talks resume", "what did the city report say": a noun that looks like a verb of saying."""
    low = units[place].low
    if place and units[place - 1].low in DETERMINERS:  # "a proposed law", "the state holiday"
        return True
    if not (is_say_noun(low) or low in NOUNS_TOO):
        return False
    asked = any(unit.low in AUXILIARIES for unit in units[:place])
    if asked and _ends_object(units, place):
        return True
    if low.endswith("s") and (asked or (place and units[place - 1].kind == "word" and not later)):
        return True
    return bool(later) and not any(unit.low in OPENERS - {"and"} for unit in units[place + 1 : later[0]])


def _ends_object(units: Sequence[Unit], place: int) -> bool:
    """ "How did prices move after the report?": the last word, behind a preposition."""
    return place + 1 >= _last_word(units) and any(unit.low in BEFORE_OBJECT for unit in units[:place])


def _is_done_to_counted(units: Sequence[Unit], verb: int) -> bool:
    """ "How many jobs did the economy add?", "how many cases were reported?": done to what is counted."""
    low = [unit.low for unit in units[:verb]]
    counted = next((at + 2 for at, pair in enumerate(pairwise(low)) if pair in HOW_MANY), verb)
    asked = next((at for at in range(counted, verb) if low[at] in AUXILIARIES | BE), verb)
    last = all(map(_ends_clause, units[verb + 1 : verb + 2]))
    return counted < asked < verb and "times" not in low[counted:asked] and (last or asked + 1 == verb)


def _ends_clause(unit: Unit) -> bool:
    return _ends_phrase(unit) and unit.low not in AUXILIARIES | BE


def _last_word(units: Sequence[Unit]) -> int:
    """How many units there are without the marks at the end."""
    return max((place + 1 for place, unit in enumerate(units) if unit.kind != "mark"), default=0)


def _frame_at(units: Sequence[Unit], place: int, asks: int) -> Roles | None:
    telling = not is_plain_say_verb(units[place].low)
    used = frozenset() if telling else frozenset({place})
    if place and units[place - 1].low in BE and _is_past(units[place].low):
        return _told_by_anyone(units, place, used)
    phrases = _subject_before(units, place)
    if not phrases or not _may_speak(units, phrases[0], place, asks):
        return None
    return replace(subject_roles(units, phrases, used), telling=telling)


def _told_by_anyone(units: Sequence[Unit], verb: int, used: frozenset[int]) -> Roles | None:
    """ "What was said", not "which country was recommended": it is told what was done to it."""
    chosen = any(unit.low == "which" for unit in units[:verb])
    return None if chosen else Roles(framed=True, anyone=True, used=used)


def _may_speak(units: Sequence[Unit], subject: Phrase, verb: int, asks: int) -> bool:
    if _is_asked_for(units, subject) or _asks_behind(units, verb, asks):
        return False
    if units[verb - 1].low == "to" and not is_plain_say_verb(units[verb].low):
        return False  # "which company is the latest to announce layoffs"
    return not is_say_noun(units[verb].low) or _has_opener(units, subject.first)


def _asks_behind(units: Sequence[Unit], verb: int, asks: int) -> bool:
    """ "Orlov admitted defeat in which region?": something told is asked for.

    Not in "did Orlov say anything about what happened?", "Orlov said what?".
    """
    behind = range(verb + 2, len(units))
    if not QUESTION_WORDS.isdisjoint(unit.low for unit in units[asks:verb]):
        return any(units[at].low == "which" and units[at - 1].low in PREPOSITIONS for at in behind)
    direct = units[asks].low not in AUXILIARIES | BE
    return direct and any(units[at].low in {"what", "which"} for at in behind)


def _is_asked_for(units: Sequence[Unit], subject: Phrase) -> bool:
    """ "Which airline said it would close": who spoke is what is asked; "what the mayor said" names him."""
    inside = units[subject.first : subject.last]
    asking = units[subject.first - 1].low if subject.first else ""
    plain = all(unit.kind == "word" and unit.low not in DETERMINERS for unit in inside)
    return asking == "which" or (asking == "what" and plain)


def _is_past(verb: str) -> bool:
    return verb.endswith(("ed", "id", "ten", "ken"))


def _has_opener(units: Sequence[Unit], first: int) -> bool:
    return first > 0 and (units[first - 1].low in AUXILIARIES or units[first - 1].low in OPENERS)


def _subject_before(units: Sequence[Unit], verb: int) -> tuple[Phrase, ...]:
    """The phrases between an auxiliary or question word and the verb; none when that is no subject."""
    last = verb
    while last > 0 and _goes_with_verb(units[last - 1]):
        last -= 1
    first = last
    while first > 0 and not _opens_subject(units[first - 1]):
        first -= 1
    while first < last and units[first].low in ADVERBS:
        first += 1
    return split_subjects(units, first, last, JOINTS) if _may_be_subject(units[first:last]) else ()


def _goes_with_verb(unit: Unit) -> bool:
    return unit.low in ADVERBS or unit.low in AUXILIARIES or unit.kind == "period"


def _may_be_subject(run: Sequence[Unit]) -> bool:
    """Not in "what has already been said", where nothing stands between, nor a lone "the", nor prices."""
    if run and run[-1].kind == "word" and run[-1].low in SPEECHLESS:
        return False
    if not 0 < len(run) <= LONGEST_SUBJECT or run[0].low in NO_SUBJECTS:
        return False
    return len(run) > 1 or run[0].low not in DETERMINERS


def _opens_subject(unit: Unit) -> bool:
    if unit.kind in ("period", "quote"):
        return True
    if unit.kind == "mark":
        return unit.text not in ",&"
    return unit.low in AUXILIARIES or unit.low in BE or unit.low in (OPENERS - {"and"}) or unit.low in ABOUT


def _noun_frame(units: Sequence[Unit]) -> Roles | None:
    """ "Orlov's comments on", "the Kremlin reaction to", "quotes by Orlov"."""
    for place, unit in enumerate(units):
        if unit.kind != "word" or not is_say_noun(unit.low):
            continue
        roles = _owner_before(units, place) or _owner_after(units, place)
        if roles is not None:
            return roles
    return None


def _owner_before(units: Sequence[Unit], noun: int) -> Roles | None:
    last = noun
    while last > 0 and units[last - 1].low in BEFORE_NOUN:
        last -= 1
    owner = last - 1
    if owner >= 0 and _is_owner(units[owner]) and not (owner and units[owner - 1].low in BESIDE):
        first = owner
        while first > 0 and units[owner].kind != "name" and not _opens_subject(units[first - 1]):
            first -= 1
        return subject_roles(units, (Phrase(first, owner + 1),), frozenset(range(last, noun + 1)))
    return None


def _is_owner(unit: Unit) -> bool:
    return unit.kind == "name" or unit.text.endswith(("'s", "’s"))


def _owner_after(units: Sequence[Unit], noun: int) -> Roles | None:
    if (
        noun + 2 >= len(units) + 1
        or noun + 1 >= len(units)
        or units[noun + 1].low not in ("by", "from", "of")
    ):
        return None
    end = _run_end(units, noun + 2)
    if end == noun + 2 or units[noun + 2].kind != "name":
        return None
    return subject_roles(units, split_subjects(units, noun + 2, end, JOINTS), frozenset({noun, noun + 1}))
