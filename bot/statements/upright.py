"""Russian descriptions of speakers in the nominative: «пресс-службе» is shown as «пресс-служба».

It knows words, not who is meant.
"""

from bot.language.morphology import Parse, morph, nominatives
from bot.language.script import is_cyrillic
from bot.statements.lexicon import sections

_QUANTITY = sections("grammar_ru.txt")["quantity"]
_ONE_OF = {"одного из": "один из", "одной из": "одна из", "одному из": "один из", "одним из": "один из"}
Form = tuple[Parse, str]


def is_proper(head: str) -> bool:
    """Is the head a proper name of a body or place rather than a common noun at a sentence's start?"""
    first = head.strip('«»“”" ')[:1]
    if not first.isupper():
        return False
    if not is_cyrillic(head) or head.lstrip()[0] in '«“"':
        return True
    word = head.split()[0]
    return word[:2].isupper() or any(
        p.marks & {"Geox", "Orgn", "Abbr"} or not p.known for p in morph(word.lower())[:2]
    )


def upright(shown: str) -> str:
    """A Russian description with its head in the nominative; anything else unchanged."""
    parts = shown.split()
    if not is_cyrillic(shown) or parts[0].lower() in _QUANTITY or _is_fixed(parts[0]):
        return shown
    if " ".join(parts[:2]).lower() in _ONE_OF:
        return " ".join([_ONE_OF[" ".join(parts[:2]).lower()], *parts[2:]])
    if shown[0] in '«“"':
        return shown if len(parts) > 1 else _upright_title(shown)
    head = next((i for i, part in enumerate(parts) if _is_noun(part)), None)
    if head is not None and _is_plural(parts[head]):
        return shown
    noun = _noun(parts[head]) if head is not None else None
    if head is None or noun is None:
        return shown
    return " ".join([*_bent(parts[: head + 1], noun), *parts[head + 1 :]])


def _is_fixed(part: str) -> bool:
    """Is it the short name of a ministry that has no cases: «Минцифры»?"""
    return part.startswith("Мин") and len(part) > 5 and part[-1] in "ыи"


def _is_plural(part: str) -> bool:
    """Are several persons or the authorities named in the nominative: «аналитики», «власти»?"""
    known = [p for p in morph(part.strip("«»,").lower()) if p.known and p.case == "nomn"]
    return part.lower() == "власти" or any(p.number == "plur" and "anim" in p.marks for p in known)


def _upright_title(shown: str) -> str:
    """«Нордгазе» -> «Нордгаз»: a made-up word that may be a case of one in a consonant."""
    inner = shown.strip('«»“”"')
    found = () if any(p.known for p in morph(inner.lower())) else nominatives(inner.lower())
    title = next((form for parse, form in found if parse.gender == "masc"), None)
    return shown.replace(inner, title.capitalize()) if title else shown


def _bent(parts: list[str], noun: Form) -> list[str]:
    """Adjectives and their noun in the nominative."""
    sex = "masc" if parts[-1][:2].isupper() else noun[0].gender
    return [*(_straight(part, _adjective(part, sex)) for part in parts[:-1]), _straight(parts[-1], noun)]


def _is_noun(part: str) -> bool:
    word = part.strip("«»,").lower()
    return part[0].isalpha() and (morph(word)[0].pos == "NOUN" or _is_office(word))


def _is_office(word: str) -> bool:
    """Is it an adjective that serves as a noun: «командующий», «управляющий»?"""
    return word.startswith(("командующ", "управляющ", "заведующ", "главнокомандующ"))


def _noun(part: str) -> Form | None:
    found = nominatives(part.strip("«»,").lower()) if part[0].isalpha() else ()
    return found[0] if found and (found[0][0].pos == "NOUN" or _is_office(part.lower())) else None


def _adjective(part: str, sex: str) -> Form | None:
    found = nominatives(part.strip("«»,").lower()) if part[0].isalpha() else ()
    return next((pair for pair in found[:3] if pair[0].pos == "ADJF" and pair[0].gender == sex), None)


def _straight(part: str, form: Form | None) -> str:
    if part[:2].isupper():
        return part.rstrip("аеиоуыэюяём")
    if form is None or form[0].case == "nomn":
        return part
    return form[1].capitalize() if part[0].isupper() else form[1]
