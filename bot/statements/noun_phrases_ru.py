"""Russian clauses and noun phrases of one line: where a clause ends, and where the name of a speaker does.

It knows words and their cases, no cues and no persons.
"""

from functools import lru_cache

from bot.language.morphology import Parse, morph
from bot.statements.lines import QUOTE, Line
from bot.statements.russian import GRAMMAR

Pieces = tuple[int, int]
DASHES = frozenset({"—", "–", "-"})
BREAKS = frozenset({",", ";", ":", ".", "!", "?", "…", "(", ")", *DASHES})
SHORT_NAME = 40  # characters of a quotation that may be a name: «Росатом», «Первый канал»
VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADJS", "PRED", "ADVB", "COMP", "PRCL", "CONJ", "NPRO"})
IN = frozenset({"в", "во", "на"})
LONGEST_OFFICE = 16  # pieces from an office to the name of who holds it
JOINING = frozenset({"и", "или"})


def is_name_quote(line: Line, i: int) -> bool:
    """A short quotation without final punctuation: the name of a body."""
    if line.words[i] != QUOTE:
        return False
    inner = line.quotes[i].inner
    text = line.text[inner.start : inner.end]
    return len(text) <= SHORT_NAME and text[-1:] not in ",.!?…" and text[:1].isupper()


def breaks(line: Line, i: int) -> bool:
    """Does piece `i` end a clause?"""
    return line.words[i] in BREAKS or (line.words[i] == QUOTE and not is_name_quote(line, i))


def chunk_start(line: Line, i: int) -> int:
    """The first piece of the clause that holds piece `i`."""
    while i > 0 and not breaks(line, i - 1):
        i -= 1
    return i


def chunk_end(line: Line, i: int) -> int:
    """One past the last piece of the clause that holds piece `i`."""
    while i < len(line) and not breaks(line, i):
        i += 1
    return i


@lru_cache(20_000)
def has_case(word: str, case: str) -> bool:
    """Can the word stand in the case?"""
    return any(parse.case == case for parse in morph(word))


@lru_cache(20_000)
def is_noun(word: str) -> bool:
    """Is the likeliest reading a noun?"""
    readings = morph(word)
    return bool(readings) and readings[0].pos == "NOUN"


def phrase_end(line: Line, head: int, end: int) -> int:
    """One past the noun phrase that begins at piece `head`, without what tells where, when and to whom."""
    k, named, attached = head + 1, _names(line, head), False
    while k < end:
        governs = line.words[k] in GRAMMAR["preposition"]
        belongs = _attaches(line, k, end) if governs else _belongs(line, k, named and not attached)
        if not belongs:
            ahead = _name_ahead(line, head, k, end)
            return ahead or _without_joints(line, head + 1, k)
        attached = attached or governs
        named = named or _names(line, k)
        k += 1
    return _without_joints(line, head + 1, k)


def _name_ahead(line: Line, head: int, k: int, end: int) -> int | None:
    """One past the full name that closes a long office: «директор по работе с клиентами Иван Орлов»."""
    if line.raw[k - 1][0].isupper() and _is_given(line.words[k - 1]):
        return None
    for i in range(k, min(end, head + LONGEST_OFFICE) - 1):
        if is_verbal(line, i):
            return None
        if opens_name(line, i):
            return phrase_end(line, i, end)
    return None


def opens_name(line: Line, i: int) -> bool:
    """Does a full name in the nominative begin at the piece?"""
    raw = line.raw[i : i + 2]
    capitals = len(raw) > 1 and raw[0][0].isupper() and raw[1][0].isupper()
    return capitals and _is_given(line.words[i]) and not _is_bent(line.words[i + 1])


@lru_cache(20_000)
def _is_bent(word: str) -> bool:
    """Is it a surname that cannot stand in the nominative?"""
    readings = morph(word)
    return any("Surn" in p.marks for p in readings) and not has_case(word, "nomn")


