"""Words of questions as people type them: «чё с мостом», "waht about", thanks and titles before names. Pure.

Names and things that are misspelt are the business of the directory and of the search.
"""

import re

from bot.language.script import fold

SPOKEN = {"че": "что", "чо": "что", "шо": "что", "щас": "сейчас", "скока": "сколько"}
WORDS = ("what", "when", "where", "which", "когда", "почему", "зачем", "сколько", "какой", "какая", "какие")
SHUFFLED = {"".join(sorted(word)): word for word in WORDS}  # no two of them have the same letters
THANKS = re.compile(
    r"^\s*(?:(?:many )?thanks|thank you|thx|great|ok(?:ay)?|good"
    r"|спасибо|спс|благодарю|ок(?:ей)?|понятно|ясно|хорошо)"
    r"\s*[,.!;–—-]+\s*",
    re.IGNORECASE,
)
TITLE = re.compile(r"\b(?:(?i:mr|mrs|ms|dr)\.\s+(?=\w)|(?:Sen|Gov|Rep|Prof|Gen)\.\s+(?=[A-Z]))")
REIGNING = re.compile(r"\b(?i:king|queen|prince|princess|pope|emperor)\s+(?=[A-Z][a-z])")
SPEAKING = re.compile(r"\b(?:say|said|says|tell|told|think|thinks|reply|replied)\b", re.IGNORECASE)
FRAGMENT = 4  # words of "and what about King Carl"
HEALTH_BODY = re.compile(r"(?<=[a-z]\s)WHO\b")
WORD = re.compile(r"[^\W\d_]+")


def with_question_words(text: str) -> str:
    """The text with its question words as they are written; only the first word is put in order."""
    ordered = WORD.sub(lambda found: _in_order(found.group()), text, count=1)
    return WORD.sub(lambda found: _spoken(found.group(), opens=not found.start()), ordered)


def without_titles(text: str) -> str:
    """The text without short titles before names, whose full stop ends nothing: "Mr. Orlov".

    And without those of sovereigns, where their words are asked for; in what is told of them they stay.
    """
    text = TITLE.sub("", text)
    asked = SPEAKING.search(text) or len(text.split()) <= FRAGMENT
    return REIGNING.sub("", text) if asked else text


def without_false_pronouns(text: str) -> str:
    """The World Health Organization by its name, which in capitals asks for nobody."""
    return HEALTH_BODY.sub("World Health Organization", text)


def without_thanks(text: str) -> str:
    """A message without the thanks that it begins with; thanks alone stay."""
    rest = THANKS.sub("", text, count=1)
    return rest if any(character.isalnum() for character in rest) else text


def _spoken(word: str, *, opens: bool) -> str:
    is_name = word[0].isupper() and not opens  # «Че» is somebody's
    return word if is_name else _as_written(word, SPOKEN.get(fold(word), ""))


def _in_order(word: str) -> str:
    meant = SHUFFLED.get("".join(sorted(fold(word))), "")
    return _as_written(word, meant if meant != fold(word) else "")


def _as_written(word: str, meant: str) -> str:
    """The word that is meant, with the capital of the one typed; that one where none is."""
    return (meant.capitalize() if word[0].isupper() else meant) if meant else word
