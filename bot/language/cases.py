"""Case forms of Russian names: their nominatives, their gender and all keys; it finds no names in texts.

The dictionary of pymorphy3 comes first; for surnames and foreign given names that it does not hold, endings
and the lists of names decide.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from bot.language.morphology import Parse, morph, nominatives
from bot.language.script import fold, is_cyrillic
from bot.language.spelling import word_key
from bot.language.tables import rows

Gender = Literal["m", "f"]
Reading = tuple[Parse, str]  # a parse of the form, and its nominative in lower case
NAME_MARKS = frozenset({"Surn", "Name", "Patr"})
CASES = ("nomn", "gent", "datv", "ablt", "accs", "loct")
SURE = 3.0  # a given name or patronymic tells the gender better than a surname

_POSSESSIVE = re.compile(r"['’]s?$")
_NATIVE_SURNAME = re.compile(r"^(.{2,}(?:[оеё]в|[иы]н))(а|у|ым|е|ой|ою)?$")
_ADJECTIVAL = ("ого", "его", "ому", "ему", "ой", "ый", "ий", "ым", "им", "ую", "ая")
_MEN = ("hard_man", "soft_man")
_WOMEN = ("hard_woman", "soft_woman")
VOWELS = "аеиоуыэюя"
_ROMANISED_WOMAN = re.compile(r"[a-z]{2}(?:ova|skaya)$|\s.*[a-z]{2}(?:eva|ina)$")
_ROMANISED_MAN = re.compile(r"\s.*[a-z]{2}(?:[eo]v|sk(?:i|y|iy|yy|ii))$")


@cache
def given_names() -> dict[str, Gender]:
    """Given names of the list, folded, with the sex of those who usually bear them."""
    return {fold(name): "f" if sex == "f" else "m" for name, sex in rows("given_names.tsv")}


@cache
def _endings(declension: str) -> dict[str, tuple[str, ...]]:
    """Ending -> the cases that have it."""
    own = (row[1:] for row in rows("name_endings.tsv") if row[0] == declension)
    return {ending.strip("-"): tuple(cases.split()) for ending, cases in own}


@cache
def _with_yo() -> dict[str, str]:
    names = (word.lower() for row in rows("name_pairs.tsv") for word in row)
    return {fold(name): name for name in names if "ё" in name}


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    """Names that transliteration does not join, both ways, folded."""
    found: dict[str, tuple[str, ...]] = {}
    for english, russian in (map(fold, row) for row in rows("name_pairs.tsv")):
        found[english] = (*found.get(english, ()), russian)
        found[russian] = (*found.get(russian, ()), english)
    return found


def is_paired(folded: str) -> bool:
    """Whether a name has another spelling that transliteration does not join to it."""
    return folded in _pairs()


@lru_cache(50_000)
def joint_key(word: str) -> str:
    """One key for a nominative and its other spellings: the same of "Charles", "Чарльз" and "Карл"."""
    forms = {fold(word)}
    while more := {pair for form in forms for pair in _pairs().get(form, ())} - forms:
        forms |= more
    return min((key for key in map(word_key, forms) if key), default="")


def nominative(name: str) -> str:
    """A Russian name of one or more words in the nominative, the words agreeing; other names unchanged.

    A form that can be a nominative is taken for one: "Пескова" alone stays, "Дмитрия Пескова" does not.
    """
    if not is_cyrillic(name):
        return name
    words = name.split()
    readings = [name_readings(word) for word in words]
    sex = _common_gender(readings)
    if any(all(_reads(choices, "nomn", each) for choices in readings) for each in (sex, "masc", "femn")):
        return name
    case = _common_case(readings, sex)
    return " ".join(_shown(word, choices, case, sex) for word, choices in zip(words, readings, strict=True))


def of_a_man(name: str) -> str:
    """A name read as a man's genitive, if it can be: Валерия Фалькова -> Валерий Фальков."""
    words = name.split()
    readings = [name_readings(word) for word in words]
    if not all(_reads(choices, "gent", "masc") for choices in readings):
        return name
    return " ".join(_shown(word, found, "gent", "masc") for word, found in zip(words, readings, strict=True))


