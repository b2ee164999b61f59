"""What a speaker's words alone tell: pronoun, plural, gender of a noun, head, the name of a document.

It looks at words and knows no persons.
"""

import re

from bot.language.lemmas import lemmas
from bot.language.morphology import morph
from bot.language.names import WEEKDAYS
from bot.language.script import is_cyrillic
from bot.statements.lexicon import sections
from bot.statements.name_parts import is_body_noun
from bot.statements.office_words import cases, is_owned_role
from bot.statements.people import Gender
from bot.statements.upright import upright

MENTIONS = sections("mentions.txt")
HEAD_END = re.compile(r",|\(| – | — | -- |\s(?:of|in|from|at|for|who|whose|on|with|and|to|during|via|by)\s")
WORDS = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:who|which|that)$")
_JOINED = re.compile(r"\sand(?:\s[A-Z][\w’'-]+)+$")
_WHEN = re.compile(
    r"(?<=\w)(?:\s(?:on|earlier|late|early))*\s"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|yesterday|(?:this|last)\s(?:week|month|year))$"
)
_DAY = "|".join(sorted(WEEKDAYS))
_LED_IN = re.compile(
    rf"^(?:(?:On|In|By|At|Since|During|After|Before)\s[^,]{{0,20}}(?:{_DAY}|\d)[^,]{{0,10}}|{_DAY}),\s"
)
# not what goes on with an enumeration: "Ministry of health, labour and ports"
_TOLD_OF = re.compile(
    r",(?:\s(?:(?=[a-z])(?!(?:[\w-]+\s){0,3}(?:and|or)\s\w+$)|(?:котор|где|в\sтом\sчисле)).*)?$", re.DOTALL
)
_REDUCED = re.compile(
    r"\s(?:published|released|issued|obtained|seen|posted|sent|signed|written|commissioned|conducted)(?:\s|$)"
)


def pronoun_gender(word: str) -> Gender | None:
    """The gender that "he" or "her" tells; None for all other words."""
    if word in MENTIONS["he"]:
        return "m"
    return "f" if word in MENTIONS["she"] else None


def bare_mention(shown: str) -> str:
    """A description without its article, its relative pronoun and outer punctuation."""
    return _RELATIVE.sub("", _ARTICLE.sub("", shown.strip(" ,.—–-'")))


def without_day(shown: str) -> str:
    """A mention without the day behind it: "a court on Friday" (ruled), "Ann Lee last week" (said)."""
    return _WHEN.sub("", shown)


def noun_gender(head: str) -> Gender | None:
    """The gender that a common noun of a description tells ("woman", «владелица»)."""
    found = {lemma for word in WORDS.findall(head) for lemma in (word.lower(), *lemmas(word))}
    if found & MENTIONS["female_noun"]:
        return "f"
    return "m" if found & MENTIONS["male_noun"] else None


def head_noun(head: str) -> set[str]:
    """The last word of a noun phrase, in Russian its first noun, as written and in its base forms."""
    parts = WORDS.findall(head)
    if is_cyrillic(head):
        word = next((part for part in parts if morph(part.lower())[0].pos == "NOUN"), "")
    else:
        word = parts[-1] if parts else ""
    return {word.lower(), *lemmas(word)} if word else set()


def document_name(bare: str) -> str:
    """The name of a document without what is told about it ("report published on Friday" -> "report")."""
    if is_cyrillic(bare):
        return upright(bare)
    cut = _REDUCED.split(bare.split(",")[0])[0]
    return cut.strip()


def body_name(bare: str) -> str:
    """A body's name without what is told of it: "On Friday, NordGas, which owns the pier" -> "NordGas"."""
    rest = _LED_IN.sub("", bare, count=1)
    own = bare.strip(" —–") if rest == bare else bare_mention(rest)
    name = _TOLD_OF.sub("", own)
    return name if name.count("(") == name.count(")") else own


def is_plural(head: str) -> bool:
    """Are several persons meant ("experts", «аналитики»), so that no single office fits?"""
    parts = head.split()
    if not is_cyrillic(head):
        word = parts[-1].lower() if parts else ""
        return word.endswith("s") and not word.endswith("ss")
    noun = next((p for part in parts if (p := morph(part.lower())[0]).pos == "NOUN"), None)
    return noun is not None and noun.number == "plur"


def is_indefinite(shown: str) -> bool:
    """Does an article say that the one meant is new to the text?"""
    return shown.lower().startswith(("a ", "an "))


def is_definite(shown: str) -> bool:
    """Does the description stand for one who is known from the text before?"""
    lowered = shown.lower()
    return lowered.startswith("the ") or (is_cyrillic(shown) and len(shown.split()) <= 2)


def is_common(shown: str, bare: str) -> bool:
    """Is it a bare common noun ("the ministry", «ведомство»), the same as one named before?"""
    if " " in bare:
        return False
    if is_cyrillic(bare):
        return not bare[:2].isupper() and any(p.known and p.pos == "NOUN" for p in morph(bare.lower())[:1])
    return bare.islower() and shown.lower().startswith("the ")


def joins_body(shown: str) -> bool:
    """Does it end in "and" and capitals with which no person's name ends: "Atmospheric Administration"?"""
    return _JOINED.search(shown) is not None and is_body_noun(WORDS.findall(shown)[-1])


def is_possessive(rest: str) -> bool:
    """Does the text behind a name make it an owner?"""
    return rest.startswith(("'s ", "’s ", "' ", "’ "))


def owns(before: str, name: str) -> bool:
    """Is the name only the owner of what is named before it («структуры Орлова», «представитель Орлова»)?"""
    nouns = [word for word in WORDS.findall(before) if morph(word.lower())[0].pos == "NOUN"]
    if not nouns:
        return False
    if " " not in name and any(is_owned_role(word) for word in nouns):
        return True
    return _differs(nouns[0], [cases(word) for word in name.split() if cases(word)])


def _differs(noun: str, named: list[frozenset[str]]) -> bool:
    return bool(named) and not any(cases(noun) & one for one in named)