def is_predicate(line: Line, i: int) -> bool:
    """Is the piece a finite verb or a short form («открыт»), so that a clause of its own stands here?"""
    readings = morph(line.words[i]) if line.raw[i][0].islower() else ()
    return bool(readings) and readings[0].pos in ("VERB", "PRTS", "ADJS", "PRED")


def is_verbal(line: Line, i: int) -> bool:
    """Is the piece a verb in small letters?"""
    readings = morph(line.words[i]) if line.raw[i][0].islower() else ()
    return bool(readings) and readings[0].pos in ("VERB", "INFN", "GRND")


@lru_cache(20_000)
def _is_given(word: str) -> bool:
    """Is it a given name in the nominative?"""
    return any("Name" in p.marks and p.case == "nomn" and p.known for p in morph(word))


def _without_joints(line: Line, least: int, end: int) -> int:
    while end > least and _hangs(line, end - 1):
        end -= 1
    return end


def _hangs(line: Line, k: int) -> bool:
    """Can a noun phrase not end with the piece: «и», «долгие»?"""
    word = line.words[k]
    adjective = line.raw[k][0].islower() and morph(word)[0].pos == "ADJF" and is_noun(line.words[k - 1])
    return word in JOINING or word in GRAMMAR["preposition"] or (adjective and morph(word)[0].case != "gent")


def _names(line: Line, k: int) -> bool:
    word = line.words[k]
    readings = morph(word) if word[0].isalpha() else ()
    return (
        word == QUOTE or word.isascii() or bool(readings and readings[0].pos not in ("ADJF", "PRTF", "NUMR"))
    )


def _belongs(line: Line, k: int, strict: bool) -> bool:
    word, raw = line.words[k], line.raw[k]
    if word == QUOTE or (word.isascii() and word[0].isalpha()):
        return True
    if word in GRAMMAR["adverb"] or word in GRAMMAR["negation"] or not word[0].isalpha():
        return False
    if word in JOINING:
        return k + 1 < len(line) and _goes_on(line, k + 1)
    return raw[0].isupper() or _may_follow(word, strict)


def _goes_on(line: Line, k: int) -> bool:
    return line.words[k] == QUOTE or line.raw[k][0].isupper() or _may_follow(line.words[k], strict=True)


@lru_cache(20_000)
def _may_follow(word: str, strict: bool) -> bool:
    """May the word in small letters go on with a noun phrase; `strict` behind its head noun?"""
    readings = morph(word)
    if not readings or (readings[0].pos in VERBAL and word not in ("них", "которых")):
        return False
    return not strict or any(p.case == "gent" or (p.case == "nomn" and _describes(p)) for p in readings)


def _describes(parse: Parse) -> bool:
    return parse.pos in ("ADJF", "PRTF") or "anim" in parse.marks


def _attaches(line: Line, k: int, end: int) -> bool:
    """Does the preposition belong to a name: «источник в правительстве», «комитет по связи»?"""
    word = line.words[k]
    if word in ("с", "со", "к", "ко") and line.words[k - 1] in GRAMMAR["work_with"]:
        return True
    if k + 1 >= end or word not in GRAMMAR["of_the_name"] or _is_personal(line, k - 1):
        return False
    following = line.words[k + 1 : min(end, k + 3)]
    return not any(one in GRAMMAR["occasion"] for one in following) and _is_place(line, k + 1, word)


def _is_personal(line: Line, k: int) -> bool:
    """Is the piece the end of a personal name, so that what follows tells of an occasion?"""
    word, raw = line.words[k], line.raw[k]
    if word == QUOTE or not raw[0].isupper() or raw.isupper() or word.isascii():
        return False
    return any(not p.known or p.marks & {"Name", "Surn", "Patr"} for p in morph(word)[:2])


def _is_place(line: Line, k: int, preposition: str) -> bool:
    word = line.words[k]
    if word == QUOTE:
        return True
    if preposition == "от":
        return line.raw[k][0].isupper()
    return word[0].isalpha() and (preposition not in IN or word.isascii() or has_case(word, "loct"))