@lru_cache(50_000)
def name_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a word as a name, by list, dictionary or ending; those as any noun when there are none.

    Particles in lower case and listed foreign names that end in a vowel stay as they are in every case.
    """
    folded = fold(word)
    if _is_fixed(word, folded):
        return tuple(_reading(folded, sex, case) for sex, case in product(("masc", "femn"), CASES))
    readings = nominatives(word)
    if listed := tuple(_listed(folded)):
        return (*listed, *_known(_named(folded, readings))) if folded in given_names() else listed
    nouns = tuple(pair for pair in readings if pair[0].pos == "NOUN")
    return _unlisted(folded, readings) or nouns or readings


def _unlisted(folded: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Readings of a name by the dictionary, and by its ending: of a native surname, else of a foreign one."""
    named = _named(folded, readings)
    known = _known(named)
    if not known and (native := tuple(_native(folded))):
        return native
    is_strange = not _known(readings) and not folded.endswith(_ADJECTIVAL)
    return (*known, *named, *(_foreign(folded) if is_strange else ()))


def _known(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(pair for pair in readings if pair[0].known)


def _named(folded: str, every: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings as a name; those that are the same in every case only if there are no others.

    Анне is rather Анна than Anne.
    """
    readings = tuple(pair for pair in every if pair[0].marks & NAME_MARKS)
    others = tuple(pair for pair in readings if pair[0].normal != folded or pair[0].case in ("nomn", ""))
    if len(others) == len(readings) or all(parse.case == "nomn" for parse, _ in others):
        return readings
    return tuple(pair for pair in others if pair[0].normal != folded)


def _is_fixed(word: str, folded: str) -> bool:
    """Whether a name is the same in every case: a particle, an initial, Рубио, Пелоси."""
    if word.islower() or (len(word) == 2 and word.endswith(".")):
        return True
    if folded in _pairs():
        return folded[-1:] in VOWELS and given_names().get(folded) != "f"
    return folded[-1:] in "иоэ" and not folded.endswith(_ADJECTIVAL) and _is_strange(word, folded)


def _is_strange(word: str, folded: str) -> bool:
    return not _listed(folded) and not any(parse.known for parse in morph(word))


def _listed(folded: str) -> list[Reading]:
    """Readings of names from the lists: a man's name in a consonant, a woman's in -а or -я is declined."""
    sexes = given_names()
    men = [(base, case, "masc") for base, case in _bases(folded, _MEN) if _is_mans(base)]
    women = [(base, case, "femn") for base, case in _bases(folded, _WOMEN) if sexes.get(base) == "f"]
    return [
        _reading(_spelled(base), sex, case, "Name" if base in sexes else "Surn")
        for base, case, sex in (*men, *women)
    ]


def _foreign(folded: str) -> list[Reading]:
    """Readings of a man's foreign surname that no list holds: Пауэлла, Пауэллом."""
    bases = ((base, case) for base, case in _bases(folded, ("hard_man",)) if base[-1] not in "йь")
    return [_reading(base, "masc", case) for base, case in bases if len(base) > 3]


def _bases(folded: str, declensions: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every nominative that a form may belong to, with the case that the form then is in."""
    for endings in map(_endings, declensions):
        tails = [tail for tail, cases in endings.items() if cases == ("nomn",)]
        for ending, cases in endings.items():
            stem = folded.removesuffix(ending) if folded.endswith(ending) else ""
            yield from product((stem + tail for tail in tails if _joins(stem, tail)), cases)


def _joins(stem: str, tail: str) -> bool:
    return stem != "" and (stem[-1] not in VOWELS or tail in ("й", "я"))


def _is_mans(base: str) -> bool:
    return base in _pairs() and given_names().get(base, "m") == "m"


def _spelled(folded: str) -> str:
    """A listed name with its ё."""
    return _with_yo().get(folded, folded)


def _native(folded: str) -> list[Reading]:
    """Readings of a surname in -ов, -ев, -ин, -ын, man's and woman's."""
    match = _NATIVE_SURNAME.match(folded)
    if match is None:
        return []
    stem, ending = match.group(1), match.group(2) or ""
    readings = [_reading(stem, "masc", case) for case in _endings("native_man").get(ending, ())]
    women = _endings("native_woman").get(ending, ())
    return readings + [_reading(stem + "а", "femn", case) for case in women]


def _reading(shown: str, sex: str, case: str, mark: str = "Surn") -> Reading:
    return Parse(shown, "NOUN", case, sex, "sing", frozenset({mark, sex, case, "sing"}), known=True), shown


def _common_gender(readings: Sequence[tuple[Reading, ...]]) -> str:
    """The gender that most words can have; a given name or patronymic counts most."""
    votes = {"masc": 0.0, "femn": 0.0}
    for choices in readings:
        weight = SURE if any(parse.marks & {"Name", "Patr"} for parse, _ in choices) else 1.0
        for sex in votes:
            if any(parse.gender == sex for parse, _ in choices):
                votes[sex] += weight
    return "femn" if votes["femn"] > votes["masc"] else "masc"


def _common_case(readings: Sequence[tuple[Reading, ...]], sex: str) -> str:
    """The case that most words of this gender can stand in; the rarer cases last on a tie."""
    votes = Counter(
        case for choices in readings for case in {parse.case for parse, _ in choices if parse.gender == sex}
    )
    return max(CASES, key=lambda case: (votes[case], -CASES.index(case)))


def _reads(choices: tuple[Reading, ...], case: str, sex: str) -> bool:
    return not choices or any(parse.case == case and parse.gender == sex for parse, _ in choices)


def _shown(word: str, choices: tuple[Reading, ...], case: str, sex: str) -> str:
    found = (shown for parse, shown in choices if parse.case == case and parse.gender == sex)
    return capitals_of(word, next(found, word))


def capitals_of(model: str, word: str) -> str:
    """A word with capitals where its other form has them: США, Нью-Йорк, Ростов-на-Дону."""
    models, parts = model.split("-"), word.split("-")
    if len(models) != len(parts):
        models = models[:1] * len(parts)
    return "-".join(map(_part_with_capitals, models, parts))


def _part_with_capitals(model: str, part: str) -> str:
    if model.isupper() and len(model) > 1:
        return part.upper()
    return part[:1].upper() + part[1:] if model[:1].isupper() else part


def gender(name: str) -> Gender | None:
    """Whether a name is a man's or a woman's, by given name, patronymic or ending, if they tell."""
    known = given_names()
    listed = [known[fold(word)] for word in name.split() if fold(word) in known]
    if listed:
        return listed[0]
    return _gender_of_parses(name) if is_cyrillic(name) else _romanised_gender(name)


def _romanised_gender(name: str) -> Gender | None:
    return "f" if _ROMANISED_WOMAN.search(name) else "m" if _ROMANISED_MAN.search(name) else None


def _gender_of_parses(name: str) -> Gender | None:
    for marks in ({"Name", "Patr"}, {"Surn"}):
        sexes = {sex for word in name.split() for sex in _sexes(word, frozenset(marks))}
        if len(sexes) == 1:
            return "f" if sexes == {"femn"} else "m"
    return None


def _sexes(word: str, marks: frozenset[str]) -> set[str]:
    nominative_readings = (parse for parse, _ in name_readings(word) if parse.case == "nomn")
    return {parse.gender for parse in nominative_readings if parse.known and parse.marks & marks}


@lru_cache(100_000)
def word_keys(word: str) -> frozenset[str]:
    """Keys of everything that one name word may be in the nominative, in either script."""
    bare = word if word.isalpha() else _POSSESSIVE.sub("", word)
    forms = {fold(bare)}
    if not bare.isascii() and is_cyrillic(bare):
        forms |= {shown for _, shown in name_readings(bare.title())}
    forms |= {pair for form in tuple(forms) for pair in _pairs().get(fold(form), ())}
    # An English J may be the Russian Й: Julia and Юлия, Jan and Ян, but John.
    forms |= {"y" + form[1:] for form in tuple(forms) if form[:1] == "j" and form[1:2] in "aou"}
    # A key of one letter would meet every preposition that opens a sentence.
    return frozenset(key for key in map(word_key, forms) if len(key) > 1)
